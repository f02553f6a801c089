#include "bench/quality/measure.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "bench/citation_check.h"
#include "bench/dataset.h"
#include "bench/folds.h"
#include "bench/quality/figures.h"
#include "bench/quality/fts5_baseline.h"
#include "bench/quality/judge.h"
#include "bench/quality/lucene_baseline.h"
#include "bench/quality/server_answers.h"
#include "bench/quality/server_program.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote::bench {
namespace {

constexpr char kPlainModel[] = "PLAIN";

// What is asked, and of what.
struct Examination {
  Dataset dataset;
  std::vector<Document> documents;  // In the order of import.
  std::vector<LabelledQuestion> questions;
};

std::string SetName(const MeasureOptions& options) {
  const std::filesystem::path folder =
      std::filesystem::path(options.data + "/").parent_path();
  const std::string name = folder.filename().string();
  return options.questions == "queries.jsonl"
             ? name
             : absl::StrCat(name, ":", options.questions);
}

// Returns the documents by the hash of their ids.
std::vector<Document> InBlindOrder(const std::vector<Document>& documents) {
  std::vector<std::pair<std::string, const Document*>> keyed;
  for (const Document& document : documents) {
    keyed.emplace_back(Sha256Hex(document.id), &document);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<Document> ordered;
  for (const auto& [key, document] : keyed) ordered.push_back(*document);
  return ordered;
}

std::vector<LabelledQuestion> Select(
    const std::vector<LabelledQuestion>& questions,
    const MeasureOptions& options) {
  std::vector<LabelledQuestion> of_part;
  for (const LabelledQuestion& question : questions) {
    if (FoldOf(question, options.parts) == options.part) {
      of_part.push_back(question);
    }
  }
  if (options.limit == 0 || of_part.size() <= options.limit) return of_part;
  std::vector<LabelledQuestion> selected;
  for (size_t i = 0; i < options.limit; ++i) {
    selected.push_back(of_part[of_part.size() * i / options.limit]);
  }
  return selected;
}

absl::StatusOr<Examination> Prepare(const MeasureOptions& options) {
  Examination examination;
  FOOTNOTE_ASSIGN_OR_RETURN(examination.dataset,
                            ReadDataset(options.data, options.questions));
  examination.documents = InBlindOrder(examination.dataset.documents);
  examination.questions = Select(examination.dataset.questions, options);
  if (examination.questions.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(
        "There is no question to ask in ", options.data, "/", options.questions,
        ", part ", options.part, " of ", options.parts, "."));
  }
  return examination;
}

void AddSystem(const std::string& name, bool has_confidence,
               const Examination& examination,
               const std::vector<Reply>& replies, Measurement* measurement) {
  System* system = measurement->add_systems();
  system->set_name(name);
  system->set_has_confidence(has_confidence);
  for (size_t i = 0; i < replies.size(); ++i) {
    JudgedQuestion* judged = system->add_questions();
    *judged = Judge(examination.questions[i], replies[i]);
    // What the first system inferred holds for all.
    judged->set_answer_type(
        measurement->systems(0).questions(static_cast<int>(i)).answer_type());
  }
  FillFigures(system);
}

using Asker = absl::FunctionRef<absl::StatusOr<std::vector<Reply>>(
    const std::vector<LabelledQuestion>&)>;

// Asks `ask` all questions, and those whose whole answer is known again with
// their gold documents as candidates.
absl::StatusOr<std::vector<Reply>> AskAll(
    const std::vector<LabelledQuestion>& questions, Asker ask) {
  FOOTNOTE_ASSIGN_OR_RETURN(std::vector<Reply> replies, ask(questions));
  std::vector<LabelledQuestion> given;
  std::vector<size_t> positions;
  for (size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].gold_sentences.empty()) continue;
    positions.push_back(i);
    LabelledQuestion& question = given.emplace_back();
    question.id = questions[i].id;
    question.text = questions[i].text;
    for (const std::string& id : questions[i].gold_documents) {
      question.candidates.push_back({id, true});
    }
  }
  if (given.empty()) return replies;
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<Reply> of_given, ask(given));
  for (size_t i = 0; i < given.size(); ++i) {
    replies[positions[i]].given_sentences =
        First(of_given[i].sentences, kFourSentences);
  }
  return replies;
}

// Measures the server at `address` as `name`.
absl::Status MeasureServer(const std::string& name, const std::string& address,
                           const Examination& examination,
                           Measurement* measurement) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      const auto corpus, ServerCorpus::Create(address, examination.documents));
  if (name == "plain" && corpus->ranking_model() != kPlainModel) {
    return absl::FailedPreconditionError(
        absl::StrCat("--model=none gave ", corpus->ranking_model(), "."));
  }
  CitationCheck check;
  FOOTNOTE_ASSIGN_OR_RETURN(
      const std::vector<Reply> replies,
      AskAll(examination.questions, [&](const auto& questions) {
        return corpus->Ask(questions, examination.dataset, &check);
      }));
  AddSystem(name, /*has_confidence=*/true, examination, replies, measurement);
  measurement->set_citations_checked(measurement->citations_checked() +
                                     static_cast<uint64_t>(check.checked));
  measurement->set_citations_false(measurement->citations_false() +
                                   static_cast<uint64_t>(check.failed));
  if (!measurement->server_version().empty()) return absl::OkStatus();
  measurement->set_server_version(corpus->version());
  measurement->set_ranking_model(corpus->ranking_model());
  return absl::OkStatus();
}

absl::Status MeasureFootnote(const MeasureOptions& options,
                             const Examination& examination,
                             Measurement* measurement) {
  if (!options.server.empty()) {
    return MeasureServer("footnote", options.server, examination, measurement);
  }
  FOOTNOTE_ASSIGN_OR_RETURN(
      const auto server,
      ServerProgram::Start(options.footnoted, options.server_arguments));
  return MeasureServer("footnote", server->address(), examination, measurement);
}

// Measures the same program without its learned model.
absl::Status MeasurePlain(const MeasureOptions& options,
                          const Examination& examination,
                          Measurement* measurement) {
  if (measurement->ranking_model() == kPlainModel) {
    return absl::FailedPreconditionError(
        "The server has no learned model: footnote is plain.");
  }
  if (!options.server.empty()) {
    return absl::FailedPreconditionError(
        "A server that runs can't be told to leave its model. Measure without "
        "--server.");
  }
  std::vector<std::string> arguments = {"--model=none"};
  for (const std::string& argument : options.server_arguments) {
    if (!absl::StartsWith(argument, "--model=")) arguments.push_back(argument);
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const auto server,
                            ServerProgram::Start(options.footnoted, arguments));
  return MeasureServer("plain", server->address(), examination, measurement);
}

absl::Status MeasureBaseline(const std::string& name,
                             const MeasureOptions& options,
                             const Examination& examination,
                             Measurement* measurement) {
  if (name == "plain") return MeasurePlain(options, examination, measurement);
  FOOTNOTE_ASSIGN_OR_RETURN(
      const std::vector<Reply> replies,
      AskAll(examination.questions, [&](const auto& questions) {
        return name == "fts5" ? AskFts5(examination.documents, questions)
                              : AskLucene(options.lucene, examination.documents,
                                          questions);
      }));
  AddSystem(name, /*has_confidence=*/false, examination, replies, measurement);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Measurement> MeasureQuality(const MeasureOptions& options) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Examination examination, Prepare(options));
  Measurement measurement;
  measurement.set_set(SetName(options));
  measurement.set_part(options.part);
  measurement.set_parts(options.parts);
  FOOTNOTE_RETURN_IF_ERROR(MeasureFootnote(options, examination, &measurement));
  for (const std::string& name : options.baselines) {
    const absl::Status status =
        MeasureBaseline(name, options, examination, &measurement);
    if (!status.ok()) {
      std::cerr << "quality: skipping " << name << ": " << status.message()
                << "\n";
    }
  }
  return measurement;
}

}  // namespace footnote::bench
