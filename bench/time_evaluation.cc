// Measures how well expressions of time are found and resolved.
//
//   time_evaluation --data=DIR [--at-least=F1] [--errors]
//
// DIR holds tempeval3/corpus.jsonl: a document a line, with `text`, `date` (of
// publication) and `timex`, its expressions by `start` and `end` (in code
// points), `type` and `value`. The figures are those of TempEval-3 (UzZaman and
// others, 2013): F1 of the spans, exact and overlapping, and that of the
// overlapping ones whose type and value are right. Every third document is
// counted apart: rules are written with the others in view.

#include <google/protobuf/util/json_util.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "bench/rows.h"
#include "retrieval/text/time_expression.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

using bench::Row;
using bench::Text;

// An expression of time, in code points.
struct Timex {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string type;
  std::string value;
};

struct Counts {
  size_t gold = 0;
  size_t found = 0;
  size_t exact = 0;
  size_t overlapping = 0;
  size_t type = 0;
  size_t value = 0;

  void Add(const Counts& other) {
    gold += other.gold;
    found += other.found;
    exact += other.exact;
    overlapping += other.overlapping;
    type += other.type;
    value += other.value;
  }

  double F1(size_t right) const {
    return gold + found == 0 ? 0
                             : 2 * static_cast<double>(right) /
                                   static_cast<double>(gold + found);
  }
};

uint32_t Number(const Row& row, const std::string& key) {
  const auto found = row.fields().find(key);
  return found == row.fields().end()
             ? 0
             : static_cast<uint32_t>(found->second.number_value());
}

// Returns `value` in one way of writing: "199X" is "199", "W7" is "W07".
std::string Normalized(std::string value) {
  if (value.size() == 4 && value.find('-') == std::string::npos) {
    while (value.size() > 2 && value.back() == 'X' && value[0] != 'X') {
      value.pop_back();
    }
  }
  const size_t week = value.find("-W");
  if (week != std::string::npos && value.size() == week + 3) {
    value.insert(week + 2, "0");
  }
  return value;
}

std::vector<Timex> GoldOf(const Row& row) {
  std::vector<Timex> gold;
  const auto found = row.fields().find("timex");
  if (found == row.fields().end()) return gold;
  for (const auto& item : found->second.list_value().values()) {
    const Row& timex = item.struct_value();
    gold.push_back({Number(timex, "start"), Number(timex, "end"),
                    Text(timex, "type"), Normalized(Text(timex, "value"))});
  }
  return gold;
}

const char* TypeName(TimeKind kind) {
  switch (kind) {
    case TimeKind::kDate:
      return "DATE";
    case TimeKind::kClockTime:
      return "TIME";
    case TimeKind::kDuration:
      return "DURATION";
    case TimeKind::kRecurring:
      return "SET";
  }
  return "";
}

std::vector<Timex> FoundIn(const std::string& text, const std::string& date) {
  constexpr size_t kDateSize = 10;
  std::optional<absl::CivilDay> published;
  absl::CivilDay day;
  if (absl::ParseCivilTime(date.substr(0, kDateSize), &day)) published = day;
  std::vector<Timex> found;
  SpanCounter counter(text);
  for (const TimeExpression& time : FindTimeExpressions(text, published)) {
    const TextSpan span = counter.Span(time.range);
    found.push_back({span.begin_code_point, span.end_code_point,
                     TypeName(time.kind), time.value});
  }
  return found;
}

// Tells of a difference on stdout.
void Tell(const std::string& date, const std::string& text, const char* what,
          const Timex& timex, const std::string& other) {
  constexpr uint32_t kAround = 30;  // Code points of which most are bytes.
  const uint32_t begin = timex.begin < kAround ? 0 : timex.begin - kAround;
  size_t at = 0;
  std::string line;
  for (uint32_t point = 0; at < text.size() && point < timex.end + kAround;
       ++point) {
    const size_t from = at;
    ReadCodePoint(text, &at);
    if (point == timex.begin) line += '[';
    if (point == timex.end) line += ']';
    if (point >= begin) line += text[from] == '\n' ? ' ' : text[from];
  }
  std::cout << what << " " << date << " " << timex.type << " " << timex.value
            << (other.empty() ? "" : " not ") << other << " | " << line << "\n";
}

Counts Compare(const Row& row, bool errors) {
  const std::string text = Text(row, "text");
  const std::string date = Text(row, "date");
  const std::vector<Timex> gold = GoldOf(row);
  const std::vector<Timex> found = FoundIn(text, date);
  Counts counts{.gold = gold.size(), .found = found.size()};
  std::vector<bool> met(gold.size(), false);
  for (const Timex& timex : found) {
    size_t i = 0;
    while (i < gold.size() &&
           (met[i] || gold[i].end <= timex.begin || timex.end <= gold[i].begin))
      ++i;
    if (i == gold.size()) {
      if (errors) Tell(date, text, "wrong  ", timex, "");
      continue;
    }
    met[i] = true;
    ++counts.overlapping;
    const bool same = gold[i].begin == timex.begin && gold[i].end == timex.end;
    counts.exact += same ? 1 : 0;
    counts.type += gold[i].type == timex.type ? 1 : 0;
    counts.value += gold[i].value == timex.value ? 1 : 0;
    if (errors && gold[i].value != timex.value) {
      Tell(date, text, "value  ", timex, gold[i].value);
    }
  }
  for (size_t i = 0; errors && i < gold.size(); ++i) {
    if (!met[i]) Tell(date, text, "missed ", gold[i], "");
  }
  return counts;
}

void Print(const char* name, const Counts& counts) {
  std::cout << std::fixed << std::setprecision(4) << std::left << std::setw(14)
            << name << std::right << " strict " << counts.F1(counts.exact)
            << "  relaxed " << counts.F1(counts.overlapping) << "  type "
            << counts.F1(counts.type) << "  value " << counts.F1(counts.value)
            << "  (" << counts.gold << " expressions, " << counts.found
            << " found, " << counts.overlapping << " of them right)\n";
}

int Main(int argc, char** argv) {
  CLI::App app("Measures how expressions of time are found and resolved.");
  std::string data;
  double at_least = 0;
  bool errors = false;
  app.add_option("--data", data, "Folder of evaluation data")->required();
  app.add_option("--at-least", at_least, "The least F1 of values to pass with");
  app.add_flag("--errors", errors,
               "Tell what differs, but for the documents that are kept apart");
  CLI11_PARSE(app, argc, argv);
  const std::string path = data + "/tempeval3/corpus.jsonl";
  std::ifstream file(path);
  if (!file) {
    std::cerr << path << " can't be read; nothing is measured.\n";
    return 2;
  }
  constexpr size_t kApart = 3;
  Counts seen;
  Counts apart;
  std::string line;
  for (size_t i = 0; std::getline(file, line); ++i) {
    Row row;
    const auto status = google::protobuf::util::JsonStringToMessage(line, &row);
    if (!status.ok()) {
      std::cerr << path << ": " << status.ToString() << "\n";
      return 2;
    }
    if (i % kApart == 0) {
      apart.Add(Compare(row, false));
    } else {
      seen.Add(Compare(row, errors));
    }
  }
  Counts all = seen;
  all.Add(apart);
  Print("seen", seen);
  Print("kept apart", apart);
  Print("all", all);
  return all.F1(all.value) < at_least ? 1 : 0;
}

}  // namespace
}  // namespace footnote

int main(int argc, char** argv) { return footnote::Main(argc, argv); }
