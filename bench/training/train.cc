// Learns the ranking model from labelled questions:
//
//   train --set=DIR/queries.jsonl… --out=ranking.model [--seed=7]
//         [--part=I/N] [--without-corpus=DIR] [--without-feature=NAME…]
//   train --set=DIR/queries.jsonl… --ablate [--ablate-also=NAME=FEATURE,…]
//
// --part leaves out the questions of that part, which `quality measure` with
// the same --part asks; --without-corpus those against a text of that corpus.
// The same sets and flags bring the same file, but for its date. --ablate
// writes none: it prints what is learned without each group of features.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "bench/training/ablation.h"
#include "bench/training/feature_rows.h"
#include "bench/training/model_training.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

struct Flags {
  std::vector<std::string> sets;
  std::string out;
  std::string part;
  std::string without_corpus;
  bool ablate = false;
  std::vector<std::string> ablate_also;
  TrainingPlan plan;
};

// The part that is left out, and of how many; {0, 1}: none is.
struct Part {
  uint32_t number = 0;
  uint32_t count = 1;
};

absl::StatusOr<Part> ReadPart(const std::string& text) {
  Part part;
  if (text.empty()) return part;
  const std::vector<std::string> numbers = absl::StrSplit(text, '/');
  if (numbers.size() != 2 || !absl::SimpleAtoi(numbers[0], &part.number) ||
      !absl::SimpleAtoi(numbers[1], &part.count) || part.number >= part.count ||
      part.count < 2) {
    return absl::InvalidArgumentError(
        "--part must be I/N with I from 0 to N - 1, as 0/5.");
  }
  return part;
}

// Leaves out what is to be measured.
void LeaveOut(const Part& part, QuestionSet* set) {
  if (part.count == 1) return;
  auto& questions = set->questions;
  questions.erase(std::remove_if(questions.begin(), questions.end(),
                                 [&part](const QuestionRows& question) {
                                   return question.part == part.number;
                                 }),
                  questions.end());
}

// Returns the command without the folders of this machine.
std::string CommandOf(const Flags& flags,
                      const std::vector<QuestionSet>& sets) {
  std::string command = "train";
  for (const QuestionSet& set : sets) {
    absl::StrAppend(&command, " --set=", set.name);
  }
  if (!flags.part.empty()) absl::StrAppend(&command, " --part=", flags.part);
  if (!flags.without_corpus.empty()) {
    absl::StrAppend(
        &command, " --without-corpus=",
        std::filesystem::path(flags.without_corpus).filename().string());
  }
  for (const std::string& feature : flags.plan.without_features) {
    absl::StrAppend(&command, " --without-feature=", feature);
  }
  return absl::StrCat(command, " --seed=", flags.plan.seed,
                      " --min-confidence=", flags.plan.min_confidence);
}

absl::Status Write(const RankingModel& model, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << model.Format();
  file.close();
  if (file) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat("Cannot write ", path));
}

// Returns the sets named, without what is to be measured.
absl::StatusOr<std::vector<QuestionSet>> ReadSets(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Part part, ReadPart(flags.part));
  FOOTNOTE_ASSIGN_OR_RETURN(auto wordnet, WordNet::Open(WordNet::kDirectory));
  const Thesaurus thesaurus(std::move(wordnet));
  RowSelection selection;
  selection.parts = part.count;
  if (!flags.without_corpus.empty()) {
    FOOTNOTE_ASSIGN_OR_RETURN(selection.without, TextsOf(flags.without_corpus));
  }
  std::vector<QuestionSet> sets;
  for (const std::string& path : flags.sets) {
    FOOTNOTE_ASSIGN_OR_RETURN(QuestionSet set,
                              ReadQuestionSet(path, selection, &thesaurus));
    LeaveOut(part, &set);
    std::cerr << set.name << ": " << set.questions.size() << " questions\n";
    sets.push_back(std::move(set));
  }
  return sets;
}

void Print(const std::string& title, const std::vector<OutOfFold>& figures) {
  absl::PrintF("%-28s first right  AUC   calibration error\n", title);
  for (const OutOfFold& set : figures) {
    absl::PrintF("%-28s %11.3f %5.3f %12.3f\n", set.set, set.first_right,
                 set.area_under_roc, set.calibration_error);
  }
}

absl::Status PrintAblations(const std::vector<QuestionSet>& sets,
                            const Flags& flags) {
  std::vector<FeatureGroup> groups = FeatureGroups();
  for (const std::string& text : flags.ablate_also) {
    FOOTNOTE_ASSIGN_OR_RETURN(FeatureGroup group, ParseFeatureGroup(text));
    groups.push_back(std::move(group));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<Ablation> ablations,
                            Ablate(sets, flags.plan, groups));
  for (const Ablation& ablation : ablations) {
    Print(absl::StrCat("without ", ablation.without), ablation.figures);
  }
  return absl::OkStatus();
}

absl::Status WriteModel(const std::vector<QuestionSet>& sets,
                        const Flags& flags) {
  ModelOrigin origin;
  for (const QuestionSet& set : sets) {
    origin.training_sets.push_back({set.name, set.sha256});
  }
  origin.created =
      absl::FormatTime("%Y-%m-%d", absl::Now(), absl::UTCTimeZone());
  origin.seed = flags.plan.seed;
  origin.command = CommandOf(flags, sets);
  FOOTNOTE_ASSIGN_OR_RETURN(const TrainedModel trained,
                            TrainModel(sets, flags.plan, origin));
  Print("out of fold", trained.figures);
  return Write(trained.model, flags.out);
}

absl::Status Run(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<QuestionSet> sets,
                            ReadSets(flags));
  return flags.ablate ? PrintAblations(sets, flags) : WriteModel(sets, flags);
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) {
  footnote::bench::Flags flags;
  CLI::App app("Learns the ranking model from labelled questions.");
  app.add_option("--set", flags.sets,
                 "File of questions with corpus.jsonl beside it; repeat")
      ->required();
  auto* out = app.add_option("--out", flags.out, "Model file to write");
  auto* ablate = app.add_flag("--ablate", flags.ablate,
                              "Learn without each group of features, in turn");
  app.add_option("--ablate-also", flags.ablate_also,
                 "NAME=FEATURE,FEATURE: another group; repeat")
      ->needs(ablate);
  app.add_option("--part", flags.part, "I/N: leave that part out");
  app.add_option("--without-corpus", flags.without_corpus,
                 "Leave out questions against texts of the corpus in it");
  app.add_option("--without-feature", flags.plan.without_features,
                 "Leave a feature out of the ranker; repeat");
  app.add_option("--seed", flags.plan.seed, "Seed of the sampling");
  app.add_option("--min-confidence", flags.plan.min_confidence,
                 "Default threshold to write into the file");
  CLI11_PARSE(app, argc, argv);
  if (out->empty() == ablate->empty()) {
    std::cerr << "train: name either --out or --ablate\n";
    return 2;
  }
  const absl::Status status = footnote::bench::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train: " << status.message() << "\n";
  return 1;
}
