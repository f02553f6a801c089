#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/answer_type.h"
#include "client/command_options.h"
#include "client/text_layout.h"
#include "client/time_window.h"

namespace footnote {
namespace {

// Adds an option of which each value is written with an option of its own, so
// that no value swallows what stands behind it.
CLI::Option* AddList(CLI::App& command, const std::string& name,
                     const std::string& value, const std::string& help,
                     std::vector<std::string>& values) {
  return command
      .add_option(name, values, absl::StrCat(help, "; may be repeated"))
      ->type_name(value)
      ->check(CheckUtf8)
      ->allow_extra_args(false);
}

std::string CheckMetadata(const std::string& text) {
  return text.empty() || text[0] == '='
             ? absl::StrCat("'", text, "' names no key; write it as KEY=VALUE")
             : "";
}

// Adds an option that takes a stretch of time.
void AddWindow(CLI::App& command, const std::string& name,
               const std::string& help, v1::TimeWindow& window) {
  const auto read = [name, &window](const std::string& text) {
    const absl::StatusOr<v1::TimeWindow> parsed = ParseTimeWindow(text);
    if (!parsed.ok()) {
      throw CLI::ValidationError(name, std::string(parsed.status().message()));
    }
    window = *parsed;
  };
  command
      .add_option_function<std::string>(
          name, read,
          absl::StrCat(help,
                       " from BEGIN up to, but not including, END; either may "
                       "be left out. One date alone, as 2025-01, is that time"))
      ->type_name("BEGIN..END")
      ->check(CheckUtf8);
}

void AddTimes(CLI::App& command, QuestionScope& scope) {
  AddWindow(command, "--published", "Only documents published",
            scope.published);
  command
      .add_option("--as-of", scope.as_of,
                  "Only documents published by this date or date and time")
      ->type_name("DATE")
      ->check(CheckUtf8);
}

void AddScope(CLI::App& command, QuestionScope& scope) {
  AddList(command, "--document", "ID", "Only this document",
          scope.document_ids);
  AddList(command, "--source", "SOURCE", "Only documents of this source",
          scope.sources);
  AddList(command, "--language", "TAG",
          "Only documents in this language, as en or en-GB", scope.languages);
  AddList(command, "--metadata", "KEY=VALUE",
          "Only documents with this label, or with one of this key if there is "
          "no =; of several values of one key any will do",
          scope.metadata)
      ->check(CheckMetadata);
  AddTimes(command, scope);
  AddList(command, "--require", "TERM",
          "Only passages that hold this word, in any form",
          scope.required_terms);
  AddList(command, "--exclude", "TERM", "No passage that holds this word",
          scope.excluded_terms);
  AddList(command, "--phrase", "WORDS",
          "Only passages that hold these words side by side", scope.phrases);
}

void AddAnswerScope(CLI::App& command, AnswerScope& scope) {
  const auto types = AnswerTypes();
  const std::string names =
      absl::StrJoin(types, ", ", [](std::string* text, const auto& type) {
        absl::StrAppend(text, type.first);
      });
  AddChoice(command, "--type",
            absl::StrCat("Only sentences with an answer of this kind, which is "
                         "else taken from the question: ",
                         names),
            types, scope.type)
      ->type_name("TYPE")
      ->default_str("");
  AddList(command, "--entity", "NAME",
          "Only sentences about this person, body, place or thing",
          scope.entities);
  command
      .add_option("--speaker", scope.speaker,
                  "Only what this person or body said, quoted or reported")
      ->type_name("NAME")
      ->check(CheckUtf8);
  AddWindow(command, "--event", "Only sentences that speak of a time",
            scope.event);
}

void AddAnswerOptions(CLI::App& command, AskArguments& ask) {
  AddNumber(command, "--max-sentences", "The most sentences to cite, 1 to 100",
            ask.max_sentences)
      ->type_name("N");
  AddNumber(command, "--max-per-document",
            "The most sentences of one document, 1 to 100",
            ask.max_per_document)
      ->type_name("N");
  AddNumber(command, "--min-confidence",
            "The least confidence to answer with, 0 to 1", ask.min_confidence)
      ->type_name("X");
  AddNumber(command, "--context",
            "How many sentences to show before and behind each, 0 to 10",
            ask.context_sentences)
      ->type_name("N");
  AddChoice<v1::SentenceOrder>(
      command, "--order",
      "The best sentence first, or a timeline by the times they speak of",
      {{"relevance", v1::SENTENCE_ORDER_RELEVANCE},
       {"time", v1::SENTENCE_ORDER_TIME}},
      ask.order);
  command.add_flag("--explain", ask.explain,
                   "Show what was taken from the question, and the parts of "
                   "each sentence's score");
  command.add_flag("--rejected", ask.rejected,
                   "Show the best ten sentences that were left out, and why");
}

void AddAsk(CLI::App& app, Command& chosen) {
  auto [command, ask] = AddCommand<AskArguments>(
      app, "ask", "Answer a question with cited sentences", chosen);
  CLI::Option* question =
      command.add_option("question", ask.question, "The question")
          ->type_name("QUESTION");
  AddAnswerOptions(command, ask);
  AddAnswerScope(command, ask.answer);
  AddScope(command, ask.scope);
  const CLI::Option* help = command.get_help_ptr();
  const std::vector<CLI::Option*> of_one_question = command.get_options();
  CLI::Option* input =
      command
          .add_option("--input", ask.input,
                      "Answer JSON Lines of AskRequest (- for standard "
                      "input) with JSON Lines of AskResponse, in order")
          ->type_name("FILE|-");
  // Each line of the input says for itself how it is asked.
  for (CLI::Option* option : of_one_question) {
    if (option != help) input->excludes(option);
  }
  command.parse_complete_callback([question, input] {
    if (question->count() + input->count() == 0) {
      throw CLI::RequiredError("QUESTION or --input");
    }
  });
}

void AddSearch(CLI::App& app, Command& chosen) {
  auto [command, search] = AddCommand<SearchArguments>(
      app, "search", "Rank passages, with the share of each term in the score",
      chosen);
  command.add_option("query", search.query, "What to search for")
      ->type_name("QUERY")
      ->required();
  AddNumber(command, "--limit", "The most passages of a page, 1 to 100",
            search.limit)
      ->type_name("N");
  command
      .add_option("--page-token", search.page_token,
                  "The page to begin with: nextPageToken of the one before")
      ->type_name("TOKEN")
      ->check(CheckUtf8);
  command.add_flag("--all", search.all, "Every page");
  AddScope(command, search.scope);
}

void AddVerify(CLI::App& app, Command& chosen) {
  auto [command, verify] = AddCommand<VerifyArguments>(
      app, "verify", "Tell whether the citations of a saved answer still stand",
      chosen);
  command.footer(
      "A saved answer does not name its corpus: give --corpus as when it was "
      "asked.");
  command
      .add_option("file", verify.input,
                  "AskResponse, SearchResponse, BatchAskResponse or "
                  "VerifyCitationsRequest as JSON, or JSON Lines of answers "
                  "(- for standard input)")
      ->type_name("FILE|-")
      ->required();
  command
      .add_option("--document", verify.document_paths,
                  "Compare with this document instead of asking a server: "
                  ".jsonl, or a file that holds its text; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

}  // namespace

std::string CheckUtf8(const std::string& text) {
  const auto byte = FirstInvalidUtf8(text);
  if (!byte.has_value()) return "";
  return absl::StrCat("not valid UTF-8 at byte ", *byte + 1,
                      "; type it in a UTF-8 locale");
}

void AddQuestionCommands(CLI::App& app, Command& chosen) {
  AddAsk(app, chosen);
  AddSearch(app, chosen);
  AddVerify(app, chosen);
}

}  // namespace footnote
