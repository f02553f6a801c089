// Compares how fast Footnote and other engines find the best passages:
//
//   peers measure (--passages=N... | --data=DIR [--question-file=FILE])
//         [--questions=M] [--warm-ups=W] [--rounds=R]
//         [--without=lucene,tantivy,xapian,fts5]
//         --out=FILE.json
//   peers report FILE... --docs=DIR
//   peers engine NAME ...       one engine of this program, for `measure`
//
// All have the same words, k1 = 1.2, b = 0.75, and look for the ten best.
// docs/performance.md says what is measured and how. Indexes stand in a folder
// of their own below TMPDIR while they are needed. Ends in 1 if something
// fails, or if Footnote does not find what scoring every passage finds.

#include <sys/utsname.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "bench/eviction.h"
#include "bench/message_file.h"
#include "bench/peers/compare.h"
#include "bench/peers/engine.h"
#include "bench/peers/engine_server.h"
#include "bench/peers/report.h"
#include "bench/peers/statistics.h"
#include "bench/peers/tables.h"
#include "retrieval/status.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

struct Flags {
  std::vector<uint64_t> passages;
  std::string data;
  std::string question_file = "queries.jsonl";
  uint32_t questions = 100;
  uint64_t seed = 1;
  CompareOptions compare;
  std::set<std::string> without;
  std::string program;  // This one.
  std::string lucene;
  std::string tantivy;
  std::string out;
  std::vector<std::string> files;
  std::string docs;
  std::string engine;
  std::vector<std::string> orders;
};

std::vector<Engine> OwnEngines() {
  return {ExhaustiveEngine(), WarmEngine(), ColdEngine(), XapianEngine(),
          Fts5Engine()};
}

// Such as `2 x AMD EPYC 7B13, 24 GiB, Linux 6.1.0`.
std::string DescribeMachine() {
  std::string processor = "processor";
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (!absl::StartsWith(line, "model name")) continue;
    processor = line.substr(line.find(':') + 2);
  }
  constexpr int64_t kGibibyte = int64_t{1} << 30;
  const int64_t memory = sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGE_SIZE);
  utsname system = {};
  uname(&system);
  return absl::StrCat(sysconf(_SC_NPROCESSORS_ONLN), " x ", processor, ", ",
                      (memory + kGibibyte / 2) / kGibibyte, " GiB, ",
                      system.sysname, " ", system.release);
}

// Footnote's ways, and the peers that are asked for and there.
std::vector<Contender> ListContenders(const Flags& flags) {
  const auto own = [&flags](const std::string& name) {
    return std::vector<std::string>{flags.program, "engine", name};
  };
  std::vector<Contender> contenders = {
      {kExhaustive, own(kExhaustive), "footnote.db", true, false, false},
      {kWarm, own(kWarm), "footnote.db", true, false, true},
      {kCold, own(kCold), "footnote.db", true, true, false}};
  const auto add = [&](const std::string& flag, bool is_there,
                       const Contender& contender) {
    if (flags.without.contains(flag)) return;
    if (is_there) {
      contenders.push_back(contender);
    } else {
      std::cerr << "peers: skipping " << contender.name
                << ", which is not built\n";
    }
  };
  add("lucene", std::filesystem::exists(flags.lucene),
      {kLucene,
       {"java", "-cp", flags.lucene, "footnote.bench.BestPassages"},
       "lucene"});
  add("tantivy", std::filesystem::exists(flags.tantivy),
      {kTantivy, {flags.tantivy}, "tantivy"});
  add("xapian", XapianEngine().open != nullptr,
      {kXapian, own(kXapian), "xapian"});
  add("fts5", true, {kFts5, own(kFts5), "fts5.db", false, true, true});
  return contenders;
}

absl::StatusOr<Comparison> MeasureCorpus(const Flags& flags,
                                         uint64_t passages) {
  const testing::TemporaryDirectory folder;
  const bool is_generated = flags.data.empty();
  FOOTNOTE_ASSIGN_OR_RETURN(
      const CorpusLines corpus,
      is_generated ? WriteGeneratedCorpus(flags.seed, passages, flags.questions,
                                          folder.path())
                   : WriteDataCorpus(flags.data, flags.question_file,
                                     flags.questions, folder.path()));
  std::cerr << corpus.passage_count << " passages\n";
  FOOTNOTE_ASSIGN_OR_RETURN(
      Comparison comparison,
      Compare(corpus, ListContenders(flags), flags.compare, folder.path()));
  comparison.set_is_generated(is_generated);
  comparison.set_corpus(is_generated
                            ? absl::StrCat("generated, seed ", flags.seed)
                            : std::filesystem::path(flags.data + "/")
                                  .parent_path()
                                  .filename()
                                  .string());
  return comparison;
}

absl::Status RunMeasure(const Flags& flags) {
  Comparisons comparisons;
  comparisons.set_machine(DescribeMachine());
  std::vector<uint64_t> sizes = flags.passages;
  if (!flags.data.empty()) sizes = {0};  // As many as there are.
  for (const uint64_t passages : sizes) {
    FOOTNOTE_ASSIGN_OR_RETURN(*comparisons.add_comparisons(),
                              MeasureCorpus(flags, passages));
    const Comparison& last = *comparisons.comparisons().rbegin();
    std::cout << EngineTable(last) << "\n" << ThroughputTable(last) << "\n";
    // After each, so that what was measured is not lost with the rest.
    FOOTNOTE_RETURN_IF_ERROR(WriteMessage(comparisons, flags.out));
  }
  return absl::OkStatus();
}

absl::Status RunReport(const Flags& flags) {
  Comparisons all;
  for (const std::string& path : flags.files) {
    Comparisons comparisons;
    FOOTNOTE_RETURN_IF_ERROR(ReadMessage(path, &comparisons));
    all.set_machine(comparisons.machine());
    all.mutable_comparisons()->MergeFrom(comparisons.comparisons());
  }
  // Terms are asked for as often as passages hold them, but for stop words.
  constexpr double kSkew = 1;
  constexpr size_t kStopWords = 100;
  return WriteReport(all, EvictionSimulation(kSkew, kStopWords), flags.docs);
}

absl::Status RunOwnEngine(const Flags& flags) {
  for (const Engine& engine : OwnEngines()) {
    if (engine.name == flags.engine && engine.open != nullptr) {
      return RunEngine(engine, flags.orders, std::cin, std::cout);
    }
  }
  return absl::InvalidArgumentError(
      absl::StrCat("This program has no engine ", flags.engine, "."));
}

CLI::App* AddMeasure(CLI::App* app, Flags* flags) {
  CLI::App* measure = app->add_subcommand("measure", "Asks all engines");
  CLI::Option_group* corpus = measure->add_option_group("corpus");
  corpus->add_option("--passages", flags->passages, "Of a generated corpus")
      ->delimiter(',');
  corpus->add_option("--data", flags->data, "Folder with corpus.jsonl");
  corpus->require_option(1);
  measure->add_option("--question-file", flags->question_file,
                      "File of questions in that folder");
  measure->add_option("--questions", flags->questions, "How many");
  measure->add_option("--seed", flags->seed, "Of the generated corpus");
  measure
      ->add_option("--warm-ups", flags->compare.warm_ups,
                   "How often each is asked before")
      ->check(CLI::PositiveNumber);
  measure->add_option("--rounds", flags->compare.rounds,
                      "How often each is asked");
  measure
      ->add_option("--slow-questions", flags->compare.slow_questions,
                   "How many FTS5 and a cold index are asked")
      ->check(CLI::PositiveNumber);
  measure->add_option("--threads", flags->compare.threads, "To load with")
      ->delimiter(',');
  measure->add_option("--load-seconds", flags->compare.load_seconds,
                      "How long, about, for each");
  measure->add_option("--without", flags->without, "Peers to leave out")
      ->delimiter(',')
      ->check(CLI::IsMember({"lucene", "tantivy", "xapian", "fts5"}));
  measure->add_option("--lucene", flags->lucene, "Its jar");
  measure->add_option("--tantivy", flags->tantivy, "Its program");
  measure->add_option("--out", flags->out, "File to write everything to")
      ->required();
  return measure;
}

int Run(int argc, char** argv) {
  Flags flags;
  flags.program = std::filesystem::canonical("/proc/self/exe");
  const std::filesystem::path beside =
      std::filesystem::path(flags.program).parent_path();
  flags.lucene = beside / "lucene" / "lucene-baseline.jar";
  flags.tantivy = beside / "tantivy" / "release" / "tantivy-peer";
  CLI::App app("Compares engines that find the best passages.");
  app.require_subcommand(1);
  const CLI::App* measure = AddMeasure(&app, &flags);
  CLI::App* report = app.add_subcommand("report", "Writes tables and diagrams");
  report->add_option("files", flags.files, "What measure wrote")->required();
  report->add_option("--docs", flags.docs, "Folder of performance.md")
      ->required();
  CLI::App* engine = app.add_subcommand("engine", "Runs one engine");
  engine->add_option("name", flags.engine)->required();
  engine->add_option("orders", flags.orders)->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = measure->parsed()  ? RunMeasure(flags)
                              : report->parsed() ? RunReport(flags)
                                                 : RunOwnEngine(flags);
  if (status.ok()) return 0;
  std::cerr << "peers: " << status.message() << "\n";
  return 1;
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) { return footnote::bench::Run(argc, argv); }
