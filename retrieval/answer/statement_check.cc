#include "retrieval/answer/statement_check.h"

#include <algorithm>
#include <string>
#include <vector>

#include "retrieval/answer/sentence_annotations.h"
#include "retrieval/text/names.h"
#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

bool Holds(const Candidate& candidate, const std::vector<std::string>& terms) {
  return !terms.empty() &&
         std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
           return std::find(candidate.term_hashes.begin(),
                            candidate.term_hashes.end(),
                            HashTerm(term)) != candidate.term_hashes.end();
         });
}

// Returns whether the sentence names `form`, holds its words, or says a word
// that stands for it.
bool IsAbout(const Candidate& candidate, const std::string& form) {
  const Annotations& document = candidate.document->annotations;
  const auto& places = candidate.annotations.places;
  return std::any_of(places.begin(), places.end(),
                     [&](const NamePlace& place) {
                       const Name& name = document.names[place.name];
                       return NamesMatch(form, name.full, name.title);
                     }) ||
         Holds(candidate, ContentTerms(form));
}

bool IsAboutAll(const Candidate& candidate,
                const std::vector<Entity>& entities) {
  return std::all_of(
      entities.begin(), entities.end(), [&](const Entity& entity) {
        return std::any_of(
            entity.forms.begin(), entity.forms.end(),
            [&](const std::string& form) { return IsAbout(candidate, form); });
      });
}

bool IsSaidBy(const Candidate& candidate, const std::string& speaker) {
  return SpeechOf(speaker, candidate.annotations,
                  candidate.document->annotations, candidate.range) != nullptr;
}

}  // namespace

std::optional<RejectionReason> FailedCondition(
    const Candidate& candidate, const std::optional<TypedSpan>& span,
    const QueryPlan& plan) {
  const StatementConditions& statement = plan.statement;
  if (!IsAboutAll(candidate, statement.entities)) {
    return RejectionReason::kEntityNotFound;
  }
  if (!statement.speaker.empty() && !IsSaidBy(candidate, statement.speaker)) {
    return RejectionReason::kOtherSpeaker;
  }
  if (statement.event.has_value() &&
      !SpeaksOf(candidate.annotations, *statement.event)) {
    return RejectionReason::kOtherTime;
  }
  if (plan.type_is_given && HasSpan(plan.type) && !span.has_value()) {
    return RejectionReason::kTypeNotFound;
  }
  return std::nullopt;
}

}  // namespace footnote
