#include "bench/peers/engine_server.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

using Clock = std::chrono::steady_clock;

int64_t NanosecondsSince(Clock::time_point begin) {
  return std::chrono::nanoseconds(Clock::now() - begin).count();
}

absl::Status Misused(absl::string_view what) {
  return absl::InvalidArgumentError(
      absl::StrCat("bench/peers/engine_server.h has no \"", what, "\"."));
}

absl::StatusOr<std::string> Ask(Searcher& searcher,
                                const std::string& question) {
  const Clock::time_point begin = Clock::now();
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<Hit> hits,
                            searcher.Find(question));
  std::string answer = absl::StrCat("found ", NanosecondsSince(begin));
  for (const Hit& hit : hits) {
    absl::StrAppendFormat(&answer, " %d:%.17g", hit.passage, hit.score);
  }
  return answer;
}

absl::StatusOr<std::vector<std::string>> ReadLines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (!lines.empty()) return lines;
  return absl::NotFoundError(absl::StrCat("No question in ", path));
}

// Takes turns until `*next` has reached `count`.
absl::Status TakeTurns(Searcher& searcher,
                       const std::vector<std::string>& questions, size_t count,
                       std::atomic<size_t>* next) {
  while (true) {
    const size_t turn = next->fetch_add(1, std::memory_order_relaxed);
    if (turn >= count) return absl::OkStatus();
    FOOTNOTE_RETURN_IF_ERROR(
        searcher.Find(questions[turn % questions.size()]).status());
  }
}

// Finds `count` times on all of `searchers` at once. Returns the nanoseconds.
absl::StatusOr<int64_t> FindTogether(
    const std::vector<std::unique_ptr<Searcher>>& searchers,
    const std::vector<std::string>& questions, size_t count) {
  std::vector<absl::Status> statuses(searchers.size());
  std::atomic<size_t> next = 0;
  const Clock::time_point begin = Clock::now();
  std::vector<std::thread> threads;
  for (size_t i = 0; i < searchers.size(); ++i) {
    threads.emplace_back([&, i] {
      statuses[i] = TakeTurns(*searchers[i], questions, count, &next);
    });
  }
  for (std::thread& thread : threads) thread.join();
  const int64_t nanoseconds = NanosecondsSince(begin);
  for (const absl::Status& status : statuses) FOOTNOTE_RETURN_IF_ERROR(status);
  return nanoseconds;
}

absl::StatusOr<std::string> Load(OpenIndex& index, size_t limit,
                                 const std::string& arguments) {
  const std::vector<std::string> parts =
      absl::StrSplit(arguments, absl::MaxSplits(' ', 2));
  size_t threads = 0;
  size_t count = 0;
  if (parts.size() < 3 || !absl::SimpleAtoi(parts[0], &threads) ||
      !absl::SimpleAtoi(parts[1], &count)) {
    return Misused(absl::StrCat("load ", arguments));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const auto questions, ReadLines(parts[2]));
  std::vector<std::unique_ptr<Searcher>> searchers(threads);
  for (auto& searcher : searchers) {
    FOOTNOTE_ASSIGN_OR_RETURN(searcher, index.NewSearcher(limit));
    // Whatever it makes only once.
    FOOTNOTE_RETURN_IF_ERROR(searcher->Find(questions[0]).status());
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t nanoseconds,
                            FindTogether(searchers, questions, count));
  return absl::StrCat("loaded ", nanoseconds);
}

absl::Status Serve(const Engine& engine, const std::string& path, size_t limit,
                   std::istream& in, std::ostream& out) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto index, engine.open(path));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto searcher, index->NewSearcher(limit));
  out << "ready " << getpid() << " " << engine.version << std::endl;
  for (std::string line; std::getline(in, line);) {
    const std::pair<std::string, std::string> order =
        absl::StrSplit(line, absl::MaxSplits(' ', 1));
    absl::StatusOr<std::string> answer = Misused(line);
    if (order.first == "ask") answer = Ask(*searcher, order.second);
    if (order.first == "load") answer = Load(*index, limit, order.second);
    FOOTNOTE_RETURN_IF_ERROR(answer.status());
    out << *answer << std::endl;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status RunEngine(const Engine& engine,
                       const std::vector<std::string>& arguments,
                       std::istream& in, std::ostream& out) {
  size_t limit = 0;
  if (arguments.size() == 3 && arguments[0] == "build") {
    const Clock::time_point begin = Clock::now();
    FOOTNOTE_RETURN_IF_ERROR(engine.build(arguments[1], arguments[2]));
    out << "built " << NanosecondsSince(begin) << std::endl;
    return absl::OkStatus();
  }
  if (arguments.size() == 3 && arguments[0] == "serve" &&
      absl::SimpleAtoi(arguments[2], &limit) && limit > 0) {
    return Serve(engine, arguments[1], limit, in, out);
  }
  return Misused(absl::StrJoin(arguments, " "));
}

}  // namespace footnote::bench
