// How long the passages of a corpus are, in memory and in the file.
//
// FTS5 keeps a row for each passage, which at a million passages take longer to
// read than the lists of a question. Beside it, a row here holds a thousand.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_LENGTHS_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_LENGTHS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/index/posting.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// The lengths of passages by number, in blocks that copies share.
class PassageLengths {
 public:
  static constexpr size_t kBlockPassages = 1024;

  // At most kBlockPassages lengths.
  using Block = std::vector<uint32_t>;

  PassageLengths() = default;

  // Those of the passages 0, 1, ...
  explicit PassageLengths(absl::Span<const uint32_t> lengths);

  // Returns how many terms `passage` has, its title's included; 0 if it is not
  // known.
  uint32_t operator[](PassageNumber passage) const {
    const auto block = BlockAt(passage / kBlockPassages);
    const size_t offset = passage % kBlockPassages;
    return offset < block.size() ? block[offset] : 0;
  }

  // Returns those of the passages from `number` * kBlockPassages on, as far as
  // they are known.
  absl::Span<const uint32_t> BlockAt(size_t number) const {
    return number < blocks_.size() ? absl::MakeConstSpan(*blocks_[number])
                                   : absl::Span<const uint32_t>();
  }

  // Returns how many blocks there are.
  size_t blocks() const { return blocks_.size(); }

  // Puts `block` in the place of the one of that number, or behind the last.
  //
  // REQUIRES: number <= blocks().
  void Set(size_t number, Block block);

 private:
  std::vector<std::shared_ptr<const Block>> blocks_;
};

// Reads lengths from the file, within a transaction. Not thread-safe.
class LengthReader {
 public:
  // `database`, a connection to a corpus, outlives the reader.
  static absl::StatusOr<LengthReader> Create(Database& database);

  // Brings `*lengths`, none or those of an earlier revision, up to date. What
  // is gone keeps its length: its number is not used again.
  //
  // Errors: kDataLoss if the file contradicts itself; as SqliteStatus(); by the
  // connection's deadline.
  absl::Status Update(PassageLengths* lengths);

 private:
  Statement blocks_;
};

// Writes lengths into the file. Not thread-safe.
class LengthWriter {
 public:
  // `database`, the connection that writes a corpus, outlives the writer.
  static absl::StatusOr<LengthWriter> Create(Database& database);

  // Keeps how long the passages from `first` to `last` are, as FTS5 counted
  // when they were put into the index.
  //
  // Errors: kDataLoss if FTS5 does not know one of them; as SqliteStatus(); by
  // the connection's deadline.
  absl::Status Add(PassageNumber first, PassageNumber last);

 private:
  // Keeps the lengths of [first, last], which lie in one block.
  absl::Status AddToBlock(PassageNumber first, PassageNumber last);

  Statement size_;
  Statement read_;
  Statement write_;
};

// Returns how many passages of the index are not as long as FTS5 says.
//
// Errors: as LengthReader::Update().
absl::StatusOr<int64_t> CountWrongLengths(Database& database);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_LENGTHS_H_
