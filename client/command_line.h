// What may be typed: the options and commands of `footnote`.

#ifndef FOOTNOTE_CLIENT_COMMAND_LINE_H_
#define FOOTNOTE_CLIENT_COMMAND_LINE_H_

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "client/exit_status.h"
#include "footnote/v1/question_answering.pb.h"

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
  absl::Duration timeout = absl::Seconds(5);  // Of one call or stream message.
  OutputFormat output = OutputFormat::kText;
  ColorChoice color = ColorChoice::kAuto;
};

// What a question or a query is kept to. What is empty keeps to nothing.
struct QuestionScope {
  std::vector<std::string> document_ids;
  std::vector<std::string> sources;
  std::vector<std::string> languages;
  std::vector<std::string> metadata;  // KEY=VALUE, or KEY for any value.
  v1::TimeWindow published;
  std::string as_of;
  std::vector<std::string> required_terms;
  std::vector<std::string> excluded_terms;
  std::vector<std::string> phrases;
};

// What a sentence has to hold to answer. What is empty asks for nothing.
struct AnswerScope {
  v1::AnswerType type = v1::ANSWER_TYPE_UNSPECIFIED;
  std::vector<std::string> entities;
  std::string speaker;
  v1::TimeWindow event;
};

// `ask`: either `question` or `input` is set.
struct AskArguments {
  std::string question;
  std::string input;  // A file of JSON Lines, or `-` for standard input.
  std::optional<int> max_sentences;
  std::optional<int> max_per_document;
  std::optional<int> context_sentences;
  std::optional<double> min_confidence;
  v1::SentenceOrder order = v1::SENTENCE_ORDER_UNSPECIFIED;
  QuestionScope scope;
  AnswerScope answer;
  bool explain = false;   // Show the parts of each score.
  bool rejected = false;  // Show the best sentences that were left out.
};

// `search`
struct SearchArguments {
  std::string query;
  std::optional<int> limit;
  std::string page_token;  // Empty: the first page.
  bool all = false;        // Every page.
  QuestionScope scope;
};

// `verify`
struct VerifyArguments {
  std::string input;                        // A saved answer, or `-`.
  std::vector<std::string> document_paths;  // Empty: ask the server.
};

// `import`
struct ImportArguments {
  std::vector<std::string> paths;  // Files, folders, or `-`.
  bool lenient = false;            // Ignore unknown keys.
};

// `get`
struct GetArguments {
  std::string document_id;
  std::optional<uint64_t> revision;  // None: as the document is now.
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

// `corpora` and `corpora list`
struct ListCorporaArguments {};

// `corpora create`
struct CreateCorpusArguments {
  std::string name;
  std::optional<uint32_t> revisions_kept;
};

// `corpora get`
struct GetCorpusArguments {
  std::string name;
};

// `corpora delete`
struct DeleteCorpusArguments {
  std::string name;
  bool force = false;    // Also with documents in it.
  bool dry_run = false;  // Only say what would be deleted.
};

// `snapshot`
struct SnapshotArguments {
  std::string path;    // The file to write.
  bool force = false;  // Replace it.
};

// `status`
struct StatusArguments {};

// `health`
struct HealthArguments {};

// A command with its own options.
using Command =
    std::variant<AskArguments, SearchArguments, VerifyArguments,
                 ImportArguments, GetArguments, ListArguments, DeleteArguments,
                 ListCorporaArguments, CreateCorpusArguments,
                 GetCorpusArguments, DeleteCorpusArguments, SnapshotArguments,
                 StatusArguments, HealthArguments>;

// A command line that was understood.
struct CommandLine {
  GlobalOptions options;
  Command command;
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
