// The commands of `footnote` and what each of them takes, added to a parser.

#ifndef FOOTNOTE_CLIENT_COMMAND_OPTIONS_H_
#define FOOTNOTE_CLIENT_COMMAND_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "client/command_line.h"

namespace footnote {

// A command being added: where its options belong, and what they fill.
template <typename Arguments>
struct AddedCommand {
  CLI::App& app;
  Arguments& arguments;  // Owned by the parser.
};

// Adds a command that, once it was typed and understood, puts its arguments
// into `chosen`, which outlives `app`.
template <typename Arguments>
AddedCommand<Arguments> AddCommand(CLI::App& app, const std::string& name,
                                   const std::string& help, Command& chosen) {
  CLI::App& command = *app.add_subcommand(name, help);
  const auto arguments = std::make_shared<Arguments>();
  command.callback([arguments, &chosen] { chosen = *arguments; });
  return {command, *arguments};
}

// Adds `ask`, `search` and `verify`.
void AddQuestionCommands(CLI::App& app, Command& chosen);

// Adds `import`, `get`, `list` and `delete`.
void AddDocumentCommands(CLI::App& app, Command& chosen);

// Adds `corpora` with its own commands, and `snapshot`.
void AddCorpusCommands(CLI::App& app, Command& chosen);

// Returns what is wrong with `text`, or an empty string.
std::string CheckUtf8(const std::string& text);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_COMMAND_OPTIONS_H_
