// Measures how well it is found who says what.
//
//   attribution_evaluation --data=DIR [--split=NAME] [--print]
//                          [--at-least-precision=P] [--at-least-recall=R]
//
// DIR holds polnear/corpus.jsonl (id, text, split) and
// polnear/attributions.jsonl: doc, and source, cue and content as lists of
// parts, each with `spans` [begin, end) in code points.
//
// How it is counted:
//
// - A gold attribution is direct if more than half of the code points of its
//   content stand between quotation marks of that content; else it is reported.
//   One without source or content is not counted.
// - A found attribution is right if at least half of its content lies in the
//   content of a gold attribution, direct or not, of whose source one code
//   point at least lies in the source that was found. A pronoun is judged as
//   the word that it is.
// - Precision: of the found attributions of a kind (direct or reported), the
//   share that is right. One whose content no gold attribution has is wrong; if
//   all that have it name no source, it is not counted. `named` is the
//   precision of those whose content some gold attribution has.
// - Recall: of the gold attributions of a kind, the share for which a found one
//   is right. All annotators of a document count.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bench/rows.h"
#include "retrieval/text/attributions.h"
#include "retrieval/text/boilerplate.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/names.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

using bench::ReadRows;
using bench::Row;
using bench::Text;

// [begin, end) in code points of the document.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct Gold {
  std::vector<Span> source;
  std::vector<Span> content;
  bool is_direct = false;
  bool is_found = false;
};

struct Tally {
  size_t gold = 0;
  size_t gold_found = 0;
  size_t found = 0;
  size_t matched = 0;  // Some gold attribution has the content.
  size_t right = 0;
};

std::vector<Span> Spans(const Row& row, const std::string& key) {
  std::vector<Span> spans;
  const auto parts = row.fields().find(key);
  if (parts == row.fields().end()) return spans;
  for (const auto& part : parts->second.list_value().values()) {
    const auto& fields = part.struct_value().fields();
    const auto found = fields.find("spans");
    if (found == fields.end()) continue;
    for (const auto& pair : found->second.list_value().values()) {
      const auto& ends = pair.list_value().values();
      if (ends.size() != 2) continue;
      spans.push_back({static_cast<uint32_t>(ends.at(0).number_value()),
                       static_cast<uint32_t>(ends.at(1).number_value())});
    }
  }
  return spans;
}

uint32_t Overlap(const Span& span, const std::vector<Span>& with) {
  uint32_t overlap = 0;
  for (const Span& other : with) {
    const uint32_t begin = std::max(span.begin, other.begin);
    const uint32_t end = std::min(span.end, other.end);
    if (begin < end) overlap += end - begin;
  }
  return overlap;
}

std::vector<char32_t> CodePoints(const std::string& text) {
  std::vector<char32_t> points;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = CodePointAt(text, i);
    points.push_back(c.value);
    i += c.size;
  }
  return points;
}

// Returns whether more than half of `content` stands between quotation marks
// that it holds.
bool IsQuoted(const std::vector<char32_t>& text,
              const std::vector<Span>& content) {
  size_t total = 0;
  size_t quoted = 0;
  bool open = false;
  for (const Span& span : content) {
    for (size_t i = span.begin; i < span.end && i < text.size(); ++i) {
      const char32_t c = text[i];
      const bool twin = c == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
      const bool mark = c == '"' || c == 0x201C || c == 0x201D || twin;
      if (mark) open = c == 0x201C || (c != 0x201D && !open);
      ++total;
      if (open || mark) ++quoted;
    }
  }
  return quoted * 2 > total;
}

class Evaluation {
 public:
  explicit Evaluation(bool print) : print_(print) {}

  void Judge(const std::string& text, std::vector<Gold>& golds) {
    std::vector<Sentence> sentences;
    const std::vector<ByteRange> ranges = SplitSentences(text);
    const std::vector<bool> marks = FindBoilerplate(text, "", ranges);
    for (size_t i = 0; i < ranges.size(); ++i) {
      sentences.push_back({ranges[i], marks[i] ? SentenceKind::kBoilerplate
                                               : SentenceKind::kProse});
    }
    const std::vector<Attribution> found =
        FindAttributions(text, sentences, FindNames(text, sentences));
    for (const Attribution& attribution : found) {
      JudgeOne(text, attribution, golds);
    }
    for (const Gold& gold : golds) {
      if (gold.source.empty() || gold.content.empty()) continue;
      Tally& tally = gold.is_direct ? direct_ : reported_;
      ++tally.gold;
      if (gold.is_found) ++tally.gold_found;
      if (!gold.is_found && gold.is_direct) Print("missed", text, gold);
    }
  }

  const Tally& direct() const { return direct_; }
  const Tally& reported() const { return reported_; }

 private:
  void JudgeOne(const std::string& text, const Attribution& attribution,
                std::vector<Gold>& golds) {
    const Span content = InCodePoints(text, attribution.content);
    const Span source = InCodePoints(text, attribution.source);
    bool matched = false;
    bool has_source = false;
    bool right = false;
    for (Gold& gold : golds) {
      if (Overlap(content, gold.content) * 2 < content.end - content.begin) {
        continue;
      }
      matched = true;
      has_source = has_source || !gold.source.empty();
      if (Overlap(source, gold.source) == 0) continue;
      right = true;
      gold.is_found = true;
    }
    if (matched && !has_source) return;
    Tally& tally = attribution.is_direct ? direct_ : reported_;
    ++tally.found;
    if (matched) ++tally.matched;
    if (right) ++tally.right;
    if (print_ && !right && attribution.is_direct) {
      std::cout << (matched ? "wrong: [" : "no gold: [")
                << Slice(text, attribution.source) << "] ["
                << Slice(text, attribution.cue) << "] ["
                << Slice(text, attribution.content) << "]\n";
    }
  }

  static Span InCodePoints(const std::string& text, ByteRange range) {
    const TextSpan span = SpanCounter(text).Span(range);
    return {span.begin_code_point, span.end_code_point};
  }

  void Print(const char* what, const std::string& text, const Gold& gold) {
    if (!print_) return;
    const std::vector<char32_t> points = CodePoints(text);
    std::cout << what << ":";
    for (const auto* spans : {&gold.source, &gold.content}) {
      std::cout << " [" << spans->front().begin << "]";
    }
    // Around the content, in bytes found by counting.
    size_t byte = 0;
    uint32_t point = 0;
    while (point < gold.content.front().begin && byte < text.size()) {
      byte += CodePointAt(text, byte).size;
      ++point;
    }
    const size_t begin = byte > 120 ? byte - 120 : 0;
    std::cout << " ..." << text.substr(begin, 300) << "\n";
  }

  bool print_;
  Tally direct_;
  Tally reported_;
};

double Share(size_t part, size_t of) {
  return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

void PrintTally(const char* name, const Tally& tally) {
  std::cout << std::fixed << std::setprecision(3) << std::left << std::setw(10)
            << name << " precision " << Share(tally.right, tally.found) << " ("
            << tally.right << " of " << tally.found << ")  named "
            << Share(tally.right, tally.matched) << "  recall "
            << Share(tally.gold_found, tally.gold) << " (" << tally.gold_found
            << " of " << tally.gold << ")\n";
}

int Main(int argc, char** argv) {
  CLI::App app("Measures who says what.");
  std::string data;
  std::string split;
  bool print = false;
  double least_precision = 0;
  double least_recall = 0;
  app.add_option("--data", data, "Folder of evaluation data")->required();
  app.add_option("--split", split, "Only documents of this split");
  app.add_flag("--print", print, "Print what is wrong");
  app.add_option("--at-least-precision", least_precision,
                 "Fail below this precision of direct quotations");
  app.add_option("--at-least-recall", least_recall,
                 "Fail below this recall of direct quotations");
  CLI11_PARSE(app, argc, argv);
  std::map<std::string, std::string> texts;
  for (const Row& row : ReadRows(data + "/polnear/corpus.jsonl")) {
    if (split.empty() || Text(row, "split") == split) {
      texts[Text(row, "id")] = Text(row, "text");
    }
  }
  if (texts.empty()) {
    std::cout << "No documents in " << data << "/polnear: nothing measured.\n";
    return 0;
  }
  std::map<std::string, std::vector<Gold>> golds;
  for (const Row& row : ReadRows(data + "/polnear/attributions.jsonl")) {
    const auto text = texts.find(Text(row, "doc"));
    if (text == texts.end()) continue;
    Gold gold{Spans(row, "source"), Spans(row, "content")};
    gold.is_direct = IsQuoted(CodePoints(text->second), gold.content);
    golds[text->first].push_back(std::move(gold));
  }
  Evaluation evaluation(print);
  for (const auto& [id, text] : texts) evaluation.Judge(text, golds[id]);
  PrintTally("direct", evaluation.direct());
  PrintTally("reported", evaluation.reported());
  const Tally& direct = evaluation.direct();
  const bool reached = Share(direct.right, direct.found) >= least_precision &&
                       Share(direct.gold_found, direct.gold) >= least_recall;
  return reached ? 0 : 1;
}

}  // namespace
}  // namespace footnote

int main(int argc, char** argv) { return footnote::Main(argc, argv); }
