#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <vector>

#include "bench/dataset.h"
#include "bench/folds.h"
#include "retrieval/answer/features.h"
#include "retrieval/answer/shortlist.h"
#include "retrieval/corpus.h"
#include "retrieval/question/related_terms.h"
#include "retrieval/status.h"
#include "retrieval/text/utf8.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {
absl::Status Run(const std::string& data, const std::string& questions,
                 const std::string& out) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Dataset dataset,
                            ReadDataset(data, questions));
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("corpus.db");
  FOOTNOTE_ASSIGN_OR_RETURN(const auto corpus, Corpus::Open(path));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto refused,
                            ImportAll(dataset.documents, corpus.get()));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto reader, Reader::Open(path));
  const Deadline forever = Deadline::Infinite();
  FOOTNOTE_RETURN_IF_ERROR(reader->Begin(forever).status());
  PassageLengths lengths;
  FOOTNOTE_RETURN_IF_ERROR(reader->postings().ReadLengths(&lengths));
  std::ofstream rows(out + ".bin", std::ios::binary);
  std::ofstream meta(out + ".tsv");
  std::ofstream names(out + ".names");
  std::ofstream texts(out + ".txt");
  for (const auto& f : AllFeatures()) names << f.name << "\n";
  const auto wordnet = WordNet::Open(WordNet::kDirectory);
  int q = -1;
  for (const LabelledQuestion& labelled : dataset.questions) {
    ++q;
    Question question;
    question.text = labelled.text;
    for (const auto& c : labelled.candidates) {
      question.filter.document_ids.push_back(c.document_id);
    }
    auto plan = PlanQuestion(question, *reader);
    if (!plan.ok()) continue;
    AddRelatedTerms(**wordnet, &*plan);
    FOOTNOTE_ASSIGN_OR_RETURN(
        const Shortlist shortlist,
        FindShortlist(question, *plan, labelled.candidates.empty() ? 20 : 100,
                      lengths, *reader, forever));
    const auto features =
        ComputeFeatures(shortlist.candidates, *plan, shortlist.ranking);
    meta << q << "\t" << labelled.id << "\t" << ArticleOf(labelled) << "\t"
         << FoldOf(labelled, 5) << "\t" << labelled.answerable << "\t"
         << labelled.candidates.size() << "\t" << AnswerTypeName(plan->type)
         << "\t" << labelled.text << "\n";
    for (size_t i = 0; i < features.size(); ++i) {
      const Candidate& candidate = shortlist.candidates[i];
      if (!candidate.Matches()) continue;
      CitedSentence cited;
      cited.text = candidate.text;
      cited.citation.document_id = candidate.document->summary.id;
      const absl::string_view whole =
          dataset
              .documents[dataset.document_positions.at(
                  cited.citation.document_id)]
              .text;
      cited.citation.span.begin_code_point = static_cast<uint32_t>(
          CountCodePoints(whole.substr(0, candidate.range.begin)));
      cited.citation.span.end_code_point =
          cited.citation.span.begin_code_point +
          static_cast<uint32_t>(CountCodePoints(candidate.text));
      const bool right = IsRight(labelled, cited);
      std::vector<float> row = {static_cast<float>(q), right ? 1.f : 0.f};
      for (const auto& f : AllFeatures()) {
        row.push_back(static_cast<float>(features[i].*f.value));
      }
      rows.write(reinterpret_cast<const char*>(row.data()),
                 static_cast<long>(row.size() * sizeof(float)));
      std::string flat = candidate.text;
      for (char& c : flat)
        if (c == '\n') c = ' ';
      texts << flat << "\n";
    }
  }
  return absl::OkStatus();
}
}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) {
  const absl::Status status = footnote::bench::Run(argv[1], argv[2], argv[3]);
  if (argc < 4 || !status.ok()) std::cerr << status << "\n";
  return status.ok() ? 0 : 1;
}
