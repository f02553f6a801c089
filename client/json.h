// Messages as JSON, there and back.

#ifndef FOOTNOTE_CLIENT_JSON_H_
#define FOOTNOTE_CLIENT_JSON_H_

#include <google/protobuf/message.h>
#include <google/protobuf/struct.pb.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/rpc/status.pb.h"

namespace footnote {

// How JSON is laid out.
enum class JsonLayout { kIndented, kOneLine };

// Returns `message` in its proto3 JSON form with zero values printed, without a
// line feed behind. A detail of a status whose type is unknown is left out.
std::string ToJson(const google::protobuf::Message& message, JsonLayout layout);

// Returns `{"error": …}` around `error`, on one line.
std::string ErrorToJson(const google::rpc::Status& error);

// Reads one JSON object.
//
// Errors: kInvalidArgument, with the place, for what is not UTF-8, not JSON
// (RFC 8259), not an object, or an object that names a key twice.
absl::StatusOr<google::protobuf::Struct> ParseJsonObject(
    absl::string_view json);

// What happens to a key, or to the name of an enum's value, that a message does
// not have.
enum class UnknownJson { kRefuse, kIgnore };

// Reads `json` into `message`. Errors: as ParseJsonObject(), and
// kInvalidArgument naming a key that the message does not have, unless those
// are ignored, or a value of another type.
absl::Status ParseJson(absl::string_view json,
                       google::protobuf::Message& message,
                       UnknownJson unknown = UnknownJson::kRefuse);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_JSON_H_
