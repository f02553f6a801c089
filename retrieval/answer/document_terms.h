// What the documents found hold of a question.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_DOCUMENT_TERMS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_DOCUMENT_TERMS_H_

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "retrieval/answer/candidate.h"

namespace footnote {

// Which of the question's terms, by position in QueryPlan::terms, the
// candidates of a document hold or mean, or its title, a word of the same
// family included.
using DocumentTerms = absl::flat_hash_map<const DocumentRecord*, TermMarks>;

// Returns the terms of each document of `candidates`. Thread-safe.
DocumentTerms FindDocumentTerms(const std::vector<Candidate>& candidates);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_DOCUMENT_TERMS_H_
