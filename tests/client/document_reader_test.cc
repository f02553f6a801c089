#include "client/document_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/document_check.h"
#include "client/html_page.h"
#include "tests/client/scratch_folder.h"

namespace footnote {
namespace {

using ::footnote::testing::ScratchFolder;
using ::testing::HasSubstr;

class DocumentReaderTest : public ::testing::Test {
 protected:
  // Reads everything below the folder.
  std::vector<ReadItem> ReadAll(UnknownKeys unknown_keys) {
    DocumentReader reader(FindDocumentFiles({folder_.path()}).files,
                          unknown_keys, stop_);
    std::vector<ReadItem> items;
    ReadItem item;
    while (true) {
      const ReadEvent event = reader.Next(&item, absl::InfiniteDuration());
      if (event != ReadEvent::kDocument && event != ReadEvent::kRefused) {
        EXPECT_EQ(event, ReadEvent::kEnd);
        return items;
      }
      EXPECT_EQ(event == ReadEvent::kRefused, !item.refusal.empty());
      items.push_back(item);
    }
  }

  ReadItem ReadOne(const std::string& name, const std::string& text) {
    folder_.Write(name, text);
    const auto items = ReadAll(UnknownKeys::kRefuse);
    EXPECT_EQ(items.size(), 1u);
    return items.empty() ? ReadItem() : items.front();
  }

  ScratchFolder folder_;
  StopSignal stop_;
};

TEST_F(DocumentReaderTest, ReadsLinesWithTheirNumbers) {
  folder_.Write("news.jsonl",
                "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"one\"}\r\n"
                "\n"
                "{\"id\":\"b\",\"text\":\"two\"}");
  const auto items = ReadAll(UnknownKeys::kRefuse);
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].document.id(), "a");
  EXPECT_EQ(items[0].origin.line, 1);
  EXPECT_EQ(items[1].document.text(), "two");
  EXPECT_EQ(items[1].origin.line, 3);
  EXPECT_EQ(items[0].bytes + items[1].bytes, 52u);
  EXPECT_EQ(OriginText(items[1].origin), folder_.path() + "/news.jsonl:3");
}

TEST_F(DocumentReaderTest, RefusesBadLinesAndNothingElse) {
  const struct {
    std::string line;
    std::string reason;
  } kCases[] = {
      {"{\"id\":\"a\"}", "`text` is missing"},
      {"{\"text\":\"a\"}", "`id` is missing"},
      {"{\"id\":\"a\",\"text\":\"\xff\"}", "not valid UTF-8"},
      {"{\"id\":\"a\",\"text\":\"x\\u0000\"}", "`text` has a NUL at byte 2"},
      {"{\"id\":\"a\",\"body\":\"x\"}", "unknown key `body`"},
      {"{\"id\":\"a\",\"id\":\"b\",\"text\":\"x\"}", "`id` stands twice"},
      {"{\"id\":\"a\",\"text\":\"" + std::string(kMaxTextBytes + 1, 'x') +
           "\"}",
       "`text` has 1000001 bytes"},
      {"{\"id\":\"a\",\"text\":\"x\",\"title\":\"" +
           std::string(kMaxOtherBytes, 'x') + "\"}",
       "beside `text`"},
      {std::string(kMaxLineBytes + 1, ' '), "the line has more than"},
      {"no JSON", "not JSON at byte 2"},
  };
  std::string lines;
  for (const auto& c : kCases) {
    lines += c.line + "\n{\"id\":\"good\",\"text\":\"x\"}\n";
  }
  folder_.Write("bad.jsonl", lines);
  const auto items = ReadAll(UnknownKeys::kRefuse);
  ASSERT_EQ(items.size(), 2 * std::size(kCases));
  for (size_t i = 0; i < std::size(kCases); ++i) {
    SCOPED_TRACE(kCases[i].reason);
    EXPECT_THAT(items[2 * i].refusal, HasSubstr(kCases[i].reason));
    EXPECT_EQ(items[2 * i].origin.line, static_cast<int64_t>(2 * i + 1));
    EXPECT_EQ(items[2 * i + 1].document.id(), "good");
  }
}

TEST_F(DocumentReaderTest, TakesTheLongestTextOfALine) {
  const std::string text(kMaxTextBytes, 'x');
  const ReadItem item =
      ReadOne("a.jsonl", "{\"id\":\"a\",\"text\":\"" + text + "\"}");
  EXPECT_EQ(item.refusal, "");
  EXPECT_EQ(item.document.text(), text);
}

TEST_F(DocumentReaderTest, KeepsTheTextOfAFileByteForByte) {
  const std::string text = "\xEF\xBB\xBF One\r\n\r\ntwo \t\n";
  const ReadItem item = ReadOne("a/b.txt", text);
  EXPECT_EQ(item.refusal, "");
  EXPECT_EQ(item.document.id(), "a/b");
  EXPECT_EQ(item.document.title(), "");
  EXPECT_EQ(item.document.text(), text);
}

TEST_F(DocumentReaderTest, TakesTheFirstHeadingOfMarkdownForTheTitle) {
  const ReadItem item = ReadOne("a.md", "## No\n# The title \r\n# Not\n");
  EXPECT_EQ(item.document.title(), "The title");
  EXPECT_EQ(item.document.text(), "## No\n# The title \r\n# Not\n");
}

TEST_F(DocumentReaderTest, TakesTheArticleOfAPage) {
  const ReadItem item = ReadOne(
      "a/b.htm",
      "<html lang=en><title>T</title><body><nav>Menu</nav><article><h1>T</h1>"
      "<p>One &amp; two.</p></article>");
  EXPECT_EQ(item.refusal, "");
  EXPECT_EQ(item.document.id(), "a/b");
  EXPECT_EQ(item.document.title(), "T");
  EXPECT_EQ(item.document.text(), "One & two.");
  EXPECT_EQ(item.document.language(), "en");
}

TEST_F(DocumentReaderTest, TakesTheLongestTextOfAPage) {
  const std::string text(kMaxTextBytes, 'x');
  const ReadItem item =
      ReadOne("a.html", "<article><p>" + text + "</p></article>");
  EXPECT_EQ(item.refusal, "");
  EXPECT_EQ(item.document.text(), text);
}

TEST_F(DocumentReaderTest, RefusesBadFiles) {
  const struct {
    const char* name;
    std::string text;
    const char* reason;
  } kCases[] = {
      {"a.txt", "", "`text` is missing"},
      {"a.txt", "x\xff", "`text` is not valid UTF-8 at byte 2"},
      {"a.txt", std::string("a\0", 2), "`text` has a NUL"},
      {"a.md", std::string(kMaxTextBytes + 1, 'x'), "has 1000001 bytes"},
      {"a.html", "<nav>x</nav>", "the page holds no article"},
      {"a.html", "<article>" + std::string(kMaxTextBytes + 1, 'x'),
       "`text` has 1000001 bytes"},
      {"a.html", std::string(kMaxPageBytes + 1, 'x'), "has 16777217 bytes"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.reason);
    const ScratchFolder folder;
    const std::string path = folder.Write(c.name, c.text);
    DocumentReader reader(FindDocumentFiles({path}).files, UnknownKeys::kRefuse,
                          stop_);
    ReadItem item;
    EXPECT_EQ(reader.Next(&item, absl::InfiniteDuration()),
              ReadEvent::kRefused);
    EXPECT_THAT(item.refusal, HasSubstr(c.reason));
    EXPECT_EQ(OriginText(item.origin), path);
  }
}

TEST_F(DocumentReaderTest, StopsBetweenDocuments) {
  folder_.Write("a.txt", "one");
  folder_.Write("b.txt", "two");
  DocumentReader reader(FindDocumentFiles({folder_.path()}).files,
                        UnknownKeys::kRefuse, stop_);
  ReadItem item;
  EXPECT_EQ(reader.Next(&item, absl::InfiniteDuration()), ReadEvent::kDocument);
  stop_.Stop();
  EXPECT_EQ(reader.Next(&item, absl::InfiniteDuration()), ReadEvent::kStopped);
}

}  // namespace
}  // namespace footnote
