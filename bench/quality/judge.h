// How well a system answered one question.

#ifndef FOOTNOTE_BENCH_QUALITY_JUDGE_H_
#define FOOTNOTE_BENCH_QUALITY_JUDGE_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "bench/dataset.h"
#include "bench/quality/measurement.pb.h"
#include "retrieval/answer/answer.h"

namespace footnote::bench {

// The sentences that a system gives for a question, best first; of each, text,
// document and span count.
using Sentences = std::vector<CitedSentence>;

// The default of footnote.v1.AskOptions.max_sentences, for systems that have no
// default of their own.
inline constexpr size_t kDefaultSentences = 3;

// The longer answers that are compared with whole ones.
inline constexpr size_t kFourSentences = 4;

// What a system gave for a question.
struct Reply {
  Sentences sentences;  // All that it was asked for.
  double confidence = 0;
  std::string answer_type;

  // The same with the default number of sentences and with four.
  Sentences default_sentences;
  Sentences four_sentences;

  // Four of the gold documents alone.
  Sentences given_sentences;

  // What it answered at its default threshold, nothing being silence; unset if
  // it does not decide.
  std::optional<Sentences> decision;
};

// Returns the first `count` of `sentences`, or all.
Sentences First(const Sentences& sentences, size_t count);

// Returns what `reply` is worth. Candidates that it does not hold stand behind
// the others, in an order that says nothing of how they were given.
JudgedQuestion Judge(const LabelledQuestion& question, const Reply& reply);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_JUDGE_H_
