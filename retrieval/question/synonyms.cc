#include "retrieval/question/synonyms.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "retrieval/question/inference.h"
#include "retrieval/question/statement_conditions.h"
#include "retrieval/status.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Returns whether `name` is one word of capitals, perhaps with digits.
bool IsAcronym(absl::string_view name) {
  return name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return absl::ascii_isupper(byte) || absl::ascii_isdigit(byte) ||
                  c == '.' || c == '-';
         });
}

// Those that no article explains, as a reader knows them.
constexpr struct {
  absl::string_view acronym;
  absl::string_view long_form;
} kWellKnown[] = {
    {"U.S.", "United States"},
    {"U.K.", "United Kingdom"},
    {"U.N.", "United Nations"},
    {"E.U.", "European Union"},
};

std::optional<std::string> FindWellKnown(absl::string_view name) {
  std::string letters(name);
  letters.erase(std::remove(letters.begin(), letters.end(), '.'),
                letters.end());
  for (const auto& [acronym, long_form] : kWellKnown) {
    if (name == long_form) return std::string(acronym);
    if (letters == absl::StrCat(acronym.substr(0, 1), acronym.substr(2, 1))) {
      return std::string(long_form);
    }
  }
  return std::nullopt;
}

absl::StatusOr<std::optional<std::string>> FindSynonym(
    absl::string_view name, AnnotationReader& reader) {
  const std::optional<std::string> known = FindWellKnown(name);
  if (known.has_value()) return known;
  return IsAcronym(name) ? reader.FindLongForm(name) : reader.FindAcronym(name);
}

// Returns the position of `term` among the terms of `*plan`, where it is added
// for the word `word` if it is missing.
uint32_t Place(const std::string& term, absl::string_view word,
               QueryPlan* plan) {
  for (uint32_t i = 0; i < plan->terms.size(); ++i) {
    if (plan->terms[i].term == term) return i;
  }
  PlannedTerm added;
  added.term = term;
  added.word = std::string(word);
  added.is_synonym = true;
  plan->terms.push_back(std::move(added));
  return static_cast<uint32_t>(plan->terms.size() - 1);
}

// Adds `stands_for` to the terms of `*plan` beside those of `name`.
void AddTerms(absl::string_view name, absl::string_view stands_for,
              QueryPlan* plan) {
  TermSynonym synonym;
  for (const Term& term : Tokenize(name)) {
    for (uint32_t i = 0; i < plan->terms.size(); ++i) {
      if (plan->terms[i].term == term.text) synonym.terms.push_back(i);
    }
  }
  if (synonym.terms.empty()) return;
  for (const std::string& term : ContentTerms(stands_for)) {
    synonym.by.push_back(Place(term, name, plan));
  }
  if (synonym.by.empty()) return;
  plan->term_synonyms.push_back(std::move(synonym));
  plan->synonyms.push_back({std::string(name), std::string(stands_for)});
}

absl::Status AddForms(AnnotationReader& reader, std::vector<Entity>* entities) {
  for (Entity& entity : *entities) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto synonym,
                              FindSynonym(entity.forms.front(), reader));
    if (synonym.has_value()) entity.forms.push_back(*synonym);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status AddSynonyms(absl::string_view question, AnnotationReader& reader,
                         QueryPlan* plan) {
  for (const std::string& name : NamesIn(question)) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto synonym, FindSynonym(name, reader));
    if (synonym.has_value()) AddTerms(name, *synonym, plan);
  }
  FOOTNOTE_RETURN_IF_ERROR(AddForms(reader, &plan->statement.entities));
  return AddForms(reader, &plan->entities);
}

}  // namespace footnote
