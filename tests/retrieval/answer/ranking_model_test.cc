#include "retrieval/answer/ranking_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/random_trees.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::RandomTrees;
using ::testing::StartsWith;
using testing::StatusIs;
using testing::TemporaryDirectory;

const char kExample[] =
    "footnote-model 1\n"                // 1
    "created 2026-02-28\n"              // 2
    "seed 7\n"                          // 3
    "command quality train --seed 7\n"  // 4
    "training-sets 1\n"                 // 5
    "training-set SHA\n"                // 6
    "min-confidence 0.25\n"             // 7
    "calibration 2\n"                   // 8
    "point -1 0.125\n"                  // 9
    "point 2.5 0.75\n"                  // 10
    "ranker 2 1\n"                      // 11
    "feature bm25\n"                    // 12
    "feature coverage\n"                // 13
    "tree 3\n"                          // 14
    "split 1 0.5 1 2\n"                 // 15
    "leaf -1 4\n"                       // 16
    "leaf 0.100000001 8\n"              // 17
    "decision 0 0\n"                    // 18
    "end\n";                            // 19

std::string Example() {
  return absl::StrReplaceAll(
      kExample,
      {{"SHA", absl::StrCat("set/of-all_1.0 ", std::string(64, 'a'))}});
}

std::string Message(const absl::StatusOr<RankingModel>& model) {
  return std::string(model.status().message());
}

TEST(RankingModelTest, ReadsWhatAFileHolds) {
  const auto model = RankingModel::Parse(Example());
  ASSERT_OK(model);
  EXPECT_EQ(model->origin().created, "2026-02-28");
  EXPECT_EQ(model->origin().seed, 7);
  EXPECT_EQ(model->origin().command, "quality train --seed 7");
  EXPECT_EQ(
      model->origin().training_sets,
      (std::vector<TrainingSet>{{"set/of-all_1.0", std::string(64, 'a')}}));
  EXPECT_EQ(model->min_confidence(), 0.25);
  EXPECT_EQ(model->calibration().points(),
            (std::vector<CalibrationPoint>{{-1, 0.125}, {2.5, 0.75}}));
  EXPECT_EQ(model->ranker().features,
            (std::vector<std::string>{"bm25", "coverage"}));
  const RegressionTree tree = {{1, 0.5F, 1, 2, 0, 0},
                               {TreeNode::kLeaf, 0, 0, 0, -1, 4},
                               {TreeNode::kLeaf, 0, 0, 0, 0.1F, 8}};
  EXPECT_THAT(model->ranker().trees.trees(), ElementsAre(tree));
  EXPECT_EQ(model->ranker().trees.feature_count(), 2);
  EXPECT_EQ(model->decision().trees.feature_count(), 0);
  EXPECT_EQ(model->sha256(), Sha256Hex(Example()));
  EXPECT_EQ(model->Format(), Example());
}

// Writes line `number` of the example otherwise; none if `line` is "-".
std::string WithLine(size_t number, absl::string_view line) {
  std::vector<std::string> lines = absl::StrSplit(Example(), '\n');
  if (line == "-") {
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(number) - 1);
  } else {
    lines[number - 1] = std::string(line);
  }
  return absl::StrJoin(lines, "\n");
}

TEST(RankingModelTest, NamesTheLineThatIsWrong) {
  struct Case {
    size_t line;
    std::string text;
    const char* message;
  };
  const std::string sha(64, 'a');
  const Case cases[] = {
      {1, "footnote-model 2", "the form must be 1"},
      {1, "footnote-model", "behind `footnote-model` must stand 1"},
      {1, "footnote-model  1", "behind `footnote-model` must stand 1"},
      {1, "SQLite format 3", "begins with `footnote-model`"},
      {2, "-", "begins with `created`"},
      {2, "created 2026-02-29", "YYYY-MM-DD"},
      {2, "created 2026-2-28", "YYYY-MM-DD"},
      {2, "created 2026-02-28T12:00", "YYYY-MM-DD"},
      {2, "created 12026-02-28", "YYYY-MM-DD"},
      {2, "created", "YYYY-MM-DD"},
      {2, "created2026-02-28", "begins with `created`"},
      {3, "seed -1", "the seed"},
      {3, "seed 18446744073709551616", "the seed"},
      {4, "command ", "the command"},
      {4, "command \x01", "printable ASCII"},
      {4, "command caf\xc3\xa9", "printable ASCII"},
      {5, "training-sets 101", "the count must be 0 to 100"},
      {5, "training-sets -1", "the count must be 0 to 100"},
      {5, "training-sets two", "the count must be 0 to 100"},
      {6, "training-set " + sha, "must stand 2 words"},
      {6, "training-set a b " + sha, "must stand 2 words"},
      {6, "training-set a%b " + sha, "the name must"},
      {6, "training-set  " + sha, "the name must"},
      {6, "training-set a " + sha + "a", "the SHA-256"},
      {6, "training-set a " + std::string(64, 'A'), "the SHA-256"},
      {7, "min-confidence 1.001", "in [0, 1]"},
      {7, "min-confidence -0.1", "in [0, 1]"},
      {7, "min-confidence nan", "in [0, 1]"},
      {7, "min-confidence half", "in [0, 1]"},
      {8, "calibration 0", "the count must be 1 to 1000"},
      {8, "calibration 1001", "the count must be 1 to 1000"},
      {9, "point 0", "must stand 2 words"},
      {9, "point inf 0.5", "must be finite"},
      {9, "point 0 zero", "must be finite"},
      {10, "point -1 0.5", "calibration point 1"},
      {10, "point 1 1.5", "calibration point 1"},
      {10, "point 1 0.1", "calibration point 1"},
      {11, "ranker 257 1", "the count must be 0 to 256"},
      {11, "ranker 2 2001", "the count must be 0 to 2000"},
      {11, "ranker 2", "must stand 2 words"},
      {12, "-", "begins with `feature`"},
      {12, "feature bm 25", "the name must"},
      {12, "feature ", "the name must"},
      {13, "feature bm25", "named twice"},
      {14, "tree 0", "the count must be 1 to 131071"},
      {14, "tree 131072", "the count must be 1 to 131071"},
      {14, "tree 1", "node 0"},
      {15, "node 1 0.5 1 2", "`leaf` or `split`"},
      {15, "split 1 0.5 1", "must stand 4 words"},
      {15, "split 1 inf 1 2", "a split must have"},
      {15, "split 1.5 0 1 2", "a split must have"},
      {15, "split -1 0 1 2", "a split must have"},
      {15, "split 1 0.5 1 2147483648", "a split must have"},
      {14, "tree 3\nsplit 2 0.5 1 2\nleaf 0 0\nleaf 0 0\ntree 3",
       "node 0: feature 2"},
      {14, "tree 3\nsplit 1 0.5 1 1\nleaf 0 0\nleaf 0 0\ntree 3",
       "node 1 must be the child"},
      {16, "leaf 1", "must stand 2 words"},
      {16, "leaf nan 4", "must be finite"},
      {16, "leaf 1 1e39", "must be finite"},
      {16, "leaf 1 4\r", "printable ASCII"},
      {17, "-", "`leaf` or `split`"},
      {18, "decision 0 1", "begins with `tree`"},
      {18, "-", "begins with `decision`"},
      {19, "end of it", "must stand 0 words"},
      {19, "", "begins with `end`"},
      {19, "end\n", "nothing must stand behind"},
  };
  for (const Case& c : cases) {
    const auto model = RankingModel::Parse(WithLine(c.line, c.text));
    EXPECT_THAT(model, StatusIs(absl::StatusCode::kInvalidArgument)) << c.text;
    EXPECT_THAT(Message(model), StartsWith("Line ")) << c.text;
    EXPECT_THAT(Message(model), HasSubstr(c.message)) << c.text;
  }
}

TEST(RankingModelTest, CountsLines) {
  for (const size_t line :
       {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}) {
    const auto model = RankingModel::Parse(WithLine(line, "?"));
    EXPECT_THAT(Message(model), StartsWith(absl::StrCat("Line ", line, ":")));
  }
}

TEST(RankingModelTest, RefusesAnyPartOfAFile) {
  const std::string text = Example();
  for (size_t size = 0; size < text.size(); ++size) {
    EXPECT_THAT(RankingModel::Parse(text.substr(0, size)),
                StatusIs(absl::StatusCode::kInvalidArgument))
        << size;
  }
}

TEST(RankingModelTest, HoldsTheLimitsOfStrings) {
  const auto parses = [](size_t line, const std::string& text) {
    return RankingModel::Parse(WithLine(line, text)).ok();
  };
  for (const size_t size : {99, 100, 101}) {
    const std::string name(size, 'n');
    EXPECT_EQ(parses(12, "feature " + name), size <= 100);
    EXPECT_EQ(parses(6, "training-set " + name + " " + std::string(64, 'a')),
              size <= 100);
  }
  for (const size_t size : {4095, 4096, 4097}) {
    EXPECT_EQ(parses(4, "command " + std::string(size, 'c')), size <= 4096);
  }
}

// Returns the parts of a model of random trees.
RankingModelParts DrawParts(RandomTrees* random) {
  RankingModelParts parts;
  parts.origin = {"2026-12-31", "test", 18446744073709551615U, {}};
  parts.min_confidence = (random->Value() + 1) / 2;
  std::vector<CalibrationPoint> points;
  for (int i = 0; i < 5; ++i) {
    const double place = i;
    points.push_back(
        {place + random->Value() / 3, (place + random->Value() / 3) / 5});
  }
  points[0].probability = 0;
  parts.calibration = *Calibration::Create(points);
  for (NamedTrees* const named : {&parts.ranker, &parts.decision}) {
    const int features = random->Number(0, 30);
    for (int i = 0; i < features; ++i) {
      named->features.push_back(absl::StrCat("feature_", i));
    }
    named->trees =
        *TreeEnsemble::Create(random->Trees(random->Number(0, 30), features, 6),
                              static_cast<size_t>(features));
  }
  return parts;
}

TEST(RankingModelTest, ReadsBackExactlyWhatItWrites) {
  RandomTrees random(3);
  for (int i = 0; i < 100; ++i) {
    const RankingModelParts parts = DrawParts(&random);
    const auto model = RankingModel::Create(parts);
    ASSERT_OK(model);
    const auto again = RankingModel::Parse(model->Format());
    ASSERT_OK(again);
    EXPECT_EQ(again->Format(), model->Format());
    EXPECT_EQ(again->sha256(), model->sha256());
    EXPECT_EQ(again->origin(), parts.origin);
    EXPECT_EQ(again->min_confidence(), parts.min_confidence);
    EXPECT_EQ(again->calibration().points(), parts.calibration.points());
    EXPECT_EQ(again->ranker().features, parts.ranker.features);
    EXPECT_EQ(again->ranker().trees.trees(), parts.ranker.trees.trees());
    EXPECT_EQ(again->decision().features, parts.decision.features);
    EXPECT_EQ(again->decision().trees.trees(), parts.decision.trees.trees());
  }
}

TEST(RankingModelTest, WritesEveryFiniteFloat) {
  RandomTrees random(4);
  RankingModelParts parts = DrawParts(&random);
  parts.ranker.features.clear();
  using Limits = std::numeric_limits<float>;
  for (const float value : {Limits::max(), Limits::lowest(), Limits::min(),
                            Limits::denorm_min(), -0.0F, 1.0F / 3}) {
    const RegressionTree tree = {
        {TreeNode::kLeaf, 0, 0, 0, value, value < 0 ? 0 : value}};
    parts.ranker.trees = *TreeEnsemble::Create({tree}, 0);
    const auto model = RankingModel::Create(parts);
    ASSERT_OK(model);
    EXPECT_EQ(model->ranker().trees.trees()[0], tree);
  }
}

TEST(RankingModelTest, CreatesNothingThatCouldNotBeRead) {
  using Change = void (*)(RankingModelParts*);
  const Change changes[] = {
      [](RankingModelParts* parts) { parts->origin.created = "today"; },
      [](RankingModelParts* parts) { parts->origin.command = ""; },
      [](RankingModelParts* parts) { parts->origin.command = "a\nseed 3"; },
      [](RankingModelParts* parts) {
        parts->origin.training_sets.resize(kMaxTrainingSets + 1,
                                           {"a", std::string(64, 'a')});
      },
      [](RankingModelParts* parts) {
        parts->origin.training_sets = {{"a b", std::string(64, 'a')}};
      },
      [](RankingModelParts* parts) { parts->min_confidence = 2; },
      [](RankingModelParts* parts) { parts->ranker.features.push_back("x"); },
      [](RankingModelParts* parts) {
        parts->ranker = {{"x", "x"}, *TreeEnsemble::Create({}, 2)};
      },
      [](RankingModelParts* parts) {
        parts->decision.features = {"x", "y"};
      },
  };
  for (const Change change : changes) {
    RandomTrees random(5);
    RankingModelParts parts = DrawParts(&random);
    change(&parts);
    EXPECT_THAT(RankingModel::Create(parts),
                StatusIs(absl::StatusCode::kInvalidArgument));
  }
}

TEST(RankingModelTest, HoldsAsManyTrainingSetsAsMayBe) {
  RandomTrees random(6);
  for (const size_t count : {kMaxTrainingSets - 1, kMaxTrainingSets}) {
    RankingModelParts parts = DrawParts(&random);
    parts.origin.training_sets.resize(count, {"a", std::string(64, 'a')});
    EXPECT_OK(RankingModel::Create(parts));
  }
}

void Write(const std::string& path, absl::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

TEST(LoadRankingModelTest, ReadsAFile) {
  const TemporaryDirectory directory;
  const std::string path = directory.File("model");
  Write(path, Example());
  const auto model = LoadRankingModel(path);
  ASSERT_OK(model);
  EXPECT_EQ(model->sha256(), Sha256Hex(Example()));
}

TEST(LoadRankingModelTest, TellsOfAFileThatIsDamaged) {
  const TemporaryDirectory directory;
  const std::string path = directory.File("model");
  Write(path, WithLine(16, "leaf nan 0"));
  const auto model = LoadRankingModel(path);
  EXPECT_THAT(model, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Message(model), HasSubstr(path));
  EXPECT_THAT(Message(model), HasSubstr("Line 16: "));
  EXPECT_THAT(Message(model), HasSubstr("--model none"));
}

TEST(LoadRankingModelTest, HoldsTheLimitOfBytes) {
  const TemporaryDirectory directory;
  const std::string path = directory.File("model");
  // As large as may be: the last line is what is wrong.
  const std::string text = Example();
  for (const size_t size :
       {kMaxModelBytes - 1, kMaxModelBytes, kMaxModelBytes + 1}) {
    Write(path, text + std::string(size - text.size(), '\n'));
    const auto model = LoadRankingModel(path);
    EXPECT_THAT(model, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(Message(model),
                HasSubstr(size <= kMaxModelBytes ? "Line 20: "
                                                 : "at most 4194304 bytes"));
  }
}

TEST(LoadRankingModelTest, TellsOfAFileThatCannotBeRead) {
  const TemporaryDirectory directory;
  for (const std::string& path :
       {directory.File("missing"), directory.path()}) {
    const auto model = LoadRankingModel(path);
    EXPECT_THAT(model, StatusIs(absl::StatusCode::kUnavailable));
    EXPECT_THAT(Message(model), HasSubstr(path));
  }
}

}  // namespace
}  // namespace footnote
