#include "retrieval/question/planner.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/term_folding.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Returns whether a word of the question, found as `term`, is a function word.
// The marked form of an acronym, as "u.s", is none.
bool IsFunctionWord(absl::string_view word, absl::string_view term) {
  if (term.find('.') != absl::string_view::npos) return false;
  std::string folded;
  FoldWord(word, &folded);
  return IsStopWord(folded);
}

bool IsNumber(absl::string_view term) {
  return !term.empty() &&
         absl::ascii_isdigit(static_cast<unsigned char>(term.front()));
}

bool HasCapital(absl::string_view word) {
  return absl::ascii_isupper(static_cast<unsigned char>(word.front()));
}

bool Holds(const std::vector<PlannedTerm>& terms, absl::string_view term) {
  return std::any_of(terms.begin(), terms.end(), [term](const auto& planned) {
    return planned.term == term;
  });
}

}  // namespace

QueryPlan Plan(absl::string_view text, StopWords stop_words) {
  QueryPlan plan;
  std::vector<PlannedTerm> function_words;
  ForEachTerm(text, [&](absl::string_view term, ByteRange range) {
    const absl::string_view word = Slice(text, range);
    const bool is_function_word = IsFunctionWord(word, term);
    std::vector<PlannedTerm>& terms =
        is_function_word ? function_words : plan.terms;
    if (is_function_word) plan.ignored_words.emplace_back(word);
    if (!Holds(terms, term)) {
      terms.push_back({std::string(term), std::string(word), IsNumber(term),
                       range.begin > 0 && HasCapital(word)});
    }
    return true;
  });
  if (plan.terms.empty() && stop_words == StopWords::kKeepIfAlone) {
    plan.terms = std::move(function_words);
    plan.ignored_words.clear();
  }
  plan.form = ExpectForm(text);
  return plan;
}

}  // namespace footnote
