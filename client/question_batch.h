// Many questions, answered in order.

#ifndef FOOTNOTE_CLIENT_QUESTION_BATCH_H_
#define FOOTNOTE_CLIENT_QUESTION_BATCH_H_

#include <string>

#include "client/exit_status.h"
#include "client/session.h"

namespace footnote {

// The most questions of a batch that are asked at one time.
inline constexpr int kMaxQuestionsInFlight = 8;

// Reads JSON Lines of AskRequest from the file `input` (`-` is standard input)
// and prints for each, in order and as soon as its turn comes, one line: its
// AskResponse, or `{"error": google.rpc.Status}` if this program or the server
// refuses it. Empty lines are skipped. A request without a corpus takes the
// session's. Whatever `--output` says, the lines are JSON.
//
// Reading stops when no server is reached. Returns kDone if every line was
// answered or found unanswered; kRefused if one was refused; else kNotReached
// if one ran out of time, or at once if no server was reached.
ExitStatus AskBatch(const Session& session, const std::string& input);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_QUESTION_BATCH_H_
