// What the README shows of the command line is what it prints.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/end_to_end/json_files.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

constexpr absl::string_view kIndent = "    ";

// A command of the README, and what it says that is printed.
struct Example {
  std::string question;
  std::string output;
};

// Returns the question of a line that asks one, or "".
std::string QuestionOf(absl::string_view line) {
  if (!absl::ConsumePrefix(&line, "    $ footnote ask \"")) return "";
  return std::string(absl::StripSuffix(line, "\""));
}

// Returns every `$ footnote ask "..."` of the README: its output goes on to the
// next command, or to where lines are not indented any more.
std::vector<Example> ReadExamples() {
  std::vector<Example> examples;
  bool is_inside = false;
  for (absl::string_view line :
       absl::StrSplit(ReadFile(FOOTNOTE_EXAMPLES_DIR "/../README.md"), '\n')) {
    const std::string question = QuestionOf(line);
    const bool is_output = line.empty() || absl::ConsumePrefix(&line, kIndent);
    if (!question.empty()) {
      examples.push_back({question, ""});
      is_inside = true;
    } else if (is_inside && is_output) {
      absl::StrAppend(&examples.back().output, line, "\n");
    } else {
      is_inside = false;
    }
  }
  return examples;
}

TEST(ReadmeTest, ShowsWhatIsPrinted) {
  const TemporaryDirectory directory;
  ServerProcess server(directory.path());
  ASSERT_FALSE(server.address().empty());
  ASSERT_EQ(
      server.Footnote({"import", FOOTNOTE_EXAMPLES_DIR "/corpus"}).exit_status,
      0);
  const std::vector<Example> examples = ReadExamples();
  EXPECT_GE(examples.size(), 3u);
  for (const auto& [question, output] : examples) {
    SCOPED_TRACE(question);
    const std::string printed = server.Footnote({"ask", question}).out;
    EXPECT_EQ(absl::StripAsciiWhitespace(printed),
              absl::StripAsciiWhitespace(output));
  }
}

}  // namespace
}  // namespace footnote::testing
