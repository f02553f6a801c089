#include "client/json_document.h"

#include <google/protobuf/struct.pb.h>

#include <set>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
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
                      v1::Document& document) {
  const absl::string_view name = FieldOf(key);
  std::string* const field = FindField(document, name);
  if (field == nullptr && name != "metadata") return absl::OkStatus();
  if (value.kind_case() == Value::kNullValue) return absl::OkStatus();
  if (field == nullptr) return SetMetadata(value, document);
  if (value.kind_case() != Value::kStringValue) {
    return absl::InvalidArgumentError(
        absl::StrCat("`", key, "` is not a string"));
  }
  *field = value.string_value();
  return absl::OkStatus();
}

// Names the keys of `object` that no document has, in alphabetical order.
absl::Status CheckKeys(const Struct& object) {
  v1::Document document;
  std::set<std::string> unknown;
  for (const auto& [key, value] : object.fields()) {
    const absl::string_view name = FieldOf(key);
    if (name != "metadata" && FindField(document, name) == nullptr) {
      unknown.insert(key);
    }
  }
  if (unknown.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      unknown.size() == 1 ? "unknown key `" : "unknown keys `",
      absl::StrJoin(unknown, "`, `"), "`; --lenient ignores unknown keys"));
}

// Two names of one field leave open which is meant.
absl::Status CheckAliases(const Struct& object) {
  for (const auto& [alias, name] :
       {std::pair("_id", "id"), std::pair("date", "published")}) {
    if (object.fields().contains(alias) && object.fields().contains(name)) {
      return absl::InvalidArgumentError(
          absl::StrCat("`", alias, "` and `", name, "` mean the same"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ParseJsonDocument(absl::string_view line, UnknownKeys unknown_keys,
                               v1::Document* document) {
  const absl::StatusOr<Struct> object = ParseJsonObject(line);
  if (!object.ok()) return object.status();
  absl::Status status = CheckAliases(*object);
  if (unknown_keys == UnknownKeys::kRefuse) status.Update(CheckKeys(*object));
  for (const auto& [key, value] : object->fields()) {
    status.Update(SetField(key, value, *document));
  }
  return status;
}

}  // namespace footnote
