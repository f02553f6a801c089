// The commands of `footnote` and what each of them takes, added to a parser.

#ifndef FOOTNOTE_CLIENT_COMMAND_OPTIONS_H_
#define FOOTNOTE_CLIENT_COMMAND_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
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

// Reads all of `text` into `*number`. Returns what is wrong with it, or an
// empty string.
template <typename Number>
std::string ReadNumber(const std::string& text, Number* number) {
  if constexpr (std::is_floating_point_v<Number>) {
    if (absl::SimpleAtod(text, number)) return "";
    return absl::StrCat("'", text, "' is no number");
  } else {
    if (absl::SimpleAtoi(text, number)) return "";
    int64_t any = 0;
    if (!absl::SimpleAtoi(text, &any)) {
      return absl::StrCat("'", text, "' is no whole number");
    }
    return absl::StrCat("'", text,
                        any < 0 ? "' is too small" : "' is too large");
  }
}

// Adds an option that takes a number of the kind of `Number` and nothing else.
template <typename Number>
CLI::Option* AddNumber(CLI::App& command, const std::string& name,
                       const std::string& help, std::optional<Number>& value) {
  const auto read = [name, &value](const std::string& text) {
    Number number = 0;
    const std::string problem = ReadNumber(text, &number);
    if (!problem.empty()) throw CLI::ValidationError(name, problem);
    value = number;
  };
  return command.add_option_function<std::string>(name, read, help);
}

// Adds an option that takes one of the names in `choices`, of which the first
// is shown as the default.
template <typename Choice>
CLI::Option* AddChoice(
    CLI::App& app, const std::string& name, const std::string& help,
    const std::vector<std::pair<std::string, Choice>>& choices, Choice& value) {
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
  return app.add_option_function<std::string>(name, choose, help)
      ->type_name(listed)
      ->default_str(names.front());
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
