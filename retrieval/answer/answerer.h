// From a question to an answer, on one snapshot.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWERER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWERER_H_

#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/answer/learned_model.h"
#include "retrieval/deadline.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/question.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote {

// Returns the answer to `question` from the snapshot that `reader` holds, whose
// lists `postings` are, ranked by `model`, or by the plain score if it is
// null. `corpus_revision` is the caller's to set.
//
// Errors: as Plan(); those of `reader` and `postings`; of `deadline`.
absl::StatusOr<Answer> AnswerQuestion(const Question& question,
                                      const AskOptions& options,
                                      const LearnedModel* model,
                                      SnapshotPostings& postings,
                                      Reader& reader, const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ANSWERER_H_
