#include "client/json_ld.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "client/html_page.h"

namespace footnote {
namespace {

// Reads a page whose head holds a script of JSON-LD for each of `scripts`.
JsonLdArticle Read(const std::vector<std::string>& scripts) {
  std::string html = "<html><head>";
  for (const std::string& script : scripts) {
    absl::StrAppend(&html, "<script type=\"application/ld+json\">", script,
                    "</script>");
  }
  const auto page = HtmlPage::Parse(html + "</head><body><p>x</p></body>");
  EXPECT_TRUE(page.ok());
  return ReadJsonLd(*page);
}

TEST(ReadJsonLdTest, ReadsAnArticleWhereverItStands) {
  const std::string article =
      R"({"@type": "NewsArticle", "headline": "Ice", "inLanguage": "en",
          "datePublished": "2025-01-31", "url": "https://a.example/ice",
          "publisher": {"name": "Gazette"}, "articleBody": "It froze."})";
  for (const std::string& script :
       {article, absl::StrCat("[{\"@type\": \"Person\"}, ", article, "]"),
        absl::StrCat("{\"@graph\": [", article, "]}")}) {
    SCOPED_TRACE(script);
    const JsonLdArticle read = Read({script});
    EXPECT_EQ(read.headline, "Ice");
    EXPECT_EQ(read.published, "2025-01-31");
    EXPECT_EQ(read.publisher, "Gazette");
    EXPECT_EQ(read.uri, "https://a.example/ice");
    EXPECT_EQ(read.language, "en");
    EXPECT_EQ(read.body, "It froze.");
  }
}

TEST(ReadJsonLdTest, LooksAPublisherUp) {
  const JsonLdArticle read = Read({R"({"@graph": [
      {"@type": "BlogPosting", "headline": "Ice", "publisher": {"@id": "#p"}},
      {"@type": "Organization", "@id": "#p", "name": "Gazette"}]})"});
  EXPECT_EQ(read.publisher, "Gazette");
}

TEST(ReadJsonLdTest, PassesOverWhatIsNoJsonAndNoArticle) {
  EXPECT_EQ(Read({"{", "{\"@type\": \"WebSite\", \"headline\": \"No\"}",
                  "{\"@type\": \"Report\", \"headline\": \"Yes\"}"})
                .headline,
            "Yes");
  EXPECT_EQ(Read({"null", "7", "\"x\"", "[]"}).headline, "");
  EXPECT_EQ(Read({}).headline, "");
}

}  // namespace
}  // namespace footnote
