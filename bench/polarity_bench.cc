// How fast it is told what a sentence denies.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/polarity.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Asks for the stance on every word of a sentence, as on every word of a
// question that it shares.
void BM_StanceAt(benchmark::State& state) {
  const std::string sentence =
      "The harbour council did not rule out selling the old ferry terminal, "
      "which had never made a profit, but refused to say whether it might "
      "close the line before the bridge is opened.";
  const std::vector<Term> words = Tokenize(sentence);
  for (auto unused : state) {
    for (const Term& word : words) {
      benchmark::DoNotOptimize(StanceAt(sentence, word.range));
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(words.size()));
}
BENCHMARK(BM_StanceAt);

// A sentence of a megabyte: only the words around are read.
void BM_StanceInHugeSentence(benchmark::State& state) {
  std::string sentence;
  while (sentence.size() < 1'000'000) sentence += "not, ";
  const auto middle = static_cast<uint32_t>(sentence.size() / 2);
  for (auto unused : state) {
    benchmark::DoNotOptimize(StanceAt(sentence, {middle, middle + 3}));
  }
}
BENCHMARK(BM_StanceInHugeSentence);

}  // namespace
}  // namespace footnote
