#include "retrieval/index/sentence_layout.h"

#include "absl/status/status.h"
#include "retrieval/index/varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

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
