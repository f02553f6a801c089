// Times as they are typed.

#ifndef FOOTNOTE_CLIENT_TIME_WINDOW_H_
#define FOOTNOTE_CLIENT_TIME_WINDOW_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns the window that `text` names: `BEGIN..END`, of which one side may be
// empty, both passed on as they are; or one year, month or day alone, which
// lasts until the next one begins (`2025-01` until `2025-02`).
//
// Errors: kInvalidArgument for a text that is neither.
absl::StatusOr<v1::TimeWindow> ParseTimeWindow(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_TIME_WINDOW_H_
