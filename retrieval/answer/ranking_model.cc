#include "retrieval/answer/ranking_model.h"

#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

void AppendNode(const TreeNode& node, std::string* text) {
  if (node.feature == TreeNode::kLeaf) {
    absl::StrAppendFormat(text, "leaf %.9g %.9g\n", node.value, node.cover);
  } else {
    absl::StrAppendFormat(text, "split %d %.9g %d %d\n", node.feature,
                          node.threshold, node.left, node.right);
  }
}

void AppendTrees(absl::string_view key, const NamedTrees& named,
                 std::string* text) {
  const std::vector<RegressionTree>& trees = named.trees.trees();
  absl::StrAppend(text, key, " ", named.features.size(), " ", trees.size(),
                  "\n");
  for (const std::string& name : named.features) {
    absl::StrAppend(text, "feature ", name, "\n");
  }
  for (const RegressionTree& tree : trees) {
    absl::StrAppend(text, "tree ", tree.size(), "\n");
    for (const TreeNode& node : tree) AppendNode(node, text);
  }
}

void AppendOrigin(const ModelOrigin& origin, std::string* text) {
  absl::StrAppend(text, "created ", origin.created, "\n");
  absl::StrAppend(text, "seed ", origin.seed, "\n");
  absl::StrAppend(text, "command ", origin.command, "\n");
  absl::StrAppend(text, "training-sets ", origin.training_sets.size(), "\n");
  for (const auto& [name, sha256] : origin.training_sets) {
    absl::StrAppend(text, "training-set ", name, " ", sha256, "\n");
  }
}

std::string FormatParts(const RankingModelParts& parts) {
  std::string text = absl::StrCat("footnote-model ", kModelFormat, "\n");
  AppendOrigin(parts.origin, &text);
  absl::StrAppendFormat(&text, "min-confidence %.17g\n", parts.min_confidence);
  const std::vector<CalibrationPoint>& points = parts.calibration.points();
  absl::StrAppend(&text, "calibration ", points.size(), "\n");
  for (const auto& [score, probability] : points) {
    absl::StrAppendFormat(&text, "point %.17g %.17g\n", score, probability);
  }
  AppendTrees("ranker", parts.ranker, &text);
  AppendTrees("decision", parts.decision, &text);
  absl::StrAppend(&text, "end\n");
  return text;
}

absl::Status Unreadable(const std::string& path) {
  return absl::UnavailableError(
      absl::StrCat("The ranking model ", path,
                   " can't be read; name a model file that the server's user "
                   "may read, or ask for the plain score with --model none."));
}

// Returns the first kMaxModelBytes of a file, and one more if there is.
absl::StatusOr<std::string> ReadStart(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Unreadable(path);
  std::string text(kMaxModelBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  // A folder opens, but does not read.
  if (file.bad() || (file.fail() && !file.eof())) return Unreadable(path);
  text.resize(static_cast<size_t>(file.gcount()));
  return text;
}

}  // namespace

absl::StatusOr<RankingModel> RankingModel::Create(
    const RankingModelParts& parts) {
  for (const NamedTrees* const named : {&parts.ranker, &parts.decision}) {
    if (named->features.size() != named->trees.feature_count()) {
      return absl::InvalidArgumentError(absl::StrCat(
          "Trees of ", named->trees.feature_count(), " features come with ",
          named->features.size(), " names; give each feature one."));
    }
  }
  // What a model must be is told in one place: where it is read.
  return Parse(FormatParts(parts));
}

std::string RankingModel::Format() const { return FormatParts(parts_); }

absl::StatusOr<RankingModel> LoadRankingModel(const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::string text, ReadStart(path));
  absl::StatusOr<RankingModel> model = RankingModel::Parse(text);
  if (model.ok()) return model;
  return absl::InvalidArgumentError(absl::StrCat(
      "The ranking model ", path,
      " is damaged or of another version: ", model.status().message(),
      " Copy the file again, or ask for the plain score with --model none."));
}

}  // namespace footnote
