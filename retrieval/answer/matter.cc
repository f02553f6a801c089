#include "retrieval/answer/matter.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// The least shares of the terms that matter.
constexpr double kSharedTerms = 0.75;
constexpr double kSharedInSentence = 0.5;

// How many predicates there have to be for one of them to be missing.
constexpr size_t kManyPredicates = 5;

bool At(const TermMarks& flags, uint32_t position) {
  return position < flags.size() && flags[position];
}

}  // namespace

Matter::Matter(const QueryPlan& plan)
    : plan_(plan), has_name_(!plan.statement.entities.empty()) {
  for (uint32_t i = 0; i < plan.terms.size(); ++i) {
    const PlannedTerm& term = plan.terms[i];
    if (term.is_synonym) continue;
    const bool is_time =
        std::count(plan.event_terms.begin(), plan.event_terms.end(), i) > 0;
    has_name_ = has_name_ || term.is_name;
    const bool is_required = term.is_name || term.is_number || is_time;
    if (is_required) required_.push_back(i);
    if (term.importance < 1) continue;
    important_.push_back(i);
    if (!is_required) predicates_.push_back(i);
  }
}

bool Matter::IsInSentence(uint32_t term, const Candidate& candidate) const {
  if (At(candidate.in_sentence, term)) return true;
  return std::any_of(
      plan_.term_synonyms.begin(), plan_.term_synonyms.end(),
      [&](const TermSynonym& synonym) {
        return std::count(synonym.terms.begin(), synonym.terms.end(), term) >
                   0 &&
               std::all_of(
                   synonym.by.begin(), synonym.by.end(),
                   [&](uint32_t by) { return At(candidate.in_sentence, by); });
      });
}

bool Matter::IsMeant(uint32_t term, const Candidate& candidate) const {
  return IsInSentence(term, candidate) || At(candidate.in_meaning, term) ||
         At(candidate.in_title, term);
}

bool Matter::IsNear(uint32_t term, const Candidate& candidate) const {
  return IsMeant(term, candidate) || At(candidate.in_previous, term) ||
         At(candidate.in_next, term);
}

bool Matter::IsHeldBy(const Candidate& candidate) const {
  if (!has_name_ || important_.empty()) return false;
  const auto share = [this](auto&& holds) {
    return static_cast<double>(
               std::count_if(important_.begin(), important_.end(), holds)) /
           static_cast<double>(important_.size());
  };
  return std::all_of(required_.begin(), required_.end(),
                     [&](uint32_t term) { return IsNear(term, candidate); }) &&
         share([&](uint32_t term) { return IsMeant(term, candidate); }) >=
             kSharedTerms &&
         share([&](uint32_t term) { return IsInSentence(term, candidate); }) >=
             kSharedInSentence;
}

bool Matter::HoldsPredicates(const Candidate& candidate) const {
  const auto missing =
      std::count_if(predicates_.begin(), predicates_.end(),
                    [&](uint32_t term) { return !IsMeant(term, candidate); });
  return missing <= (predicates_.size() >= kManyPredicates ? 1 : 0);
}

std::string Matter::Subject(
    const std::vector<const Candidate*>& candidates) const {
  std::string subject;
  for (uint32_t i = 0; i < plan_.terms.size(); ++i) {
    if (plan_.terms[i].is_synonym) continue;
    const bool is_shared = std::all_of(
        candidates.begin(), candidates.end(),
        [&](const Candidate* candidate) { return IsMeant(i, *candidate); });
    if (!is_shared) continue;
    absl::StrAppend(&subject, subject.empty() ? "" : " ", plan_.terms[i].word);
  }
  return subject;
}

}  // namespace footnote
