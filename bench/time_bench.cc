// How fast the times are found that a text speaks of, beside cutting it into
// stemmed terms.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/time_expression.h"
#include "retrieval/text/time_tokens.h"

namespace footnote {
namespace {

// Returns an article of some 64 KB with a time in most of its sentences.
std::string NewsArticle() {
  std::string article;
  constexpr size_t kSize = 65536;
  while (article.size() < kSize) {
    absl::StrAppend(
        &article,
        "The harbour council approved the new ferry terminal on Tuesday after "
        "a debate that lasted nine hours and drew hundreds of residents. ",
        "Its chairwoman, Ines Falk, told The Harbour Courier that work on the "
        "$4.5 million project would begin on March 3, 2025, and end by 2030. ",
        "\u201CWe have waited for this since 1998,\u201D Ms. Falk said last "
        "week. ",
        "Critics of the plan, among them the U.S. operator Marsh & Co., say "
        "the narrow streets of the old docks cannot bear more traffic. ",
        "The ministry did not answer a request for comment.\n\n");
  }
  return article;
}

void CountBytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

void BM_FindTimeExpressions(benchmark::State& state) {
  const std::string text = NewsArticle();
  const absl::CivilDay published(2025, 2, 7);
  for (auto unused : state) {
    benchmark::DoNotOptimize(FindTimeExpressions(text, published));
  }
  CountBytes(state, text);
}
BENCHMARK(BM_FindTimeExpressions);

void BM_CutTimeTokens(benchmark::State& state) {
  const std::string text = NewsArticle();
  for (auto unused : state) benchmark::DoNotOptimize(CutTimeTokens(text));
  CountBytes(state, text);
}
BENCHMARK(BM_CutTimeTokens);

void BM_ForEachTerm(benchmark::State& state) {
  const std::string text = NewsArticle();
  for (auto unused : state) {
    size_t terms = 0;
    ForEachTerm(text, [&terms](absl::string_view, ByteRange) {
      ++terms;
      return true;
    });
    benchmark::DoNotOptimize(terms);
  }
  CountBytes(state, text);
}
BENCHMARK(BM_ForEachTerm);

}  // namespace
}  // namespace footnote

BENCHMARK_MAIN();
