// What of a sentence tells that it answers a question.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_FEATURES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/answer/answer_features.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/contrary_features.h"
#include "retrieval/answer/contrast_features.h"
#include "retrieval/answer/order_features.h"
#include "retrieval/answer/place_features.h"
#include "retrieval/answer/question_features.h"
#include "retrieval/answer/shape_features.h"
#include "retrieval/answer/term_features.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"

namespace footnote {

// All features of a sentence.
struct SentenceFeatures : TermFeatures,
                          OrderFeatures,
                          AnswerFeatures,
                          ContraryFeatures,
                          PlaceFeatures,
                          ShapeFeatures,
                          QuestionFeatures,
                          ContrastFeatures {};

// A feature by its name, as `coverage`.
struct NamedFeature {
  const char* name;
  const char* group;  // "term" of TermFeatures, and so on.
  double SentenceFeatures::*value;
};

// Returns every feature, in an order that never changes within a program.
absl::Span<const NamedFeature> AllFeatures();

// Returns the feature called `name`, which lives as long as the program, or
// null. Thread-safe.
const NamedFeature* FindFeature(absl::string_view name);

// Appends the values of `features` of `sentence` to `*row`, as models read
// them.
void AppendRow(absl::Span<const NamedFeature> features,
               const SentenceFeatures& sentence, std::vector<float>* row);

// Returns the features of `candidates`, one each, which are in order, passage
// by passage, for the question of `plan`, which `ranking` was made for.
// Thread-safe.
std::vector<SentenceFeatures> ComputeFeatures(
    const std::vector<Candidate>& candidates, const QueryPlan& plan,
    const Ranking& ranking);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_FEATURES_H_
