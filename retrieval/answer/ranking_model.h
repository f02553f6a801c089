// What was learned about sentences that answer: what one model file holds.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_RANKING_MODEL_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_RANKING_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/calibration.h"
#include "retrieval/answer/tree_ensemble.h"

namespace footnote {

// The most bytes of a model file.
inline constexpr size_t kMaxModelBytes = size_t{4} << 20;

inline constexpr size_t kMaxTrainingSets = 100;

// The form of model files that this version writes and reads.
inline constexpr int kModelFormat = 1;

// A set of data that a model was trained, calibrated or chosen on.
struct TrainingSet {
  std::string name;    // 1 to 100 of a-z, A-Z, 0-9, '_', '-', '.' and '/'.
  std::string sha256;  // Of its bytes: 64 lower-case hexadecimal digits.

  friend bool operator==(const TrainingSet&, const TrainingSet&) = default;
};

// How a model came to be, so that it can be made again.
struct ModelOrigin {
  std::string created;  // The day, YYYY-MM-DD.
  std::string command;  // What made it: 1 to 4,096 printable ASCII characters.
  uint64_t seed = 0;
  std::vector<TrainingSet> training_sets;  // At most kMaxTrainingSets.

  friend bool operator==(const ModelOrigin&, const ModelOrigin&) = default;
};

// Trees, and what their features are called: one name a feature, in their
// order, no two alike, each 1 to 100 characters as of TrainingSet::name. Names
// are for the caller to know; who computes features refuses a model that names
// one that it has not.
struct NamedTrees {
  std::vector<std::string> features;
  TreeEnsemble trees;
};

// All that a model is.
struct RankingModelParts {
  ModelOrigin origin;

  // Scores sentences for one question: the greater, the better.
  NamedTrees ranker;

  // Scores how likely the best sentence answers; `calibration` tells how
  // likely that score is right.
  NamedTrees decision;
  Calibration calibration;

  // The least probability to answer with where a question does not say, in
  // [0, 1].
  double min_confidence = 0;
};

// A model. Immutable; thread-safe, and meant to be shared by threads as
// std::shared_ptr<const RankingModel>, null where there is none.
class RankingModel {
 public:
  // Builds the model of `parts`.
  //
  // Errors: kInvalidArgument if a part breaks a rule that is stated with it, or
  // the file of the model would be larger than kMaxModelBytes; as Parse() of
  // that file.
  static absl::StatusOr<RankingModel> Create(const RankingModelParts& parts);

  // Reads what Format() writes.
  //
  // Errors: kInvalidArgument, with the number of the line and what should stand
  // there, or if there are more than kMaxModelBytes.
  static absl::StatusOr<RankingModel> Parse(absl::string_view text);

  // Returns the model as text: lines of ASCII, the same for the same model,
  // every number such that it reads back exactly. docs/design.md has the form.
  std::string Format() const;

  const ModelOrigin& origin() const { return parts_.origin; }
  const NamedTrees& ranker() const { return parts_.ranker; }
  const NamedTrees& decision() const { return parts_.decision; }
  const Calibration& calibration() const { return parts_.calibration; }
  double min_confidence() const { return parts_.min_confidence; }

  // Returns the SHA-256 of the text that the model was parsed from, that of
  // Format() if it was created, as 64 lower-case hexadecimal digits.
  const std::string& sha256() const { return sha256_; }

 private:
  RankingModel() = default;

  RankingModelParts parts_;
  std::string sha256_;
};

// Reads the model file at `path`.
//
// Errors: kUnavailable if it can't be read; kInvalidArgument as
// RankingModel::Parse(), or if it is larger than kMaxModelBytes. The message
// names the file and says what to do.
absl::StatusOr<RankingModel> LoadRankingModel(const std::string& path);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_RANKING_MODEL_H_
