// The questions whose rankings are kept.

#ifndef FOOTNOTE_TESTS_GOLDEN_GOLDEN_QUESTIONS_H_
#define FOOTNOTE_TESTS_GOLDEN_GOLDEN_QUESTIONS_H_

#include <string>
#include <vector>

#include "footnote/v1/question_answering.pb.h"
#include "tests/end_to_end/right_answers.h"

namespace footnote::testing {

// A question, and what answers it.
struct GoldenQuestion {
  v1::Question question;

  // The right sentences; none if the documents do not answer.
  Gold gold;
};

// Returns the questions of `examples`, a folder with questions.jsonl and
// answers.jsonl, in order, then those of the file `more`, whose lines are like
// those of answers.jsonl. Fails the test if a file is not of that form.
std::vector<GoldenQuestion> ReadGoldenQuestions(const std::string& examples,
                                                const std::string& more);

// Returns the words of `question`, in small letters and joined by hyphens: a
// name for a file.
std::string NameOf(const v1::Question& question);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_GOLDEN_GOLDEN_QUESTIONS_H_
