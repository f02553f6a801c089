#include "service/corpora.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>

#include "tests/service/captured_log.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class DescribeCorporaTest : public ::testing::Test {
 protected:
  // Returns what a status tells of `library`.
  v1::GetStatusResponse Status(Library& library) {
    const Deadline deadline = Deadline::Infinite();
    RequestRecord record;
    v1::GetStatusResponse response;
    EXPECT_OK(
        DescribeCorpora({library, deadline, record}, &log_.log(), &response));
    return response;
  }

  testing::CapturedLog log_ = testing::CapturedLog({});
  testing::TemporaryDirectory data_;
};

TEST_F(DescribeCorporaTest, TellsOfThoseThatAreOpenWhereNotAllMayBe) {
  LibraryOptions options;
  options.max_open_corpora = 2;
  const auto library = Library::Open(data_.path(), options);
  ASSERT_OK(library);
  ASSERT_OK((*library)->Create("a", {}, Deadline::Infinite()));
  EXPECT_EQ(Status(**library).corpora_size(), 2);
  ASSERT_OK((*library)->Create("b", {}, Deadline::Infinite()));
  ASSERT_OK((*library)->Find("a", Deadline::Infinite()));
  const v1::GetStatusResponse status = Status(**library);
  ASSERT_EQ(status.corpora_size(), 2);
  EXPECT_EQ(status.corpora(0).corpus(), "a");
  EXPECT_EQ(status.corpora(1).corpus(), "b");
  EXPECT_EQ(status.total_corpora(), 3u);
  EXPECT_EQ(status.open_corpora(), 2u);
  EXPECT_EQ(status.max_open_corpora(), 2u);
}

TEST_F(DescribeCorporaTest, LeavesOutACorpusThatCannotBeRead) {
  std::ofstream(data_.File("odd.footnote.db")) << "not a corpus";
  const auto library = Library::Open(data_.path());
  ASSERT_OK(library);
  const v1::GetStatusResponse status = Status(**library);
  EXPECT_EQ(status.corpora_size(), 1);
  EXPECT_EQ(status.total_corpora(), 2u);
  EXPECT_EQ(status.open_corpora(), 1u);
  EXPECT_THAT(log_.lines(),
              Contains(HasSubstr("Corpus odd could not be read")));
}

}  // namespace
}  // namespace footnote
