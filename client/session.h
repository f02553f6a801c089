// What every command of the program works with.

#ifndef FOOTNOTE_CLIENT_SESSION_H_
#define FOOTNOTE_CLIENT_SESSION_H_

#include <google/protobuf/message.h>
#include <grpcpp/support/status.h>

#include "absl/strings/string_view.h"
#include "client/command_line.h"
#include "client/connection.h"
#include "client/exit_status.h"
#include "client/terminal.h"
#include "google/rpc/status.pb.h"

namespace footnote {

// The server, the console and the options of one run. Nothing is owned; all of
// it outlives the commands.
struct Session {
  const GlobalOptions& options;
  Connection& connection;
  Console& console;
};

// Returns whether results are printed as JSON, in either layout.
bool PrintsJson(const Session& session);

// Prints `message` as JSON in the layout asked for, and flushes.
void PrintJson(const Session& session,
               const google::protobuf::Message& message);

// Writes `footnote: <text>` and a line feed to the console's error stream.
void Complain(const Session& session, absl::string_view text);

// Reports a failed call: what happened and what to do on the error stream, and
// as JSON also `{"error": …}` among the results. Returns the exit status that
// stands for it.
//
// REQUIRES: error is not OK.
ExitStatus ReportFailure(const Session& session,
                         const google::rpc::Status& error);
ExitStatus ReportFailure(const Session& session, const grpc::Status& error);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_SESSION_H_
