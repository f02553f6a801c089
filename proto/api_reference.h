// The reference of the interface, made from the comments of the contract.

#ifndef FOOTNOTE_PROTO_API_REFERENCE_H_
#define FOOTNOTE_PROTO_API_REFERENCE_H_

#include <google/protobuf/descriptor.pb.h>

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// Returns Markdown that tells everything `contract` says of `package`: its
// files, those with services first, and in each its services, messages and
// enums in the order in which they stand there; what is inside a message comes
// right behind it.
//
// `contract` is what protoc writes with --include_imports and
// --include_source_info.
//
// Errors: kInvalidArgument if an element of the package has no comment, naming
// each, if the files do not make a whole, or if none is of the package.
absl::StatusOr<std::string> ApiReference(
    const google::protobuf::FileDescriptorSet& contract,
    absl::string_view package);

}  // namespace footnote

#endif  // FOOTNOTE_PROTO_API_REFERENCE_H_
