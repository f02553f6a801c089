// Dates as documents give them.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIMESTAMP_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIMESTAMP_H_

#include "absl/strings/string_view.h"

namespace footnote {

// Returns whether `text` is an RFC 3339 full-date ("2025-01-31") or date-time
// ("2025-01-31T09:30:00Z", "2025-01-31T09:30:00.5+09:00") of a day that exists.
bool IsRfc3339(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIMESTAMP_H_
