#include "service/data_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "retrieval/index/schema.h"
#include "retrieval/library.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DataCheckTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto library = Library::Open(directory_.path());
    ASSERT_OK(library);
    const auto corpus = (*library)->Find("", Deadline::Infinite());
    ASSERT_OK(corpus);
    Document document;
    document.id = "a";
    document.text = "One thing. Another thing.";
    ASSERT_OK((*corpus)->Import({document}, Deadline::Infinite()));
  }

  ExitStatus Check() { return CheckData(directory_.path(), out_, err_); }

  testing::TemporaryDirectory directory_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(DataCheckTest, SaysWhatIsIntact) {
  EXPECT_EQ(Check(), kStopped);
  EXPECT_EQ(out_.str(),
            "default: intact: schema version 6, revision 1, 1 documents, "
            "1 passages, 2 sentences\n");
  EXPECT_THAT(err_.str(), IsEmpty());
}

TEST_F(DataCheckTest, NamesEachDamage) {
  {
    const auto database =
        OpenForWriting(directory_.File("default.footnote.db"));
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute("UPDATE document SET uri = 'x'"));
  }
  EXPECT_EQ(Check(), kDamaged);
  EXPECT_THAT(out_.str(), HasSubstr("default: DAMAGED: schema version 6"));
  EXPECT_THAT(out_.str(), HasSubstr("\n  Document \"a\" is damaged"));
}

TEST_F(DataCheckTest, GoesOnBehindWhatIsNoCorpus) {
  std::ofstream(directory_.File("a.footnote.db")) << "no corpus";
  EXPECT_EQ(Check(), kDamaged);
  EXPECT_THAT(out_.str(), HasSubstr("a: NOT CHECKED: "));
  EXPECT_THAT(out_.str(), HasSubstr("default: intact"));
}

TEST_F(DataCheckTest, LeavesADirectoryInUseAlone) {
  const auto library = Library::Open(directory_.path());
  ASSERT_OK(library);
  EXPECT_EQ(Check(), kCannotStart);
  EXPECT_THAT(err_.str(), HasSubstr("is in use by another server"));
  EXPECT_THAT(out_.str(), IsEmpty());
}

}  // namespace
}  // namespace footnote
