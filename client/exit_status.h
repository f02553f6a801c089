// How the program tells a shell what became of a command.

#ifndef FOOTNOTE_CLIENT_EXIT_STATUS_H_
#define FOOTNOTE_CLIENT_EXIT_STATUS_H_

namespace footnote {

// The program's exit status. The numbers are a contract with scripts.
enum class ExitStatus : int {
  kDone = 0,         // Done, answered, intact, serving.
  kNotAnswered = 1,  // The documents do not answer, no passage matches, or a
                     // citation is not intact.
  kUsage = 2,        // The command line cannot be understood.
  kNotReached = 3,   // Server not reached, out of time, or not serving.
  kRefused = 4,      // Refused, wholly or in part.
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_EXIT_STATUS_H_
