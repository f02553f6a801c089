#include "retrieval/answer/shape_features.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/saturation.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

constexpr double kUsualTerms = 20;

absl::string_view WithoutClosers(absl::string_view text) {
  constexpr absl::string_view kClosers[] = {"\"", "'",      ")",
                                            "]",  "\u201D", "\u2019"};
  // Nearly all texts end in a stop.
  if (!text.empty() && text.back() == '.') return text;
  for (bool cut = true; cut;) {
    cut = false;
    for (const absl::string_view closer : kClosers) {
      if (absl::EndsWith(text, closer)) {
        text.remove_suffix(closer.size());
        cut = true;
      }
    }
  }
  return text;
}

bool EndsAsSentence(absl::string_view text) {
  constexpr absl::string_view kEnds = ".!?:;";
  text = WithoutClosers(text);
  return !text.empty() && (absl::StrContains(kEnds, text.back()) ||
                           absl::EndsWith(text, "\u2026"));
}

bool LeansBack(const Candidate& candidate) {
  // Sorted, so that a binary search finds a word.
  constexpr absl::string_view kFirstWords[] = {
      "additionally", "also", "and",   "but",   "finally",
      "furthermore",  "he",   "her",   "his",   "however",
      "instead",      "it",   "its",   "later", "meanwhile",
      "moreover",     "she",  "so",    "such",  "that",
      "their",        "then", "these", "they",  "this",
      "those",        "thus"};
  if (candidate.term_ranges.empty()) return false;
  char buffer[16];
  return std::binary_search(
      std::begin(kFirstWords), std::end(kFirstWords),
      LowerAscii(Slice(candidate.text, candidate.term_ranges.front()), buffer,
                 sizeof(buffer)));
}

double ShareOf(const SentenceWords& words, uint8_t any_of) {
  if (words.classes.empty()) return 0;
  const auto count = std::count_if(
      words.classes.begin(), words.classes.end(),
      [any_of](uint8_t classes) { return (classes & any_of) != 0; });
  return static_cast<double>(count) / static_cast<double>(words.classes.size());
}

bool IsMark(char c) {
  switch (c) {
    case ',':
    case '(':
    case ')':
    case '[':
    case ']':
    case ';':
    case '|':
    case '/':
      return true;
    default:
      return false;
  }
}

double Marks(const Candidate& candidate) {
  const auto marks =
      std::count_if(candidate.text.begin(), candidate.text.end(), IsMark);
  return std::min(1.0, static_cast<double>(marks) /
                           std::max<double>(candidate.term_count, 1));
}

}  // namespace

ShapeFeatures ComputeShapeFeatures(const Candidate& candidate,
                                   const SentenceWords& words) {
  ShapeFeatures features;
  features.length = Saturated(candidate.term_count, kUsualTerms);
  features.heading = EndsAsSentence(candidate.text) ? 0 : 1;
  features.question =
      absl::EndsWith(WithoutClosers(candidate.text), "?") ? 1 : 0;
  features.leans_back = LeansBack(candidate) ? 1 : 0;
  features.capitals = ShareOf(words, kCapitalWord);
  features.numbers = ShareOf(words, kNumberWordClass);
  features.function_words = ShareOf(words, kFunctionWord);
  features.marks = Marks(candidate);
  return features;
}

}  // namespace footnote
