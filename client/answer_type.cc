#include "client/answer_type.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace footnote {

std::string AnswerTypeName(absl::string_view name) {
  return absl::StrReplaceAll(
      absl::AsciiStrToLower(absl::StripPrefix(name, "ANSWER_TYPE_")),
      {{"_", "-"}});
}

std::vector<std::pair<std::string, v1::AnswerType>> AnswerTypes() {
  std::vector<std::pair<std::string, v1::AnswerType>> types;
  const auto* known = v1::AnswerType_descriptor();
  for (int i = 0; i < known->value_count(); ++i) {
    const auto type = static_cast<v1::AnswerType>(known->value(i)->number());
    if (type == v1::ANSWER_TYPE_UNSPECIFIED) continue;
    types.emplace_back(AnswerTypeName(v1::AnswerType_Name(type)), type);
  }
  return types;
}

}  // namespace footnote
