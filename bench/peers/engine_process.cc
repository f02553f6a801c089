#include "bench/peers/engine_process.h"

#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

constexpr double kNanosecondsPerSecond = 1e9;
constexpr double kNanosecondsPerMicrosecond = 1e3;

std::vector<std::string> Joined(std::vector<std::string> command,
                                const std::vector<std::string>& arguments) {
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

absl::Status Senseless(absl::string_view text) {
  return absl::FailedPreconditionError(absl::StrCat("An engine wrote: ", text));
}

absl::StatusOr<double> ToNumber(absl::string_view text) {
  double number = 0;
  if (absl::SimpleAtod(text, &number) && number > 0) return number;
  return Senseless(text);
}

// Reads `PASSAGE:SCORE`.
absl::StatusOr<Hit> ToHit(absl::string_view text) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, ':');
  Hit hit;
  if (absl::SimpleAtoi(parts.first, &hit.passage) &&
      absl::SimpleAtod(parts.second, &hit.score)) {
    return hit;
  }
  return Senseless(text);
}

}  // namespace

absl::StatusOr<double> BuildIndex(const std::vector<std::string>& command,
                                  const std::string& corpus,
                                  const std::string& index) {
  testing::Program program(Joined(command, {"build", corpus, index}), {},
                           "/usr/bin/env");
  const testing::ProgramResult result = program.Wait();
  const absl::string_view out = absl::StripAsciiWhitespace(result.out);
  if (result.exit_status != 0 || !absl::StartsWith(out, "built ")) {
    return Senseless(absl::StrCat(result.out, result.err));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const double nanoseconds,
                            ToNumber(absl::StripPrefix(out, "built ")));
  return nanoseconds / kNanosecondsPerSecond;
}

EngineProcess::EngineProcess(const std::vector<std::string>& arguments)
    : program_(arguments, {}, "/usr/bin/env") {}

absl::StatusOr<std::unique_ptr<EngineProcess>> EngineProcess::Start(
    const std::vector<std::string>& command, const std::string& index,
    size_t limit) {
  std::unique_ptr<EngineProcess> engine(new EngineProcess(
      Joined(command, {"serve", index, absl::StrCat(limit)})));
  FOOTNOTE_ASSIGN_OR_RETURN(const std::string ready,
                            engine->Exchange("", "ready"));
  const std::pair<std::string, std::string> parts =
      absl::StrSplit(ready, absl::MaxSplits(' ', 1));
  engine->process_ = parts.first;
  engine->version_ = parts.second;
  return engine;
}

absl::StatusOr<std::string> EngineProcess::Exchange(const std::string& line,
                                                    const std::string& word) {
  program_.Write(line);
  const std::string answer = program_.ReadLine();
  absl::string_view rest = absl::StripAsciiWhitespace(answer);
  if (absl::ConsumePrefix(&rest, word) &&
      (rest.empty() || absl::ConsumePrefix(&rest, " "))) {
    return std::string(rest);
  }
  return Senseless(answer.empty() ? program_.Wait().err : answer);
}

absl::StatusOr<Finding> EngineProcess::Ask(const std::string& question) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      const std::string found,
      Exchange(absl::StrCat("ask ", question, "\n"), "found"));
  const std::vector<absl::string_view> parts = absl::StrSplit(found, ' ');
  Finding finding;
  FOOTNOTE_ASSIGN_OR_RETURN(const double nanoseconds, ToNumber(parts[0]));
  finding.microseconds = nanoseconds / kNanosecondsPerMicrosecond;
  for (size_t i = 1; i < parts.size(); ++i) {
    FOOTNOTE_ASSIGN_OR_RETURN(finding.hits.emplace_back(), ToHit(parts[i]));
  }
  return finding;
}

absl::StatusOr<double> EngineProcess::QuestionsPerSecond(
    size_t threads, size_t count, const std::string& file) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      const std::string loaded,
      Exchange(absl::StrCat("load ", threads, " ", count, " ", file, "\n"),
               "loaded"));
  FOOTNOTE_ASSIGN_OR_RETURN(const double nanoseconds, ToNumber(loaded));
  return static_cast<double>(count) * kNanosecondsPerSecond / nanoseconds;
}

absl::StatusOr<ResidentMemory> EngineProcess::Memory() const {
  std::ifstream file(absl::StrCat("/proc/", process_, "/status"));
  ResidentMemory memory;
  for (std::string line; std::getline(file, line);) {
    // Such as "VmRSS:     1234 kB".
    const std::vector<absl::string_view> parts =
        absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    uint64_t kibibytes = 0;
    if (parts.size() < 2 || !absl::SimpleAtoi(parts[1], &kibibytes)) continue;
    if (parts[0] == "VmRSS:") memory.bytes = kibibytes << 10;
    if (parts[0] == "RssFile:") memory.bytes_of_files = kibibytes << 10;
  }
  if (memory.bytes > 0) return memory;
  return Senseless(absl::StrCat("ready ", process_));
}

}  // namespace footnote::bench
