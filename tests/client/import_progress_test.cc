#include "client/import_progress.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace footnote {
namespace {

TEST(ProgressTextTest, LeavesOutWhatIsNotKnown) {
  const struct {
    ImportFigures figures;
    const char* want;
  } kCases[] = {
      {{.total_bytes = {}, .elapsed = absl::ZeroDuration()},
       "0 documents, 0 B"},
      {{.documents = 1,
        .bytes = 4200,
        .total_bytes = {},
        .elapsed = absl::Seconds(2)},
       "1 document, 4.2 kB, 2.1 kB/s"},
      {{.documents = 1200,
        .bytes = 4'200'000,
        .total_bytes = 10'000'000,
        .elapsed = absl::Seconds(2)},
       "1200 documents, 4.2 MB of 10.0 MB, 2.1 MB/s, 3s left"},
      {{.documents = {},
        .bytes = 4'200'000,
        .total_bytes = 10'000'000,
        .elapsed = absl::Seconds(2)},
       "4.2 MB of 10.0 MB, 2.1 MB/s, 3s left"},
      {{.documents = 9,
        .bytes = 12,
        .total_bytes = 10,
        .elapsed = absl::Seconds(1)},
       "9 documents, 12 B of 10 B, 12 B/s, 0s left"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.want);
    EXPECT_EQ(ProgressText(c.figures), c.want);
  }
}

ImportFigures Of(uint64_t total_bytes) {
  ImportFigures figures;
  figures.total_bytes = total_bytes;
  return figures;
}

class ImportProgressTest : public ::testing::Test {
 protected:
  ImportProgress::Clock Clock() {
    return [this] { return now_; };
  }

  absl::Time now_ = absl::UnixEpoch();
  std::ostringstream out_;
};

TEST_F(ImportProgressTest, RedrawsOneLineAtMostTenTimesASecond) {
  {
    ImportProgress progress(out_, true, Of(100), Clock());
    progress.Add(1, 10);
    EXPECT_EQ(out_.str(), "");
    now_ += absl::Milliseconds(100);
    progress.Add(1, 10);
    EXPECT_EQ(out_.str(),
              "\r\x1b[K2 documents, 20 B of 100 B, 200 B/s, 1s left");
    const std::string drawn = out_.str();
    now_ += absl::Milliseconds(99);
    progress.Add(1, 10);
    EXPECT_EQ(out_.str(), drawn);
    out_.str("");
    progress.Note("refused");
    EXPECT_EQ(out_.str(), "\r\x1b[Krefused\n");
    now_ += absl::Milliseconds(1);
    progress.Add(1, 10);
    out_.str("");
  }
  EXPECT_EQ(out_.str(), "\r\x1b[K");
}

TEST_F(ImportProgressTest, WritesPlainLinesElsewhere) {
  {
    ImportProgress progress(out_, false, {}, Clock());
    now_ += absl::Seconds(4);
    progress.Add(1, 10);
    EXPECT_EQ(out_.str(), "");
    now_ += absl::Seconds(1);
    progress.Add(1, 10);
  }
  EXPECT_EQ(out_.str(), "2 documents, 20 B, 4 B/s\n");
}

}  // namespace
}  // namespace footnote
