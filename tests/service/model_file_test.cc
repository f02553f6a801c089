#include "service/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "retrieval/text/sha256.h"
#include "tests/service/captured_log.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::AllOf;
using testing::CapturedLog;
using ::testing::HasSubstr;
using testing::StatusIs;
using testing::TemporaryDirectory;

const char kModel[] =
    "footnote-model 1\ncreated 2026-02-28\nseed 1\ncommand test\n"
    "training-sets 0\nmin-confidence 0.5\ncalibration 1\npoint 0 0.5\n"
    "ranker 0 0\ndecision 0 0\nend\n";

class FindRankingModelTest : public ::testing::Test {
 protected:
  FindRankingModelTest() : log_({}) {}

  // Writes a file and returns its path.
  std::string Write(const std::string& name, const std::string& text) {
    std::ofstream(directory_.File(name)) << text;
    return directory_.File(name);
  }

  absl::StatusOr<std::shared_ptr<const LearnedModel>> Find(
      const std::string& asked, const std::string& default_path) {
    return FindRankingModel(asked, default_path, &log_.log());
  }

  // Returns what was noted.
  std::string Text() const { return absl::StrJoin(log_.lines(), "\n"); }

  const TemporaryDirectory directory_;
  CapturedLog log_;
};

TEST_F(FindRankingModelTest, TakesTheFileThatIsAskedFor) {
  const auto model = Find(Write("asked", kModel), Write("default", "damaged"));
  ASSERT_OK(model);
  EXPECT_EQ((*model)->file().sha256(), Sha256Hex(kModel));
  EXPECT_THAT(Text(),
              HasSubstr("asked of 2026-02-28, SHA-256 " + Sha256Hex(kModel)));
}

TEST_F(FindRankingModelTest, TakesTheDefaultWhereNothingIsAskedFor) {
  const auto model = Find("", Write("default", kModel));
  ASSERT_OK(model);
  EXPECT_EQ((*model)->file().sha256(), Sha256Hex(kModel));
}

TEST_F(FindRankingModelTest, WarnsWhereTheDefaultIsMissing) {
  for (const std::string& path : {directory_.File("missing"), std::string()}) {
    const auto model = Find("", path);
    ASSERT_OK(model);
    EXPECT_EQ(*model, nullptr);
  }
  EXPECT_THAT(Text(), HasSubstr("warning"));
  EXPECT_THAT(Text(),
              HasSubstr("there is no model " + directory_.File("missing")));
}

TEST_F(FindRankingModelTest, DoesWithoutWhereNoneIsAskedFor) {
  const auto model = Find("none", Write("default", kModel));
  ASSERT_OK(model);
  EXPECT_EQ(*model, nullptr);
  EXPECT_THAT(Text(), HasSubstr("plain score, as asked"));
}

TEST_F(FindRankingModelTest, RefusesAFeatureThatItDoesNotCompute) {
  const std::string path =
      Write("other", absl::StrReplaceAll(
                         kModel, {{"ranker 0 0", "ranker 1 0\nfeature tide"}}));
  const auto model = Find(path, "");
  EXPECT_THAT(model, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(std::string(model.status().message()),
              AllOf(HasSubstr(path), HasSubstr("the feature 'tide'")));
}

TEST_F(FindRankingModelTest, RefusesWhatCannotBeReadOrIsDamaged) {
  const std::string good = Write("good", kModel);
  const std::string damaged = Write("damaged", "footnote-model 1\n");
  EXPECT_THAT(Find(directory_.File("missing"), good),
              StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(Find(damaged, good),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Find("", damaged), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Find("", directory_.path()),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST(DefaultModelPathTest, LiesBesideTheDirectoryOfTheProgram) {
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe");
  EXPECT_EQ(DefaultModelPath(),
            (program.parent_path() / "../share/footnote/ranking.model")
                .lexically_normal());
}

}  // namespace
}  // namespace footnote
