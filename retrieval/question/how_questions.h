// What a question with "how" asks for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_HOW_QUESTIONS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_HOW_QUESTIONS_H_

#include <cstddef>

#include "retrieval/question/answer_type.h"
#include "retrieval/question/question_words.h"

namespace footnote {

// Returns what is asked for by the "how" at word `at`: "how many", "how long";
// a manner if nothing behind it tells. Thread-safe.
InferredAnswerType TypeBehindHow(const QuestionWords& words, size_t at);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_HOW_QUESTIONS_H_
