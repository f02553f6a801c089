// Candidates made of literals, with all that an import finds in them.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_ANSWER_ANNOTATED_CANDIDATES_H_
#define FOOTNOTE_TESTS_RETRIEVAL_ANSWER_ANNOTATED_CANDIDATES_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "retrieval/ingest/preparer.h"
#include "tests/retrieval/answer/candidates.h"
#include "tests/testing/status_matchers.h"

namespace footnote::testing {

// Returns the plan for `text`, a question without conditions.
inline QueryPlan PlanFor(const std::string& text) {
  Question question;
  question.text = text;
  const auto plan = Plan(question, StopWords::kDrop);
  EXPECT_OK(plan);
  return *plan;
}

// Returns the sentences of prose of `document`, number `number` of its corpus,
// as candidates for `plan`.
inline std::vector<Candidate> AnnotatedCandidates(const QueryPlan& plan,
                                                  const Document& document,
                                                  DocumentNumber number = 1) {
  auto prepared = Prepare(document);
  EXPECT_OK(prepared);
  const auto record = std::make_shared<DocumentRecord>();
  record->number = number;
  record->summary.id = document.id;
  record->summary.source = document.source;
  record->summary.published = document.published;
  record->sentences = prepared->sentences;
  record->annotations = std::move(prepared->annotations);
  std::vector<Candidate> candidates;
  for (uint32_t i = 0; i < record->sentences.size(); ++i) {
    const Sentence& sentence = record->sentences[i];
    if (sentence.kind != SentenceKind::kProse) continue;
    Candidate candidate =
        MakeCandidate(plan, std::string(Slice(document.text, sentence.range)));
    candidate.document = record;
    candidate.sentence_index = i;
    candidate.range = sentence.range;
    for (TermHit& hit : candidate.hits) {
      hit.range.begin += sentence.range.begin;
      hit.range.end += sentence.range.begin;
    }
    candidate.annotations = AnnotationsIn(record->annotations, sentence.range);
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

// Returns those of a document of `text` that appeared on May 20, 2031, a
// Tuesday.
inline std::vector<Candidate> AnnotatedCandidates(const QueryPlan& plan,
                                                  const std::string& text) {
  Document document;
  document.id = "d";
  document.text = text;
  document.published = "2031-05-20";
  return AnnotatedCandidates(plan, document);
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_ANSWER_ANNOTATED_CANDIDATES_H_
