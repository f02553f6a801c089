#include "proto/api_reference.h"

#include <google/protobuf/descriptor.h>

#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "proto/comments.h"
#include "proto/elements.h"

namespace footnote {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::EnumDescriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorSet;
using google::protobuf::MethodDescriptor;
using google::protobuf::OneofDescriptor;
using google::protobuf::ServiceDescriptor;

constexpr absl::string_view kIntroduction = R"(

<!-- Made from the comments in proto/. Change those, and then run
     cmake --build --preset release --target api_docs -->

In proto3 JSON a field has the name that stands under “JSON”, or its own where
none does; 64-bit integers are strings. A field that is marked *optional* tells
unset from zero, and so does one that holds a message; any other that is unset
reads as zero, false or empty.
)";

// Returns what GitHub names the place of a heading by.
std::string Anchor(absl::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || c == '_' || c == '-') {
      anchor.push_back(static_cast<char>(absl::ascii_tolower(byte)));
    } else if (c == ' ') {
      anchor.push_back('-');
    }
  }
  return anchor;
}

std::string Link(absl::string_view text, absl::string_view heading) {
  return absl::StrCat("[", text, "](#", Anchor(heading), ")");
}

std::string Code(absl::string_view text) {
  return absl::StrCat("`", text, "`");
}

std::string HeadingOf(const MethodDescriptor& method) {
  return absl::StrCat(method.service()->name(), ".", method.name());
}

// What stands above a file's package is the title of its section.
std::string TitleOf(const FileDescriptor& file) {
  const std::string comment = absl::StrJoin(Comments().Of(file), " ");
  return std::string(absl::StripSuffix(comment, "."));
}

// Writes the page of one package.
class Page {
 public:
  // `pool` must outlive the page.
  Page(const DescriptorPool& pool, absl::string_view package)
      : pool_(pool),
        package_(package),
        text_(absl::StrCat("# The interface ", Code(package), kIntroduction)) {}

  // Adds what the reader finds in `file`.
  void AddContents(const FileDescriptor& file);

  // Adds everything that `file` says.
  void AddSection(const FileDescriptor& file);

  const std::string& text() const { return text_; }

  // The names of the elements that have no comment.
  const std::vector<std::string>& uncommented() const {
    return comments_.missing();
  }

 private:
  void Add(const ServiceDescriptor* service);
  void Add(const Descriptor* message);
  void Add(const EnumDescriptor* enumeration);
  void Add(const MethodDescriptor& method);
  void Add(const FieldDescriptor& field);

  // Adds the comment of `element` as text.
  template <typename Commented>
  void AddComment(const Commented& element) {
    const auto paragraphs = comments_.Of(element);
    absl::StrAppend(&text_, "\n", Linked(absl::StrJoin(paragraphs, "\n\n")),
                    "\n");
  }

  // Returns the comment of `element` as the last cell of a row.
  template <typename Commented>
  std::string LastCell(const Commented& element) {
    const auto paragraphs = comments_.Of(element);
    const std::string text = Linked(absl::StrJoin(paragraphs, "<br><br>"));
    return absl::StrCat(absl::StrReplaceAll(text, {{"|", "\\|"}}), " |\n");
  }

  std::string Linked(absl::string_view text) const;
  bool HasHeading(const std::string& full_name) const;
  std::string TypeOf(const FieldDescriptor& field) const;
  std::string PlainTypeOf(const FieldDescriptor& field) const;

  // Returns the name of a message or enum, linked to where it is told of.
  template <typename Type>
  std::string TypeLink(const Type& type) const {
    if (HasHeading(type.full_name())) {
      return Link(Code(type.name()), type.name());
    }
    const std::string name = Code(type.full_name());
    const std::string& file = type.file()->name();
    if (absl::StartsWith(file, "google/protobuf/")) return name;
    return absl::StrCat("[", name, "](../proto/", file, ")");
  }

  const DescriptorPool& pool_;
  const std::string package_;
  std::string text_;
  Comments comments_;
};

void Page::AddContents(const FileDescriptor& file) {
  const std::string title = TitleOf(file);
  absl::StrAppend(&text_, "\n- ", Link(title, title), "\n");
  std::vector<std::string> types;
  for (const Element& element : ElementsOf(file)) {
    const std::string& name = std::visit(
        [](const auto* e) -> const std::string& { return e->name(); }, element);
    const auto* const* service =
        std::get_if<const ServiceDescriptor*>(&element);
    if (service == nullptr) {
      types.push_back(Link(name, name));
      continue;
    }
    std::vector<std::string> methods;
    for (int i = 0; i < (*service)->method_count(); ++i) {
      const MethodDescriptor& method = *(*service)->method(i);
      methods.push_back(Link(method.name(), HeadingOf(method)));
    }
    absl::StrAppend(&text_, "  - ", Link(name, name), ": ",
                    absl::StrJoin(methods, ",\n    "), "\n");
  }
  absl::StrAppend(&text_, "  - ", absl::StrJoin(types, ",\n    "), "\n");
}

void Page::AddSection(const FileDescriptor& file) {
  comments_.Of(file);  // Above the file's package; its title came of that.
  absl::StrAppend(&text_, "\n## ", TitleOf(file), "\n\nFrom [",
                  Code(file.name()), "](../proto/", file.name(), ").\n");
  for (const Element& element : ElementsOf(file)) {
    std::visit([this](const auto* e) { Add(e); }, element);
  }
}

void Page::Add(const ServiceDescriptor* service) {
  absl::StrAppend(&text_, "\n### ", service->name(), "\n");
  AddComment(*service);
  for (int i = 0; i < service->method_count(); ++i) Add(*service->method(i));
}

void Page::Add(const MethodDescriptor& method) {
  const auto message = [this](bool is_stream, const Descriptor* type) {
    return absl::StrCat(is_stream ? "a stream of " : "", TypeLink(*type));
  };
  absl::StrAppend(
      &text_, "\n#### ", HeadingOf(method), "\n\nTakes ",
      message(method.client_streaming(), method.input_type()), ", returns ",
      message(method.server_streaming(), method.output_type()), ".\n");
  AddComment(method);
}

void Page::Add(const Descriptor* message) {
  absl::StrAppend(&text_, "\n### ", message->name(), "\n");
  AddComment(*message);
  for (int i = 0; i < message->real_oneof_decl_count(); ++i) {
    const OneofDescriptor& oneof = *message->oneof_decl(i);
    absl::StrAppend(&text_, "\nAt most one field of ", Code(oneof.name()),
                    " is set.\n");
    AddComment(oneof);
  }
  if (message->field_count() > 0) {
    absl::StrAppend(
        &text_,
        "\n| Field | JSON | Number | Type | |\n|---|---|---|---|---|\n");
  }
  for (int i = 0; i < message->field_count(); ++i) Add(*message->field(i));
  for (int i = 0; i < message->nested_type_count(); ++i) {
    const Descriptor* inner = message->nested_type(i);
    if (!inner->options().map_entry()) Add(inner);
  }
  for (int i = 0; i < message->enum_type_count(); ++i) {
    Add(message->enum_type(i));
  }
}

void Page::Add(const FieldDescriptor& field) {
  const bool is_renamed = field.json_name() != field.name();
  absl::StrAppend(&text_, "| ", Code(field.name()), " | ",
                  is_renamed ? Code(field.json_name()) : "", " | ",
                  field.number(), " | ", TypeOf(field), " | ", LastCell(field));
}

void Page::Add(const EnumDescriptor* enumeration) {
  absl::StrAppend(&text_, "\n### ", enumeration->name(), "\n");
  AddComment(*enumeration);
  absl::StrAppend(&text_, "\n| Value | Number | |\n|---|---|---|\n");
  for (int i = 0; i < enumeration->value_count(); ++i) {
    const EnumValueDescriptor& value = *enumeration->value(i);
    absl::StrAppend(&text_, "| ", Code(value.name()), " | ", value.number(),
                    " | ", LastCell(value));
  }
}

// Makes a link of each name in backticks that has a heading.
std::string Page::Linked(absl::string_view text) const {
  std::vector<std::string> parts = absl::StrSplit(text, '`');
  for (size_t i = 1; i < parts.size(); i += 2) {
    const std::string name = parts[i].substr(0, parts[i].find('.'));
    parts[i] = Code(parts[i]);
    if (HasHeading(absl::StrCat(package_, ".", name))) {
      parts[i] = Link(parts[i], name);
    }
  }
  return absl::StrJoin(parts, "");
}

bool Page::HasHeading(const std::string& full_name) const {
  const auto is_of_package = [this](const auto* type) {
    return type != nullptr && type->file()->package() == package_;
  };
  return is_of_package(pool_.FindMessageTypeByName(full_name)) ||
         is_of_package(pool_.FindEnumTypeByName(full_name)) ||
         is_of_package(pool_.FindServiceByName(full_name));
}

std::string Page::TypeOf(const FieldDescriptor& field) const {
  const std::string type = PlainTypeOf(field);
  if (field.is_map()) {
    const Descriptor& entry = *field.message_type();
    return absl::StrCat("map of ", PlainTypeOf(*entry.map_key()), " to ",
                        PlainTypeOf(*entry.map_value()));
  }
  if (field.is_repeated()) return absl::StrCat("repeated ", type);
  if (field.has_optional_keyword()) return absl::StrCat("*optional* ", type);
  if (const auto* oneof = field.real_containing_oneof(); oneof != nullptr) {
    return absl::StrCat(type, ", one of ", Code(oneof->name()));
  }
  return type;
}

std::string Page::PlainTypeOf(const FieldDescriptor& field) const {
  if (field.message_type() != nullptr) return TypeLink(*field.message_type());
  if (field.enum_type() != nullptr) return TypeLink(*field.enum_type());
  return Code(field.type_name());
}

}  // namespace

absl::StatusOr<std::string> ApiReference(const FileDescriptorSet& contract,
                                         absl::string_view package) {
  DescriptorPool pool;
  const auto files = FilesOf(contract, package, &pool);
  if (!files.ok()) return files.status();
  Page page(pool, package);
  for (const FileDescriptor* file : *files) page.AddContents(*file);
  for (const FileDescriptor* file : *files) page.AddSection(*file);
  if (!page.uncommented().empty()) {
    return absl::InvalidArgumentError(absl::StrCat(
        "no comment stands above ", absl::StrJoin(page.uncommented(), ", ")));
  }
  return page.text();
}

}  // namespace footnote
