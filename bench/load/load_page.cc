#include "bench/load/load_page.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace footnote::bench {
namespace {

std::string Row(absl::string_view name, const Latencies& latencies) {
  const auto ms = [](double microseconds) {
    return absl::StrFormat("%.2f ms", microseconds / 1000);
  };
  return absl::StrCat(
      "| ", name, " | ", absl::StrFormat("%.0f", latencies.rate()), " | ",
      latencies.calls(), " | ", ms(latencies.p50()), " | ", ms(latencies.p95()),
      " | ", ms(latencies.p99()), " | ", ms(latencies.max()), " |\n");
}

constexpr absl::string_view kTableHead =
    " calls a second | calls | p50 | p95 | p99 | max |\n"
    "|---|---|---|---|---|---|---|\n";

double Ratio(double a, double b) { return b > 0 ? a / b : 0; }

std::string Setting(const LoadReport& report) {
  return absl::StrFormat(
      "%d documents, %d passages, %.2f MB of text (`%s`), %d different "
      "questions;\n%d processors for server and callers, %d calling "
      "thread(s); %d turns of %g s.\n\n",
      report.documents(), report.passages(),
      static_cast<double>(report.text_bytes()) / 1e6, report.data(),
      report.questions(), report.processors(), report.threads(), report.turns(),
      report.seconds());
}

std::string MethodTable(const LoadReport& report) {
  std::string table = "| method | sustained, calls a second |\n|---|---|\n";
  for (const MethodLoad& method : report.methods()) {
    absl::StrAppendFormat(&table, "| `%s` | %.0f |\n", method.method(),
                          method.sustained());
  }
  absl::StrAppend(&table, "\n| at half of that |", kTableHead);
  for (const MethodLoad& method : report.methods()) {
    absl::StrAppend(
        &table, Row(absl::StrCat("`", method.method(), "`"), method.at_half()));
  }
  if (report.methods_size() < 2) return table;
  const MethodLoad& floor = report.methods(0);
  const MethodLoad& ask = report.methods(1);
  absl::StrAppendFormat(
      &table,
      "\n`%s` sustains %.3f of the rate of `%s`; at half load its p99 is %.1f "
      "times as long.\n",
      ask.method(), Ratio(ask.sustained(), floor.sustained()), floor.method(),
      Ratio(ask.at_half().p99(), floor.at_half().p99()));
  return table;
}

std::string ImportTable(const ImportLoad& import) {
  return absl::StrCat(
      "\n| `Ask` |", kTableHead, Row("without an import", import.without()),
      Row("during an import", import.during()),
      absl::StrFormat(
          "\nMeanwhile %.0f documents a second were imported; the p99 is %.1f "
          "times as long.\n",
          import.documents_per_second(),
          Ratio(import.during().p99(), import.without().p99())));
}

}  // namespace

std::string ToMarkdown(const LoadReport& report) {
  return absl::StrCat(Setting(report), MethodTable(report),
                      report.has_import() ? ImportTable(report.import()) : "");
}

}  // namespace footnote::bench
