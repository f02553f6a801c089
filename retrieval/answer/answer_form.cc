#include "retrieval/answer/answer_form.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

// Each list is sorted, so that a binary search finds a word.
constexpr absl::string_view kNumberWords[] = {
    "billion",   "billions", "couple",    "dozen",     "dozens",  "eight",
    "eighteen",  "eighty",   "eleven",    "fifteen",   "fifty",   "five",
    "forty",     "four",     "fourteen",  "half",      "hundred", "hundreds",
    "million",   "millions", "nine",      "nineteen",  "ninety",  "one",
    "quarter",   "seven",    "seventeen", "seventy",   "six",     "sixteen",
    "sixty",     "ten",      "third",     "thirteen",  "thirty",  "thousand",
    "thousands", "three",    "trillion",  "trillions", "twelve",  "twenty",
    "twice",     "two",      "zero"};
constexpr absl::string_view kDateWords[] = {
    "april",    "august",   "autumn",    "century", "decade",    "december",
    "fall",     "february", "friday",    "january", "july",      "june",
    "march",    "may",      "monday",    "morning", "night",     "november",
    "october",  "saturday", "september", "spring",  "summer",    "sunday",
    "thursday", "today",    "tomorrow",  "tuesday", "wednesday", "week",
    "weekend",  "winter",   "year",      "years",   "yesterday"};

template <size_t N>
bool Holds(const absl::string_view (&sorted)[N], absl::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

// Returns whether `word` begins with a capital; any letter beyond ASCII may be
// one.
bool MayBeName(absl::string_view word, absl::string_view lower) {
  const auto first = static_cast<unsigned char>(word.front());
  return (absl::ascii_isupper(first) || first >= 0x80) && !IsStopWord(lower);
}

bool Fits(ExpectedForm form, absl::string_view word) {
  const std::string lower = absl::AsciiStrToLower(word);
  switch (form) {
    case ExpectedForm::kAny:
      return true;
    case ExpectedForm::kNumber:
      return HasDigit(word) || Holds(kNumberWords, lower);
    case ExpectedForm::kDate:
      return HasDigit(word) || Holds(kDateWords, lower);
    case ExpectedForm::kName:
    case ExpectedForm::kPlace:
      return MayBeName(word, lower);
  }
  return true;
}

}  // namespace

bool HoldsForm(const Candidate& candidate, const QueryPlan& plan) {
  if (plan.form == ExpectedForm::kAny) return true;
  if (plan.type == AnswerType::kDate) {
    return FindAnswerSpan(candidate, plan).has_value();
  }
  WordScanner scanner(candidate.text);
  auto hit = candidate.hits.begin();
  for (Word word; scanner.Next(&word);) {
    const uint32_t begin = candidate.range.begin + word.range.begin;
    while (hit != candidate.hits.end() && hit->range.begin < begin) ++hit;
    const bool is_of_question =
        hit != candidate.hits.end() && hit->range.begin == begin;
    if (!is_of_question && Fits(plan.form, Slice(candidate.text, word.range))) {
      return true;
    }
  }
  return false;
}

}  // namespace footnote
