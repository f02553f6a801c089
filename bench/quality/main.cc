// Measures how good the answers of a real server are, beside its peers:
//
//   quality measure --data=DIR [--questions=queries.jsonl]
//           [--footnoted=PATH] [--server-arg=...]* | [--server=HOST:PORT]
//           [--part=I/N] [--limit=N] [--baselines=fts5,plain,lucene]
//           [--lucene=JAR] [--json=FILE] [--check=p_at_1>=0.72,...]
//   quality report --json=FILE... --docs=DIR
//
// docs/evaluation.md says what is measured and how. Ends in 1 if something
// fails, a citation is false, or a figure is beyond what --check asks for.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "bench/quality/floors.h"
#include "bench/quality/measure.h"
#include "bench/quality/measurement_file.h"
#include "bench/quality/report.h"
#include "bench/quality/tables.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

struct Flags {
  MeasureOptions measure;
  std::string part = "0/1";
  std::string json;
  std::string check;
  std::vector<std::string> files;
  std::string docs;
};

absl::Status ReadPart(const std::string& text, MeasureOptions* options) {
  const std::vector<std::string> sides = absl::StrSplit(text, '/');
  if (sides.size() == 2 && absl::SimpleAtoi(sides[0], &options->part) &&
      absl::SimpleAtoi(sides[1], &options->parts) &&
      options->part < options->parts) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      "Write --part=I/N, I from 0 to N - 1, such as 0/5.");
}

absl::Status RunMeasure(Flags flags) {
  FOOTNOTE_RETURN_IF_ERROR(ReadPart(flags.part, &flags.measure));
  std::erase(flags.measure.baselines, "none");
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<Floor> floors,
                            ParseFloors(flags.check));
  FOOTNOTE_ASSIGN_OR_RETURN(const Measurement measurement,
                            MeasureQuality(flags.measure));
  std::cout << TextTable(measurement);
  if (!flags.json.empty()) {
    FOOTNOTE_RETURN_IF_ERROR(WriteMeasurement(measurement, flags.json));
  }
  if (measurement.citations_false() > 0) {
    return absl::DataLossError("There are citations that are not true.");
  }
  return CheckFloors(floors, measurement);
}

absl::Status RunReport(const Flags& flags) {
  std::vector<Measurement> parts;
  for (const std::string& path : flags.files) {
    FOOTNOTE_ASSIGN_OR_RETURN(parts.emplace_back(), ReadMeasurement(path));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<Measurement> wholes, Pool(parts));
  return WriteReport(wholes, flags.docs);
}

void AddMeasure(CLI::App* app, Flags* flags) {
  MeasureOptions& options = flags->measure;
  app->add_option("--data", options.data, "Folder with corpus.jsonl")
      ->required();
  app->add_option("--questions", options.questions, "File of questions in it");
  app->add_option("--footnoted", options.footnoted, "The server's program");
  app->add_option("--server-arg", options.server_arguments,
                  "A flag for it, such as --model=FILE; may be repeated");
  app->add_option("--server", options.server, "A server that runs, HOST:PORT")
      ->excludes("--server-arg");
  app->add_option("--part", flags->part,
                  "I/N: the questions of articles that fall to part I, from 0");
  app->add_option("--limit", options.limit, "At most as many questions");
  app->add_option("--baselines", options.baselines,
                  "Of fts5, plain and lucene; or none")
      ->delimiter(',')
      ->check(CLI::IsMember({"fts5", "plain", "lucene", "none"}));
  app->add_option("--lucene", options.lucene, "The program of that baseline");
  app->add_option("--json", flags->json, "File to write everything to");
  app->add_option("--check", flags->check, "Bounds, as p_at_1>=0.72");
}

int Run(int argc, char** argv) {
  Flags flags;
  const std::filesystem::path beside =
      std::filesystem::canonical("/proc/self/exe").parent_path();
  flags.measure.footnoted = beside / "footnoted";
  flags.measure.lucene = beside / "lucene" / "lucene-baseline.jar";
  flags.measure.baselines = {"fts5", "plain", "lucene"};
  CLI::App app("Measures the quality of answers.");
  app.require_subcommand(1);
  CLI::App* measure = app.add_subcommand("measure", "Asks a set's questions");
  AddMeasure(measure, &flags);
  CLI::App* report = app.add_subcommand("report", "Writes tables and diagrams");
  report->add_option("--json", flags.files, "What measure wrote")->required();
  report->add_option("--docs", flags.docs, "Folder of evaluation.md")
      ->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status =
      measure->parsed() ? RunMeasure(flags) : RunReport(flags);
  if (status.ok()) return 0;
  std::cerr << "quality: " << status.message() << "\n";
  return 1;
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) { return footnote::bench::Run(argc, argv); }
