// Questions with drawn features, of which few tell what is right.

#ifndef FOOTNOTE_TESTS_BENCH_DRAWN_QUESTIONS_H_
#define FOOTNOTE_TESTS_BENCH_DRAWN_QUESTIONS_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

#include "bench/training/feature_rows.h"

namespace footnote::bench {

inline constexpr size_t kDrawnSentences = 5;  // A question.

// Returns a question whose right sentence, if it has one, covers the most of
// it, and whose passage is good if it has one.
inline QuestionRows DrawQuestion(uint64_t fold, bool is_answerable,
                                 std::mt19937* random) {
  std::uniform_real_distribution<double> draw;
  QuestionRows rows;
  rows.fold = fold;
  rows.is_answerable = is_answerable;
  const size_t right =
      std::uniform_int_distribution<size_t>(0, kDrawnSentences - 1)(*random);
  for (size_t i = 0; i < kDrawnSentences; ++i) {
    SentenceFeatures sentence;
    for (const NamedFeature& feature : AllFeatures()) {
      sentence.*feature.value = draw(*random);
    }
    const bool is_right = is_answerable && i == right;
    sentence.passage_rank = 1;
    sentence.coverage = (is_right ? 0.6 : 0) + 0.4 * draw(*random);
    sentence.passage_fill = (is_answerable ? 0.4 : 0) + 0.6 * draw(*random);
    rows.sentences.push_back(sentence);
    rows.is_right.push_back(is_right);
  }
  return rows;
}

// Returns `count` questions of `seed`; unless all are answerable, every third
// has no answer.
inline QuestionSet DrawSet(const std::string& name, size_t count,
                           bool all_answerable, uint32_t seed) {
  std::mt19937 random(seed);
  QuestionSet set;
  set.name = name;
  for (size_t i = 0; i < count; ++i) {
    set.questions.push_back(
        DrawQuestion(i % kInnerFolds, all_answerable || i % 3 != 0, &random));
  }
  return set;
}

}  // namespace footnote::bench

#endif  // FOOTNOTE_TESTS_BENCH_DRAWN_QUESTIONS_H_
