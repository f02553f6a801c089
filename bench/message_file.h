// Protobuf messages as JSON files.

#ifndef FOOTNOTE_BENCH_MESSAGE_FILE_H_
#define FOOTNOTE_BENCH_MESSAGE_FILE_H_

#include <google/protobuf/message.h>

#include <string>

#include "absl/status/status.h"

namespace footnote::bench {

// Writes `message` to `path`. Errors: as WriteText().
absl::Status WriteMessage(const google::protobuf::Message& message,
                          const std::string& path);

// Reads `*message` from `path`. Errors: kNotFound if the file can't be read;
// kInvalidArgument if it holds no such message.
absl::Status ReadMessage(const std::string& path,
                         google::protobuf::Message* message);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_MESSAGE_FILE_H_
