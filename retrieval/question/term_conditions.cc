#include "retrieval/question/term_conditions.h"

#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "retrieval/status.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

TermGroup TermsOf(absl::string_view text) {
  TermGroup terms;
  ForEachTerm(text, [&terms](absl::string_view term, ByteRange) {
    terms.emplace_back(term);
    return true;
  });
  return terms;
}

// Cuts each of `texts`, which stand in `field`, into terms.
std::vector<TermGroup> Cut(const std::vector<std::string>& texts,
                           absl::string_view field,
                           std::vector<FieldViolation>* violations) {
  std::vector<TermGroup> groups;
  for (size_t i = 0; i < texts.size(); ++i) {
    groups.push_back(TermsOf(texts[i]));
    if (groups.back().empty()) {
      violations->push_back({absl::StrCat(field, "[", i, "]"),
                             "holds no word; name one, or leave it out."});
    }
  }
  return groups;
}

}  // namespace

absl::StatusOr<TermConditions> PlanConditions(const Question& question) {
  std::vector<FieldViolation> violations;
  TermConditions conditions;
  conditions.required =
      Cut(question.required_terms, "required_terms", &violations);
  conditions.excluded =
      Cut(question.excluded_terms, "excluded_terms", &violations);
  conditions.phrases = Cut(question.phrases, "phrases", &violations);
  if (!violations.empty()) return InvalidFields(violations);
  return conditions;
}

}  // namespace footnote
