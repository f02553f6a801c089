// Names a request, so that caller and log speak of the same one.

#ifndef FOOTNOTE_SERVICE_REQUEST_ID_H_
#define FOOTNOTE_SERVICE_REQUEST_ID_H_

#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns `proposed` if it is 1 to 64 of the characters a-z, A-Z, 0-9, '-',
// '_', '.' and ':'; else 128 random bits as 32 hexadecimal digits. Thread-safe.
std::string ChooseRequestId(absl::string_view proposed);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_REQUEST_ID_H_
