// The program as a shell sees it.

#ifndef FOOTNOTE_TESTS_CLIENT_PROGRAM_H_
#define FOOTNOTE_TESTS_CLIENT_PROGRAM_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace footnote::testing {

// What a run of the program left behind.
struct ProgramResult {
  int exit_status = -1;  // 128 + n after signal n.
  std::string out;
  std::string err;
};

// A running program, its standard streams connected to pipes and a file.
class Program {
 public:
  // Runs the program at `path`, by default `footnote`, with `arguments`.
  // NO_COLOR and FOOTNOTE_SERVER are unset for it; what is in `environment`
  // (`NAME=value`) is set.
  explicit Program(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {},
                   const std::string& path = FOOTNOTE_PROGRAM);

  // Kills the program if it still runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Writes to its standard input.
  void Write(const std::string& text);

  // Ends its standard input.
  void CloseInput();

  // Waits for a line of its standard output and returns it with its feed;
  // empty at the end of the output.
  std::string ReadLine();

  // Sends it `signal`; nothing if it was never started or was waited for.
  void Signal(int signal);

  // Ends its input, waits for it, and returns what is left of its output.
  ProgramResult Wait();

 private:
  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
  int err_ = -1;  // An unlinked file.
  std::string buffer_;
};

// Runs `footnote` to its end with `input` on standard input. The input and the
// output each have to fit a pipe, unless only one of them is long.
ProgramResult RunProgram(const std::vector<std::string>& arguments,
                         const std::string& input = "",
                         const std::vector<std::string>& environment = {});

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_CLIENT_PROGRAM_H_
