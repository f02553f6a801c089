// How long it takes to read a term's postings: from the segments of FTS5's
// index, as a corpus does, and place by place through FTS5's own table. The
// index holds a million passages, the last hundred in a segment of their own.

#include <benchmark/benchmark.h>

#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/index/postings.h"
#include "retrieval/index/schema.h"
#include "tests/testing/index_file.h"
#include "tests/testing/instance_postings.h"
#include "tests/testing/random_corpus.h"

namespace footnote {
namespace {

constexpr int kPassages = 1'000'000;
constexpr int kNewPassages = 100;
constexpr int kWords = 20;

// Returns the text of passage `number`: drawn words, and "each10" in each tenth
// passage and so on. "each1" stands there twice, as common words do.
std::string TextOf(int number, testing::RandomCorpus& random) {
  std::string text = absl::StrCat("each1 ", random.Words(kWords / 2), " each1");
  for (int every = 10; every <= 1000; every *= 10) {
    if (number % every == 0) absl::StrAppend(&text, " each", every);
  }
  return absl::StrCat(text, " ", random.Words(kWords / 2));
}

absl::Status Fill(testing::IndexFile& file) {
  testing::RandomCorpus random(1, 20'000);
  const std::pair<int, int> runs[] = {
      {1, kPassages - kNewPassages}, {kPassages - kNewPassages + 1, kPassages}};
  for (const auto& [first, last] : runs) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        Transaction transaction,
        Transaction::Begin(file.database(), Transaction::Kind::kWrite));
    for (int i = first; i <= last; ++i) {
      FOOTNOTE_RETURN_IF_ERROR(file.Insert(i, "", TextOf(i, random)));
    }
    FOOTNOTE_RETURN_IF_ERROR(transaction.Commit());
    if (first == 1) FOOTNOTE_RETURN_IF_ERROR(file.Command("optimize", 0));
  }
  return absl::OkStatus();
}

// An index, and both ways to read it, in one transaction that never ends.
struct Fixture {
  std::unique_ptr<testing::IndexFile> file;
  std::unique_ptr<Database> database;
  std::optional<PostingReader> reader;
  std::optional<testing::InstanceReader> instances;
  std::optional<Transaction> transaction;
};

absl::StatusOr<Fixture*> MakeFixture() {
  auto fixture = std::make_unique<Fixture>();
  FOOTNOTE_ASSIGN_OR_RETURN(fixture->file, testing::IndexFile::Create());
  FOOTNOTE_RETURN_IF_ERROR(Fill(*fixture->file));
  FOOTNOTE_ASSIGN_OR_RETURN(fixture->database,
                            OpenForReading(fixture->file->path()));
  FOOTNOTE_ASSIGN_OR_RETURN(fixture->reader,
                            PostingReader::Create(*fixture->database));
  FOOTNOTE_ASSIGN_OR_RETURN(
      fixture->instances, testing::InstanceReader::Create(*fixture->database));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction transaction,
      Transaction::Begin(*fixture->database, Transaction::Kind::kRead));
  fixture->transaction.emplace(std::move(transaction));
  return fixture.release();
}

// Runs `read` of the fixture and the term of each `every`-th passage, and says
// how many occurrences a second it reads.
template <typename Read>
void Measure(benchmark::State& state, const Read& read) {
  static const auto* const fixture =
      new absl::StatusOr<Fixture*>(MakeFixture());
  if (!fixture->ok()) {
    state.SkipWithError(std::string(fixture->status().message()).c_str());
    return;
  }
  const std::string term = absl::StrCat("each", state.range(0));
  int64_t occurrences = 0;
  for (auto unused : state) {
    const absl::StatusOr<PostingList> postings = read(***fixture, term);
    if (!postings.ok() || postings->empty()) {
      state.SkipWithError("no postings");
      return;
    }
    occurrences += static_cast<int64_t>(postings->size()) *
                   postings->front().text_frequency;
  }
  state.SetItemsProcessed(occurrences);
}

void BM_Segments(benchmark::State& state) {
  Measure(state, [](Fixture& fixture, const std::string& term) {
    return fixture.reader->ReadPostings(term);
  });
}
BENCHMARK(BM_Segments)->RangeMultiplier(10)->Range(1, 1000);

void BM_Instances(benchmark::State& state) {
  Measure(state, [](Fixture& fixture, const std::string& term) {
    return fixture.instances->ReadPostings(term);
  });
}
BENCHMARK(BM_Instances)->RangeMultiplier(10)->Range(1, 1000);

// Reads the last hundred passages' postings, as after an import.
void BM_Tail(benchmark::State& state) {
  Measure(state, [](Fixture& fixture, const std::string& term) {
    return fixture.reader->ReadPostingsAfter(term, kPassages - kNewPassages);
  });
}
BENCHMARK(BM_Tail)->Arg(1)->Arg(10)->Arg(100);

}  // namespace
}  // namespace footnote
