#include "retrieval/answer/answer_form.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

// Sorted, so that a binary search finds a word.
constexpr absl::string_view kNumberWords[] = {
    "billion",   "billions", "couple",    "dozen",     "dozens",  "eight",
    "eighteen",  "eighty",   "eleven",    "fifteen",   "fifty",   "five",
    "forty",     "four",     "fourteen",  "half",      "hundred", "hundreds",
    "million",   "millions", "nine",      "nineteen",  "ninety",  "one",
    "quarter",   "seven",    "seventeen", "seventy",   "six",     "sixteen",
    "sixty",     "ten",      "third",     "thirteen",  "thirty",  "thousand",
    "thousands", "three",    "trillion",  "trillions", "twelve",  "twenty",
    "twice",     "two",      "zero"};

bool IsNumber(absl::string_view word) {
  return HasDigit(word) ||
         std::binary_search(std::begin(kNumberWords), std::end(kNumberWords),
                            absl::AsciiStrToLower(word));
}

// Returns whether `word` begins with a capital; any letter beyond ASCII may be
// one.
bool MayBeName(absl::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (absl::ascii_isupper(first) || first >= 0x80) &&
         !IsStopWord(absl::AsciiStrToLower(word));
}

}  // namespace

bool HoldsForm(const Candidate& candidate, const QueryPlan& plan) {
  if (plan.form == ExpectedForm::kAny) return true;
  if (plan.form == ExpectedForm::kDate) {
    return FindAnswerSpan(candidate, plan).has_value();
  }
  const auto fits = plan.form == ExpectedForm::kNumber ? &IsNumber : &MayBeName;
  auto hit = candidate.hits.begin();
  for (uint32_t i = 0; i < candidate.term_ranges.size(); ++i) {
    if (hit != candidate.hits.end() && hit->position == i) {
      ++hit;  // A term of the question.
    } else if (fits(Slice(candidate.text, candidate.term_ranges[i]))) {
      return true;
    }
  }
  return false;
}

}  // namespace footnote
