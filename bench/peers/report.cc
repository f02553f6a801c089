#include "bench/peers/report.h"

#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "bench/page.h"
#include "bench/peers/statistics.h"
#include "bench/peers/tables.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

constexpr uint64_t kGreatestBudget = 256;  // In MiB, as the product's.
constexpr double kMebibyte = 1 << 20;

// Returns every value along one axis.
std::vector<double> ValuesOf(const Plot& plot, bool of_x) {
  std::vector<double> values;
  for (const Series& series : plot.series) {
    for (const auto& [x, y] : series.points) values.push_back(of_x ? x : y);
  }
  return values;
}

std::string VersionsOf(const Comparison& comparison) {
  std::vector<std::string> versions;
  for (const EngineFigures& figures : comparison.engines()) {
    if (!figures.version().empty()) versions.push_back(figures.version());
  }
  return absl::StrJoin(versions, "; ");
}

std::string Section(const Comparison& comparison) {
  const std::string throughputs = ThroughputTable(comparison);
  std::string section = absl::StrCat(
      "### ", WithCommas(comparison.passages()), " passages, ",
      comparison.corpus(), "\n\n", WithCommas(comparison.words()), " words, ",
      comparison.bytes() >> 20, " MiB of text, ", comparison.questions(),
      " questions. ", VersionsOf(comparison), ".\n\n", EngineTable(comparison),
      "\n");
  if (!throughputs.empty()) {
    absl::StrAppend(&section, "Questions a second:\n\n", throughputs, "\n");
  }
  return section;
}

// Returns the greatest generated corpus, or null.
const Comparison* Greatest(const Comparisons& comparisons) {
  const Comparison* greatest = nullptr;
  for (const Comparison& comparison : comparisons.comparisons()) {
    if (comparison.is_generated() &&
        (greatest == nullptr || comparison.passages() > greatest->passages())) {
      greatest = &comparison;
    }
  }
  return greatest;
}

std::string Part(const Comparisons& comparisons) {
  std::string part = absl::StrCat(
      "\nMeasured on ", comparisons.machine(), ".\n\n", GoalTable(comparisons),
      "\n", GrowthTable(comparisons),
      "\n![Time against corpus size](images/peers-time.svg)\n\n"
      "![Throughput against threads](images/peers-throughput.svg)\n\n"
      "![Hit rate against budget](images/cache-hit-rate.svg)\n\n");
  for (const Comparison& comparison : comparisons.comparisons()) {
    absl::StrAppend(&part, Section(comparison));
  }
  return part;
}

}  // namespace

Plot TimePlot(const Comparisons& comparisons) {
  Plot plot;
  plot.title = "Ten best passages, questions of seven words, one thread";
  plot.has_marks = true;
  std::map<std::string, size_t> places;  // Among the series, by name.
  for (const Comparison& comparison : comparisons.comparisons()) {
    if (!comparison.is_generated()) continue;
    for (const EngineFigures& figures : comparison.engines()) {
      const size_t place =
          places.try_emplace(figures.name(), plot.series.size()).first->second;
      if (place == plot.series.size()) {
        plot.series.emplace_back().label = figures.name();
      }
      plot.series[place].points.emplace_back(
          static_cast<double>(comparison.passages()), Summarize(figures).mean);
    }
  }
  plot.x = LogarithmicAxis("passages", ValuesOf(plot, true));
  plot.y =
      LogarithmicAxis("mean time of a question, ms", ValuesOf(plot, false));
  return plot;
}

Plot ThroughputPlot(const Comparison& comparison) {
  Plot plot;
  plot.title = absl::StrCat("Throughput, ", WithCommas(comparison.passages()),
                            " passages");
  plot.has_marks = true;
  for (const EngineFigures& figures : comparison.engines()) {
    if (figures.throughputs().empty()) continue;
    Series& series = plot.series.emplace_back();
    series.label = figures.name();
    for (const Throughput& throughput : figures.throughputs()) {
      series.points.emplace_back(throughput.threads(),
                                 throughput.questions_per_second());
    }
  }
  plot.x = {"threads", 0, 5};
  plot.y = LogarithmicAxis("questions a second", ValuesOf(plot, false));
  return plot;
}

Plot HitRatePlot(const EvictionSimulation& simulation) {
  Plot plot;
  plot.title = "Bytes of posting lists found in memory, 1,000,000 passages";
  plot.y.label = "share";
  plot.has_marks = true;
  for (const auto& [policy, name] : kEvictionPolicies) {
    Series& series = plot.series.emplace_back();
    series.label = name;
    for (uint64_t budget = 1; budget <= kGreatestBudget; budget *= 4) {
      series.points.emplace_back(budget,
                                 simulation.Run(policy, budget << 20).bytes);
    }
  }
  plot.x = LogarithmicAxis(
      absl::StrCat("budget, MiB (all lists: ",
                   static_cast<uint64_t>(
                       static_cast<double>(simulation.all_bytes()) / kMebibyte),
                   ")"),
      ValuesOf(plot, true));
  return plot;
}

absl::Status WriteReport(const Comparisons& comparisons,
                         const EvictionSimulation& simulation,
                         const std::string& docs) {
  const std::string images = docs + "/images";
  FOOTNOTE_RETURN_IF_ERROR(
      WriteText(ToSvg(TimePlot(comparisons)), images + "/peers-time.svg"));
  if (const Comparison* greatest = Greatest(comparisons)) {
    FOOTNOTE_RETURN_IF_ERROR(WriteText(ToSvg(ThroughputPlot(*greatest)),
                                       images + "/peers-throughput.svg"));
  }
  FOOTNOTE_RETURN_IF_ERROR(WriteText(ToSvg(HitRatePlot(simulation)),
                                     images + "/cache-hit-rate.svg"));
  return WritePart("peers", Part(comparisons), docs + "/performance.md");
}

}  // namespace footnote::bench
