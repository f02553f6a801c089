// Measures what a real server bears, and how long calls take at half of that:
//
//   load [--data=DIR] [--passages=N] [--threads=N] [--seconds=S] [--turns=N]
//        [--during-import] [--seed=N] [--server-arg=...]* [--out=FILE.json]
//        [--page=docs/performance.md]
//
// DIR holds corpus.jsonl and queries.jsonl; without it the examples are taken.
// Prints tables. Ends in 1 if something fails, above all a call.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <string>

#include "bench/load/load_page.h"
#include "bench/load/measure.h"
#include "bench/message_file.h"
#include "bench/page.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

struct Flags {
  LoadOptions load;
  std::string out;
  std::string page;
};

void AddFlags(CLI::App* app, Flags* flags) {
  LoadOptions& load = flags->load;
  app->add_option("--data", load.data,
                  "Folder with corpus.jsonl and queries.jsonl");
  app->add_option("--passages", load.passages,
                  "At least so many: the documents are repeated, their rare "
                  "words spelled otherwise");
  app->add_option("--threads", load.threads, "Threads that make the calls")
      ->check(CLI::Range(1, 64));
  app->add_option("--seconds", load.seconds, "Length of a turn")
      ->check(CLI::PositiveNumber);
  app->add_option("--turns", load.turns, "Turns of each method")
      ->check(CLI::Range(1, 1000));
  app->add_option("--seed", load.seed, "Of the arrivals");
  app->add_flag("--during-import", load.during_import,
                "Ask without and during an import, too");
  app->add_option("--footnoted", load.programs.footnoted,
                  "The server's program");
  app->add_option("--footnote", load.programs.footnote, "The client's program");
  app->add_option("--server-arg", load.server_arguments,
                  "A flag for the server; may be repeated");
  app->add_option("--out", flags->out, "File to write the figures to, as JSON");
  app->add_option("--page", flags->page,
                  "Page whose section `Ask under load` is written");
}

void FindFiles(LoadOptions* load) {
  const std::filesystem::path examples = FOOTNOTE_EXAMPLES_DIR;
  if (load->data.empty()) {
    load->data = "examples";
    load->corpus = examples / "corpus/news.jsonl";
    load->questions = examples / "answers.jsonl";
  } else {
    const std::filesystem::path folder = load->data;
    load->corpus = folder / "corpus.jsonl";
    load->questions = folder / "queries.jsonl";
    load->data = std::filesystem::path(folder / "").parent_path().filename();
  }
}

absl::Status Measure(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const LoadReport report, MeasureLoad(flags.load));
  std::cout << ToMarkdown(report);
  if (!flags.out.empty()) {
    FOOTNOTE_RETURN_IF_ERROR(WriteMessage(report, flags.out));
  }
  return flags.page.empty() ? absl::OkStatus()
                            : WritePart("load", ToMarkdown(report), flags.page);
}

int Run(int argc, char** argv) {
  Flags flags;
  const std::filesystem::path beside =
      std::filesystem::canonical("/proc/self/exe").parent_path();
  flags.load.programs = {beside / "footnoted", beside / "footnote"};
  CLI::App app("Measures a server under load.");
  AddFlags(&app, &flags);
  CLI11_PARSE(app, argc, argv);
  FindFiles(&flags.load);
  const absl::Status status = Measure(flags);
  if (status.ok()) return 0;
  std::cerr << "load: " << status.message() << "\n";
  return 1;
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) { return footnote::bench::Run(argc, argv); }
