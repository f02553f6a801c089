#include "client/line_reader.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace footnote {
namespace {

// A pipe to read lines from.
class LineReaderTest : public ::testing::Test {
 protected:
  LineReaderTest() {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    read_end_ = ends[0];
    write_end_ = ends[1];
  }
  ~LineReaderTest() override {
    close(read_end_);
    CloseInput();
  }

  void Write(const std::string& text) {
    ASSERT_EQ(write(write_end_, text.data(), text.size()),
              static_cast<ssize_t>(text.size()));
  }

  void CloseInput() {
    if (write_end_ >= 0) close(write_end_);
    write_end_ = -1;
  }

  // Reads everything. A line that is too long is `!`.
  std::vector<std::string> ReadAll(LineReader& reader) {
    std::vector<std::string> lines;
    std::string line;
    while (true) {
      const LineEvent event = reader.Next(&line, absl::InfiniteDuration());
      if (event == LineEvent::kEnd) return lines;
      lines.push_back(event == LineEvent::kLine ? line : "!");
    }
  }

  StopSignal stop_;
  int read_end_;
  int write_end_;
};

TEST_F(LineReaderTest, CutsAtLineFeeds) {
  const struct {
    std::string text;
    std::vector<std::string> want;
  } kCases[] = {
      {"", {}},
      {"a\nb\n", {"a", "b"}},
      {"a\n\nb", {"a", "", "b"}},
      {"a\r\n", {"a\r"}},
      {std::string("a\0b\n", 4), {std::string("a\0b", 3)}},
      {"12345\n123456\n1\n", {"12345", "!", "1"}},
      {"1\n123456", {"1", "!"}},
      {"1234567890123456", {"!"}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    ASSERT_EQ(write(ends[1], c.text.data(), c.text.size()),
              static_cast<ssize_t>(c.text.size()));
    close(ends[1]);
    LineReader reader(ends[0], stop_, 5);
    EXPECT_EQ(ReadAll(reader), c.want);
    EXPECT_EQ(reader.line_number(), static_cast<int64_t>(c.want.size()));
    EXPECT_EQ(reader.bytes_read(), c.text.size());
    close(ends[0]);
  }
}

TEST_F(LineReaderTest, SkipsALineThatIsLongerThanTheBuffer) {
  LineReader reader(read_end_, stop_, 1000);
  std::thread writer([this] {
    for (int i = 0; i < 100; ++i) Write(std::string(10000, 'x'));
    Write("\nnext\n");
    CloseInput();
  });
  EXPECT_EQ(ReadAll(reader), (std::vector<std::string>{"!", "next"}));
  EXPECT_EQ(reader.bytes_read(), 1000006u);
  writer.join();
}

TEST_F(LineReaderTest, TellsThatNothingComes) {
  LineReader reader(read_end_, stop_);
  std::string line;
  Write("half");
  EXPECT_EQ(reader.Next(&line, absl::Milliseconds(1)), LineEvent::kIdle);
  Write(" line\n");
  EXPECT_EQ(reader.Next(&line, absl::InfiniteDuration()), LineEvent::kLine);
  EXPECT_EQ(line, "half line");
}

TEST_F(LineReaderTest, StopsWhileItWaits) {
  LineReader reader(read_end_, stop_);
  std::thread stopper([this] { stop_.Stop(); });
  std::string line;
  EXPECT_EQ(reader.Next(&line, absl::InfiniteDuration()), LineEvent::kStopped);
  stopper.join();
  EXPECT_EQ(reader.Next(&line, absl::InfiniteDuration()), LineEvent::kStopped);
}

TEST_F(LineReaderTest, TellsThatReadingFails) {
  const int folder = open("/", O_RDONLY | O_DIRECTORY);
  LineReader reader(folder, stop_);
  std::string line;
  EXPECT_EQ(reader.Next(&line, absl::InfiniteDuration()), LineEvent::kFailed);
  close(folder);
}

}  // namespace
}  // namespace footnote
