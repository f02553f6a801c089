#include "proto/comments.h"

#include <google/protobuf/descriptor.pb.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace footnote {

using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorProto;
using google::protobuf::SourceLocation;

std::vector<std::string> Comments::Of(const FileDescriptor& file) {
  SourceLocation place;
  file.GetSourceLocation({FileDescriptorProto::kPackageFieldNumber}, &place);
  return Read(place.leading_comments, file.name());
}

std::vector<std::string> Comments::Read(absl::string_view comment,
                                        const std::string& name) {
  std::vector<std::string> paragraphs(1);
  for (absl::string_view line : absl::StrSplit(comment, '\n')) {
    line = absl::StripAsciiWhitespace(line);
    std::string& last = paragraphs.back();
    if (!line.empty()) {
      absl::StrAppend(&last, last.empty() ? "" : " ", line);
    } else if (!last.empty()) {
      paragraphs.emplace_back();
    }
  }
  // A comment ends with the end of its last line.
  if (paragraphs.size() > 1) paragraphs.pop_back();
  if (paragraphs.front().empty()) missing_.push_back(name);
  return paragraphs;
}

}  // namespace footnote
