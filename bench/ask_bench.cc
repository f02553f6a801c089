// How long the library takes for a question, a search and an import, on corpora
// of generated text whose words are distributed as those of a language.

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

constexpr int kVocabulary = 20'000;
constexpr int kBatch = 100;

// A corpus that is kept for all benchmarks of its size.
struct Fixture {
  testing::TemporaryDirectory directory;
  std::unique_ptr<Corpus> corpus;
};

Corpus& CorpusOf(int documents) {
  static auto* const fixtures = new std::map<int, Fixture>();
  Fixture& fixture = (*fixtures)[documents];
  if (fixture.corpus != nullptr) return *fixture.corpus;
  fixture.corpus = *Corpus::Open(fixture.directory.File("corpus.db"));
  testing::RandomCorpus random(1, kVocabulary);
  for (int i = 0; i < documents; i += kBatch) {
    fixture.corpus
        ->Import(random.MakeDocuments(i, kBatch), Deadline::Infinite())
        .IgnoreError();
  }
  return *fixture.corpus;
}

std::vector<Question> DrawQuestions() {
  testing::RandomCorpus random(2, kVocabulary);
  std::vector<Question> questions;
  for (int i = 0; i < 100; ++i) questions.push_back({random.Words(5), {}});
  return questions;
}

void BM_Ask(benchmark::State& state) {
  const Corpus& corpus = CorpusOf(static_cast<int>(state.range(0)));
  const std::vector<Question> questions = DrawQuestions();
  size_t i = 0;
  for (auto _ : state) {
    auto answer = corpus.Ask(questions[i++ % questions.size()], {3, 0.0},
                             Deadline::Infinite());
    if (!answer.ok()) state.SkipWithError("no answer");
    benchmark::DoNotOptimize(answer);
  }
}
BENCHMARK(BM_Ask)->Arg(200)->Arg(2000)->Unit(benchmark::kMicrosecond);

void BM_Search(benchmark::State& state) {
  const Corpus& corpus = CorpusOf(static_cast<int>(state.range(0)));
  const std::vector<Question> questions = DrawQuestions();
  size_t i = 0;
  for (auto _ : state) {
    auto result = corpus.Search(questions[i++ % questions.size()], {0, 10}, 0,
                                Deadline::Infinite());
    if (!result.ok()) state.SkipWithError("no result");
    benchmark::DoNotOptimize(result);
  }
}
BENCHMARK(BM_Search)->Arg(200)->Arg(2000)->Unit(benchmark::kMicrosecond);

// Each iteration replaces 100 documents and is durable.
void BM_Import(benchmark::State& state) {
  const testing::TemporaryDirectory directory;
  const auto corpus = *Corpus::Open(directory.File("corpus.db"));
  testing::RandomCorpus random(3, kVocabulary);
  int64_t bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const std::vector<Document> documents = random.MakeDocuments(0, kBatch);
    for (const Document& document : documents) {
      bytes += static_cast<int64_t>(document.text.size());
    }
    state.ResumeTiming();
    if (!corpus->Import(documents, Deadline::Infinite()).ok()) {
      state.SkipWithError("not imported");
    }
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(BM_Import)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace footnote
