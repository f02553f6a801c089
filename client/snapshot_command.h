// `footnote snapshot`

#ifndef FOOTNOTE_CLIENT_SNAPSHOT_COMMAND_H_
#define FOOTNOTE_CLIENT_SNAPSHOT_COMMAND_H_

#include "client/command_line.h"
#include "client/exit_status.h"
#include "client/session.h"

namespace footnote {

// Copies a corpus into a file, which appears only when all of it was received,
// is what its header says and is durable; then prints the header. Each message
// of the server may take the session's timeout. Ctrl-C breaks it off.
//
// Returns kDone; kNotReached if the server went away or is late; else kRefused.
// Of a copy that failed nothing is left, and a file that was there stays.
ExitStatus TakeSnapshot(const Session& session,
                        const SnapshotArguments& arguments);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_SNAPSHOT_COMMAND_H_
