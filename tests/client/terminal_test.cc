#include "client/terminal.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(UsesColorTest, DependsOnTheTerminalUnlessToldSo) {
  const struct {
    const char* name;
    ColorChoice choice;
    TerminalTraits traits;
    bool want;
  } kCases[] = {
      {"a terminal", ColorChoice::kAuto, {true, nullptr, "xterm"}, true},
      {"a pipe", ColorChoice::kAuto, {false, nullptr, "xterm"}, false},
      {"NO_COLOR", ColorChoice::kAuto, {true, "1", "xterm"}, false},
      {"empty NO_COLOR", ColorChoice::kAuto, {true, "", "xterm"}, true},
      {"dumb", ColorChoice::kAuto, {true, nullptr, "dumb"}, false},
      {"no TERM", ColorChoice::kAuto, {true, nullptr, nullptr}, false},
      {"always", ColorChoice::kAlways, {false, "1", "dumb"}, true},
      {"never", ColorChoice::kNever, {true, nullptr, "xterm"}, false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(UsesColor(c.choice, c.traits), c.want);
  }
}

}  // namespace
}  // namespace footnote
