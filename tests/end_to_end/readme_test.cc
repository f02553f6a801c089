// What the pages show of the command line is what it prints.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/end_to_end/json_files.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

constexpr absl::string_view kIndent = "    ";

// A command of a page, and what the page says that is printed.
struct Example {
  std::string command;  // Behind `footnote `.
  std::string output;
};

// Returns the arguments of `command`, in which double quotes hold words
// together. Files of the examples are found wherever the test runs.
std::vector<std::string> Arguments(absl::string_view command) {
  std::vector<std::string> arguments;
  bool is_quoted = false;
  for (const absl::string_view part : absl::StrSplit(command, '"')) {
    if (is_quoted) {
      arguments.emplace_back(part);
    } else {
      for (const absl::string_view word :
           absl::StrSplit(part, ' ', absl::SkipEmpty())) {
        absl::string_view file = word;
        arguments.push_back(absl::ConsumePrefix(&file, "examples")
                                ? absl::StrCat(FOOTNOTE_EXAMPLES_DIR, file)
                                : std::string(word));
      }
    }
    is_quoted = !is_quoted;
  }
  return arguments;
}

// Returns every `$ footnote ...` of `page` that `prefix` follows: its output
// goes on to the next command, or to where lines are not indented any more.
std::vector<Example> ReadExamples(const std::string& page,
                                  absl::string_view prefix) {
  std::vector<Example> examples;
  bool is_inside = false;
  for (absl::string_view line : absl::StrSplit(
           ReadFile(absl::StrCat(FOOTNOTE_EXAMPLES_DIR, "/../", page)), '\n')) {
    const bool is_output = line.empty() || absl::ConsumePrefix(&line, kIndent);
    const bool is_command = absl::ConsumePrefix(&line, "$ footnote ");
    if (is_command) is_inside = false;
    if (is_output && is_command && absl::StartsWith(line, prefix)) {
      examples.push_back({std::string(line), ""});
      is_inside = true;
    } else if (is_inside && is_output) {
      absl::StrAppend(&examples.back().output, line, "\n");
    } else {
      is_inside = false;
    }
  }
  return examples;
}

// Runs `examples` one after the other on a server of its own.
void ExpectPrinted(const std::vector<Example>& examples) {
  const TemporaryDirectory directory;
  ServerProcess server(directory.path());
  ASSERT_FALSE(server.address().empty());
  ASSERT_EQ(
      server.Footnote({"import", FOOTNOTE_EXAMPLES_DIR "/corpus"}).exit_status,
      0);
  for (const auto& [command, output] : examples) {
    SCOPED_TRACE(command);
    const ProgramResult result = server.Footnote(Arguments(command));
    EXPECT_EQ(absl::StripAsciiWhitespace(result.out),
              absl::StripAsciiWhitespace(output))
        << result.err;
  }
}

TEST(ReadmeTest, ShowsWhatIsPrinted) {
  const std::vector<Example> examples = ReadExamples("README.md", "ask ");
  EXPECT_GE(examples.size(), 3u);
  ExpectPrinted(examples);
}

TEST(QuestionsPageTest, ShowsWhatIsPrinted) {
  const std::vector<Example> examples = ReadExamples("docs/questions.md", "");
  EXPECT_GE(examples.size(), 10u);
  ExpectPrinted(examples);
}

}  // namespace
}  // namespace footnote::testing
