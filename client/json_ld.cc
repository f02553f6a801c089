#include "client/json_ld.h"

#include <google/protobuf/struct.pb.h>

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/json.h"

namespace footnote {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

// Returns what stands under `key`, or null.
const Value* Find(const Struct& object, const std::string& key) {
  const auto found = object.fields().find(key);
  return found == object.fields().end() ? nullptr : &found->second;
}

// Returns `value`, or the first of what it lists; null if there is nothing.
const Value* First(const Value* value) {
  if (value == nullptr || !value->has_list_value()) return value;
  const auto& values = value->list_value().values();
  return values.empty() ? nullptr : &values.Get(0);
}

std::string StringOf(const Struct& object, const std::string& key) {
  const Value* const value = First(Find(object, key));
  return value == nullptr ? "" : value->string_value();
}

// Returns a string, or the first of `keys` that an object has as a string.
std::string StringOrMember(const Value* value,
                           const std::vector<std::string>& keys) {
  value = First(value);
  if (value == nullptr) return "";
  for (const std::string& key : keys) {
    std::string member = StringOf(value->struct_value(), key);
    if (!member.empty()) return member;
  }
  return value->string_value();
}

// Appends the objects of `value`, those in arrays and graphs too. The parser
// bounds how deep they nest.
void AddObjects(const Value& value, std::vector<const Struct*>* objects) {
  for (const Value& item : value.list_value().values()) {
    AddObjects(item, objects);
  }
  if (!value.has_struct_value()) return;
  objects->push_back(&value.struct_value());
  const Value* const graph = Find(value.struct_value(), "@graph");
  if (graph != nullptr) AddObjects(*graph, objects);
}

bool IsArticleType(absl::string_view type) {
  return absl::EndsWith(type, "Article") || absl::EndsWith(type, "Posting") ||
         absl::EndsWith(type, "Report");
}

bool IsArticle(const Struct& object) {
  const Value* const type = Find(object, "@type");
  if (type == nullptr) return false;
  for (const Value& item : type->list_value().values()) {
    if (IsArticleType(item.string_value())) return true;
  }
  return IsArticleType(type->string_value());
}

std::string PublisherOf(const Struct& article,
                        const std::vector<const Struct*>& objects) {
  const Value* const publisher = First(Find(article, "publisher"));
  std::string name = StringOrMember(publisher, {"name", "legalName"});
  if (!name.empty() || publisher == nullptr) return name;
  const std::string id = StringOf(publisher->struct_value(), "@id");
  for (const Struct* object : objects) {
    if (id.empty() || StringOf(*object, "@id") != id) continue;
    name = StringOf(*object, "name");
    if (!name.empty()) return name;
  }
  return "";
}

JsonLdArticle Read(const Struct& article,
                   const std::vector<const Struct*>& objects) {
  JsonLdArticle read;
  read.headline = StringOf(article, "headline");
  if (read.headline.empty()) read.headline = StringOf(article, "name");
  read.published = StringOf(article, "datePublished");
  read.publisher = PublisherOf(article, objects);
  read.uri = StringOrMember(Find(article, "mainEntityOfPage"), {"@id", "url"});
  if (read.uri.empty()) read.uri = StringOf(article, "url");
  read.language =
      StringOrMember(Find(article, "inLanguage"), {"alternateName", "name"});
  read.body = StringOf(article, "articleBody");
  return read;
}

// Returns the object of a script, in a form that the parser takes: within one
// object, without the comments that some put around it for old browsers, and
// without the line feeds that some leave in strings.
absl::StatusOr<Struct> ParseScript(const xmlNode& script) {
  std::string json = TextOnOneLine(script);
  for (char& c : json) {
    if (absl::ascii_iscntrl(c)) c = ' ';
  }
  const size_t begin = json.find_first_of("[{");
  const size_t end = json.find_last_of("]}");
  if (begin == std::string::npos || end == std::string::npos || end < begin) {
    return absl::InvalidArgumentError("holds no JSON");
  }
  return ParseJsonObject(
      absl::StrCat("{\"@graph\":[", json.substr(begin, end + 1 - begin), "]}"));
}

}  // namespace

JsonLdArticle ReadJsonLd(const HtmlPage& page) {
  std::optional<JsonLdArticle> found;
  VisitElements(page.root(), [&found](const xmlNode& element) {
    if (found.has_value()) return false;
    const bool is_json_ld =
        ElementName(element) == "script" &&
        absl::StartsWithIgnoreCase(Attribute(element, "type"),
                                   "application/ld+json");
    if (!is_json_ld) return true;
    const absl::StatusOr<Struct> script = ParseScript(element);
    if (!script.ok()) return true;
    Value root;
    *root.mutable_struct_value() = *script;
    std::vector<const Struct*> objects;
    AddObjects(root, &objects);
    for (const Struct* object : objects) {
      if (found.has_value() || !IsArticle(*object)) continue;
      found = Read(*object, objects);
    }
    return false;
  });
  return found.value_or(JsonLdArticle());
}

}  // namespace footnote
