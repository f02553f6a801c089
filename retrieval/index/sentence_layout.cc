#include "retrieval/index/sentence_layout.h"

#include "absl/status/status.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

void AppendVarint(uint64_t value, std::string* bytes) {
  for (; value >= 0x80; value >>= 7) {
    bytes->push_back(static_cast<char>((value & 0x7f) | 0x80));
  }
  bytes->push_back(static_cast<char>(value));
}

// Reads a varint off the front of `*bytes`; false if there is none.
bool ReadVarint(absl::string_view* bytes, uint64_t* value) {
  *value = 0;
  for (int shift = 0; shift < 63 && !bytes->empty(); shift += 7) {
    const auto byte = static_cast<uint8_t>(bytes->front());
    bytes->remove_prefix(1);
    *value |= static_cast<uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

absl::Status Damaged() {
  return StorageCorrupt(
      "The stored sentences of a document are damaged; "
      "restore the corpus from a copy.");
}

}  // namespace

std::string EncodeSentences(const std::vector<Sentence>& sentences) {
  std::string bytes;
  uint32_t end = 0;
  for (const Sentence& sentence : sentences) {
    const uint64_t gap = sentence.range.begin - end;
    AppendVarint(gap << 1 | (sentence.kind == SentenceKind::kBoilerplate),
                 &bytes);
    AppendVarint(sentence.range.size(), &bytes);
    end = sentence.range.end;
  }
  return bytes;
}

absl::StatusOr<std::vector<Sentence>> DecodeSentences(absl::string_view bytes,
                                                      uint32_t text_bytes) {
  std::vector<Sentence> sentences;
  uint64_t end = 0;
  while (!bytes.empty()) {
    uint64_t gap;
    uint64_t size;
    if (!ReadVarint(&bytes, &gap) || !ReadVarint(&bytes, &size)) {
      return Damaged();
    }
    const uint64_t begin = end + (gap >> 1);
    end = begin + size;
    if (begin > text_bytes || size > text_bytes || end > text_bytes) {
      return Damaged();
    }
    sentences.push_back(
        {{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
         (gap & 1) != 0 ? SentenceKind::kBoilerplate : SentenceKind::kProse});
  }
  return sentences;
}

}  // namespace footnote
