// Asks every question of a data set and says how good the answers are:
//
//   evaluate --data=DIR [--questions=queries.jsonl] [--min-confidence=0]
//            [--at-least=0.72] [--model=ranking.model]
//
// Prints a table: how often the first sentence is right and how often one of
// the first three, the mean reciprocal rank, how often the first sentence is of
// a right document, how well the confidence tells answerable questions from
// others, and how many citations were checked and failed. Ends in 1 if a
// citation failed or fewer first sentences are right than --at-least asks for.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <vector>

#include "absl/strings/str_format.h"
#include "bench/citation_check.h"
#include "bench/dataset.h"
#include "bench/model.h"
#include "bench/quality/measures.h"
#include "retrieval/corpus.h"
#include "retrieval/status.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

struct Flags {
  std::string data;
  std::string questions = "queries.jsonl";
  double min_confidence = 0;
  double at_least = 0;
  bool show_misses = false;
  std::string model;
};

// What was counted over all questions.
struct Tally {
  int answerable = 0;
  int first_right = 0;
  int right_in_three = 0;
  int right_document = 0;
  int answerable_unanswered = 0;
  int unanswerable = 0;
  int unanswerable_answered = 0;
  double reciprocal_ranks = 0;
  std::vector<double> confidence_if_answerable;
  std::vector<double> confidence_if_not;
  CitationCheck citations;
};

// Returns the rank of the first right sentence from 1, or 0.
size_t RightRank(const LabelledQuestion& question, const Answer& answer) {
  for (size_t i = 0; i < answer.sentences.size(); ++i) {
    if (IsRight(question, answer.sentences[i])) return i + 1;
  }
  return 0;
}

void CountAnswerable(const LabelledQuestion& question, const Answer& answer,
                     Tally* tally) {
  ++tally->answerable;
  tally->confidence_if_answerable.push_back(answer.confidence);
  if (answer.sentences.empty()) {
    ++tally->answerable_unanswered;
    return;
  }
  const size_t rank = RightRank(question, answer);
  tally->first_right += rank == 1;
  tally->right_in_three += rank >= 1 && rank <= 3;
  if (rank > 0) tally->reciprocal_ranks += 1.0 / static_cast<double>(rank);
  const std::string& id = answer.sentences.front().citation.document_id;
  const auto& gold = question.gold_documents;
  tally->right_document +=
      std::find(gold.begin(), gold.end(), id) != gold.end();
}

void CountUnanswerable(const Answer& answer, Tally* tally) {
  ++tally->unanswerable;
  tally->confidence_if_not.push_back(answer.confidence);
  tally->unanswerable_answered += !answer.sentences.empty();
}

void ShowMiss(const LabelledQuestion& question, const Answer& answer) {
  const size_t rank = RightRank(question, answer);
  if (question.answerable ? rank == 1 : answer.sentences.empty()) return;
  std::cout << (question.answerable ? "MISS " : "FALSE ") << rank << " "
            << absl::StrFormat("%.2f ", answer.confidence) << question.text
            << "\n";
  for (const CitedSentence& sentence : answer.sentences) {
    std::cout << "     " << (IsRight(question, sentence) ? "+ " : "- ")
              << absl::StrFormat("%.2f ", sentence.score) << sentence.text
              << "\n";
    if (&sentence - answer.sentences.data() == 2) break;
  }
}

void Print(const Tally& tally) {
  const double n = std::max(tally.answerable, 1);
  absl::PrintF("answerable questions     %6d\n", tally.answerable);
  absl::PrintF("first sentence right     %6.3f  (%d)\n", tally.first_right / n,
               tally.first_right);
  absl::PrintF("right among three        %6.3f  (%d)\n",
               tally.right_in_three / n, tally.right_in_three);
  absl::PrintF("mean reciprocal rank     %6.3f\n", tally.reciprocal_ranks / n);
  absl::PrintF("first of right document  %6.3f\n", tally.right_document / n);
  absl::PrintF("left unanswered          %6d\n", tally.answerable_unanswered);
  absl::PrintF("unanswerable questions   %6d\n", tally.unanswerable);
  absl::PrintF("answered all the same    %6d\n", tally.unanswerable_answered);
  const auto area =
      AreaUnderRoc(tally.confidence_if_answerable, tally.confidence_if_not);
  if (area.has_value()) {
    absl::PrintF("AUC of the confidence    %6.3f\n", *area);
  }
  absl::PrintF("citations checked        %6d\n", tally.citations.checked);
  absl::PrintF("citations that fail      %6d\n", tally.citations.failed);
}

absl::Status Judge(const Flags& flags, const Tally& tally) {
  if (tally.citations.failed > 0) {
    return absl::DataLossError("There are citations that are not true.");
  }
  if (tally.first_right < flags.at_least * tally.answerable) {
    return absl::OutOfRangeError("Fewer are right than --at-least asks for.");
  }
  return absl::OkStatus();
}

absl::Status Run(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Dataset dataset,
                            ReadDataset(flags.data, flags.questions));
  const testing::TemporaryDirectory directory;
  FOOTNOTE_ASSIGN_OR_RETURN(const auto model, OpenModel(flags.model));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const auto corpus,
      Corpus::Open(directory.File("corpus.db"), CorpusSettings(), model));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto refused,
                            ImportAll(dataset.documents, corpus.get()));
  for (const ImportResult& result : refused) {
    std::cerr << result.document_id << ": " << result.error << "\n";
  }
  Tally tally;
  for (const LabelledQuestion& question : dataset.questions) {
    AskOptions options;
    options.max_sentences = 10;
    if (flags.min_confidence >= 0) {
      options.min_confidence = flags.min_confidence;
    }
    FOOTNOTE_ASSIGN_OR_RETURN(
        const Answer answer,
        corpus->Ask({question.text, {}}, options, Deadline::Infinite()));
    question.answerable ? CountAnswerable(question, answer, &tally)
                        : CountUnanswerable(answer, &tally);
    tally.citations.Check(dataset, answer);
    if (flags.show_misses) ShowMiss(question, answer);
  }
  Print(tally);
  return Judge(flags, tally);
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) {
  footnote::bench::Flags flags;
  CLI::App app("Measures answers against a data set.");
  app.add_option("--data", flags.data, "Directory with corpus.jsonl")
      ->required();
  app.add_option("--questions", flags.questions, "File of questions in it");
  app.add_option("--min-confidence", flags.min_confidence,
                 "Threshold; below 0 the default one");
  app.add_option("--at-least", flags.at_least,
                 "Share of first sentences that have to be right");
  app.add_option("--model", flags.model, "Ranking model; none: fixed weights");
  app.add_flag("--misses", flags.show_misses, "Show what was not right");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = footnote::bench::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "evaluate: " << status << "\n";
  return 1;
}
