// Asks the questions of a data set and shows the conflicts that come with the
// answers, to be judged by reading:
//
//   conflict_evaluation --data=DIR [--questions=queries.jsonl] [--limit=1000]
//                       [--at-most=N]
//
// Prints each conflict with its question, the sentences of its sides and their
// values, and how many there were. Ends in 1 if there are more than --at-most:
// articles that each tell of something else hold next to none.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <iostream>
#include <limits>
#include <vector>

#include "absl/strings/str_format.h"
#include "bench/dataset.h"
#include "retrieval/corpus.h"
#include "retrieval/status.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

struct Flags {
  std::string data;
  std::string questions = "queries.jsonl";
  size_t limit = 1000;
  size_t at_most = std::numeric_limits<size_t>::max();
};

void Show(const LabelledQuestion& question, const Conflict& conflict) {
  std::cout << (conflict.kind == ConflictKind::kClaims ? "CLAIMS " : "VALUES ")
            << question.text << "\n  on " << conflict.subject << "\n";
  for (const ConflictPosition& position : conflict.positions) {
    std::cout << "  - " << position.value << "\n";
    for (const CitedSentence& sentence : position.sentences) {
      std::cout << "      [" << sentence.citation.document_id << ", "
                << sentence.citation.published << "] " << sentence.text << "\n";
    }
  }
}

absl::Status Run(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Dataset dataset,
                            ReadDataset(flags.data, flags.questions));
  const testing::TemporaryDirectory directory;
  FOOTNOTE_ASSIGN_OR_RETURN(const auto corpus,
                            Corpus::Open(directory.File("corpus.db")));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto refused,
                            ImportAll(dataset.documents, corpus.get()));
  if (!refused.empty()) return refused.front().error;
  const size_t asked = std::min(flags.limit, dataset.questions.size());
  size_t shown = 0;
  for (size_t i = 0; i < asked; ++i) {
    Question question;
    question.text = dataset.questions[i].text;
    AskOptions options;
    options.min_confidence = 0;
    FOOTNOTE_ASSIGN_OR_RETURN(
        const Answer answer,
        corpus->Ask(question, options, Deadline::Infinite()));
    for (const Conflict& conflict : answer.conflicts) {
      Show(dataset.questions[i], conflict);
      ++shown;
    }
  }
  absl::PrintF("questions %d, conflicts %d\n", asked, shown);
  if (shown > flags.at_most) {
    return absl::OutOfRangeError("There are more than --at-most allows.");
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) {
  footnote::bench::Flags flags;
  CLI::App app("Shows the conflicts in the answers to a data set.");
  app.add_option("--data", flags.data, "Directory with corpus.jsonl")
      ->required();
  app.add_option("--questions", flags.questions, "File of questions in it");
  app.add_option("--limit", flags.limit, "How many questions are asked");
  app.add_option("--at-most", flags.at_most, "How many conflicts may be shown");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = footnote::bench::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "conflict_evaluation: " << status << "\n";
  return 1;
}
