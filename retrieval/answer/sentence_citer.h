// Cites the sentences of an answer with all that is known of them.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_CITER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_CITER_H_

#include <optional>

#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/citer.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/planner.h"
#include "retrieval/question/question.h"

namespace footnote {

// Cites candidates for one plan. Not thread-safe.
class SentenceCiter {
 public:
  // All of them outlive the citer.
  SentenceCiter(const QueryPlan& plan, const AskOptions& options,
                Reader& reader)
      : plan_(plan), options_(options), citer_(reader) {}

  // Returns the sentence of `candidate` with its citation, matches, answer span
  // (`span`, if there is one), speaker, times and context. Score, explanation
  // and corroborations are left to the caller.
  //
  // Errors: as Citer::Cite().
  absl::StatusOr<CitedSentence> Cite(const Candidate& candidate,
                                     const std::optional<TypedSpan>& span);

  // Returns the sentence of `candidate` with its citation and nothing else.
  // Errors: as Citer::Cite().
  absl::StatusOr<Corroboration> CiteCorroboration(const Candidate& candidate,
                                                  bool is_copy);

  // Returns the span of `range` in the document of `candidate`, which was
  // cited.
  TextSpan Span(const Candidate& candidate, ByteRange range) {
    return citer_.Span(*candidate.document, range);
  }

 private:
  std::optional<AnswerSpan> ToAnswerSpan(const Candidate& candidate,
                                         const std::optional<TypedSpan>& span);
  std::optional<Speaker> FindSpeaker(const Candidate& candidate);
  void AddTimes(const Candidate& candidate, CitedSentence* sentence);
  void AddContext(const Candidate& candidate, CitedSentence* sentence);
  ContextSentence ToContext(const Candidate& candidate, ByteRange range);

  const QueryPlan& plan_;
  const AskOptions& options_;
  Citer citer_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_CITER_H_
