// How fast it is found who says what, beside how fast the same text becomes
// terms.

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/acronyms.h"
#include "retrieval/text/attributions.h"
#include "retrieval/text/names.h"
#include "retrieval/text/quotation_marks.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// An article of some 16 KB in which many speak, and its sentences.
struct Article {
  Article() {
    static constexpr const char* kSentences[] = {
        "“The quay is far too short,” Harbour Minister Ines Falk said.",
        "“It was built in 1931 for smaller ships. It leaks in every storm,” "
        "she told reporters in Dover on Monday.",
        "Jonas Lind, a spokesman for the ferry operators, said that the new "
        "terminal would cost $4.5 million, according to the port authority.",
        "The town has lost a third of its ferries since 2009, and two earlier "
        "plans failed for want of money.",
        "Critics of the plan, among them the U.S. operator Marsh & Co., say "
        "the narrow streets of the old docks cannot bear more traffic.",
        "The ministry did not answer a request for comment.",
        "Work on the western pier is to begin in spring, once the ice on the "
        "river has gone and the last of the winter storms has passed.",
        "The World Fish Organization (WFO) has warned of falling catches."};
    std::mt19937 random(7);
    while (text.size() < 16 * 1024) {
      absl::StrAppend(&text, kSentences[random() % std::size(kSentences)],
                      random() % 3 == 0 ? "\n\n" : " ");
    }
    for (const ByteRange& range : SplitSentences(text)) {
      sentences.push_back({.range = range});
    }
    names = FindNames(text, sentences);
  }

  std::string text;
  std::vector<Sentence> sentences;
  DocumentNames names;
};

void CountBytes(benchmark::State& state, const Article& article) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(article.text.size()));
}

void BM_Tokenize(benchmark::State& state) {
  const Article article;
  for (auto unused : state) benchmark::DoNotOptimize(Tokenize(article.text));
  CountBytes(state, article);
}
BENCHMARK(BM_Tokenize);

void BM_FindNames(benchmark::State& state) {
  const Article article;
  for (auto unused : state) {
    benchmark::DoNotOptimize(FindNames(article.text, article.sentences));
  }
  CountBytes(state, article);
}
BENCHMARK(BM_FindNames);

void BM_FindAcronyms(benchmark::State& state) {
  const Article article;
  for (auto unused : state) {
    benchmark::DoNotOptimize(FindAcronyms(article.text));
  }
  CountBytes(state, article);
}
BENCHMARK(BM_FindAcronyms);

void BM_FindQuotations(benchmark::State& state) {
  const Article article;
  for (auto unused : state) {
    benchmark::DoNotOptimize(FindQuotations(article.text));
  }
  CountBytes(state, article);
}
BENCHMARK(BM_FindQuotations);

void BM_FindAttributions(benchmark::State& state) {
  const Article article;
  for (auto unused : state) {
    benchmark::DoNotOptimize(
        FindAttributions(article.text, article.sentences, article.names));
  }
  CountBytes(state, article);
}
BENCHMARK(BM_FindAttributions);

}  // namespace
}  // namespace footnote

BENCHMARK_MAIN();
