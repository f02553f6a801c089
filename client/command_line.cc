#include "client/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

constexpr char kFooter[] =
    "Exit status: 0 done, answered, serving; 1 no answer; 2 usage; 3 server "
    "not reached,\nout of time or not serving; 4 refused, wholly or in part.";

// Where many values may stand, CLI11 takes `[a,b]` for two of them. What
// begins with this is kept whole; no argument of a program holds a NUL.
constexpr absl::string_view kWhole("\0", 1);

// Everything that options are parsed into, before the command is known.
struct ParsedArguments {
  GlobalOptions options;
  AskArguments ask;
  SearchArguments search;
  ImportArguments import;
  GetArguments get;
  ListArguments list;
  DeleteArguments deletion;
};

// Returns what is wrong with `server`, or an empty string.
std::string CheckServer(const std::string& server) {
  const size_t colon = server.rfind(':');
  uint32_t port = 0;
  if (colon == std::string::npos || colon == 0 ||
      !absl::SimpleAtoi(absl::string_view(server).substr(colon + 1), &port) ||
      port == 0 || port > 65535) {
    return absl::StrCat("'", server,
                        "' is not HOST:PORT; write it as 127.0.0.1:50051");
  }
  return "";
}

// Returns what is wrong with `text`, or an empty string.
std::string CheckUtf8(const std::string& text) {
  const auto byte = FirstInvalidUtf8(text);
  if (!byte.has_value()) return "";
  return absl::StrCat("not valid UTF-8 at byte ", *byte + 1,
                      "; type it in a UTF-8 locale");
}

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  app.add_option("--server", options.server, "The server to call")
      ->envname("FOOTNOTE_SERVER")
      ->type_name("HOST:PORT")
      ->check(CheckServer)
      ->capture_default_str();
  app.add_option("--corpus", options.corpus,
                 "The corpus to use (by default the server's)")
      ->type_name("NAME")
      ->check(CheckUtf8);
  app.add_option_function<std::string>(
         "--timeout",
         [&options](const std::string& text) {
           if (!absl::ParseDuration(text, &options.timeout) ||
               options.timeout <= absl::ZeroDuration()) {
             throw CLI::ValidationError(
                 "--timeout", absl::StrCat("'", text,
                                           "' is no time; write it as 5s, "
                                           "500ms or 1m"));
           }
         },
         "How long one call may take, or one acknowledgement of an import")
      ->type_name("TIME")
      ->default_str("5s");
}

// Adds an option that takes one of the names in `choices`.
template <typename Choice>
void AddChoice(CLI::App& app, const std::string& name, const std::string& help,
               const std::vector<std::pair<std::string, Choice>>& choices,
               Choice& value) {
  std::vector<std::string> names;
  for (const auto& choice : choices) names.push_back(choice.first);
  const std::string listed = absl::StrJoin(names, "|");
  const auto choose = [name, listed, choices, &value](const std::string& text) {
    for (const auto& [choice, meaning] : choices) {
      if (choice == text) {
        value = meaning;
        return;
      }
    }
    throw CLI::ValidationError(
        name, absl::StrCat("'", text, "' is none of ", listed));
  };
  app.add_option_function<std::string>(name, choose, help)
      ->type_name(listed)
      ->default_str(names.front());
}

void AddOutputOptions(CLI::App& app, GlobalOptions& options) {
  AddChoice<OutputFormat>(app, "--output", "The form of the results",
                          {{"text", OutputFormat::kText},
                           {"json", OutputFormat::kJson},
                           {"jsonl", OutputFormat::kJsonLines},
                           {"markdown", OutputFormat::kMarkdown}},
                          options.output);
  AddChoice<ColorChoice>(app, "--color", "Whether text is coloured",
                         {{"auto", ColorChoice::kAuto},
                          {"always", ColorChoice::kAlways},
                          {"never", ColorChoice::kNever}},
                         options.color);
}

// A list of which each item is written with an option of its own, so that no
// item swallows what stands behind it.
void AddDocumentFilter(CLI::App& command, std::vector<std::string>& ids) {
  command.add_option("--document", ids, "Only this document; may be repeated")
      ->type_name("ID")
      ->check(CheckUtf8)
      ->allow_extra_args(false);
}

void AddAsk(CLI::App& app, AskArguments& ask) {
  CLI::App* command =
      app.add_subcommand("ask", "Answer a question with cited sentences");
  CLI::Option* question =
      command->add_option("question", ask.question, "The question")
          ->type_name("QUESTION");
  CLI::Option* input =
      command
          ->add_option("--input", ask.input,
                       "Answer JSON Lines of AskRequest (- for standard "
                       "input) with JSON Lines of AskResponse, in order")
          ->type_name("FILE|-")
          ->excludes(question);
  command
      ->add_option("--max-sentences", ask.max_sentences,
                   "The most sentences to cite, 1 to 100")
      ->type_name("N")
      ->excludes(input);
  command
      ->add_option("--min-confidence", ask.min_confidence,
                   "The least confidence to answer with, 0 to 1")
      ->type_name("X")
      ->excludes(input);
  AddDocumentFilter(*command, ask.document_ids);
  command->get_option("--document")->excludes(input);
  command->callback([question, input] {
    if (question->count() + input->count() == 0) {
      throw CLI::RequiredError("QUESTION or --input");
    }
  });
}

void AddSearch(CLI::App& app, SearchArguments& search) {
  CLI::App* command = app.add_subcommand(
      "search", "Rank passages, with the share of each term in the score");
  command->add_option("query", search.query, "What to search for")
      ->type_name("QUERY")
      ->required();
  command
      ->add_option("--limit", search.limit,
                   "The most passages to show, 1 to 100")
      ->type_name("N");
  AddDocumentFilter(*command, search.document_ids);
}

void AddImport(CLI::App& app, ImportArguments& import) {
  CLI::App* command = app.add_subcommand(
      "import",
      "Add documents: .jsonl, .txt, .md, saved web pages (.html, .htm) and "
      "folders of them");
  command
      ->add_option("paths", import.paths,
                   "Files and folders, or - for JSON Lines from standard "
                   "input")
      ->type_name("PATH")
      ->required();
  command->add_flag("--lenient", import.lenient,
                    "Ignore keys of JSON Lines that are not known");
}

void AddDocumentCommands(CLI::App& app, ParsedArguments& parsed) {
  CLI::App* get = app.add_subcommand("get", "Print a document's text");
  get->add_option("id", parsed.get.document_id, "The document's id")
      ->type_name("ID")
      ->check(CheckUtf8)
      ->required();
  CLI::App* list = app.add_subcommand(
      "list", "List documents: as text all, as JSON one page");
  list->add_option("--page-size", parsed.list.page_size,
                   "Documents a page, 1 to 100")
      ->type_name("N");
  list->add_option("--page-token", parsed.list.page_token,
                   "The page to begin with: nextPageToken of the one before")
      ->type_name("TOKEN")
      ->check(CheckUtf8);
  list->add_flag("--all", parsed.list.all, "Every page, also as JSON");
  CLI::App* deletion = app.add_subcommand("delete", "Delete documents");
  deletion->add_option("ids", parsed.deletion.document_ids, "Their ids")
      ->type_name("ID")
      ->check(CheckUtf8)
      ->required();
}

CommandLine ChosenCommand(const CLI::App& app, ParsedArguments parsed) {
  CommandLine line;
  line.options = std::move(parsed.options);
  const std::string name = app.get_subcommands().front()->get_name();
  if (name == "ask") line.command = std::move(parsed.ask);
  if (name == "search") line.command = std::move(parsed.search);
  if (name == "import") line.command = std::move(parsed.import);
  if (name == "get") line.command = std::move(parsed.get);
  if (name == "list") line.command = std::move(parsed.list);
  if (name == "delete") line.command = std::move(parsed.deletion);
  if (name == "status") line.command = StatusArguments{};
  if (name == "health") line.command = HealthArguments{};
  return line;
}

// CLI11 calls a misspelt command a missing one.
std::string Complaint(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> rest = app.remaining();
  if (app.get_subcommands().empty() && !rest.empty()) {
    return absl::StrCat("there is no command or option `", rest.front(), "`");
  }
  return error.what();
}

// Returns the arguments as CLI11 takes them: the last one first.
std::vector<std::string> KeepWhole(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  for (int i = argc - 1; i > 0; --i) {
    const absl::string_view argument = argv[i];
    arguments.push_back(
        absl::StrCat(absl::StartsWith(argument, "[") ? kWhole : "", argument));
  }
  return arguments;
}

// Takes what KeepWhole() put in front off every value, before it is checked.
void RestoreValues(CLI::App& app) {
  const auto restore = [](const std::string& value) {
    return std::string(absl::StripPrefix(value, kWhole));
  };
  for (CLI::Option* option : app.get_options()) option->transform(restore);
  for (CLI::App* command : app.get_subcommands({})) RestoreValues(*command);
}

void AddCommands(CLI::App& app, ParsedArguments& parsed) {
  AddAsk(app, parsed.ask);
  AddSearch(app, parsed.search);
  AddImport(app, parsed.import);
  AddDocumentCommands(app, parsed);
  app.add_subcommand("status", "Describe the server and its corpora");
  app.add_subcommand("health", "Tell whether the server is serving");
  app.require_subcommand(1);
}

}  // namespace

std::variant<CommandLine, ExitStatus> ParseCommandLine(int argc,
                                                       const char* const* argv,
                                                       std::ostream& out,
                                                       std::ostream& err) {
  CLI::App app(
      "Asks a footnote server: answers are sentences cited from its "
      "documents.",
      "footnote");
  app.set_version_flag("--version", "footnote " FOOTNOTE_VERSION);
  app.footer(kFooter);
  app.fallthrough();
  ParsedArguments parsed;
  AddGlobalOptions(app, parsed.options);
  AddOutputOptions(app, parsed.options);
  AddCommands(app, parsed);
  RestoreValues(app);
  try {
    app.parse(KeepWhole(argc, argv));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error, out, err);
      return ExitStatus::kDone;
    }
    err << "footnote: "
        << Printable(absl::StrReplaceAll(Complaint(app, error), {{kWhole, ""}}))
        << "; see `footnote --help` and `footnote COMMAND --help`\n";
    return ExitStatus::kUsage;
  }
  return ChosenCommand(app, std::move(parsed));
}

}  // namespace footnote
