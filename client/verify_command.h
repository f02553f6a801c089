// `footnote verify`

#ifndef FOOTNOTE_CLIENT_VERIFY_COMMAND_H_
#define FOOTNOTE_CLIENT_VERIFY_COMMAND_H_

#include "client/command_line.h"
#include "client/exit_status.h"
#include "client/session.h"

namespace footnote {

// The most citations of one request, as footnote.v1.VerifyCitationsRequest has
// it.
inline constexpr int kMaxQuotations = 100;

// Checks the citations of a saved answer by the server or, if documents are
// given, by those alone. Prints a line for each citation, in the file's order,
// and then a count; as JSON one VerifyCitationsResponse for each hundred of
// them. A file without citations is intact.
//
// Returns kDone if all are intact, kNotAnswered if one is not; kUsage if a file
// cannot be read, kRefused if it holds no answer; what a failed call stands
// for.
ExitStatus VerifyAnswers(const Session& session,
                         const VerifyArguments& arguments);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_VERIFY_COMMAND_H_
