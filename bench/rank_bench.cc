// How long it takes to find the ten best passages for a question of seven
// terms, stop words kept, among passages of 60 terms whose frequencies follow
// Zipf's law: by FTS5 itself, by scoring every posting in memory, and as a
// corpus does, with its lists in memory or yet to be read.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "bench/passage_index.h"
#include "retrieval/status.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

constexpr int kWords = 60;
constexpr int kVocabulary = 200'000;
constexpr size_t kQuestionTerms = 7;
constexpr size_t kQuestions = 100;
constexpr size_t kBest = 10;

// An index, and the lists that were read from it.
struct Fixture {
  testing::TemporaryDirectory directory;
  std::string path = directory.File("corpus.db");
  CorpusPostings postings{std::make_shared<PostingCache>(size_t{1} << 40)};
  std::unique_ptr<bench::PassageSnapshot> snapshot;
  std::vector<std::vector<std::string>> questions;
  bool is_warm = false;
};

std::vector<std::string> DrawQuestion(testing::RandomCorpus& random) {
  std::vector<std::string> terms;
  while (terms.size() < kQuestionTerms) {
    const std::string term = random.Word();
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
      terms.push_back(term);
    }
  }
  return terms;
}

absl::StatusOr<std::unique_ptr<Fixture>> MakeFixture(int passages) {
  auto fixture = std::make_unique<Fixture>();
  testing::RandomCorpus random(1, kVocabulary);
  int written = 0;
  FOOTNOTE_RETURN_IF_ERROR(
      bench::WritePassages(fixture->path, [&](std::string* text) {
        *text = random.Words(kWords);
        return written++ < passages;
      }));
  FOOTNOTE_ASSIGN_OR_RETURN(
      fixture->snapshot,
      bench::PassageSnapshot::Open(fixture->path, fixture->postings));
  while (fixture->questions.size() < kQuestions) {
    fixture->questions.push_back(DrawQuestion(random));
  }
  return fixture;
}

// Runs `answer` on the fixture of that size and each question in turn.
template <typename Answer>
void Measure(benchmark::State& state, const Answer& answer) {
  static auto* const fixtures =
      new std::map<int64_t, absl::StatusOr<std::unique_ptr<Fixture>>>();
  const int64_t passages = state.range(0);
  if (!fixtures->contains(passages)) {
    fixtures->emplace(passages, MakeFixture(static_cast<int>(passages)));
  }
  const auto& fixture = fixtures->at(passages);
  if (!fixture.ok()) {
    state.SkipWithError(std::string(fixture.status().message()).c_str());
    return;
  }
  size_t question = 0;
  for (auto unused : state) {
    const auto& terms = (*fixture)->questions[question++ % kQuestions];
    const absl::StatusOr<size_t> found = answer(**fixture, terms);
    if (!found.ok() || *found == 0) {
      state.SkipWithError("nothing found");
      return;
    }
  }
}

void BM_Fts5(benchmark::State& state) {
  Measure(state,
          [](Fixture& fixture,
             const std::vector<std::string>& terms) -> absl::StatusOr<size_t> {
            FOOTNOTE_ASSIGN_OR_RETURN(
                Statement select,
                fixture.snapshot->database().Prepare(absl::StrCat(
                    "SELECT rowid FROM passage_index WHERE passage_index "
                    "MATCH ?1 ORDER BY rank LIMIT ",
                    kBest)));
            select.BindText(1, absl::StrJoin(terms, " OR "));
            size_t found = 0;
            while (true) {
              FOOTNOTE_ASSIGN_OR_RETURN(const bool row, select.Step());
              if (!row) return found;
              ++found;
            }
          });
}

// Asks with lists that are in memory once every question was asked.
template <typename Find>
void MeasureWarm(benchmark::State& state, const Find& find) {
  Measure(state,
          [&](Fixture& fixture,
              const std::vector<std::string>& terms) -> absl::StatusOr<size_t> {
            if (!std::exchange(fixture.is_warm, true)) {
              state.PauseTiming();
              for (const auto& question : fixture.questions) {
                (void)fixture.snapshot->FindBest(question, kBest);
              }
              state.ResumeTiming();
            }
            FOOTNOTE_ASSIGN_OR_RETURN(
                const auto best, ((*fixture.snapshot).*find)(terms, kBest));
            return best.size();
          });
}

void BM_Warm(benchmark::State& state) {
  MeasureWarm(state, &bench::PassageSnapshot::FindBest);
}

// Scores every posting of every list, which are in memory.
void BM_Exhaustive(benchmark::State& state) {
  MeasureWarm(state, &bench::PassageSnapshot::ScoreAll);
}

// With the lengths at hand, but no list.
void BM_Cold(benchmark::State& state) {
  CorpusPostings corpus(std::make_shared<PostingCache>(0));
  std::unique_ptr<bench::PassageSnapshot> snapshot;
  Measure(
      state,
      [&](Fixture& fixture,
          const std::vector<std::string>& terms) -> absl::StatusOr<size_t> {
        if (snapshot == nullptr) {
          FOOTNOTE_ASSIGN_OR_RETURN(
              snapshot, bench::PassageSnapshot::Open(fixture.path, corpus));
          FOOTNOTE_RETURN_IF_ERROR(
              corpus.lengths().Get(snapshot->reader().lengths(), 1).status());
        }
        FOOTNOTE_ASSIGN_OR_RETURN(const auto best,
                                  snapshot->FindBest(terms, kBest));
        return best.size();
      });
}

// Reads how long the passages are.
void BM_Lengths(benchmark::State& state) {
  Measure(state,
          [](Fixture& fixture,
             const std::vector<std::string>&) -> absl::StatusOr<size_t> {
            PassageLengths lengths;
            FOOTNOTE_RETURN_IF_ERROR(
                fixture.snapshot->reader().lengths().Update(&lengths));
            return lengths.blocks();
          });
}

constexpr int kFewest = 1'000;
constexpr int kMost = 10'000;
#define FOOTNOTE_BENCHMARK(name) \
  BENCHMARK(name)                \
      ->RangeMultiplier(10)      \
      ->Range(kFewest, kMost)    \
      ->Unit(benchmark::kMillisecond)
FOOTNOTE_BENCHMARK(BM_Warm);
FOOTNOTE_BENCHMARK(BM_Exhaustive);
FOOTNOTE_BENCHMARK(BM_Cold);
FOOTNOTE_BENCHMARK(BM_Lengths);
FOOTNOTE_BENCHMARK(BM_Fts5);

}  // namespace
}  // namespace footnote
