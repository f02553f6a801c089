#include "bench/quality/report.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "bench/page.h"
#include "bench/quality/figures.h"
#include "bench/quality/tables.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

constexpr size_t kBins = 10;

Sample AllOf(const System& system) {
  Sample sample;
  for (const JudgedQuestion& question : system.questions()) {
    sample.push_back(&question);
  }
  return sample;
}

// `risk-coverage-trecqa-queries_dev-jsonl.svg` of `trecqa:queries_dev.jsonl`.
std::string PlotName(const Measurement& measurement) {
  std::string name = measurement.set();
  for (char& c : name) {
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '_') {
      c = '-';
    }
  }
  return absl::StrCat("risk-coverage-", name, ".svg");
}

std::string Section(const Measurement& measurement) {
  return absl::StrCat(
      "### `", measurement.set(), "`\n\nfootnoted ",
      measurement.server_version(), ", ranking model ",
      measurement.ranking_model(), "; ", measurement.citations_checked(),
      " citations checked, ", measurement.citations_false(), " false.\n\n",
      MarkdownTable(measurement), "\n![Risk and coverage](evaluation/",
      PlotName(measurement), ")\n\n");
}

std::string Part(const std::vector<Measurement>& measurements) {
  std::string part = "\n";
  for (const Measurement& measurement : measurements) {
    absl::StrAppend(&part, Section(measurement));
  }
  absl::StrAppend(&part,
                  "### By answer type\n\nP@1 of the questions whose answer is "
                  "of a kind, as the server infers it; kinds with 20 questions "
                  "or more.\n\n",
                  MarkdownTypes(measurements),
                  "\n### Reliability\n\n![Reliability](evaluation/"
                  "reliability.svg)\n\n");
  return part;
}

}  // namespace

Plot RiskCoveragePlot(const Measurement& measurement) {
  Plot plot;
  plot.title = absl::StrCat("Risk and coverage, ", measurement.set());
  plot.x.label = "share of questions answered, the surest first";
  plot.y.label = "share of them wrong";
  for (const System& system : measurement.systems()) {
    Series& series = plot.series.emplace_back();
    series.label = system.name();
    for (const RiskPoint& point : RiskCoverage(ClaimsOf(AllOf(system)))) {
      series.points.emplace_back(point.coverage, point.risk);
    }
  }
  return plot;
}

Plot ReliabilityPlot(const std::vector<Measurement>& measurements) {
  Plot plot;
  plot.title = "Reliability of the confidence";
  plot.x.label = "confidence";
  plot.y.label = "share of first sentences right";
  plot.has_diagonal = true;
  plot.has_marks = true;
  for (const Measurement& measurement : measurements) {
    Series& series = plot.series.emplace_back();
    series.label = measurement.set();
    const auto claims = ClaimsOf(AllOf(measurement.systems(0)));
    for (const ReliabilityBin& bin : Reliability(claims, kBins)) {
      series.points.emplace_back(bin.confidence, bin.right);
    }
  }
  return plot;
}

absl::Status WriteReport(const std::vector<Measurement>& measurements,
                         const std::string& docs) {
  for (const Measurement& measurement : measurements) {
    FOOTNOTE_RETURN_IF_ERROR(
        WriteText(ToSvg(RiskCoveragePlot(measurement)),
                  docs + "/evaluation/" + PlotName(measurement)));
  }
  FOOTNOTE_RETURN_IF_ERROR(WriteText(ToSvg(ReliabilityPlot(measurements)),
                                     docs + "/evaluation/reliability.svg"));
  return WritePart("quality", Part(measurements), docs + "/evaluation.md");
}

}  // namespace footnote::bench
