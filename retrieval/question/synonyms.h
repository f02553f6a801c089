// The acronyms and long forms that stand for each other in a corpus.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_SYNONYMS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_SYNONYMS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/annotation_reader.h"
#include "retrieval/question/planner.h"

namespace footnote {

// Adds to `*plan`, made for `question`, the long forms of its acronyms and the
// acronyms of its names, as the documents of the corpus give them (and those of
// a few that no article explains, such as "U.S."), both to the terms and to the
// forms of entities.
//
// Errors: those of `reader`.
absl::Status AddSynonyms(absl::string_view question, AnnotationReader& reader,
                         QueryPlan* plan);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_SYNONYMS_H_
