#include "tests/proto/compatibility.h"

#include <google/protobuf/descriptor.h>

#include <variant>

#include "absl/strings/str_cat.h"
#include "proto/elements.h"
#include "tests/testing/status_matchers.h"

namespace footnote::testing {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::EnumDescriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorSet;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

// What has to stay of a field beside its number and name.
std::string ShapeOf(const FieldDescriptor& field) {
  const auto* const message = field.message_type();
  const auto* const enumeration = field.enum_type();
  const auto* const oneof = field.real_containing_oneof();
  std::string type = field.type_name();
  if (message != nullptr) type = message->full_name();
  if (enumeration != nullptr) type = enumeration->full_name();
  return absl::StrCat(field.is_repeated() ? "repeated " : "", type,
                      ", in JSON ", field.json_name(),
                      field.has_presence() ? ", with presence" : "",
                      field.is_packed() ? ", packed" : "",
                      oneof != nullptr ? ", of " + oneof->name() : "");
}

std::string ShapeOf(const MethodDescriptor& method) {
  return absl::StrCat(method.client_streaming() ? "stream " : "",
                      method.input_type()->full_name(), " to ",
                      method.server_streaming() ? "stream " : "",
                      method.output_type()->full_name());
}

// Compares what was released with what is there now.
class Comparison {
 public:
  explicit Comparison(const DescriptorPool& current) : current_(current) {}

  void CompareFile(const FileDescriptor& old);

  const std::vector<std::string>& breakages() const { return breakages_; }

 private:
  void Compare(const ServiceDescriptor* old);
  void Compare(const Descriptor* old);
  void Compare(const EnumDescriptor* old);
  void Compare(const FieldDescriptor& old, const Descriptor& now);
  void Compare(const EnumValueDescriptor& old, const EnumDescriptor& now);

  // Notes what was reserved in `old` and no longer is in `now`, which are two
  // messages or two enums.
  template <typename Type>
  void CompareReserved(const Type& old, const Type& now, int end_offset);

  // Returns whether `now`, the type of what is gone, keeps its place free.
  template <typename Type>
  static bool IsReserved(const Type& now, int number, const std::string& name) {
    return now.IsReservedNumber(number) && now.IsReservedName(name);
  }

  // Returns whether `now` is there, in the file where `old` was.
  template <typename Type>
  bool IsInPlace(const Type& old, const Type* now) {
    if (now == nullptr) {
      Break(old.full_name(), "is gone");
      return false;
    }
    CompareText(old.full_name(), "is in", old.file()->name(),
                now->file()->name());
    return true;
  }

  void CompareText(const std::string& name, absl::string_view what,
                   const std::string& old, const std::string& now) {
    if (old != now) Break(name, absl::StrCat(what, " ", now, ", was ", old));
  }

  void Break(const std::string& name, absl::string_view how) {
    breakages_.push_back(absl::StrCat(name, " ", how));
  }

  const DescriptorPool& current_;
  std::vector<std::string> breakages_;
};

void Comparison::CompareFile(const FileDescriptor& old) {
  const FileDescriptor* now = current_.FindFileByName(old.name());
  if (now == nullptr) return Break(old.name(), "is gone");
  // Such as the package that generated code stands in.
  CompareText(old.name(), "has options", old.options().ShortDebugString(),
              now->options().ShortDebugString());
  for (const Element& element : ElementsOf(old)) {
    std::visit([this](const auto* e) { Compare(e); }, element);
  }
}

void Comparison::Compare(const ServiceDescriptor* old) {
  const ServiceDescriptor* now = current_.FindServiceByName(old->full_name());
  if (!IsInPlace(*old, now)) return;
  for (int i = 0; i < old->method_count(); ++i) {
    const MethodDescriptor& method = *old->method(i);
    const MethodDescriptor* other = now->FindMethodByName(method.name());
    if (other == nullptr) {
      Break(method.full_name(), "is gone");
    } else {
      CompareText(method.full_name(), "is from", ShapeOf(method),
                  ShapeOf(*other));
    }
  }
}

void Comparison::Compare(const Descriptor* old) {
  const Descriptor* now = current_.FindMessageTypeByName(old->full_name());
  if (!IsInPlace(*old, now)) return;
  for (int i = 0; i < old->field_count(); ++i) Compare(*old->field(i), *now);
  CompareReserved(*old, *now, /*end_offset=*/1);
  for (int i = 0; i < old->nested_type_count(); ++i) {
    Compare(old->nested_type(i));
  }
  for (int i = 0; i < old->enum_type_count(); ++i) Compare(old->enum_type(i));
}

void Comparison::Compare(const FieldDescriptor& old, const Descriptor& now) {
  const FieldDescriptor* field = now.FindFieldByNumber(old.number());
  if (field != nullptr) {
    CompareText(old.full_name(), "is named", old.name(), field->name());
    CompareText(old.full_name(), "is", ShapeOf(old), ShapeOf(*field));
  } else if (!IsReserved(now, old.number(), old.name())) {
    Break(old.full_name(), "is gone; reserve its number and its name");
  }
}

void Comparison::Compare(const EnumDescriptor* old) {
  const EnumDescriptor* now = current_.FindEnumTypeByName(old->full_name());
  if (!IsInPlace(*old, now)) return;
  for (int i = 0; i < old->value_count(); ++i) Compare(*old->value(i), *now);
  // The end of an enum's range is inclusive, that of a message's is not.
  CompareReserved(*old, *now, /*end_offset=*/0);
}

void Comparison::Compare(const EnumValueDescriptor& old,
                         const EnumDescriptor& now) {
  const EnumValueDescriptor* value = now.FindValueByNumber(old.number());
  if (value != nullptr) {
    CompareText(old.full_name(), "is named", old.name(), value->name());
  } else if (!IsReserved(now, old.number(), old.name())) {
    Break(old.full_name(), "is gone; reserve its number and its name");
  }
}

template <typename Type>
void Comparison::CompareReserved(const Type& old, const Type& now,
                                 int end_offset) {
  for (int i = 0; i < old.reserved_range_count(); ++i) {
    const auto& range = *old.reserved_range(i);
    bool is_covered = false;
    for (int j = 0; j < now.reserved_range_count(); ++j) {
      is_covered = is_covered || (now.reserved_range(j)->start <= range.start &&
                                  now.reserved_range(j)->end >= range.end);
    }
    if (!is_covered) {
      Break(old.full_name(), absl::StrCat("no longer reserves ", range.start,
                                          " to ", range.end - end_offset));
    }
  }
  for (int i = 0; i < old.reserved_name_count(); ++i) {
    if (!now.IsReservedName(old.reserved_name(i))) {
      Break(old.full_name(),
            absl::StrCat("no longer reserves ", old.reserved_name(i)));
    }
  }
}

}  // namespace

std::vector<std::string> Breakages(const FileDescriptorSet& released,
                                   const FileDescriptorSet& current,
                                   absl::string_view package) {
  DescriptorPool old_pool;
  DescriptorPool new_pool;
  const auto files = FilesOf(released, package, &old_pool);
  const auto new_files = FilesOf(current, package, &new_pool);
  EXPECT_OK(files);
  EXPECT_OK(new_files);
  Comparison comparison(new_pool);
  if (files.ok() && new_files.ok()) {
    for (const FileDescriptor* file : *files) comparison.CompareFile(*file);
  }
  return comparison.breakages();
}

}  // namespace footnote::testing
