#include "bench/boosting.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <xgboost/c_api.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

using google::protobuf::ListValue;
using google::protobuf::Struct;

struct MatrixFreer {
  void operator()(void* matrix) const { XGDMatrixFree(matrix); }
};
using Matrix = std::unique_ptr<void, MatrixFreer>;

// Returns OK if a call of XGBoost returned 0.
absl::Status Done(int result) {
  if (result == 0) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("XGBoost refuses: ", XGBGetLastError()));
}

absl::Status Mismatch(absl::string_view what, size_t count, size_t expected) {
  return absl::InvalidArgumentError(
      absl::StrCat("There are ", count, " ", what, "; give ", expected, "."));
}

absl::Status CheckFinite(const std::vector<float>& numbers) {
  if (std::all_of(numbers.begin(), numbers.end(),
                  [](float number) { return std::isfinite(number); })) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      "A value, label or weight is not finite; mend what computes it.");
}

absl::Status CheckRows(const TrainingRows& rows, Objective objective) {
  const size_t count = rows.labels.size();
  if (count == 0 || rows.feature_count == 0) {
    return absl::InvalidArgumentError(
        "There is nothing to learn from; give a row with a feature.");
  }
  if (rows.values.size() != count * rows.feature_count) {
    return Mismatch("values", rows.values.size(), count * rows.feature_count);
  }
  const bool is_ranked = objective == Objective::kPairwise;
  const size_t grouped = std::accumulate(rows.group_sizes.begin(),
                                         rows.group_sizes.end(), size_t{0});
  if (grouped != (is_ranked ? count : 0)) {
    return Mismatch("rows in groups", grouped, is_ranked ? count : 0);
  }
  const size_t weighted = is_ranked ? rows.group_sizes.size() : count;
  if (!rows.weights.empty() && rows.weights.size() != weighted) {
    return Mismatch("weights", rows.weights.size(), weighted);
  }
  FOOTNOTE_RETURN_IF_ERROR(CheckFinite(rows.values));
  FOOTNOTE_RETURN_IF_ERROR(CheckFinite(rows.labels));
  return CheckFinite(rows.weights);
}

absl::StatusOr<Matrix> MakeMatrix(const TrainingRows& rows, int threads) {
  DMatrixHandle handle = nullptr;
  FOOTNOTE_RETURN_IF_ERROR(Done(XGDMatrixCreateFromMat_omp(
      rows.values.data(), rows.labels.size(), rows.feature_count,
      std::numeric_limits<float>::quiet_NaN(), &handle, threads)));
  Matrix matrix(handle);
  FOOTNOTE_RETURN_IF_ERROR(Done(XGDMatrixSetFloatInfo(
      handle, "label", rows.labels.data(), rows.labels.size())));
  if (!rows.group_sizes.empty()) {
    FOOTNOTE_RETURN_IF_ERROR(Done(XGDMatrixSetUIntInfo(
        handle, "group", rows.group_sizes.data(), rows.group_sizes.size())));
  }
  if (!rows.weights.empty()) {
    FOOTNOTE_RETURN_IF_ERROR(Done(XGDMatrixSetFloatInfo(
        handle, "weight", rows.weights.data(), rows.weights.size())));
  }
  return matrix;
}

// Returns what `booster` has learned, as XGBoost's own JSON.
absl::StatusOr<Struct> ReadModel(BoosterHandle booster) {
  bst_ulong size = 0;
  const char* bytes = nullptr;
  FOOTNOTE_RETURN_IF_ERROR(Done(XGBoosterSaveModelToBuffer(
      booster, R"({"format": "json"})", &size, &bytes)));
  Struct model;
  const auto status = google::protobuf::util::JsonStringToMessage(
      std::string(bytes, size), &model);
  if (status.ok()) return model;
  return absl::InternalError(
      absl::StrCat("XGBoost's model is no JSON: ", status.ToString()));
}

// Returns the object `key` of `object`, an empty one if there is none.
const Struct& Object(const Struct& object, const std::string& key) {
  const auto found = object.fields().find(key);
  return found == object.fields().end() ? Struct::default_instance()
                                        : found->second.struct_value();
}

// Returns the list `key` of `object`, an empty one if there is none.
const ListValue& List(const Struct& object, const std::string& key) {
  const auto found = object.fields().find(key);
  return found == object.fields().end() ? ListValue::default_instance()
                                        : found->second.list_value();
}

// One tree of XGBoost's model: a list of each property, an entry a node.
class BoostedTree {
 public:
  explicit BoostedTree(const Struct& tree)
      : left_(List(tree, "left_children")),
        right_(List(tree, "right_children")),
        features_(List(tree, "split_indices")),
        conditions_(List(tree, "split_conditions")),
        covers_(List(tree, "sum_hessian")) {}

  absl::StatusOr<RegressionTree> Read() const {
    for (const auto* const list :
         {&left_, &right_, &features_, &conditions_, &covers_}) {
      if (list->values_size() == 0 ||
          list->values_size() != left_.values_size()) {
        return absl::InternalError("XGBoost's model lacks nodes of a tree.");
      }
    }
    RegressionTree tree(1);
    std::vector<int> places = {0};  // Of each node, in XGBoost's lists.
    for (size_t at = 0; at < tree.size(); ++at) {
      const int place = places[at];
      if (place < 0 || place >= left_.values_size()) {
        return absl::InternalError("XGBoost's model lacks a child.");
      }
      tree[at].cover = Number(covers_, place);
      if (Child(left_, place) < 0) {
        tree[at].value = Number(conditions_, place);
        continue;
      }
      tree[at].threshold = Number(conditions_, place);
      tree[at].feature = static_cast<int>(Number(features_, place));
      tree[at].left = static_cast<int>(tree.size());
      tree[at].right = tree[at].left + 1;
      places.push_back(Child(left_, place));
      places.push_back(Child(right_, place));
      tree.resize(places.size());
      // A tree that leads back into itself would never end.
      if (places.size() > static_cast<size_t>(left_.values_size())) {
        return absl::InternalError("XGBoost's model is no tree.");
      }
    }
    return tree;
  }

 private:
  // The nine digits that XGBoost writes give back each float.
  static float Number(const ListValue& list, int at) {
    return static_cast<float>(list.values(at).number_value());
  }

  static int Child(const ListValue& list, int at) {
    return static_cast<int>(list.values(at).number_value());
  }

  const ListValue& left_;
  const ListValue& right_;
  const ListValue& features_;
  const ListValue& conditions_;  // Thresholds, and the values of leaves.
  const ListValue& covers_;
};

}  // namespace

void Booster::Freer::operator()(void* handle) const { XGBoosterFree(handle); }

absl::Status Booster::Set(const BoostingParameters& parameters) {
  const bool is_ranked = parameters.objective == Objective::kPairwise;
  const auto number = [](double value) {
    return absl::StrFormat("%.17g", value);
  };
  std::vector<std::pair<const char*, std::string>> settings = {
      {"verbosity", "0"},
      {"nthread", absl::StrCat(parameters.threads)},
      {"tree_method", "hist"},
      {"objective", is_ranked ? "rank:pairwise" : "binary:logistic"},
      // A margin of 0: the score is the trees' alone.
      {"base_score", is_ranked ? "0" : "0.5"},
      {"max_depth", absl::StrCat(parameters.depth)},
      {"eta", number(parameters.eta)},
      {"min_child_weight", number(parameters.min_child_weight)},
      {"subsample", number(parameters.subsample)},
      {"colsample_bytree", number(parameters.colsample)},
      {"lambda", number(parameters.lambda)},
      {"gamma", number(parameters.gamma)},
      {"seed", absl::StrCat(parameters.seed)}};
  if (!parameters.monotone.empty()) {
    settings.emplace_back(
        "monotone_constraints",
        absl::StrCat("(", absl::StrJoin(parameters.monotone, ","), ")"));
  }
  for (const auto& [name, value] : settings) {
    FOOTNOTE_RETURN_IF_ERROR(
        Done(XGBoosterSetParam(handle_.get(), name, value.c_str())));
  }
  return absl::OkStatus();
}

absl::StatusOr<Booster> Booster::Train(const TrainingRows& rows,
                                       const BoostingParameters& parameters) {
  FOOTNOTE_RETURN_IF_ERROR(CheckRows(rows, parameters.objective));
  FOOTNOTE_ASSIGN_OR_RETURN(const Matrix matrix,
                            MakeMatrix(rows, parameters.threads));
  BoosterHandle handle = nullptr;
  const DMatrixHandle cached = matrix.get();
  FOOTNOTE_RETURN_IF_ERROR(Done(XGBoosterCreate(&cached, 1, &handle)));
  Booster booster(handle, rows.feature_count);
  FOOTNOTE_RETURN_IF_ERROR(booster.Set(parameters));
  for (int i = 0; i < parameters.trees; ++i) {
    FOOTNOTE_RETURN_IF_ERROR(
        Done(XGBoosterUpdateOneIter(handle, i, matrix.get())));
  }
  return booster;
}

absl::StatusOr<TreeEnsemble> Booster::Trees() const {
  FOOTNOTE_ASSIGN_OR_RETURN(const Struct model, ReadModel(handle_.get()));
  const Struct& boosted =
      Object(Object(Object(model, "learner"), "gradient_booster"), "model");
  std::vector<RegressionTree> trees;
  for (const auto& tree : List(boosted, "trees").values()) {
    FOOTNOTE_ASSIGN_OR_RETURN(RegressionTree read,
                              BoostedTree(tree.struct_value()).Read());
    trees.push_back(std::move(read));
  }
  int rounds = 0;
  FOOTNOTE_RETURN_IF_ERROR(
      Done(XGBoosterBoostedRounds(handle_.get(), &rounds)));
  if (trees.size() != static_cast<size_t>(rounds)) {
    return absl::InternalError(absl::StrCat("XGBoost's model has ",
                                            trees.size(), " trees instead of ",
                                            rounds, "."));
  }
  return TreeEnsemble::Create(std::move(trees), feature_count_);
}

absl::StatusOr<std::vector<double>> Booster::Predict(
    absl::Span<const float> rows) const {
  const size_t count = rows.size() / feature_count_;
  if (rows.size() != count * feature_count_) {
    return Mismatch("values", rows.size(), (count + 1) * feature_count_);
  }
  // The rows where they are, as NumPy describes arrays.
  const std::string array = absl::StrFormat(
      R"({"data": [%d, true], "shape": [%d, %d], "typestr": "<f4", )"
      R"("version": 3})",
      reinterpret_cast<uintptr_t>(rows.data()), count, feature_count_);
  // Type 1 is the margin.
  const char* const config =
      R"({"type": 1, "training": false, "iteration_begin": 0, )"
      R"("iteration_end": 0, "strict_shape": false, "cache_id": 0, )"
      R"("missing": NaN})";
  const bst_ulong* shape = nullptr;
  bst_ulong dimensions = 0;
  const float* scores = nullptr;
  FOOTNOTE_RETURN_IF_ERROR(
      Done(XGBoosterPredictFromDense(handle_.get(), array.c_str(), config,
                                     nullptr, &shape, &dimensions, &scores)));
  return std::vector<double>(scores, scores + count);
}

absl::StatusOr<TreeEnsemble> Train(const TrainingRows& rows,
                                   const BoostingParameters& parameters) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Booster booster,
                            Booster::Train(rows, parameters));
  return booster.Trees();
}

}  // namespace footnote::bench
