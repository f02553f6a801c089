#include "bench/training/feature_rows.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "bench/dataset.h"
#include "bench/folds.h"
#include "retrieval/answer/shortlist.h"
#include "retrieval/corpus.h"
#include "retrieval/index/reader.h"
#include "retrieval/rank/corpus_postings.h"
#include "retrieval/rank/snapshot_postings.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"
#include "retrieval/text/utf8.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

std::string ReadBytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

// A corpus of its own with a snapshot to read.
class AskedCorpus {
 public:
  absl::Status Import(const std::vector<Document>& documents) {
    const std::string path = directory_.File("corpus.db");
    FOOTNOTE_ASSIGN_OR_RETURN(corpus_, Corpus::Open(path));
    FOOTNOTE_RETURN_IF_ERROR(ImportAll(documents, corpus_.get()).status());
    FOOTNOTE_ASSIGN_OR_RETURN(reader_, Reader::Open(path));
    FOOTNOTE_ASSIGN_OR_RETURN(const CorpusCounts counts,
                              reader_->Begin(forever_));
    postings_.emplace(shared_, reader_->postings());
    postings_->Begin(counts.revision);
    return absl::OkStatus();
  }

  absl::StatusOr<QueryPlan> Plan(const Question& question,
                                 const Thesaurus* thesaurus) {
    return PlanQuestion(question, thesaurus, *reader_);
  }

  absl::StatusOr<Shortlist> Find(const Question& question,
                                 const QueryPlan& plan) {
    // As many as a server looks at for the most sentences.
    const size_t limit = question.filter.document_ids.empty()
                             ? kCandidatePassages
                             : static_cast<size_t>(kMaxResults);
    return FindShortlist(question, plan, limit, *postings_, *reader_, forever_);
  }

 private:
  const testing::TemporaryDirectory directory_;
  const Deadline forever_ = Deadline::Infinite();
  std::unique_ptr<Corpus> corpus_;
  std::unique_ptr<Reader> reader_;
  CorpusPostings shared_{std::make_shared<PostingCache>(kPostingCacheBytes)};
  std::optional<SnapshotPostings> postings_;
};

bool IsRightCandidate(const LabelledQuestion& question, const Dataset& dataset,
                      const Candidate& candidate) {
  CitedSentence cited;
  cited.text = std::string(candidate.text);
  cited.citation.document_id = candidate.document->summary.id;
  const size_t position =
      dataset.document_positions.at(cited.citation.document_id);
  const absl::string_view text = dataset.documents[position].text;
  TextSpan& span = cited.citation.span;
  span.begin_code_point = static_cast<uint32_t>(
      CountCodePoints(text.substr(0, candidate.range.begin)));
  span.end_code_point = span.begin_code_point +
                        static_cast<uint32_t>(CountCodePoints(candidate.text));
  return IsRight(question, cited);
}

Question Asked(const LabelledQuestion& labelled) {
  Question question;
  question.text = labelled.text;
  for (const LabelledCandidate& candidate : labelled.candidates) {
    question.filter.document_ids.push_back(candidate.document_id);
  }
  return question;
}

bool IsAgainst(const LabelledQuestion& question, const Dataset& dataset,
               const absl::flat_hash_set<std::string>& texts) {
  const auto is_one = [&](const std::string& id) {
    const auto found = dataset.document_positions.find(id);
    return found != dataset.document_positions.end() &&
           texts.contains(dataset.documents[found->second].text);
  };
  return std::any_of(question.gold_documents.begin(),
                     question.gold_documents.end(), is_one) ||
         std::any_of(question.near_documents.begin(),
                     question.near_documents.end(), is_one);
}

absl::Status AddRows(const LabelledQuestion& labelled, const Dataset& dataset,
                     uint32_t parts, const Thesaurus* thesaurus,
                     AskedCorpus* corpus, QuestionSet* set) {
  const Question question = Asked(labelled);
  const absl::StatusOr<QueryPlan> plan = corpus->Plan(question, thesaurus);
  if (absl::IsInvalidArgument(plan.status())) return absl::OkStatus();
  FOOTNOTE_RETURN_IF_ERROR(plan.status());
  FOOTNOTE_ASSIGN_OR_RETURN(const Shortlist shortlist,
                            corpus->Find(question, *plan));
  // Nothing is answered then, whatever the model says.
  if (!HoldAnyTerm(shortlist.candidates)) return absl::OkStatus();
  QuestionRows rows;
  rows.fold = FoldOf(labelled, kInnerFolds);
  rows.part = FoldOf(labelled, parts);
  rows.is_answerable = labelled.answerable;
  rows.sentences =
      ComputeFeatures(shortlist.candidates, *plan, shortlist.ranking);
  for (const Candidate& candidate : shortlist.candidates) {
    rows.is_right.push_back(IsRightCandidate(labelled, dataset, candidate));
  }
  set->questions.push_back(std::move(rows));
  return absl::OkStatus();
}

}  // namespace

bool QuestionRows::HasBoth() const {
  const auto right = std::count(is_right.begin(), is_right.end(), true);
  return right > 0 && static_cast<size_t>(right) < is_right.size();
}

absl::StatusOr<absl::flat_hash_set<std::string>> TextsOf(
    const std::string& directory) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Dataset dataset,
                            ReadDataset(directory, "queries.jsonl"));
  absl::flat_hash_set<std::string> texts;
  for (const Document& document : dataset.documents) {
    texts.insert(document.text);
  }
  return texts;
}

absl::StatusOr<QuestionSet> ReadQuestionSet(const std::string& path,
                                            const RowSelection& selection,
                                            const Thesaurus* thesaurus) {
  const std::filesystem::path file(path);
  const std::filesystem::path directory = file.parent_path();
  FOOTNOTE_ASSIGN_OR_RETURN(const Dataset dataset,
                            ReadDataset(directory, file.filename()));
  QuestionSet set;
  set.name = absl::StrCat(directory.filename().string(), "/",
                          file.filename().string());
  set.sha256 = Sha256Hex(
      absl::StrCat(ReadBytes(directory / "corpus.jsonl"), ReadBytes(file)));
  AskedCorpus corpus;
  FOOTNOTE_RETURN_IF_ERROR(corpus.Import(dataset.documents));
  for (const LabelledQuestion& labelled : dataset.questions) {
    if (IsAgainst(labelled, dataset, selection.without)) continue;
    FOOTNOTE_RETURN_IF_ERROR(
        AddRows(labelled, dataset, selection.parts, thesaurus, &corpus, &set));
  }
  return set;
}

}  // namespace footnote::bench
