#include "client/json_document.h"

#include <google/protobuf/struct.pb.h>

#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "client/json.h"

namespace footnote {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

// Returns the field of a document that `key` stands for.
absl::string_view FieldOf(absl::string_view key) {
  if (key == "_id") return "id";
  if (key == "date") return "published";
  return key;
}

// Returns where a document keeps the string field `field`, or null if it has
// none of that name.
std::string* FindField(v1::Document& document, absl::string_view field) {
  if (field == "id") return document.mutable_id();
  if (field == "title") return document.mutable_title();
  if (field == "text") return document.mutable_text();
  if (field == "uri") return document.mutable_uri();
  if (field == "source") return document.mutable_source();
  if (field == "published") return document.mutable_published();
  if (field == "language") return document.mutable_language();
  return nullptr;
}

absl::Status SetMetadata(const Value& value, v1::Document& document) {
  if (value.kind_case() != Value::kStructValue) {
    return absl::InvalidArgumentError("`metadata` is not an object");
  }
  for (const auto& [key, label] : value.struct_value().fields()) {
    if (label.kind_case() != Value::kStringValue) {
      return absl::InvalidArgumentError(
          absl::StrCat("`metadata.", key, "` is not a string"));
    }
    (*document.mutable_metadata())[key] = label.string_value();
  }
  return absl::OkStatus();
}

absl::Status SetField(absl::string_view key, const Value& value,
                      UnknownKeys unknown_keys, v1::Document& document) {
  const absl::string_view name = FieldOf(key);
  std::string* const field = FindField(document, name);
  if (field == nullptr && name != "metadata") {
    if (unknown_keys == UnknownKeys::kIgnore) return absl::OkStatus();
    return absl::InvalidArgumentError(absl::StrCat(
        "unknown key `", key, "`; --lenient ignores unknown keys"));
  }
  if (value.kind_case() == Value::kNullValue) return absl::OkStatus();
  if (field == nullptr) return SetMetadata(value, document);
  if (value.kind_case() != Value::kStringValue) {
    return absl::InvalidArgumentError(
        absl::StrCat("`", key, "` is not a string"));
  }
  *field = value.string_value();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Document> ParseJsonDocument(absl::string_view line,
                                               UnknownKeys unknown_keys) {
  const absl::StatusOr<Struct> object = ParseJsonObject(line);
  if (!object.ok()) return object.status();
  for (const auto& [alias, name] :
       {std::pair("_id", "id"), std::pair("date", "published")}) {
    if (object->fields().contains(alias) && object->fields().contains(name)) {
      return absl::InvalidArgumentError(
          absl::StrCat("`", alias, "` and `", name, "` mean the same"));
    }
  }
  v1::Document document;
  for (const auto& [key, value] : object->fields()) {
    const absl::Status set = SetField(key, value, unknown_keys, document);
    if (!set.ok()) return set;
  }
  return document;
}

}  // namespace footnote
