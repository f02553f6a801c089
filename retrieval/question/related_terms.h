// The words that a sentence may have in place of those of a question.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_RELATED_TERMS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_RELATED_TERMS_H_

#include "retrieval/question/planner.h"
#include "retrieval/text/wordnet.h"

namespace footnote {

// Adds to `*plan` the terms that are related to those of its question, names
// and numbers left out, and the kinds of what it asks for. Thread-safe.
void AddRelatedTerms(const WordNet& wordnet, QueryPlan* plan);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_RELATED_TERMS_H_
