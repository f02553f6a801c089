// The command line of footnoted.

#ifndef FOOTNOTE_SERVICE_OPTIONS_H_
#define FOOTNOTE_SERVICE_OPTIONS_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/library.h"
#include "service/request_log.h"
#include "service/server.h"

namespace footnote {

// What footnoted exits with.
enum ExitStatus : int {
  kStopped = 0,      // Stopped as it was told to.
  kCannotStart = 1,  // The message on stderr says what to do.
  kUsage = 2,        // The command line is wrong.
  kDamaged = 3,      // --check or --restore found damage, or could not check.
};

// What is to be restored.
struct RestoreOptions {
  std::string file;                    // A copy of a corpus.
  std::string corpus{kDefaultCorpus};  // To become this one.
  std::string sha256;  // That the file must have, 64 digits, unless empty.
};

// What the command line asks for.
struct Options {
  std::string check_dir;   // To be checked instead of served, unless empty.
  RestoreOptions restore;  // To be done instead of serving, unless no file.
  std::string model;       // What FindRankingModel() is asked for.
  ServerOptions server;
  RequestLog::Options log;
};

// Reads the command line, and the environment for what it leaves out, into
// `*options`. Returns nothing if the server is to be started, else what to exit
// with: help, version or an error were printed.
std::optional<int> ReadOptions(int argc, const char* const* argv,
                               Options* options);

// Returns whether `address` is HOST:PORT with a port of 0 to 65535.
bool IsHostAndPort(absl::string_view address);

// Returns whether only this machine can reach the host of `address`.
bool IsLoopback(absl::string_view address);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_OPTIONS_H_
