// `footnote import`

#ifndef FOOTNOTE_CLIENT_IMPORT_COMMAND_H_
#define FOOTNOTE_CLIENT_IMPORT_COMMAND_H_

#include "client/command_line.h"
#include "client/exit_status.h"
#include "client/session.h"

namespace footnote {

// Imports the documents of files and folders, shows how far it is, and prints a
// summary. After Ctrl-C it reads no further, but waits for what is on its way.
//
// Returns kDone if everything was imported; kRefused if something was refused
// or left out; kNotReached if the server went away or is late. What was
// acknowledged is kept in any case, and the same command can be run again.
ExitStatus ImportDocuments(const Session& session,
                           const ImportArguments& arguments);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_IMPORT_COMMAND_H_
