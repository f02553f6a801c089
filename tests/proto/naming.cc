#include "tests/proto/naming.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "proto/elements.h"

namespace footnote::testing {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

// Returns `CitationStatus` as `CITATION_STATUS`.
std::string UpperSnake(absl::string_view name) {
  std::string snake;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isupper(byte) && !snake.empty()) snake.push_back('_');
    snake.push_back(static_cast<char>(absl::ascii_toupper(byte)));
  }
  return snake;
}

// Adds what `element` should be named to `misnamed`, unless it is.
template <typename Named>
void Expect(const Named& element, const std::string& name,
            std::vector<std::string>* misnamed) {
  if (element.name() == name) return;
  misnamed->push_back(
      absl::StrCat(element.full_name(), ", which should be ", name));
}

void Check(const EnumDescriptor* enumeration,
           std::vector<std::string>* misnamed) {
  const std::string prefix = absl::StrCat(UpperSnake(enumeration->name()), "_");
  Expect(*enumeration->value(0), prefix + "UNSPECIFIED", misnamed);
  for (int i = 1; i < enumeration->value_count(); ++i) {
    const auto& value = *enumeration->value(i);
    if (!absl::StartsWith(value.name(), prefix)) {
      Expect(value, prefix + value.name(), misnamed);
    }
  }
}

void Check(const ServiceDescriptor* service,
           std::vector<std::string>* misnamed) {
  if (!absl::EndsWith(service->name(), "Service")) {
    Expect(*service, service->name() + "Service", misnamed);
  }
  for (int i = 0; i < service->method_count(); ++i) {
    const MethodDescriptor& method = *service->method(i);
    Expect(*method.input_type(), method.name() + "Request", misnamed);
    Expect(*method.output_type(), method.name() + "Response", misnamed);
  }
}

// Messages may be named freely, but not the enums in them.
void Check(const Descriptor* message, std::vector<std::string>* misnamed) {
  for (int i = 0; i < message->enum_type_count(); ++i) {
    Check(message->enum_type(i), misnamed);
  }
  for (int i = 0; i < message->nested_type_count(); ++i) {
    Check(message->nested_type(i), misnamed);
  }
}

}  // namespace

std::vector<std::string> Misnamed(const FileDescriptor& file) {
  std::vector<std::string> misnamed;
  for (const Element& element : ElementsOf(file)) {
    std::visit([&misnamed](const auto* e) { Check(e, &misnamed); }, element);
  }
  return misnamed;
}

}  // namespace footnote::testing
