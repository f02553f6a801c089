#include "client/html_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/document_check.h"
#include "client/html_page.h"
#include "client/json.h"
#include "client/json_document.h"

namespace footnote {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

std::string Read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

// The saved pages, each beside the document that it is.
std::vector<fs::path> Pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(FOOTNOTE_PAGES)) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  return pages;
}

v1::Document Parse(absl::string_view html) {
  v1::Document document;
  const absl::Status parsed = ParseHtmlDocument(html, &document);
  EXPECT_TRUE(parsed.ok()) << parsed << "\n" << html;
  return document;
}

std::string Refusal(absl::string_view html) {
  v1::Document document;
  const absl::Status parsed = ParseHtmlDocument(html, &document);
  EXPECT_EQ(parsed.code(), absl::StatusCode::kInvalidArgument);
  return std::string(parsed.message());
}

// Returns a page of one article with this in its head.
std::string WithHead(absl::string_view head) {
  return absl::StrCat("<html><head>", head,
                      "</head><body><article><p>Text of the article.</p>"
                      "</article></body></html>");
}

TEST(ParseHtmlDocumentTest, DrawsTheArticleOutOfPagesOfManyMakes) {
  const std::vector<fs::path> pages = Pages();
  ASSERT_GE(pages.size(), 6u);
  for (const fs::path& path : pages) {
    SCOPED_TRACE(path);
    v1::Document expected;
    const absl::Status read =
        ParseJsonDocument(Read(fs::path(path).replace_extension(".json")),
                          UnknownKeys::kRefuse, &expected);
    ASSERT_TRUE(read.ok()) << read;
    v1::Document document = Parse(Read(path));
    EXPECT_EQ(document.id(), "");
    document.set_id(path.stem());
    EXPECT_EQ(document.text(), expected.text());
    EXPECT_EQ(ToJson(document, JsonLayout::kIndented),
              ToJson(expected, JsonLayout::kIndented));
    EXPECT_TRUE(CheckDocument(document).ok());
  }
}

TEST(ParseHtmlDocumentTest, LeavesNoMarkupInAnyPage) {
  for (const fs::path& path : Pages()) {
    SCOPED_TRACE(path);
    const v1::Document document = Parse(Read(path));
    for (const std::string& value : {document.text(), document.title()}) {
      EXPECT_THAT(value, Not(::testing::ContainsRegex("</?[a-zA-Z!]")));
      EXPECT_THAT(value, Not(::testing::ContainsRegex("&#?[a-zA-Z0-9]+;")));
      EXPECT_THAT(value, Not(::testing::ContainsRegex("  $|\n\n\n")));
    }
  }
}

TEST(ParseHtmlDocumentTest, TakesBrokenPagesWithoutHarm) {
  std::mt19937 random(20250131);
  for (const fs::path& path : Pages()) {
    const std::string page = Read(path);
    for (int i = 0; i < 40; ++i) {
      std::string broken = page.substr(0, random() % page.size());
      for (int j = 0; j < 20 && !broken.empty(); ++j) {
        broken.erase(random() % broken.size(), random() % 9);
        if (!broken.empty()) {
          broken[random() % broken.size()] = static_cast<char>(random());
        }
      }
      v1::Document document;
      if (!ParseHtmlDocument(broken, &document).ok()) continue;
      document.set_id("a");
      const absl::Status checked = CheckDocument(document);
      EXPECT_TRUE(checked.ok()) << checked << "\n" << broken;
    }
  }
}

TEST(ParseHtmlDocumentTest, RefusesPagesWithoutAnArticle) {
  for (const char* page :
       {"", " ", "<html></html>", "<title>Only a title</title>",
        "<nav><a href=a>One</a> <a href=b>Two</a></nav>",
        "<body><script>var a = 'nothing';</script>",
        "<ul><li><a href=a>Home</a><li><a href=b>News</a></ul>"}) {
    EXPECT_THAT(Refusal(page), HasSubstr("the page ")) << page;
  }
}

std::string Repeat(absl::string_view text, size_t times) {
  std::string repeated;
  for (size_t i = 0; i < times; ++i) absl::StrAppend(&repeated, text);
  return repeated;
}

TEST(ParseHtmlDocumentTest, BoundsTheSizeOfAPage) {
  // Not in one text: the parser has a limit for that, too.
  std::string page =
      absl::StrCat("<article><p>Text.</p></article>",
                   Repeat(absl::StrCat("<p>", std::string(999'997, ' ')), 16));
  page.resize(kMaxPageBytes, ' ');
  EXPECT_EQ(Parse(page).text(), "Text.");
  page.pop_back();
  EXPECT_EQ(Parse(page).text(), "Text.");
  page += "  ";
  EXPECT_THAT(Refusal(page), HasSubstr("at most 16777216 are taken"));
  EXPECT_THAT(Refusal(std::string(kMaxPageBytes, 'x')),
              HasSubstr("a text of more than 10000000"));
}

TEST(ParseHtmlDocumentTest, BoundsHowDeepElementsNest) {
  // Beside these there are html, body and article.
  const auto page = [](size_t depth) {
    return absl::StrCat("<article>", Repeat("<div>", depth - 3), "Text");
  };
  EXPECT_EQ(Parse(page(kMaxPageDepth - 1)).text(), "Text");
  EXPECT_EQ(Parse(page(kMaxPageDepth)).text(), "Text");
  EXPECT_THAT(Refusal(page(kMaxPageDepth + 1)), HasSubstr("nests more than"));
  EXPECT_THAT(Refusal(page(1'000'000)), HasSubstr("nests more than"));
}

TEST(ParseHtmlDocumentTest, BoundsTheAttributesOfATag) {
  const auto page = [](size_t attributes) {
    std::string tag = "<p";
    for (size_t i = 0; i < attributes; ++i) {
      absl::StrAppend(&tag, i % 2 == 0 ? " a" : "\nb", i, i % 3 == 0 ? "" : "=",
                      i % 3 == 0 ? "" : "'<x y>'");
    }
    return absl::StrCat("<article>", tag, ">Text");
  };
  EXPECT_EQ(Parse(page(kMaxTagAttributes - 1)).text(), "Text");
  EXPECT_EQ(Parse(page(kMaxTagAttributes)).text(), "Text");
  EXPECT_THAT(Refusal(page(kMaxTagAttributes + 1)), HasSubstr("attributes"));
}

TEST(ParseHtmlDocumentTest, TellsTheTitleOnce) {
  const v1::Document document = Parse(
      "<title>Bridge “opens” — The Times</title><article><h1>Bridge \"opens\" "
      "</h1><p>It opened.</p><h2>Bridge opens twice</h2><p>Again.</p>"
      "<h2>Related</h2><ul><li><a>One</a></li><li><a>Two</a></li></ul>"
      "</article>");
  EXPECT_EQ(document.title(), "Bridge \"opens\"");
  EXPECT_EQ(document.text(), "It opened.\n\nBridge opens twice\n\nAgain.");
}

TEST(ParseHtmlDocumentTest, CutsTheNameOfTheSiteOffTheTitle) {
  const struct {
    const char* title;
    const char* expected;
  } kCases[] = {{"Ice melts | The Sun", "Ice melts"},
                {"Ice melts - the sun", "Ice melts"},
                {"The Sun: Ice melts", "Ice melts"},
                {"Who stole The Sun", "Who stole The Sun"},
                {"The Sun", "The Sun"},
                {"| The Sun", "| The Sun"}};
  for (const auto& c : kCases) {
    EXPECT_EQ(Parse(WithHead(absl::StrCat(
                        "<meta property=og:site_name content='The Sun'><title>",
                        c.title, "</title>")))
                  .title(),
              c.expected);
  }
}

TEST(ParseHtmlDocumentTest, PrefersLinkedDataToMetaElements) {
  const std::string meta =
      "<meta property=og:title content='By meta'>"
      "<meta property=article:published_time content='2024-01-02'>"
      "<meta property=og:site_name content='Meta &amp;amp; Sons'>"
      "<meta property=og:url content='https://meta.example/'>"
      "<meta property=og:locale content=de_AT>";
  v1::Document document = Parse(WithHead(meta));
  EXPECT_EQ(document.title(), "By meta");
  EXPECT_EQ(document.published(), "2024-01-02");
  EXPECT_EQ(document.source(), "Meta & Sons");
  EXPECT_EQ(document.uri(), "https://meta.example/");
  EXPECT_EQ(document.language(), "de-AT");
  document = Parse(WithHead(absl::StrCat(
      meta,
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":"
      "\"By "
      "&#8220;data&#8221;\",\"datePublished\":\"2025-01-02\",\"publisher\":"
      "[{\"name\":\"Data\"}],\"mainEntityOfPage\":\"https://data.example/\","
      "\"inLanguage\":{\"alternateName\":\"fr\"}}</script>")));
  EXPECT_EQ(document.title(), "By “data”");
  EXPECT_EQ(document.published(), "2025-01-02");
  EXPECT_EQ(document.source(), "Data");
  EXPECT_EQ(document.uri(), "https://data.example/");
  EXPECT_EQ(document.language(), "fr");
}

TEST(ParseHtmlDocumentTest, PassesOverWhatCannotBeRead) {
  const v1::Document document = Parse(WithHead(
      "<script type='application/ld+json'>{broken</script>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"headline\":7,\"datePublished\":\"soon\",\"publisher\":{\"name\":[]},"
      "\"url\":\"/relative\",\"inLanguage\":\"English\"}</script>"
      "<meta name=date content='1/2/2025'><meta name=pubdate content=20250203>"
      "<link rel=canonical href='javascript:x'>"
      "<meta name=author content='https://example.com/author'>"));
  EXPECT_EQ(document.published(), "2025-02-03");
  EXPECT_EQ(document.title(), "");
  EXPECT_EQ(document.source(), "");
  EXPECT_EQ(document.uri(), "");
  EXPECT_EQ(document.language(), "");
}

TEST(ParseHtmlDocumentTest, PassesOverWhatIsTooLong) {
  const auto document = [](size_t title, size_t source, size_t uri) {
    return Parse(WithHead(absl::StrCat(
        "<meta property=og:title content='", std::string(title, 't'),
        "'><title>Short</title><meta property=og:site_name content='",
        std::string(source, 's'), "'><meta name=author content=Ann>",
        "<link rel=canonical href='https://", std::string(uri - 8, 'u'),
        "'><meta property=og:url content='https://a.example/'>")));
  };
  for (const size_t less : {0, 1}) {
    const v1::Document whole = document(1024 - less, 256 - less, 2048 - less);
    EXPECT_EQ(whole.title().size(), 1024 - less);
    EXPECT_EQ(whole.source().size(), 256 - less);
    EXPECT_EQ(whole.uri().size(), 2048 - less);
  }
  const v1::Document next = document(1025, 257, 2049);
  EXPECT_EQ(next.title(), "Short");
  EXPECT_EQ(next.source(), "Ann");
  EXPECT_EQ(next.uri(), "https://a.example/");
}

TEST(ParseHtmlDocumentTest, TakesTheFirstItemThatIsNotTooLong) {
  const std::string page = absl::StrCat(
      "<div itemprop=headline>", std::string(10'000, 'x'),
      " <b itemprop='headline'>One</b> <i itemprop=headline>Two</i></div>",
      "<article><p>Text of the article.</p></article>");
  EXPECT_EQ(Parse(page).title(), "One");
}

TEST(ParseHtmlDocumentTest, TakesTheArticlesOwnTimeAlone) {
  const auto published = [](absl::string_view body) {
    return Parse(absl::StrCat("<html><body>", body)).published();
  };
  EXPECT_EQ(published("<time datetime=2025-03-01>Today</time><article><header>"
                      "<time>14:05</time><time datetime=2025-02-01>x</time>"
                      "</header><p>Text.</p></article>"),
            "2025-02-01");
  EXPECT_EQ(published("<time datetime=2025-03-01>Today</time><article><aside>"
                      "<time>2025-01-01</time></aside><p>Text.</p></article>"),
            "");
}

TEST(ParseHtmlDocumentTest, TakesLinkedDataForAnArticleThatIsNotShown) {
  const std::string body =
      "The full text of the article stands here, \\u003cb\\u003eword\\u003c/b"
      "\\u003e by word.\\n\\nIts second paragraph &amp; its last.";
  const v1::Document document = Parse(absl::StrCat(
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"headline\":\"A\",\"articleBody\":\"",
      body, "\"}</script><body><div id=root><p>Loading.</p></div>"));
  EXPECT_EQ(document.text(),
            "The full text of the article stands here, word by word.\n\nIts "
            "second paragraph & its last.");
}

TEST(ParseHtmlDocumentTest, FindsTheArticleAmongOthers) {
  const std::string prose = Repeat("The council met on Monday to vote. ", 8);
  const std::string card =
      "<article><p>Another story begins with a few words.</p></article>";
  EXPECT_EQ(Parse(absl::StrCat("<main>", card, "<article><p>Begin.</p><p>",
                               prose, "</p></article>", card, "</main>"))
                .text(),
            absl::StrCat("Begin.\n\n", prose.substr(0, prose.size() - 1)));
  // An element that is an article by name alone.
  const v1::Document document =
      Parse(absl::StrCat("<article><p>Promoted.</p></article><div><p>", prose,
                         "</p><p>", prose, "</p></div>"));
  EXPECT_THAT(document.text(), HasSubstr("The council met"));
  EXPECT_FALSE(absl::StrContains(document.text(), "Promoted"));
}

}  // namespace
}  // namespace footnote
