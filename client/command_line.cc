#include "client/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
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
#include "client/command_options.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

constexpr char kFooter[] =
    "Exit status: 0 done, answered, intact, serving; 1 no answer (but 0\n"
    "after `ask --input`, where each line tells), or a citation not intact;\n"
    "2 usage; 3 server not reached, out of time or not serving; 4 refused,\n"
    "wholly or in part.";

// Where many values may stand, CLI11 takes `[a,b]` for two of them. What
// begins with this is kept whole; no argument of a program holds a NUL.
constexpr absl::string_view kWhole("\0", 1);

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
         "How long one call may take, or one message of an import or copy")
      ->type_name("TIME")
      ->default_str("5s");
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

// CLI11 takes the next argument, which may be a command, for a value that is
// missing behind `=`. Returns the first option of `argv` that has none, or an
// empty view.
absl::string_view OptionWithoutValue(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const absl::string_view argument = argv[i];
    if (argument == "--") break;
    if (absl::StartsWith(argument, "--") &&
        argument.find('=') == argument.size() - 1) {
      return argument;
    }
  }
  return "";
}

// Returns what is wrong with a line on which `rest` is left over, in the order
// typed. A question of several words is mostly one without quotes.
std::string LeftOver(const CLI::App& app,
                     const std::vector<std::string>& rest) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  const std::string name = commands.empty() ? "" : commands.front()->get_name();
  const bool has_option =
      std::any_of(rest.begin(), rest.end(), [](const std::string& argument) {
        return absl::StartsWith(argument, "-");
      });
  const std::string words = absl::StrJoin(rest, " ");
  if (has_option || (name != "ask" && name != "search")) {
    return absl::StrCat("not expected here: ", words);
  }
  const CLI::Option* text =
      commands.front()->get_option(name == "ask" ? "question" : "query");
  return absl::StrCat("put the question in quotes: footnote ", name, " \"",
                      absl::StrJoin(text->results(), " "), " ", words, "\"");
}

std::string Complaint(const CLI::App& app, const CLI::ParseError& error) {
  // CLI11 calls a misspelt command a missing one.
  const std::vector<std::string> first = app.remaining();
  if (app.get_subcommands().empty() && !first.empty()) {
    return absl::StrCat("there is no command or option `", first.front(), "`");
  }
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    return LeftOver(app, app.remaining(true));
  }
  return error.what();
}

ExitStatus ReportUsage(const std::string& complaint, std::ostream& err) {
  err << "footnote: "
      << Printable(absl::StrReplaceAll(complaint, {{kWhole, ""}}))
      << "; see `footnote --help` and `footnote COMMAND --help`\n";
  return ExitStatus::kUsage;
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

void AddCommands(CLI::App& app, Command& chosen) {
  AddQuestionCommands(app, chosen);
  AddDocumentCommands(app, chosen);
  AddCorpusCommands(app, chosen);
  AddCommand<StatusArguments>(app, "status",
                              "Describe the server and its corpora", chosen);
  AddCommand<HealthArguments>(app, "health",
                              "Tell whether the server is serving", chosen);
  app.require_subcommand(1);
}

}  // namespace

std::variant<CommandLine, ExitStatus> ParseCommandLine(int argc,
                                                       const char* const* argv,
                                                       std::ostream& out,
                                                       std::ostream& err) {
  const absl::string_view unset = OptionWithoutValue(argc, argv);
  if (!unset.empty()) {
    return ReportUsage(absl::StrCat("`", unset, "` has no value"), err);
  }
  CLI::App app(
      "Asks a footnote server: answers are sentences cited from its "
      "documents.",
      "footnote");
  app.set_version_flag("--version", "footnote " FOOTNOTE_VERSION);
  app.footer(kFooter);
  app.fallthrough();
  CommandLine line;
  AddGlobalOptions(app, line.options);
  AddOutputOptions(app, line.options);
  AddCommands(app, line.command);
  RestoreValues(app);
  try {
    app.parse(KeepWhole(argc, argv));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error, out, err);
      return ExitStatus::kDone;
    }
    return ReportUsage(Complaint(app, error), err);
  }
  return line;
}

}  // namespace footnote
