// Whether callers of one contract can go on with another.

#ifndef FOOTNOTE_TESTS_PROTO_COMPATIBILITY_H_
#define FOOTNOTE_TESTS_PROTO_COMPATIBILITY_H_

#include <google/protobuf/descriptor.pb.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote::testing {

// Returns what of `package` in `released` is gone or something else in
// `current`, each as the full name of the element and what became of it; empty
// if programs and JSON made for the one work with the other.
//
// These are the rules FILE and WIRE_JSON of `buf breaking`, but that a field or
// an enum value may go if its number and its name are reserved. The test fails
// if a contract is no whole.
std::vector<std::string> Breakages(
    const google::protobuf::FileDescriptorSet& released,
    const google::protobuf::FileDescriptorSet& current,
    absl::string_view package);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_PROTO_COMPATIBILITY_H_
