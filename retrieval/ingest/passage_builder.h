// Groups the sentences of a document into passages.

#ifndef FOOTNOTE_RETRIEVAL_INGEST_PASSAGE_BUILDER_H_
#define FOOTNOTE_RETRIEVAL_INGEST_PASSAGE_BUILDER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/document.h"
#include "retrieval/index/writer.h"

namespace footnote {

// The words at which a passage is long enough for a paragraph to end it, and
// those at which it ends in any case. docs/evaluation.md has what others give.
inline constexpr int kPassageWords = 60;
inline constexpr int kMaxPassageWords = 150;

// Returns the passages of a document whose `text` has `sentences`: runs of
// whole sentences in order, each sentence of prose in exactly one. Boilerplate
// is in none and ends the passage before it. A passage ends at the end of a
// paragraph once it has kPassageWords, and before a sentence that would bring
// it over kMaxPassageWords; a longer sentence is a passage by itself.
std::vector<SentenceRun> BuildPassages(absl::string_view text,
                                       const std::vector<Sentence>& sentences);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INGEST_PASSAGE_BUILDER_H_
