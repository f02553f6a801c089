// Whether a contract names its elements as others do.

#ifndef FOOTNOTE_TESTS_PROTO_NAMING_H_
#define FOOTNOTE_TESTS_PROTO_NAMING_H_

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

namespace footnote::testing {

// Returns the full name of each element of `file` that is named against the
// rules STANDARD of `buf lint`, and the name that it should have:
//
// - an enum's first value is 0 and ends in `_UNSPECIFIED`, and every value
//   begins with the enum's name;
// - a service ends in `Service`;
// - the rpc `Do` takes its own `DoRequest` and returns its own `DoResponse`.
std::vector<std::string> Misnamed(const google::protobuf::FileDescriptor& file);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_PROTO_NAMING_H_
