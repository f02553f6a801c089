#include "proto/elements.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorProto;
using google::protobuf::FileDescriptorSet;
using google::protobuf::SourceLocation;

int LineOf(const Element& element) {
  SourceLocation place = {};
  std::visit([&place](const auto* e) { e->GetSourceLocation(&place); },
             element);
  return place.start_line;
}

}  // namespace

std::vector<Element> ElementsOf(const FileDescriptor& file) {
  std::vector<Element> elements;
  for (int i = 0; i < file.service_count(); ++i) {
    elements.emplace_back(file.service(i));
  }
  for (int i = 0; i < file.message_type_count(); ++i) {
    elements.emplace_back(file.message_type(i));
  }
  for (int i = 0; i < file.enum_type_count(); ++i) {
    elements.emplace_back(file.enum_type(i));
  }
  std::stable_sort(
      elements.begin(), elements.end(),
      [](const Element& a, const Element& b) { return LineOf(a) < LineOf(b); });
  return elements;
}

absl::StatusOr<std::vector<const FileDescriptor*>> FilesOf(
    const FileDescriptorSet& contract, absl::string_view package,
    DescriptorPool* pool) {
  std::vector<const FileDescriptor*> files;
  for (const FileDescriptorProto& proto : contract.file()) {
    const FileDescriptor* file = pool->BuildFile(proto);
    if (file == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat(proto.name(),
                       " does not fit the files before it; make them with "
                       "protoc --include_imports"));
    }
    if (file->package() == package) files.push_back(file);
  }
  if (files.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("no file is of the package ", package));
  }
  std::stable_partition(
      files.begin(), files.end(),
      [](const FileDescriptor* file) { return file->service_count() > 0; });
  return files;
}

}  // namespace footnote
