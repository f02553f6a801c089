// What may be typed: the options and commands of `footnote`.

#ifndef FOOTNOTE_CLIENT_COMMAND_LINE_H_
#define FOOTNOTE_CLIENT_COMMAND_LINE_H_

#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "client/exit_status.h"

namespace footnote {

// In which form results are printed.
enum class OutputFormat {
  kText,       // For people.
  kJson,       // proto3 JSON, indented.
  kJsonLines,  // proto3 JSON, one line a message.
  kMarkdown,   // As text, but answers and passages are Markdown.
};

// Whether results are coloured.
enum class ColorChoice {
  kAuto,  // On a terminal that can, unless NO_COLOR is set.
  kAlways,
  kNever,
};

// What every command takes.
struct GlobalOptions {
  std::string server = "127.0.0.1:50051";     // HOST:PORT.
  std::string corpus;                         // Empty: the server's default.
  absl::Duration timeout = absl::Seconds(5);  // Of one call or acknowledgement.
  OutputFormat output = OutputFormat::kText;
  ColorChoice color = ColorChoice::kAuto;
};

// `ask`: either `question` or `input` is set.
struct AskArguments {
  std::string question;
  std::string input;  // A file of JSON Lines, or `-` for standard input.
  std::optional<int> max_sentences;
  std::optional<double> min_confidence;
  std::vector<std::string> document_ids;  // Empty: any.
};

// `search`
struct SearchArguments {
  std::string query;
  std::optional<int> limit;
  std::vector<std::string> document_ids;  // Empty: any.
};

// `import`
struct ImportArguments {
  std::vector<std::string> paths;  // Files, folders, or `-`.
  bool lenient = false;            // Ignore unknown keys.
};

// `get`
struct GetArguments {
  std::string document_id;
};

// `list`
struct ListArguments {
  std::optional<int> page_size;
  std::string page_token;  // Empty: the first page.
  bool all = false;        // Every page, also as JSON.
};

// `delete`
struct DeleteArguments {
  std::vector<std::string> document_ids;
};

// `status`
struct StatusArguments {};

// `health`
struct HealthArguments {};

// A command line that was understood.
struct CommandLine {
  GlobalOptions options;
  std::variant<AskArguments, SearchArguments, ImportArguments, GetArguments,
               ListArguments, DeleteArguments, StatusArguments, HealthArguments>
      command;
};

// Returns what `argv` asks for, or the exit status to end with: kDone after
// `--help` or `--version`, printed to `out`; kUsage after a complaint, printed
// to `err`. Reads the environment variable FOOTNOTE_SERVER.
std::variant<CommandLine, ExitStatus> ParseCommandLine(int argc,
                                                       const char* const* argv,
                                                       std::ostream& out,
                                                       std::ostream& err);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_COMMAND_LINE_H_
