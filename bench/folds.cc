#include "bench/folds.h"

#include "absl/strings/numbers.h"
#include "retrieval/text/sha256.h"

namespace footnote::bench {

std::string ArticleOf(const LabelledQuestion& question) {
  const auto& documents = question.gold_documents.empty()
                              ? question.near_documents
                              : question.gold_documents;
  if (documents.empty()) return question.id;
  return documents.front().substr(0, documents.front().find('#'));
}

uint32_t FoldOfArticle(absl::string_view article, uint32_t folds) {
  uint64_t hash = 0;
  // Sixteen hexadecimal digits always parse.
  (void)absl::SimpleHexAtoi(Sha256Hex(article).substr(0, 16), &hash);
  return static_cast<uint32_t>(hash % folds);
}

uint32_t FoldOf(const LabelledQuestion& question, uint32_t folds) {
  return FoldOfArticle(ArticleOf(question), folds);
}

}  // namespace footnote::bench
