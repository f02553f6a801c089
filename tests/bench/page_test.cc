#include "bench/page.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

constexpr char kPage[] =
    "# Quality\n<!-- quality:begin -->\nold\n<!-- quality:end -->\nbehind\n"
    "<!-- speed:begin -->\n<!-- speed:end -->\n";

TEST(PageTest, ReplacesOnePartAlone) {
  const auto page = ReplacePart(kPage, "quality", "new\n");
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_EQ(*page,
            "# Quality\n<!-- quality:begin -->\nnew\n<!-- quality:end -->\n"
            "behind\n<!-- speed:begin -->\n<!-- speed:end -->\n");
  EXPECT_EQ(ReplacePart(*page, "quality", "old\n").value(), kPage);
}

TEST(PageTest, RefusesAPageWithoutAPlaceForIt) {
  const std::string page = kPage;
  for (const std::string& bad : {std::string("# Quality\n"), page + page,
                                 page.substr(0, 40), page.substr(40)}) {
    EXPECT_EQ(ReplacePart(bad, "quality", "new").status().code(),
              absl::StatusCode::kFailedPrecondition)
        << bad;
  }
}

TEST(PageTest, WritesAFileAndAPartOfIt) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("docs/page.md");
  EXPECT_EQ(WritePart("quality", "new\n", path).code(),
            absl::StatusCode::kNotFound);
  ASSERT_TRUE(WriteText(kPage, path).ok());
  ASSERT_TRUE(WritePart("quality", "new\n", path).ok());
  EXPECT_EQ(testing::ReadFile(path),
            ReplacePart(kPage, "quality", "new\n").value());
}

TEST(PageTest, TellsWhatItCannotWrite) {
  const testing::TemporaryDirectory directory;
  EXPECT_EQ(WriteText("text", directory.path()).code(),
            absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace footnote::bench
