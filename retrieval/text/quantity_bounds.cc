#include "retrieval/text/quantity_bounds.h"

#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {
namespace {

using Bound = QuantityBound;

struct Phrase {
  absl::string_view words;
  Bound bound;
};

// Longer phrases stand before the shorter ones that they end in.
constexpr Phrase kBefore[] = {
    {"not more than", Bound::kAtMost},  {"no more than", Bound::kAtMost},
    {"no fewer than", Bound::kAtLeast}, {"not fewer than", Bound::kAtLeast},
    {"no less than", Bound::kAtLeast},  {"not less than", Bound::kAtLeast},
    {"no later than", Bound::kExactly}, {"other than", Bound::kExactly},
    {"rather than", Bound::kExactly},   {"less than", Bound::kLessThan},
    {"fewer than", Bound::kLessThan},   {"lower than", Bound::kLessThan},
    {"smaller than", Bound::kLessThan}, {"shorter than", Bound::kLessThan},
    {"younger than", Bound::kLessThan}, {"more than", Bound::kMoreThan},
    {"greater than", Bound::kMoreThan}, {"higher than", Bound::kMoreThan},
    {"larger than", Bound::kMoreThan},  {"longer than", Bound::kMoreThan},
    {"older than", Bound::kMoreThan},   {"in excess of", Bound::kMoreThan},
    {"upwards of", Bound::kMoreThan},   {"north of", Bound::kMoreThan},
    {"well over", Bound::kMoreThan},    {"just over", Bound::kMoreThan},
    {"over", Bound::kMoreThan},         {"above", Bound::kMoreThan},
    {"exceeding", Bound::kMoreThan},    {"topping", Bound::kMoreThan},
    {"just under", Bound::kLessThan},   {"under", Bound::kLessThan},
    {"below", Bound::kLessThan},        {"at least", Bound::kAtLeast},
    {"a minimum of", Bound::kAtLeast},  {"as few as", Bound::kAtLeast},
    {"as little as", Bound::kAtLeast},  {"at most", Bound::kAtMost},
    {"up to", Bound::kAtMost},          {"as many as", Bound::kAtMost},
    {"as much as", Bound::kAtMost},     {"a maximum of", Bound::kAtMost},
    {"an estimated", Bound::kAbout},    {"estimated", Bound::kAbout},
    {"about", Bound::kAbout},           {"around", Bound::kAbout},
    {"roughly", Bound::kAbout},         {"approximately", Bound::kAbout},
    {"approx", Bound::kAbout},          {"some", Bound::kAbout},
    {"nearly", Bound::kAbout},          {"almost", Bound::kAbout},
    {"close to", Bound::kAbout},        {"in the region of", Bound::kAbout},
};

// Behind "or".
constexpr Phrase kBehind[] = {
    {"more", Bound::kAtLeast}, {"so", Bound::kAbout},
    {"less", Bound::kAtMost},  {"fewer", Bound::kAtMost},
    {"over", Bound::kAtLeast},
};

// Returns where `words` begin if they end before token `end`, not before
// `floor`.
std::optional<size_t> BeginOf(const QuantityTokens& tokens, size_t floor,
                              size_t end, absl::string_view words) {
  size_t at = end;
  while (!words.empty()) {
    const size_t space = words.rfind(' ');
    const absl::string_view last =
        space == absl::string_view::npos ? words : words.substr(space + 1);
    if (at <= floor || !tokens.Continues(at) || !tokens.IsWord(at - 1, last)) {
      return std::nullopt;
    }
    --at;
    words = space == absl::string_view::npos ? "" : words.substr(0, space);
  }
  return at;
}

}  // namespace

Qualifier QualifierBefore(const QuantityTokens& tokens, size_t floor,
                          size_t begin, bool time) {
  if (begin <= floor) return {begin};
  if (tokens.IsSign(begin - 1, '~')) return {begin - 1, Bound::kAbout};
  const bool stop =
      tokens.IsSign(begin - 1, '.') && tokens.IsWord(begin - 2, "approx");
  for (const Phrase& phrase : kBefore) {
    const auto edge =
        BeginOf(tokens, floor, stop ? begin - 1 : begin, phrase.words);
    if (!edge) continue;
    const bool during =
        time && phrase.words == "over" && !tokens.IsWord(*edge - 1, "for");
    if (during || phrase.bound == Bound::kExactly) break;
    return {*edge, phrase.bound};
  }
  return {begin};
}

Qualifier QualifierBehind(const QuantityTokens& tokens, size_t end) {
  if (tokens.IsSign(end, '+') && tokens.Touches(end)) {
    return {end + 1, Bound::kAtLeast};
  }
  if (!tokens.IsWord(end, "or") || tokens.IsWord(end + 2, "than")) return {end};
  for (const Phrase& phrase : kBehind) {
    if (tokens.IsWord(end + 1, phrase.words)) return {end + 2, phrase.bound};
  }
  return {end};
}

}  // namespace footnote
