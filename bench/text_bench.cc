// How fast a text is taken apart.

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/boilerplate.h"
#include "retrieval/text/quantities.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Returns an article of some 4 KB: paragraphs of sentences with the names,
// abbreviations, figures and quotations of news.
std::string NewsArticle() {
  static constexpr const char* kSentences[] = {
      "The harbour council approved the new ferry terminal on Tuesday after a "
      "debate that lasted nine hours and drew hundreds of residents.",
      "Its chairwoman, Ines Falk, told The Harbour Courier that work on the "
      "$4.5 million project would begin on March 3.",
      "\u201CWe have waited for this since 1998,\u201D Ms. Falk said.",
      "Critics of the plan, among them the U.S. operator Marsh & Co., say the "
      "narrow streets of the old docks cannot bear more traffic.",
      "The ministry did not answer a request for comment.",
      "Two earlier plans, in 2009 and 2016, failed for want of money, and the "
      "town has since lost a third of its ferries."};
  std::mt19937 random(7);
  std::string article = "Council backs ferry terminal\n\n";
  while (article.size() < 4096) {
    absl::StrAppend(&article, kSentences[random() % std::size(kSentences)],
                    random() % 3 == 0 ? "\n\n" : " ");
  }
  return article;
}

void CountBytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

void BM_ForEachTerm(benchmark::State& state) {
  const std::string text = NewsArticle();
  for (auto unused : state) {
    ForEachTerm(text, [](absl::string_view term, ByteRange) {
      benchmark::DoNotOptimize(term);
      return true;
    });
  }
  CountBytes(state, text);
}
BENCHMARK(BM_ForEachTerm);

void BM_SplitSentences(benchmark::State& state) {
  const std::string text = NewsArticle();
  for (auto unused : state) benchmark::DoNotOptimize(SplitSentences(text));
  CountBytes(state, text);
}
BENCHMARK(BM_SplitSentences);

void BM_FindBoilerplate(benchmark::State& state) {
  const std::string text = NewsArticle();
  const std::vector<ByteRange> sentences = SplitSentences(text);
  for (auto unused : state) {
    benchmark::DoNotOptimize(FindBoilerplate(text, "A title", sentences));
  }
  CountBytes(state, text);
}
BENCHMARK(BM_FindBoilerplate);

void BM_FindQuantities(benchmark::State& state) {
  const std::string text = NewsArticle();
  for (auto unused : state) benchmark::DoNotOptimize(FindQuantities(text));
  CountBytes(state, text);
}
BENCHMARK(BM_FindQuantities);

}  // namespace
}  // namespace footnote

BENCHMARK_MAIN();
