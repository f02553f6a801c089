#include "retrieval/text/time_expression.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/text/time_grammar.h"
#include "retrieval/text/time_resolution.h"
#include "retrieval/text/time_tokens.h"

namespace footnote {
namespace {

// How far a verb may stand from the time that it speaks of, in tokens.
constexpr size_t kVerbBefore = 12;
constexpr size_t kVerbAfter = 8;

// Returns what the verb at `i` of `tokens` says of the time.
Tense TenseAt(absl::string_view text, const std::vector<TimeToken>& tokens,
              size_t i) {
  const auto word = [&tokens](size_t at) {
    return at < tokens.size() ? tokens[at].word : TimeWord::kEnd;
  };
  switch (word(i)) {
    case TimeWord::kWas:
      return Tense::kPast;
    case TimeWord::kWill: {
      // "had been scheduled to close"
      const bool been =
          i >= 2 && word(i - 1) == TimeWord::kWas &&
          word(i - 2) == TimeWord::kWas &&
          absl::EqualsIgnoreCase(
              text.substr(tokens[i - 1].begin,
                          tokens[i - 1].end - tokens[i - 1].begin),
              "been");
      return been ? Tense::kPast : Tense::kFuture;
    }
    case TimeWord::kPlan:
      return word(i + 1) == TimeWord::kTo || word(i + 1) == TimeWord::kFor
                 ? Tense::kFuture
                 : Tense::kOpen;
    case TimeWord::kIs:
      return word(i + 1) == TimeWord::kTo ? Tense::kFuture : Tense::kOpen;
    default:
      return Tense::kOpen;
  }
}

// Returns the tense of the verb nearest to `reading` in its sentence; what
// stands before it comes first.
Tense TenseOf(absl::string_view text, const std::vector<TimeToken>& tokens,
              const TimeReading& reading) {
  if (reading.begin > 0 && !tokens[reading.begin].starts) {
    const TimeWord before = tokens[reading.begin - 1].word;
    if (before == TimeWord::kSince || before == TimeWord::kWas) {
      return Tense::kDone;
    }
  }
  const size_t first = reading.begin - std::min(reading.begin, kVerbBefore);
  for (size_t i = reading.begin; i > first; --i) {
    if (tokens[i].starts) break;
    const Tense found = TenseAt(text, tokens, i - 1);
    if (found != Tense::kOpen) return found;
  }
  const size_t last = std::min(tokens.size(), reading.end + kVerbAfter);
  for (size_t i = reading.end; i < last; ++i) {
    if (tokens[i].starts) break;
    const Tense found = TenseAt(text, tokens, i);
    if (found != Tense::kOpen) return found;
  }
  return Tense::kOpen;
}

// Returns how the words before `reading` bind the sentence to it.
TimeBound BoundOf(absl::string_view text, const std::vector<TimeToken>& tokens,
                  const TimeReading& reading) {
  size_t i = reading.begin;
  // "until the end of 2024", "since early 2019".
  const auto passed = [&](size_t token) {
    const absl::string_view word = text.substr(
        tokens[token].begin, tokens[token].end - tokens[token].begin);
    return tokens[token].word == TimeWord::kThe ||
           tokens[token].word == TimeWord::kOf || word == "end" ||
           word == "start" || word == "least" || word == "late" ||
           word == "early";
  };
  constexpr size_t kReach = 3;
  size_t steps = 0;
  while (i > 0 && !tokens[i].starts && steps < kReach && passed(i - 1)) {
    --i;
    ++steps;
  }
  if (i == 0 || tokens[i].starts) return TimeBound::kWithin;
  switch (tokens[i - 1].word) {
    case TimeWord::kBy:
    case TimeWord::kThrough:
      return TimeBound::kBy;
    case TimeWord::kSince:
    case TimeWord::kFrom:
      return TimeBound::kSince;
    case TimeWord::kBefore:
      return TimeBound::kBefore;
    case TimeWord::kAfter:
      return TimeBound::kAfter;
    default:
      return TimeBound::kWithin;
  }
}

// Joins the ends of a range, if both are dates and in order.
void Join(TimeExpression& begin, TimeExpression& end) {
  if (!begin.period.has_value() || !end.period.has_value()) return;
  if (begin.period->begin > end.period->begin) return;
  begin.interval = end.interval = absl::StrCat(begin.value, "/", end.value);
  begin.bound = TimeBound::kSince;
  end.bound = TimeBound::kBy;
}

}  // namespace

std::vector<TimeExpression> FindTimeExpressions(
    absl::string_view text, std::optional<absl::CivilDay> published) {
  const std::vector<TimeToken> tokens = CutTimeTokens(text);
  std::vector<TimeExpression> expressions;
  TimeResolver resolver(published);
  bool in_range = false;
  for (const TimeReading& reading : ReadTimes(text, tokens)) {
    TimeExpression expression =
        resolver.Resolve(reading, TenseOf(text, tokens, reading));
    expression.range = {tokens[reading.begin].begin,
                        tokens[reading.end - 1].end};
    expression.bound = BoundOf(text, tokens, reading);
    expressions.push_back(std::move(expression));
    if (in_range) Join(*(expressions.rbegin() + 1), expressions.back());
    in_range = reading.range_begin;
  }
  return expressions;
}

}  // namespace footnote
