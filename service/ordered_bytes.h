// Messages as bytes that are the same in every process.

#ifndef FOOTNOTE_SERVICE_ORDERED_BYTES_H_
#define FOOTNOTE_SERVICE_ORDERED_BYTES_H_

#include <string>

#include "google/protobuf/message.h"

namespace footnote {

// Returns `message` as bytes, its maps in the order of their keys. Thread-safe.
std::string OrderedBytes(const google::protobuf::Message& message);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_ORDERED_BYTES_H_
