// Where the program writes, and what that can show.

#ifndef FOOTNOTE_CLIENT_TERMINAL_H_
#define FOOTNOTE_CLIENT_TERMINAL_H_

#include <ostream>

#include "client/command_line.h"
#include "client/text_layout.h"

namespace footnote {

// What decides about colour.
struct TerminalTraits {
  bool is_terminal = false;        // Of standard output.
  const char* no_color = nullptr;  // NO_COLOR, null if unset.
  const char* term = nullptr;      // TERM, null if unset.
};

// Returns whether results are coloured.
bool UsesColor(ColorChoice choice, const TerminalTraits& traits);

// The two streams that a command writes to. The streams are not owned.
struct Console {
  std::ostream& out;  // Results.
  std::ostream& err;  // Failures and progress.
  TextStyle style;    // Of what is written to `out`.
  bool out_is_terminal = false;
  bool err_is_terminal = false;
};

// Returns the process's standard output and error, measured.
Console StandardConsole(ColorChoice choice);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_TERMINAL_H_
