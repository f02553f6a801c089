// How fast WordNet tells what is related to a word, once its files are in
// memory.

#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "retrieval/question/word_relations.h"
#include "retrieval/text/wordnet.h"

namespace footnote {
namespace {

using OpenWordNet = absl::StatusOr<std::shared_ptr<const WordNet>>;

const OpenWordNet& Shared() {
  static const auto* const kWordNet =
      new OpenWordNet(WordNet::Open(WordNet::kDirectory));
  return *kWordNet;
}

void BM_Open(benchmark::State& state) {
  for (auto unused : state) {
    const OpenWordNet wordnet = WordNet::Open(WordNet::kDirectory);
    if (!wordnet.ok()) {
      state.SkipWithError(std::string(wordnet.status().message()).c_str());
      break;
    }
    benchmark::DoNotOptimize(wordnet->get());
  }
}
BENCHMARK(BM_Open);

// Runs `ask` of WordNet and `word` again and again.
template <typename Ask>
void Measure(benchmark::State& state, const char* word, Ask ask) {
  if (!Shared().ok()) {
    state.SkipWithError(std::string(Shared().status().message()).c_str());
    return;
  }
  for (auto unused : state) benchmark::DoNotOptimize(ask(**Shared(), word));
}

void BM_BaseForms(benchmark::State& state, const char* word) {
  Measure(state, word, [](const WordNet& wordnet, const char* asked) {
    return wordnet.BaseForms(asked, PartOfSpeech::kVerb);
  });
}
BENCHMARK_CAPTURE(BM_BaseForms, running, "running");

void BM_RelatedWords(benchmark::State& state, const char* word) {
  Measure(state, word, [](const WordNet& wordnet, const char* asked) {
    return RelatedWords(wordnet, asked);
  });
}
BENCHMARK_CAPTURE(BM_RelatedWords, treaty, "treaty");
BENCHMARK_CAPTURE(BM_RelatedWords, invented, "invented");
BENCHMARK_CAPTURE(BM_RelatedWords, person, "person");
BENCHMARK_CAPTURE(BM_RelatedWords, made, "made");
BENCHMARK_CAPTURE(BM_RelatedWords, unknown, "footnoted");

void BM_KindsOf(benchmark::State& state, const char* noun) {
  Measure(state, noun, [](const WordNet& wordnet, const char* asked) {
    return KindsOf(wordnet, asked);
  });
}
BENCHMARK_CAPTURE(BM_KindsOf, river, "river");
BENCHMARK_CAPTURE(BM_KindsOf, animal, "animal");
BENCHMARK_CAPTURE(BM_KindsOf, entity, "entity");

void BM_LexicalClassOf(benchmark::State& state, const char* noun) {
  Measure(state, noun, [](const WordNet& wordnet, const char* asked) {
    return LexicalClassOf(wordnet, asked);
  });
}
BENCHMARK_CAPTURE(BM_LexicalClassOf, person, "person");
BENCHMARK_CAPTURE(BM_LexicalClassOf, inventor, "inventor");

}  // namespace
}  // namespace footnote
