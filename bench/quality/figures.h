// The measures of a system over all its questions, and of each answer type.

#ifndef FOOTNOTE_BENCH_QUALITY_FIGURES_H_
#define FOOTNOTE_BENCH_QUALITY_FIGURES_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/quality/measurement.pb.h"
#include "bench/quality/measures.h"

namespace footnote::bench {

// Some questions of a system, each as often as it counts. They outlive it.
using Sample = std::vector<const JudgedQuestion*>;

// A figure that some questions have.
struct Measure {
  std::string name;   // As Figure.measure and --check have it, `p_at_1`.
  std::string title;  // As a table has it, `P@1`.

  // Whether only systems with a confidence have it.
  bool needs_confidence = false;

  // Whether it is a share whose count is of interest.
  bool is_count = false;

  // Whether a question counts for it.
  std::function<bool(const JudgedQuestion&)> counts;

  // Its value over questions that count; nothing if they do not give one.
  std::function<std::optional<double>(const Sample&)> value;
};

// Returns all measures, in the order of a table.
const std::vector<Measure>& Measures();

// Returns what the system of `sample` was sure of: of an answerable question
// whether the first sentence was right, of another that it was not.
std::vector<Claim> ClaimsOf(const Sample& sample);

// Replaces the figures of `system` by what follows from its questions: each
// measure that it has, over all questions and over those of each answer type,
// by type in alphabetical order.
void FillFigures(System* system);

// Returns the figure of `measure` for `answer_type`, empty for all, or null.
const Figure* FindFigure(const System& system, const std::string& measure,
                         const std::string& answer_type);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_FIGURES_H_
