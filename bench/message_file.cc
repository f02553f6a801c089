#include "bench/message_file.h"

#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "bench/page.h"

namespace footnote::bench {

absl::Status WriteMessage(const google::protobuf::Message& message,
                          const std::string& path) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  std::string json;
  const auto status =
      google::protobuf::util::MessageToJsonString(message, &json, options);
  if (!status.ok()) return absl::InternalError(status.ToString());
  return WriteText(json, path);
}

absl::Status ReadMessage(const std::string& path,
                         google::protobuf::Message* message) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("Cannot read ", path));
  const std::string json(std::istreambuf_iterator<char>(file), {});
  const auto status =
      google::protobuf::util::JsonStringToMessage(json, message);
  if (status.ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      path, " is not what the program writes: ", status.ToString()));
}

}  // namespace footnote::bench
