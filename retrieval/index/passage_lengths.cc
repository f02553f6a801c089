#include "retrieval/index/passage_lengths.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "retrieval/index/fts_varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr size_t kBlockPassages = PassageLengths::kBlockPassages;

// Four bytes a length, the least first.
constexpr size_t kLengthBytes = 4;

absl::Status DamagedLengths() {
  return StorageCorrupt(
      "The lengths of the passages are damaged; restore the corpus from a "
      "copy.");
}

std::string Encode(const PassageLengths::Block& block) {
  std::string bytes;
  bytes.reserve(block.size() * kLengthBytes);
  for (uint32_t length : block) {
    for (size_t i = 0; i < kLengthBytes; ++i, length >>= 8) {
      bytes.push_back(static_cast<char>(length & 0xff));
    }
  }
  return bytes;
}

absl::StatusOr<PassageLengths::Block> Decode(absl::string_view bytes) {
  if (bytes.size() % kLengthBytes != 0 ||
      bytes.size() > kBlockPassages * kLengthBytes) {
    return DamagedLengths();
  }
  PassageLengths::Block block(bytes.size() / kLengthBytes);
  const char* at = bytes.data();
  for (uint32_t& length : block) {
    const auto byte = [at](size_t i) {
      return uint32_t{static_cast<uint8_t>(at[i])};
    };
    length = byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
    at += kLengthBytes;
  }
  return block;
}

// Returns the length that `sizes` tells: what FTS5 keeps of a row, a varint for
// the title and one for the text. SQLite 3.40.1, ext/fts5/fts5_storage.c.
std::optional<uint32_t> LengthOf(absl::string_view sizes) {
  uint64_t title = 0;
  uint64_t text = 0;
  if (!ReadFtsVarint(&sizes, &title) || !ReadFtsVarint(&sizes, &text)) {
    return std::nullopt;
  }
  return static_cast<uint32_t>(title + text);
}

}  // namespace

PassageLengths::PassageLengths(absl::Span<const uint32_t> lengths) {
  for (size_t begin = 0; begin < lengths.size(); begin += kBlockPassages) {
    const auto block = lengths.subspan(begin, kBlockPassages);
    Set(begin / kBlockPassages, Block(block.begin(), block.end()));
  }
}

void PassageLengths::Set(size_t number, Block block) {
  if (number == blocks_.size()) blocks_.emplace_back();
  blocks_[number] = std::make_shared<const Block>(std::move(block));
}

absl::StatusOr<LengthReader> LengthReader::Create(Database& database) {
  LengthReader reader;
  FOOTNOTE_ASSIGN_OR_RETURN(
      reader.blocks_,
      database.Prepare("SELECT block, lengths FROM passage_length "
                       "WHERE block >= ?1 ORDER BY block"));
  return reader;
}

absl::Status LengthReader::Update(PassageLengths* lengths) {
  const StatementReset reset(blocks_);
  // The last one may have grown.
  size_t next = std::max<size_t>(lengths->blocks(), 1) - 1;
  blocks_.Bind(1, static_cast<int64_t>(next));
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, blocks_.Step());
    if (!found) return absl::OkStatus();
    if (blocks_.Int64(0) != static_cast<int64_t>(next)) return DamagedLengths();
    FOOTNOTE_ASSIGN_OR_RETURN(PassageLengths::Block block,
                              Decode(blocks_.Blob(1)));
    lengths->Set(next++, std::move(block));
  }
}

absl::StatusOr<LengthWriter> LengthWriter::Create(Database& database) {
  LengthWriter writer;
  FOOTNOTE_RETURN_IF_ERROR(database.PrepareAll(
      {{&writer.size_, "SELECT sz FROM passage_index_docsize WHERE id = ?1"},
       {&writer.read_, "SELECT lengths FROM passage_length WHERE block = ?1"},
       {&writer.write_,
        "INSERT OR REPLACE INTO passage_length VALUES (?1, ?2)"}}));
  return writer;
}

absl::Status LengthWriter::Add(PassageNumber first, PassageNumber last) {
  for (size_t begin = first; begin <= last;) {
    const size_t end = begin - begin % kBlockPassages + kBlockPassages;
    const size_t until = std::min<size_t>(end - 1, last);
    FOOTNOTE_RETURN_IF_ERROR(AddToBlock(static_cast<PassageNumber>(begin),
                                        static_cast<PassageNumber>(until)));
    begin = end;
  }
  return absl::OkStatus();
}

absl::Status LengthWriter::AddToBlock(PassageNumber first, PassageNumber last) {
  const size_t number = first / kBlockPassages;
  PassageLengths::Block block;
  {
    const StatementReset reset(read_);
    read_.Bind(1, static_cast<int64_t>(number));
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, read_.Step());
    if (found) {
      FOOTNOTE_ASSIGN_OR_RETURN(block, Decode(read_.Blob(0)));
    }
  }
  block.resize(std::max(block.size(), last % kBlockPassages + size_t{1}));
  for (size_t passage = first; passage <= last; ++passage) {
    const StatementReset reset(size_);
    size_.Bind(1, static_cast<int64_t>(passage));
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, size_.Step());
    const auto length = found ? LengthOf(size_.Blob(0)) : std::nullopt;
    if (!length.has_value()) return DamagedLengths();
    block[passage % kBlockPassages] = *length;
  }
  write_.Bind(1, static_cast<int64_t>(number));
  write_.BindBlob(2, Encode(block));
  return write_.Run();
}

absl::StatusOr<int64_t> CountWrongLengths(Database& database) {
  PassageLengths lengths;
  FOOTNOTE_ASSIGN_OR_RETURN(LengthReader reader,
                            LengthReader::Create(database));
  FOOTNOTE_RETURN_IF_ERROR(reader.Update(&lengths));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Statement sizes,
      database.Prepare("SELECT id, sz FROM passage_index_docsize"));
  int64_t wrong = 0;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, sizes.Step());
    if (!found) return wrong;
    const auto passage = static_cast<PassageNumber>(sizes.Int64(0));
    if (LengthOf(sizes.Blob(1)) != lengths[passage]) ++wrong;
  }
}

}  // namespace footnote
