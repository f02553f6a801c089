#include "client/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "client/answer_type.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CommandLineTest : public ::testing::Test {
 protected:
  CommandLineTest() { unsetenv("FOOTNOTE_SERVER"); }

  std::variant<CommandLine, ExitStatus> Parse(
      std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "footnote");
    return ParseCommandLine(static_cast<int>(arguments.size()),
                            arguments.data(), out_, err_);
  }

  CommandLine Understood(const std::vector<const char*>& arguments) {
    auto parsed = Parse(arguments);
    EXPECT_TRUE(std::holds_alternative<CommandLine>(parsed)) << err_.str();
    CommandLine* line = std::get_if<CommandLine>(&parsed);
    return line == nullptr ? CommandLine() : *line;
  }

  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(CommandLineTest, HasDefaults) {
  const CommandLine line = Understood({"health"});
  EXPECT_EQ(line.options.server, "127.0.0.1:50051");
  EXPECT_EQ(line.options.corpus, "");
  EXPECT_EQ(line.options.timeout, absl::Seconds(5));
  EXPECT_EQ(line.options.output, OutputFormat::kText);
  EXPECT_EQ(line.options.color, ColorChoice::kAuto);
  EXPECT_TRUE(std::holds_alternative<HealthArguments>(line.command));
}

TEST_F(CommandLineTest, TakesOptionsBeforeAndAfterTheCommand) {
  const std::vector<const char*> kCases[] = {
      {"--server", "h:1", "--corpus", "c", "--timeout", "250ms", "--output",
       "jsonl", "--color", "never", "status"},
      {"status", "--server", "h:1", "--corpus", "c", "--timeout", "250ms",
       "--output", "jsonl", "--color", "never"},
  };
  for (const auto& arguments : kCases) {
    const CommandLine line = Understood(arguments);
    EXPECT_EQ(line.options.server, "h:1");
    EXPECT_EQ(line.options.corpus, "c");
    EXPECT_EQ(line.options.timeout, absl::Milliseconds(250));
    EXPECT_EQ(line.options.output, OutputFormat::kJsonLines);
    EXPECT_EQ(line.options.color, ColorChoice::kNever);
  }
}

TEST_F(CommandLineTest, TakesTheServerFromTheEnvironment) {
  setenv("FOOTNOTE_SERVER", "[::1]:7", 1);
  EXPECT_EQ(Understood({"health"}).options.server, "[::1]:7");
  EXPECT_EQ(Understood({"health", "--server", "h:1"}).options.server, "h:1");
}

TEST_F(CommandLineTest, ReadsAsk) {
  const CommandLine line =
      Understood({"ask", "--document", "a", "--document", "[b]", "Who?",
                  "--max-sentences", "2", "--min-confidence", "0"});
  const auto& ask = std::get<AskArguments>(line.command);
  EXPECT_EQ(ask.question, "Who?");
  EXPECT_EQ(ask.max_sentences, 2);
  EXPECT_EQ(ask.min_confidence, 0.0);
  EXPECT_THAT(ask.scope.document_ids, ElementsAre("a", "[b]"));
  const CommandLine other = Understood({"ask", "--input", "-"});
  EXPECT_EQ(std::get<AskArguments>(other.command).input, "-");
}

TEST_F(CommandLineTest, NarrowsQuestionsAndQueries) {
  for (const char* command : {"ask", "search"}) {
    SCOPED_TRACE(command);
    const CommandLine line = Understood(
        {command,      "q",          "--document", "a",          "--source",
         "Post",       "--source",   "Wire",       "--language", "en",
         "--metadata", "desk=[a,b]", "--metadata", "topic",      "--published",
         "2025-01",    "--as-of",    "2025-02-03", "--require",  "bridge",
         "--exclude",  "tunnel",     "--phrase",   "in May"});
    const auto* ask = std::get_if<AskArguments>(&line.command);
    const QuestionScope& scope =
        ask != nullptr ? ask->scope
                       : std::get<SearchArguments>(line.command).scope;
    EXPECT_THAT(scope.document_ids, ElementsAre("a"));
    EXPECT_THAT(scope.sources, ElementsAre("Post", "Wire"));
    EXPECT_THAT(scope.languages, ElementsAre("en"));
    EXPECT_THAT(scope.metadata, ElementsAre("desk=[a,b]", "topic"));
    EXPECT_EQ(scope.published.begin(), "2025-01");
    EXPECT_EQ(scope.published.end(), "2025-02");
    EXPECT_EQ(scope.as_of, "2025-02-03");
    EXPECT_THAT(scope.required_terms, ElementsAre("bridge"));
    EXPECT_THAT(scope.excluded_terms, ElementsAre("tunnel"));
    EXPECT_THAT(scope.phrases, ElementsAre("in May"));
  }
}

TEST_F(CommandLineTest, ReadsWhatAnAnswerHasToHold) {
  const CommandLine line = Understood(
      {"ask", "q", "--type", "yes-no", "--entity", "Ishiba", "--entity", "[b]",
       "--speaker", "Nakatani", "--event", "2025-02", "--order", "time",
       "--context", "2", "--max-per-document", "1"});
  const auto& ask = std::get<AskArguments>(line.command);
  EXPECT_EQ(ask.answer.type, v1::ANSWER_TYPE_YES_NO);
  EXPECT_THAT(ask.answer.entities, ElementsAre("Ishiba", "[b]"));
  EXPECT_EQ(ask.answer.speaker, "Nakatani");
  EXPECT_EQ(ask.answer.event.begin(), "2025-02");
  EXPECT_EQ(ask.answer.event.end(), "2025-03");
  EXPECT_EQ(ask.order, v1::SENTENCE_ORDER_TIME);
  EXPECT_EQ(ask.context_sentences, 2);
  EXPECT_EQ(ask.max_per_document, 1);
}

TEST_F(CommandLineTest, AsksForNothingUnlessToldTo) {
  const CommandLine line = Understood({"ask", "q"});
  const auto& ask = std::get<AskArguments>(line.command);
  EXPECT_EQ(ask.answer.type, v1::ANSWER_TYPE_UNSPECIFIED);
  EXPECT_THAT(ask.answer.entities, ::testing::IsEmpty());
  EXPECT_EQ(ask.answer.speaker, "");
  EXPECT_EQ(ask.answer.event.ByteSizeLong(), 0u);
  EXPECT_EQ(ask.order, v1::SENTENCE_ORDER_UNSPECIFIED);
  EXPECT_EQ(ask.context_sentences, std::nullopt);
  EXPECT_EQ(ask.max_per_document, std::nullopt);
}

TEST_F(CommandLineTest, KnowsEveryTypeOfTheContract) {
  for (const auto& [name, type] : AnswerTypes()) {
    SCOPED_TRACE(name);
    const CommandLine line = Understood({"ask", "q", "--type", name.c_str()});
    EXPECT_EQ(std::get<AskArguments>(line.command).answer.type, type);
  }
}

TEST_F(CommandLineTest, LeavesToTheInputHowItIsAsked) {
  for (const char* option :
       {"--max-sentences=1", "--min-confidence=0",   "--explain",
        "--rejected",        "--document=a",         "--source=a",
        "--language=en",     "--metadata=a",         "--published=2025",
        "--as-of=2025",      "--require=a",          "--exclude=a",
        "--phrase=a",        "--type=date",          "--entity=a",
        "--speaker=a",       "--event=2025",         "--order=time",
        "--context=1",       "--max-per-document=1", "q"}) {
    SCOPED_TRACE(option);
    EXPECT_TRUE(std::holds_alternative<ExitStatus>(
        Parse({"ask", "--input", "-", option})));
    EXPECT_THAT(err_.str(), HasSubstr("--input"));
    err_.str("");
  }
}

TEST_F(CommandLineTest, ReadsVerifyAndSnapshot) {
  CommandLine line =
      Understood({"verify", "-", "--document", "a.txt", "--document", "[b]"});
  EXPECT_EQ(std::get<VerifyArguments>(line.command).input, "-");
  EXPECT_THAT(std::get<VerifyArguments>(line.command).document_paths,
              ElementsAre("a.txt", "[b]"));
  line = Understood({"snapshot", "--to", "copy", "--force"});
  EXPECT_EQ(std::get<SnapshotArguments>(line.command).path, "copy");
  EXPECT_TRUE(std::get<SnapshotArguments>(line.command).force);
}

TEST_F(CommandLineTest, ReadsTheCommandsOfCorpora) {
  for (const auto& arguments : std::vector<std::vector<const char*>>{
           {"corpora"}, {"corpora", "list"}}) {
    EXPECT_TRUE(std::holds_alternative<ListCorporaArguments>(
        Understood(arguments).command));
  }
  CommandLine line = Understood({"corpora", "create", "news",
                                 "--revisions-kept", "7", "--server", "h:1"});
  EXPECT_EQ(std::get<CreateCorpusArguments>(line.command).name, "news");
  EXPECT_EQ(std::get<CreateCorpusArguments>(line.command).revisions_kept, 7u);
  EXPECT_EQ(line.options.server, "h:1");
  line = Understood({"corpora", "get", "news"});
  EXPECT_EQ(std::get<GetCorpusArguments>(line.command).name, "news");
  line = Understood({"corpora", "delete", "news", "--force", "--dry-run"});
  const auto& deletion = std::get<DeleteCorpusArguments>(line.command);
  EXPECT_EQ(deletion.name, "news");
  EXPECT_TRUE(deletion.force);
  EXPECT_TRUE(deletion.dry_run);
}

TEST_F(CommandLineTest, PassesTextOnAsItIs) {
  for (const char* question : {"", "[who, what]", "\"a\" OR b*", "a=b"}) {
    SCOPED_TRACE(question);
    const CommandLine line = Understood({"ask", question});
    EXPECT_EQ(std::get<AskArguments>(line.command).question, question);
  }
  const CommandLine dashed = Understood({"ask", "--", "--what?"});
  EXPECT_EQ(std::get<AskArguments>(dashed.command).question, "--what?");
}

TEST_F(CommandLineTest, TakesBracketsForWhatTheyAre) {
  CommandLine line = Understood({"import", "[a,b]", "[z]", "[a", "c]"});
  EXPECT_THAT(std::get<ImportArguments>(line.command).paths,
              ElementsAre("[a,b]", "[z]", "[a", "c]"));
  line = Understood({"delete", "[a,b]", "c"});
  EXPECT_THAT(std::get<DeleteArguments>(line.command).document_ids,
              ElementsAre("[a,b]", "c"));
  line = Understood({"get", "[a,b]", "--server", "[::1]:7"});
  EXPECT_EQ(std::get<GetArguments>(line.command).document_id, "[a,b]");
  EXPECT_EQ(line.options.server, "[::1]:7");
  line = Understood({"ask", "q", "--document", "[a,b]", "--document=[c,d]"});
  EXPECT_THAT(std::get<AskArguments>(line.command).scope.document_ids,
              ElementsAre("[a,b]", "[c,d]"));
  Parse({"[a,b]"});
  EXPECT_THAT(err_.str(), HasSubstr("no command or option `[a,b]`"));
}

TEST_F(CommandLineTest, RefusesNamesThatAreNotUtf8) {
  const std::vector<const char*> kCases[] = {
      {"get", "a\xff"},
      {"delete", "a", "b\xff"},
      {"ask", "q", "--document", "\xff"},
      {"ask", "q", "--entity", "\xff"},
      {"ask", "q", "--speaker", "\xff"},
      {"list", "--page-token", "\xff"},
      {"status", "--corpus", "\xff"},
  };
  for (const auto& arguments : kCases) {
    SCOPED_TRACE(::testing::PrintToString(arguments));
    const auto parsed = Parse(arguments);
    const auto* status = std::get_if<ExitStatus>(&parsed);
    ASSERT_NE(status, nullptr);
    EXPECT_EQ(*status, ExitStatus::kUsage);
    EXPECT_THAT(err_.str(), HasSubstr("not valid UTF-8 at byte "));
    err_.str("");
  }
}

TEST_F(CommandLineTest, ReadsTheOtherCommands) {
  CommandLine line = Understood({"search", "x", "--limit", "5"});
  EXPECT_EQ(std::get<SearchArguments>(line.command).limit, 5);
  line = Understood({"import", "a", "b", "-", "--lenient"});
  EXPECT_THAT(std::get<ImportArguments>(line.command).paths,
              ElementsAre("a", "b", "-"));
  EXPECT_TRUE(std::get<ImportArguments>(line.command).lenient);
  line = Understood({"get", "a"});
  EXPECT_EQ(std::get<GetArguments>(line.command).document_id, "a");
  EXPECT_EQ(std::get<GetArguments>(line.command).revision, std::nullopt);
  line = Understood({"get", "a", "--revision", "18446744073709551615"});
  EXPECT_EQ(std::get<GetArguments>(line.command).revision, UINT64_MAX);
  line = Understood({"search", "x", "--page-token", "t", "--all"});
  EXPECT_EQ(std::get<SearchArguments>(line.command).page_token, "t");
  EXPECT_TRUE(std::get<SearchArguments>(line.command).all);
  line = Understood({"list", "--page-size", "7", "--all"});
  EXPECT_EQ(std::get<ListArguments>(line.command).page_size, 7);
  EXPECT_TRUE(std::get<ListArguments>(line.command).all);
  line = Understood({"delete", "a", "b"});
  EXPECT_THAT(std::get<DeleteArguments>(line.command).document_ids,
              ElementsAre("a", "b"));
}

TEST_F(CommandLineTest, CallsEveryMistakeUsage) {
  const std::vector<const char*> kCases[] = {
      {},
      {"bogus"},
      {"--bogus", "health"},
      {"ask"},
      {"ask", "q", "--input", "-"},
      {"ask", "q", "--max-sentences", "many"},
      {"ask", "q", "another"},
      {"ask", "q", "--output", "yaml"},
      {"ask", "q", "--timeout", "5"},
      {"ask", "q", "--timeout", "-1s"},
      {"ask", "q", "--server", "host"},
      {"ask", "q", "--server", "host:0"},
      {"ask", "q", "--server", "host:99999"},
      {"ask", "q", "--color", "red"},
      {"search"},
      {"ask", "q", "--type", "DATE"},
      {"ask", "q", "--type", "unspecified"},
      {"ask", "q", "--order", "date"},
      {"ask", "q", "--event", "February"},
      {"ask", "q", "--context", "-"},
      {"ask", "q", "--max-per-document", "one"},
      {"search", "q", "--speaker", "a"},
      {"search", "q", "--published", "January"},
      {"search", "q", "--metadata", "=a"},
      {"verify"},
      {"import"},
      {"get"},
      {"get", "a", "--revision", "-1"},
      {"corpora", "bogus"},
      {"corpora", "create"},
      {"corpora", "create", "a", "--revisions-kept", "many"},
      {"corpora", "create", "a", "--revisions-kept", "-1"},
      {"snapshot"},
      {"snapshot", "--to", ""},
      {"snapshot", "--to", "-"},
      {"delete"},
  };
  for (const auto& arguments : kCases) {
    SCOPED_TRACE(::testing::PrintToString(arguments));
    const auto parsed = Parse(arguments);
    const auto* status = std::get_if<ExitStatus>(&parsed);
    ASSERT_NE(status, nullptr);
    EXPECT_EQ(*status, ExitStatus::kUsage);
    EXPECT_THAT(err_.str(), ::testing::StartsWith("footnote: "));
    EXPECT_EQ(out_.str(), "");
    err_.str("");
  }
}

TEST_F(CommandLineTest, TakesWholeTextsForNumbers) {
  const struct {
    std::vector<const char*> arguments;
    const char* complaint;
  } kCases[] = {
      {{"get", "a", "--revision", "-1"}, "--revision: '-1' is too small;"},
      {{"get", "a", "--revision", "x"}, "'x' is no whole number;"},
      {{"corpora", "create", "a", "--revisions-kept", "-1"},
       "'-1' is too small;"},
      {{"corpora", "create", "a", "--revisions-kept", "4294967296"},
       "'4294967296' is too large;"},
      {{"ask", "q", "--max-sentences", ""}, "'' is no whole number;"},
      {{"ask", "q", "--max-sentences", "2.5"}, "'2.5' is no whole number;"},
      {{"ask", "q", "--min-confidence", ""}, "'' is no number;"},
      {{"ask", "q", "--min-confidence", "0.5x"}, "'0.5x' is no number;"},
      {{"search", "q", "--limit", "1x"}, "'1x' is no whole number;"},
      {{"list", "--page-size", ""}, "'' is no whole number;"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(::testing::PrintToString(c.arguments));
    EXPECT_TRUE(std::holds_alternative<ExitStatus>(Parse(c.arguments)));
    EXPECT_THAT(err_.str(), HasSubstr(c.complaint));
    err_.str("");
  }
}

TEST_F(CommandLineTest, NamesAnUnknownCommand) {
  Parse({"aks", "what"});
  EXPECT_THAT(err_.str(), HasSubstr("there is no command or option `aks`"));
}

TEST_F(CommandLineTest, TakesNoOtherArgumentForAMissingValue) {
  for (const auto& arguments : std::vector<std::vector<const char*>>{
           {"--corpus=", "status", "delete", "a"}, {"ask", "--corpus=", "q"}}) {
    EXPECT_EQ(std::get<ExitStatus>(Parse(arguments)), ExitStatus::kUsage);
    EXPECT_THAT(err_.str(), HasSubstr("`--corpus=` has no value"));
    err_.str("");
  }
  EXPECT_EQ(std::get<AskArguments>(Understood({"ask", "--", "--a="}).command)
                .question,
            "--a=");
  EXPECT_THAT(
      std::get<AskArguments>(Understood({"ask", "q", "--metadata=a="}).command)
          .scope.metadata,
      ElementsAre("a="));
}

TEST_F(CommandLineTest, TellsWhatIsLeftOverInTheOrderTyped) {
  EXPECT_EQ(
      std::get<ExitStatus>(Parse(
          {"ask", "Where", "does", "--max-sentences", "2", "he", "[live]"})),
      ExitStatus::kUsage);
  EXPECT_THAT(err_.str(), HasSubstr("put the question in quotes: footnote ask "
                                    "\"Where does he [live]\";"));
  Parse({"search", "a", "b"});
  EXPECT_THAT(err_.str(), HasSubstr("footnote search \"a b\";"));
  Parse({"get", "a", "b", "c", "--d"});
  EXPECT_THAT(err_.str(), HasSubstr("not expected here: b c --d;"));
  Parse({"ask", "q", "--bogus", "x"});
  EXPECT_THAT(err_.str(), HasSubstr("not expected here: --bogus x;"));
}

TEST_F(CommandLineTest, PrintsHelpAndVersion) {
  EXPECT_EQ(std::get<ExitStatus>(Parse({"--version"})), ExitStatus::kDone);
  EXPECT_EQ(out_.str(), "footnote 0.1.0\n");
  out_.str("");
  EXPECT_EQ(std::get<ExitStatus>(Parse({"--help"})), ExitStatus::kDone);
  EXPECT_THAT(out_.str(), HasSubstr("Exit status"));
  out_.str("");
  EXPECT_EQ(std::get<ExitStatus>(Parse({"ask", "--help"})), ExitStatus::kDone);
  EXPECT_THAT(out_.str(), HasSubstr("--max-sentences"));
  EXPECT_THAT(out_.str(), HasSubstr("--type TYPE "));
  EXPECT_THAT(out_.str(), HasSubstr("relevance|time=relevance"));
  EXPECT_EQ(err_.str(), "");
}

}  // namespace
}  // namespace footnote
