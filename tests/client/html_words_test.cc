#include "client/html_words.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/html_page.h"

namespace footnote {
namespace {

HtmlPage Page(absl::string_view body) {
  auto page = HtmlPage::Parse(absl::StrCat("<meta charset=utf-8><body>", body));
  EXPECT_TRUE(page.ok()) << page.status();
  return *std::move(page);
}

// Returns the element with the id `id`.
const xmlNode* Find(const HtmlPage& page, absl::string_view id) {
  const xmlNode* found = nullptr;
  VisitElements(page.root(), [&](const xmlNode& element) {
    if (Attribute(element, "id") == id) found = &element;
    return true;
  });
  EXPECT_NE(found, nullptr) << id;
  return found;
}

// Returns the words, link words and links of the element with the id `x`, as
// `3 1 1`; `none` if it has no entry.
std::string Counted(absl::string_view body) {
  const HtmlPage page = Page(body);
  const WordsByElement counts = CountWordsByElement(page.root());
  const auto count = counts.find(Find(page, "x"));
  if (count == counts.end()) return "none";
  return absl::StrCat(count->second.words, " ", count->second.link_words, " ",
                      count->second.links);
}

TEST(CountWordsTest, CountsRunsOfLettersAndDigits) {
  const struct {
    std::string text;
    int words;
  } kCases[] = {
      {"", 0},
      {" \n–… ,.!", 0},
      {"word", 1},
      {"Two words.", 2},
      {"in 1987, 3 km", 4},
      {"a/b a,b", 4},
      {"the harbour's well-known owner", 4},
      {"O’Brien", 1},
      {"- 'quoted' -", 1},
      {"Ærø łódź Москва", 3},
      {"한국어 단어", 2},
      {"東京都", 2},
      {"東京都庁", 2},
      {"東 京", 1},
      {"ひらカタ ไทย", 4},
      {"in東京now", 3},
      {"a\xff\xfe b", 2},
      {"a\xff"
       "b",
       2},
  };
  for (const auto& [text, words] : kCases) {
    EXPECT_EQ(CountWords(text), words) << text;
  }
}

TEST(CountWordsByElementTest, AddsUpWhatIsBelow) {
  EXPECT_EQ(Counted("<div id=x>one <p>two <b>three</b></p> four</div>"),
            "4 0 0");
  EXPECT_EQ(Counted("<div id=x></div>out"), "0 0 0");
  EXPECT_EQ(Counted("<div id=x>one<!-- not this --></div>"), "1 0 0");
}

TEST(CountWordsByElementTest, TellsWordsInLinks) {
  EXPECT_EQ(Counted("<p id=x>one <a href=a>two <b>three</b></a> four"),
            "4 2 1");
  EXPECT_EQ(Counted("<p id=x><a href=a>one</a> <a href=b></a>"), "1 1 2");
  EXPECT_EQ(Counted("<a href=a><b id=x>one two</b></a>"), "2 2 0");
  EXPECT_EQ(Counted("<p><a id=x href=a>one</a>"), "1 1 1");
}

TEST(CountWordsByElementTest, LeavesOutWhatIsNeverShown) {
  for (const absl::string_view name :
       {"script", "style", "template", "noscript", "iframe", "svg", "object",
        "canvas", "audio", "video", "select", "textarea", "noframes"}) {
    SCOPED_TRACE(name);
    EXPECT_TRUE(IsUnseen(name));
    const std::string unseen = absl::StrCat(">not this</", name, ">");
    EXPECT_EQ(Counted(absl::StrCat("<div id=x>one <", name, unseen, "</div>")),
              "1 0 0");
    EXPECT_EQ(Counted(absl::StrCat("<", name, " id=x", unseen)), "none");
  }
  for (const absl::string_view name : {"head", "body", "p", "a", ""}) {
    EXPECT_FALSE(IsUnseen(name)) << name;
  }
}

// The sum of a tree is what its text holds, however deep it stands.
TEST(CountWordsByElementTest, CountsThePageAsAWhole) {
  std::string body;
  for (int i = 0; i < 60; ++i) {
    absl::StrAppend(&body, "<div> w", i, " <i>one two</i> ");
  }
  const HtmlPage page = Page(body);
  const WordsByElement counts = CountWordsByElement(page.root());
  EXPECT_EQ(counts.at(&page.root()).words, 180);
  EXPECT_EQ(counts.at(&page.root()).words,
            CountWords(TextOnOneLine(page.root())));
}

}  // namespace
}  // namespace footnote
