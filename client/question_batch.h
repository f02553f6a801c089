// Many questions, answered in order.

#ifndef FOOTNOTE_CLIENT_QUESTION_BATCH_H_
#define FOOTNOTE_CLIENT_QUESTION_BATCH_H_

#include <cstddef>
#include <string>

#include "client/exit_status.h"
#include "client/session.h"

namespace footnote {

// The most questions that are asked together, as footnote.v1.BatchAskRequest
// has it.
inline constexpr size_t kMaxBatchQuestions = 100;

// The most of such requests that are on their way at one time: while one is
// answered, the next one is read.
inline constexpr size_t kMaxBatchesInFlight = 2;

// Reads JSON Lines of AskRequest from the file `input` (`-` is standard input)
// and prints for each, in order and as soon as its turn comes, one line: its
// AskResponse, or `{"error": google.rpc.Status}` if this program or the server
// refuses it. Empty lines are skipped. A request without a corpus takes the
// session's. Whatever `--output` says, the lines are JSON. Lines that are there
// are asked together; when the input pauses, nothing waits for more of it.
//
// Reading stops when no server is reached. Returns kDone if every line was
// answered or found unanswered; kRefused if one was refused; else kNotReached
// if one ran out of time, or at once if no server was reached.
ExitStatus AskBatch(const Session& session, const std::string& input);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_QUESTION_BATCH_H_
