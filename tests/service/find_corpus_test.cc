#include "service/find_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::Contains;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;
using testing::StatusIs;

class FindCorpusTest : public ::testing::Test {
 protected:
  void SetUp() override { Open({}); }

  void Open(const LibraryOptions& options) {
    library_.reset();
    auto library = Library::Open(directory_.path(), options);
    ASSERT_OK(library);
    library_ = *std::move(library);
  }

  absl::StatusOr<std::shared_ptr<Corpus>> Find(
      const std::string& name,
      const Deadline& deadline = Deadline::Infinite()) {
    RequestRecord record;
    return FindCorpus({*library_, deadline, record}, name);
  }

  testing::TemporaryDirectory directory_;
  std::unique_ptr<Library> library_;
};

TEST_F(FindCorpusTest, ReturnsTheCorpusOfTheLibrary) {
  const auto made = library_->Create("news", {}, Deadline::Infinite());
  ASSERT_OK(made);
  const auto found = Find("news");
  ASSERT_OK(found);
  EXPECT_EQ(*found, *made);
  const auto other = Find(std::string(kDefaultCorpus));
  ASSERT_OK(other);
  EXPECT_NE(*other, *made);
  EXPECT_EQ(*other, *Find(""));
}

TEST_F(FindCorpusTest, NamesACorpusThatIsNotThere) {
  for (const std::string name : {"news", "defaul", "default2"}) {
    const auto found = Find(name);
    EXPECT_THAT(found, StatusIs(absl::StatusCode::kNotFound));
    EXPECT_EQ(ReasonOf(found.status()), "CORPUS_NOT_FOUND");
    EXPECT_THAT(FactsOf(found.status()), Contains(Pair("corpus", name)));
  }
}

TEST_F(FindCorpusTest, LeavesOtherErrorsAsTheyAre) {
  const auto odd = Find("no such name/");
  EXPECT_THAT(odd, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FactsOf(odd.status()), Not(Contains(Key("corpus"))));
  library_.reset();
  std::ofstream(directory_.File("odd.footnote.db")) << "not a corpus";
  Open({});
  const auto expected = library_->Find("odd", Deadline::Infinite());
  const auto found = Find("odd");
  EXPECT_THAT(found, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(found.status(), expected.status());
}

// One corpus may be open, and it is in use.
TEST_F(FindCorpusTest, WaitsNoLongerThanItsDeadline) {
  ASSERT_OK(library_->Create("news", {}, Deadline::Infinite()));
  LibraryOptions options;
  options.max_open_corpora = 1;
  Open(options);
  auto used = Find("");
  ASSERT_OK(used);
  EXPECT_THAT(Find("news", Deadline(absl::InfinitePast())),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  const std::atomic<bool> cancelled = true;
  EXPECT_THAT(Find("news", Deadline(absl::InfiniteFuture(), &cancelled)),
              StatusIs(absl::StatusCode::kCancelled));
  used->reset();
  EXPECT_OK(Find("news"));
}

}  // namespace
}  // namespace footnote
