#include "bench/peers/tables.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "bench/peers/engine.h"
#include "bench/peers/statistics.h"

namespace footnote::bench {
namespace {

constexpr char kNone[] = "–";

// Three digits that count, and no exponent.
std::string Short(double value) {
  int decimals = 3;
  for (double limit = 1; decimals > 0 && value >= limit; limit *= 10) {
    --decimals;
  }
  return absl::StrFormat("%.*f", decimals, value);
}

std::string Mebibytes(uint64_t bytes) {
  constexpr double kMebibyte = 1 << 20;
  return Short(static_cast<double>(bytes) / kMebibyte);
}

std::string Row(const std::vector<std::string>& cells) {
  return absl::StrCat("| ", absl::StrJoin(cells, " | "), " |\n");
}

std::string Head(const std::vector<std::string>& cells) {
  std::string rule = "|";
  for (size_t i = 0; i < cells.size(); ++i) rule += "---|";
  return absl::StrCat(Row(cells), rule, "\n");
}

// The name, and how many questions it was asked if not all.
std::string NameOf(const EngineFigures& figures, const Comparison& comparison) {
  if (figures.questions_asked() == comparison.questions()) {
    return figures.name();
  }
  return absl::StrCat(figures.name(), " (first ", figures.questions_asked(),
                      " questions)");
}

std::string OverlapText(const EngineFigures& figures) {
  return figures.is_exact() ? "exact"
                            : absl::StrFormat("%.3f", figures.overlap());
}

// Returns every name of an engine, in the order in which they come first.
std::vector<std::string> NamesOf(const Comparisons& comparisons) {
  std::vector<std::string> names;
  for (const Comparison& comparison : comparisons.comparisons()) {
    for (const EngineFigures& figures : comparison.engines()) {
      if (std::find(names.begin(), names.end(), figures.name()) ==
          names.end()) {
        names.push_back(figures.name());
      }
    }
  }
  return names;
}

}  // namespace

std::string WithCommas(uint64_t number) {
  constexpr size_t kGroup = 3;
  const std::string digits = absl::StrCat(number);
  std::string text;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % kGroup == 0) text.push_back(',');
    text.push_back(digits[i]);
  }
  return text;
}

std::string EngineTable(const Comparison& comparison) {
  std::string table = Head({"", "median ms", "mean ms", "p95 ms", "p99 ms",
                            "times Footnote's", "overlap", "index MiB",
                            "memory MiB", "of it files", "index built in s"});
  const EngineFigures* ours = FindEngine(comparison, kWarm);
  for (const EngineFigures& figures : comparison.engines()) {
    const TimeSummary times = Summarize(figures);
    absl::StrAppend(
        &table,
        Row({NameOf(figures, comparison), Short(times.median),
             Short(times.mean), Short(times.p95), Short(times.p99),
             ours == nullptr ? kNone : Short(TimesAsLong(*ours, figures)),
             OverlapText(figures), Mebibytes(figures.index_bytes()),
             Mebibytes(figures.resident_bytes()),
             Mebibytes(figures.file_bytes()), Short(figures.build_seconds())}));
  }
  return table;
}

std::string ThroughputTable(const Comparison& comparison) {
  std::string table;
  for (const EngineFigures& figures : comparison.engines()) {
    if (figures.throughputs().empty()) continue;
    std::vector<std::string> head = {""};
    std::vector<std::string> row = {figures.name()};
    for (const Throughput& throughput : figures.throughputs()) {
      head.push_back(throughput.threads() == 1
                         ? "1 thread"
                         : absl::StrCat(throughput.threads(), " threads"));
      row.push_back(Short(throughput.questions_per_second()));
    }
    absl::StrAppend(&table, table.empty() ? Head(head) : "", Row(row));
  }
  return table;
}

std::string GrowthTable(const Comparisons& comparisons) {
  std::vector<std::string> head = {"mean ms"};
  std::vector<const Comparison*> generated;
  for (const Comparison& comparison : comparisons.comparisons()) {
    if (!comparison.is_generated()) continue;
    generated.push_back(&comparison);
    head.push_back(WithCommas(comparison.passages()));
  }
  std::string table = Head(head);
  for (const std::string& name : NamesOf(comparisons)) {
    std::vector<std::string> row = {name};
    for (const Comparison* comparison : generated) {
      const EngineFigures* figures = FindEngine(*comparison, name);
      row.push_back(figures == nullptr ? kNone
                                       : Short(Summarize(*figures).mean));
    }
    absl::StrAppend(&table, Row(row));
  }
  return table;
}

std::string GoalTable(const Comparisons& comparisons) {
  std::string table = Head({"goal", "asked", "measured", ""});
  for (const Goal& goal : GoalsOf(comparisons)) {
    const bool is_measured = goal.value.has_value();
    absl::StrAppend(
        &table,
        Row({goal.what,
             absl::StrCat(goal.is_least ? "at least " : "at most ", goal.bound),
             is_measured ? Short(*goal.value) : kNone,
             !is_measured       ? "not measured"
             : goal.IsReached() ? "reached"
                                : "**missed**"}));
  }
  return table;
}

}  // namespace footnote::bench
