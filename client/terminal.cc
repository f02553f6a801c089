#include "client/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "absl/strings/string_view.h"

namespace footnote {
namespace {

constexpr int kDefaultWidth = 80;
constexpr int kLeastWidth = 20;

int WidthOf(int fd) {
  struct winsize size = {};
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kDefaultWidth;
  }
  return std::max<int>(size.ws_col, kLeastWidth);
}

}  // namespace

bool UsesColor(ColorChoice choice, const TerminalTraits& traits) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  const bool refused = traits.no_color != nullptr && *traits.no_color != '\0';
  const bool dumb =
      traits.term == nullptr || absl::string_view(traits.term) == "dumb";
  return traits.is_terminal && !refused && !dumb;
}

Console StandardConsole(ColorChoice choice) {
  const bool is_terminal = isatty(STDOUT_FILENO) == 1;
  const TerminalTraits traits = {.is_terminal = is_terminal,
                                 .no_color = std::getenv("NO_COLOR"),
                                 .term = std::getenv("TERM")};
  return Console{
      .out = std::cout,
      .err = std::cerr,
      .style = {.width = is_terminal ? WidthOf(STDOUT_FILENO) : kDefaultWidth,
                .color = UsesColor(choice, traits)},
      .out_is_terminal = is_terminal,
      .err_is_terminal = isatty(STDERR_FILENO) == 1};
}

}  // namespace footnote
