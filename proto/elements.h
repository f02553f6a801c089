// What a contract consists of, in the order in which it is read.

#ifndef FOOTNOTE_PROTO_ELEMENTS_H_
#define FOOTNOTE_PROTO_ELEMENTS_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// What stands at the top of a file. Owned by the pool of the file.
using Element = std::variant<const google::protobuf::ServiceDescriptor*,
                             const google::protobuf::Descriptor*,
                             const google::protobuf::EnumDescriptor*>;

// Returns the elements of `file` as they follow each other in its source;
// services first, then messages, then enums if it came without source info.
std::vector<Element> ElementsOf(const google::protobuf::FileDescriptor& file);

// Builds all files of `contract` in the empty `pool`, which owns them, and
// returns those of `package`: first those with services, else in order.
//
// Errors: kInvalidArgument if the files do not make a whole, or if none is of
// the package.
absl::StatusOr<std::vector<const google::protobuf::FileDescriptor*>> FilesOf(
    const google::protobuf::FileDescriptorSet& contract,
    absl::string_view package, google::protobuf::DescriptorPool* pool);

}  // namespace footnote

#endif  // FOOTNOTE_PROTO_ELEMENTS_H_
