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
    case TimeWord::kWas: {
      // "to be published"
      const bool ahead = i >= 1 && text.substr(tokens[i - 1].begin,
                                               tokens[i - 1].end -
                                                   tokens[i - 1].begin) == "be";
      return ahead ? Tense::kFuture : Tense::kPast;
    }
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
    // "signed July 1", "signed on July 1"
    size_t before = reading.begin - 1;
    const bool linked = tokens[before].word == TimeWord::kOn ||
                        tokens[before].word == TimeWord::kIn;
    if (linked && before > 0 && !tokens[before].starts) --before;
    if (tokens[before].word == TimeWord::kSince ||
        TenseAt(text, tokens, before) == Tense::kPast) {
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
  const auto word = [&](size_t token) {
    return text.substr(tokens[token].begin,
                       tokens[token].end - tokens[token].begin);
  };
  const auto passed = [&](size_t token) {
    return tokens[token].word == TimeWord::kThe ||
           tokens[token].word == TimeWord::kOf ||
           tokens[token].word == TimeWord::kIn ||
           tokens[token].word == TimeWord::kOn || word(token) == "end" ||
           word(token) == "start" || word(token) == "least";
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
      return TimeBound::kSince;
    case TimeWord::kFrom: {
      // "up from 1996" compares; "from 1996 on" and "starting in" begin.
      const bool on =
          reading.end < tokens.size() &&
          (tokens[reading.end].word == TimeWord::kOn ||
           absl::StartsWith(text.substr(tokens[reading.end].begin), "onward"));
      const bool starting = !absl::EqualsIgnoreCase(word(i - 1), "from");
      return on || starting ? TimeBound::kSince : TimeBound::kWithin;
    }
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
