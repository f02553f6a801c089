// Which sentences are right, and how many answers have one.

#ifndef FOOTNOTE_TESTS_END_TO_END_RIGHT_ANSWERS_H_
#define FOOTNOTE_TESTS_END_TO_END_RIGHT_ANSWERS_H_

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote::testing {

// What a right sentence is: one of a document that contains a text.
using Gold = std::vector<std::pair<std::string, std::string>>;

// Returns the rank of the first right sentence from 1, or 0.
inline int RightRank(const Gold& gold, const v1::Answer& answer) {
  for (int i = 0; i < answer.sentences_size(); ++i) {
    const v1::CitedSentence& sentence = answer.sentences(i);
    const bool is_right =
        std::any_of(gold.begin(), gold.end(), [&sentence](const auto& right) {
          return sentence.citation().document_id() == right.first &&
                 absl::StrContains(sentence.text(), right.second);
        });
    if (is_right) return i + 1;
  }
  return 0;
}

// Counts answers to questions that have one, and to others.
struct Score {
  int answerable = 0;
  int first_right = 0;
  int right_in_three = 0;
  int unanswered = 0;
  int unanswerable = 0;
  int silent = 0;  // Of the unanswerable.

  void Add(bool is_answerable, const Gold& gold, const v1::Answer& answer) {
    const bool is_answered = answer.outcome() == v1::OUTCOME_ANSWERED;
    if (!is_answerable) {
      ++unanswerable;
      silent += !is_answered;
      return;
    }
    ++answerable;
    unanswered += !is_answered;
    const int rank = RightRank(gold, answer);
    first_right += rank == 1;
    right_in_three += rank >= 1 && rank <= 3;
  }
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_END_TO_END_RIGHT_ANSWERS_H_
