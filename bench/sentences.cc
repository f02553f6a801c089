// Measures how well texts are cut into sentences, and what of them is taken for
// boilerplate.
//
//   sentence_evaluation --data=DIR [--alliance=DIR] [--marked=FILE...]
//
// DIR holds golden_rules/golden52.jsonl and gum_wikinews/docs.jsonl; what is
// missing is passed over.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "bench/rows.h"
#include "retrieval/text/boilerplate.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

using bench::ReadRows;
using bench::Row;
using bench::Text;
using Span = std::pair<uint32_t, uint32_t>;

std::string FoldWhiteSpace(absl::string_view text) {
  return absl::StrJoin(
      absl::StrSplit(text, absl::ByAnyChar(" \n\t"), absl::SkipEmpty()), " ");
}

// Returns the sentences of `text`, with white space folded: rules about line
// breaks in mid-sentence ask for that.
std::vector<std::string> FoldedSentences(const std::string& text) {
  std::vector<std::string> sentences;
  for (const ByteRange& range : SplitSentences(text)) {
    sentences.push_back(FoldWhiteSpace(Slice(text, range)));
  }
  return sentences;
}

void EvaluateRules(const std::string& path) {
  const std::vector<Row> rows = ReadRows(path);
  size_t passed = 0;
  for (const Row& row : rows) {
    std::vector<std::string> gold;
    for (const auto& sentence :
         row.fields().at("sentences").list_value().values()) {
      gold.push_back(FoldWhiteSpace(sentence.string_value()));
    }
    const std::vector<std::string> found = FoldedSentences(Text(row, "text"));
    if (found == gold) {
      ++passed;
      continue;
    }
    std::cout << "  missed: " << Text(row, "id") << "\n";
    for (const std::string& sentence : found) {
      std::cout << "    [" << sentence << "]\n";
    }
  }
  std::cout << "golden rules          " << passed << " of " << rows.size()
            << "\n";
}

// Returns the sentences of `text` in code points.
std::set<Span> FoundSpans(const std::string& text) {
  std::set<Span> spans;
  SpanCounter counter(text);
  for (const ByteRange& range : SplitSentences(text)) {
    const TextSpan span = counter.Span(range);
    spans.insert({span.begin_code_point, span.end_code_point});
  }
  return spans;
}

std::set<Span> GoldSpans(const Row& row) {
  std::set<Span> spans;
  for (const auto& pair :
       row.fields().at("sentence_breaks").list_value().values()) {
    const auto& ends = pair.list_value().values();
    spans.insert({static_cast<uint32_t>(ends.at(0).number_value()),
                  static_cast<uint32_t>(ends.at(1).number_value())});
  }
  return spans;
}

void EvaluateNews(const std::string& path) {
  size_t found_count = 0;
  size_t gold_count = 0;
  size_t right = 0;
  for (const Row& row : ReadRows(path)) {
    const std::set<Span> found = FoundSpans(Text(row, "text"));
    const std::set<Span> gold = GoldSpans(row);
    found_count += found.size();
    gold_count += gold.size();
    for (const Span& span : found) right += gold.count(span);
  }
  const auto share = [right](size_t of) {
    return of == 0 ? 0 : static_cast<double>(right) / static_cast<double>(of);
  };
  std::cout << std::fixed << std::setprecision(4)
            << "news sentences        precision " << share(found_count)
            << "  recall " << share(gold_count) << "  F1 "
            << (2 * static_cast<double>(right) /
                static_cast<double>(found_count + gold_count))
            << "  (" << gold_count << " sentences)\n";
}

// Returns whether `sentence` is part of one of the gold texts of `document`.
bool IsGold(const std::vector<Row>& gold, const std::string& document,
            absl::string_view sentence) {
  for (const Row& row : gold) {
    if (Text(row, "doc") == document &&
        absl::StrContains(Text(row, "text"), sentence)) {
      return true;
    }
  }
  return false;
}

// Tells which sentences of the corpus at `path` are marked; with `gold`, only
// where that differs from it.
void EvaluateBoilerplate(const std::string& path,
                         const std::vector<Row>& gold) {
  size_t sentences_count = 0;
  size_t marked = 0;
  size_t lost = 0;
  size_t missed = 0;
  for (const Row& row : ReadRows(path)) {
    const std::string text = Text(row, "text");
    const std::vector<ByteRange> sentences = SplitSentences(text);
    const std::vector<bool> marks =
        FindBoilerplate(text, Text(row, "title"), sentences);
    for (size_t i = 0; i < sentences.size(); ++i) {
      ++sentences_count;
      if (marks[i]) ++marked;
      const absl::string_view sentence = Slice(text, sentences[i]);
      const bool is_gold = IsGold(gold, Text(row, "id"), sentence);
      if (marks[i] == is_gold) continue;
      ++(is_gold ? missed : lost);
      std::cout << (is_gold ? "  missed: " : "  marked: ") << sentence << "\n";
    }
  }
  std::cout << "boilerplate           " << marked << " of " << sentences_count
            << " sentences marked";
  if (!gold.empty())
    std::cout << ", " << missed << " missed, " << lost << " lost";
  std::cout << "  (" << path << ")\n";
}

int Main(int argc, char** argv) {
  CLI::App app("Measures sentence splitting and boilerplate.");
  std::string data;
  std::string alliance;
  std::vector<std::string> corpora;
  app.add_option("--data", data, "Folder of evaluation data")->required();
  app.add_option("--alliance", alliance,
                 "Folder with corpus.jsonl and boilerplate.jsonl; by default "
                 "alliance beside the data");
  app.add_option("--marked", corpora, "Corpora to print the boilerplate of");
  CLI11_PARSE(app, argc, argv);
  if (alliance.empty()) alliance = data + "/../alliance";
  EvaluateRules(data + "/golden_rules/golden52.jsonl");
  EvaluateNews(data + "/gum_wikinews/docs.jsonl");
  EvaluateBoilerplate(alliance + "/corpus.jsonl",
                      ReadRows(alliance + "/boilerplate.jsonl"));
  for (const std::string& corpus : corpora) EvaluateBoilerplate(corpus, {});
  return 0;
}

}  // namespace
}  // namespace footnote

int main(int argc, char** argv) { return footnote::Main(argc, argv); }
