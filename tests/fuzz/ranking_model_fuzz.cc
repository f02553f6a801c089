// Any bytes are a model or refused with the line that is wrong, and a model is
// written and read as itself and scores any row.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/ranking_model.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void RequireScores(const footnote::TreeEnsemble& trees) {
  const std::vector<float> row(trees.feature_count(), 0.5F);
  double score = 0;
  trees.Score(row, absl::MakeSpan(&score, 1));
  Require(score >= trees.LeastScore());
  double base = 0;
  Require(trees.Contributions(row, &base).size() == row.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view input(reinterpret_cast<const char*>(bytes), size);
  if (size > footnote::kMaxModelBytes / 4) return 0;  // What is written, fits.
  const auto model = footnote::RankingModel::Parse(input);
  if (!model.ok()) {
    Require(absl::IsInvalidArgument(model.status()));
    Require(absl::StartsWith(model.status().message(), "Line "));
    return 0;
  }
  RequireScores(model->ranker().trees);
  RequireScores(model->decision().trees);
  const std::string written = model->Format();
  const auto again = footnote::RankingModel::Parse(written);
  Require(again.ok());
  Require(again->Format() == written);
  Require(again->ranker().trees.trees() == model->ranker().trees.trees());
  Require(again->decision().trees.trees() == model->decision().trees.trees());
  Require(again->calibration().points() == model->calibration().points());
  Require(again->origin() == model->origin());
  return 0;
}
