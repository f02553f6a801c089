#include "client/json.h"

#include <google/protobuf/util/json_util.h>

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

using google::protobuf::Message;
using google::protobuf::util::JsonPrintOptions;

std::optional<std::string> Print(const Message& message, JsonLayout layout) {
  JsonPrintOptions options;
  options.always_print_primitive_fields = true;
  options.add_whitespace = layout == JsonLayout::kIndented;
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(message, &json, options)
           .ok()) {
    return std::nullopt;
  }
  return std::string(absl::StripSuffix(json, "\n"));
}

// Protobuf's parser takes more than JSON: strings in single quotes, names
// without quotes, unknown escapes, which it drops. Returns the first such
// character of `json`, or nothing.
std::optional<size_t> FirstLooseCharacter(absl::string_view json) {
  bool in_string = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string && c == '\\') {
      ++i;
      if (i == json.size() || !absl::StrContains("\"\\/bfnrtu", json[i])) {
        return i - 1;
      }
    } else if (in_string ? static_cast<unsigned char>(c) < 0x20
                         : !absl::StrContains("{}[]:, \t\r\n0123456789+-.eE"
                                              "truefalsn",
                                              c)) {
      return i;
    }
  }
  return std::nullopt;
}

absl::Status CheckCharacters(absl::string_view json) {
  if (const auto byte = FirstInvalidUtf8(json); byte.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("byte ", *byte + 1, " is not valid UTF-8"));
  }
  if (const auto byte = FirstLooseCharacter(json); byte.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("not JSON at byte ", *byte + 1));
  }
  return absl::OkStatus();
}

// Protobuf's parser shows the place on further lines; only the first is a
// sentence. Duplicate keys it names in words of its own.
template <typename ParseStatus>
absl::Status Explain(const ParseStatus& status) {
  const std::string text(status.message().data(), status.message().size());
  const std::pair<std::string, std::string> lines =
      absl::StrSplit(text, absl::MaxSplits('\n', 1));
  std::string message(absl::StripAsciiWhitespace(lines.first));
  const size_t repeated = message.find("Repeated map key: '");
  if (repeated != std::string::npos) {
    const std::vector<std::string> parts =
        absl::StrSplit(message.substr(repeated), '\'');
    message = absl::StrCat("key `", parts[1], "` stands twice");
  }
  return absl::InvalidArgumentError(message);
}

}  // namespace

std::string ToJson(const Message& message, JsonLayout layout) {
  if (std::optional<std::string> json = Print(message, layout)) return *json;
  const auto* status = dynamic_cast<const google::rpc::Status*>(&message);
  if (status == nullptr) return "{}";
  google::rpc::Status known = *status;
  known.clear_details();
  for (const google::protobuf::Any& detail : status->details()) {
    if (Print(detail, layout).has_value()) *known.add_details() = detail;
  }
  return Print(known, layout).value_or("{}");
}

std::string ErrorToJson(const google::rpc::Status& error) {
  return absl::StrCat("{\"error\":", ToJson(error, JsonLayout::kOneLine), "}");
}

absl::StatusOr<google::protobuf::Struct> ParseJsonObject(
    absl::string_view json) {
  const absl::Status characters = CheckCharacters(json);
  if (!characters.ok()) return characters;
  if (absl::StripLeadingAsciiWhitespace(json).substr(0, 1) != "{") {
    return absl::InvalidArgumentError("not a JSON object");
  }
  google::protobuf::Struct object;
  const auto status = google::protobuf::util::JsonStringToMessage(
      {json.data(), json.size()}, &object);
  if (!status.ok()) return Explain(status);
  return object;
}

absl::Status ParseJson(absl::string_view json, Message& message,
                       UnknownJson unknown) {
  const absl::Status object = ParseJsonObject(json).status();
  if (!object.ok()) return object;
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = unknown == UnknownJson::kIgnore;
  const auto status = google::protobuf::util::JsonStringToMessage(
      {json.data(), json.size()}, &message, options);
  return status.ok() ? absl::OkStatus() : Explain(status);
}

}  // namespace footnote
