#include "client/html_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Reads a page with `head` and `body`, in which the article is the element with
// the id `x`, if there is one.
HtmlMetadata Read(absl::string_view head, absl::string_view body = "<p>Text.",
                  const JsonLdArticle& linked = {}) {
  const auto page = HtmlPage::Parse(absl::StrCat(
      "<html><head><meta charset=utf-8>", head, "</head><body>", body));
  EXPECT_TRUE(page.ok()) << page.status();
  const xmlNode* article = nullptr;
  VisitElements(page->root(), [&article](const xmlNode& element) {
    if (Attribute(element, "id") == "x") article = &element;
    return true;
  });
  return ReadHtmlMetadata(*page, article, linked);
}

// Returns linked data that tells `value` alone.
JsonLdArticle Linked(std::string JsonLdArticle::*part,
                     absl::string_view value) {
  JsonLdArticle linked;
  linked.*part = std::string(value);
  return linked;
}

std::string Meta(absl::string_view name, absl::string_view content) {
  return absl::StrCat("<meta name='", name, "' content='", content, "'>");
}

TEST(HtmlMetadataTest, IsEmptyWhereNothingIsTold) {
  const HtmlMetadata none = Read("");
  EXPECT_THAT(none.titles, IsEmpty());
  EXPECT_EQ(none.published, "");
  EXPECT_EQ(none.source, "");
  EXPECT_EQ(none.uri, "");
  EXPECT_EQ(none.language, "");
}

TEST(HtmlMetadataTest, HasTheTitlesInOrderEachOnce) {
  const std::string head = absl::StrCat(
      "<title>Shown | Gazette</title>", Meta("twitter:title", "By twitter"),
      Meta("og:title", "Gazette – By graph"), Meta("dc.title", "By twitter"));
  const std::string body =
      "<h1>Of the site</h1><div id=x><h1>Of <i>the</i> article</h1></div>";
  JsonLdArticle linked = Linked(&JsonLdArticle::headline, "Linked");
  linked.publisher = "Gazette";
  EXPECT_THAT(Read(head, body, linked).titles,
              ElementsAre("Linked", "By graph", "By twitter", "Of the article",
                          "Of the site", "Shown"));
  EXPECT_THAT(Read(head, body).titles,
              ElementsAre("Gazette – By graph", "By twitter", "Of the article",
                          "Of the site", "Shown | Gazette"));
}

TEST(HtmlMetadataTest, PassesOverTitlesThatAreTooLong) {
  const std::string longest(1024, 'x');
  EXPECT_THAT(Read(Meta("og:title", longest)).titles, ElementsAre(longest));
  EXPECT_THAT(Read(Meta("og:title", longest + "x")).titles, IsEmpty());
}

// The time that stands with the article is the last to count.
TEST(HtmlMetadataTest, TakesTheFirstDateThatCanBeRead) {
  const std::string body =
      "<time datetime=2020-01-01></time><main>"
      "<aside><time datetime=2021-01-01></time></aside>"
      "<time datetime='31 May 2022'></time><div id=x>Text.</div></main>";
  const std::string head =
      absl::StrCat(Meta("article:published_time", "1/2/2025"),
                   Meta("date", "January 31, 2024"));
  EXPECT_EQ(Read(head, body, Linked(&JsonLdArticle::published, "2023-01-02"))
                .published,
            "2023-01-02");
  EXPECT_EQ(
      Read(head, body, Linked(&JsonLdArticle::published, "soon")).published,
      "2024-01-31");
  EXPECT_EQ(Read("", body).published, "2022-05-31");
  EXPECT_EQ(Read("", "<time datetime=2020-01-01></time>").published, "");
}

TEST(HtmlMetadataTest, TakesAnAddressOfTheWeb) {
  const std::string canonical = "<link rel='x CANONICAL' href='https://c.de/'>";
  const std::string graph = Meta("og:url", " HTTP://g.de/ ");
  EXPECT_EQ(
      Read(graph + canonical, "", Linked(&JsonLdArticle::uri, "https://l.de/"))
          .uri,
      "https://l.de/");
  EXPECT_EQ(
      Read(graph + canonical, "", Linked(&JsonLdArticle::uri, "/path")).uri,
      "https://c.de/");
  EXPECT_EQ(Read(graph).uri, "HTTP://g.de/");
  EXPECT_EQ(Read(Meta("og:url", "ftp://g.de/")).uri, "");
  EXPECT_EQ(Read(Meta("og:url", "//g.de/")).uri, "");
  const std::string longest = "https://" + std::string(2040, 'x');
  EXPECT_EQ(Read(Meta("og:url", longest)).uri, longest);
  EXPECT_EQ(Read(Meta("og:url", longest + "x")).uri, "");
}

TEST(HtmlMetadataTest, TakesASourceThatIsNoAddress) {
  const std::string publisher = Meta("publisher", "https://facebook.com/g");
  EXPECT_EQ(Read(publisher).source, "");
  EXPECT_EQ(Read(publisher + Meta("author", "Ann")).source, "Ann");
  EXPECT_EQ(Read(Meta("author", "Ann") + Meta("og:site_name", "Site")).source,
            "Site");
  EXPECT_EQ(Read(Meta("og:site_name", std::string(256, 'x'))).source,
            std::string(256, 'x'));
  EXPECT_EQ(Read(Meta("og:site_name", std::string(257, 'x'))).source, "");
}

TEST(HtmlMetadataTest, TakesALanguageTag) {
  const struct {
    std::string told;
    std::string tag;
  } kCases[] = {
      {"en", "en"},
      {"de_AT", "de-AT"},
      {"sr-Latn-RS", "sr-Latn-RS"},
      {"fil", "fil"},
      {"e", ""},
      {"english", ""},
      {"en-", ""},
      {"-en", ""},
      {"en--GB", ""},
      {"en-abcdefghi", ""},
      {"en GB", ""},
      {"d\u00e9", ""},
      {"en-12345678-12345678-12345678-12345",
       "en-12345678-12345678-12345678-12345"},
      {"en-12345678-12345678-12345678-12345x", ""},
  };
  for (const auto& [told, tag] : kCases) {
    EXPECT_EQ(Read(Meta("language", told)).language, tag) << told;
  }
  EXPECT_EQ(Read(Meta("language", "english"), "",
                 Linked(&JsonLdArticle::language, "fr"))
                .language,
            "fr");
}

}  // namespace
}  // namespace footnote
