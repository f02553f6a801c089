#include "client/interpretation_text.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/answer_type.h"

namespace footnote {
namespace {

// Paths go on behind it with an index.
constexpr absl::string_view kEntities = "entities";

std::string Quoted(absl::string_view text) {
  return absl::StrCat("\"", text, "\"");
}

// Returns the field and its value as people read them.
std::string Inferred(const v1::Inference& inference) {
  const std::string& field = inference.field();
  if (field == "answer_type") {
    return absl::StrCat("answer type ", AnswerTypeName(inference.value()));
  }
  if (absl::StartsWith(field, kEntities)) {
    return absl::StrCat("entity ", Quoted(inference.value()));
  }
  if (field == "speaker") {
    return absl::StrCat("speaker ", Quoted(inference.value()));
  }
  return absl::StrCat(field, " ", inference.value());
}

std::string InferenceText(const v1::Inference& inference) {
  std::string text = Inferred(inference);
  if (!inference.words().empty() && inference.words() != inference.value()) {
    absl::StrAppend(&text, " (", Quoted(inference.words()), ")");
  }
  return text;
}

std::string SynonymText(const v1::Synonym& synonym) {
  return absl::StrCat(Quoted(synonym.stands_for()), " (",
                      Quoted(synonym.words()), ")");
}

// Returns `heading` and each of `items` in the words of `text`; empty if there
// is none.
template <typename Items, typename Text>
std::string Line(absl::string_view heading, const Items& items, Text text) {
  if (items.empty()) return "";
  return absl::StrCat(
      heading,
      absl::StrJoin(items, ", ", [text](std::string* out, const auto& item) {
        absl::StrAppend(out, text(item));
      }));
}

}  // namespace

std::vector<std::string> InterpretationLines(
    const v1::Interpretation& interpretation) {
  std::vector<std::string> lines = {
      Line("taken from the question: ", interpretation.inferences(),
           InferenceText),
      Line("searched for, too: ", interpretation.synonyms(), SynonymText)};
  lines.erase(std::remove(lines.begin(), lines.end(), ""), lines.end());
  return lines;
}

bool IsInferred(const v1::Interpretation& interpretation,
                absl::string_view field) {
  const auto& inferences = interpretation.inferences();
  return std::any_of(inferences.begin(), inferences.end(),
                     [field](const v1::Inference& inference) {
                       return inference.field() == field;
                     });
}

std::vector<std::string> GivenEntities(
    const v1::Interpretation& interpretation) {
  std::vector<std::string> given;
  for (int i = 0; i < interpretation.entities_size(); ++i) {
    if (!IsInferred(interpretation, absl::StrCat(kEntities, "[", i, "]"))) {
      given.push_back(interpretation.entities(i));
    }
  }
  return given;
}

}  // namespace footnote
