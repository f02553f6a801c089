#include "client/html_clutter.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "client/html_page.h"
#include "client/html_text.h"

namespace footnote {
namespace {

TEST(ReadClutterNameTest, KnowsNamesOfClutter) {
  for (const char* name : {"share",
                           "share-buttons",
                           "socialShare",
                           "article__share-tools",
                           "related-articles",
                           "RelatedLinks_2",
                           "promo",
                           "newsletter-signup",
                           "advertisement",
                           "ad",
                           "ad-slot",
                           "breadcrumb",
                           "caption",
                           "photo-credit",
                           "byline",
                           "entry-meta",
                           "paywall-overlay",
                           "read-more",
                           "sr-only",
                           "SHARE"}) {
    EXPECT_EQ(ReadClutterName(name), ClutterName::kClutter) << name;
  }
}

TEST(ReadClutterNameTest, KnowsWhatOthersWrote) {
  for (const char* name : {"comments", "comment-list", "disqus_thread",
                           "cookie-banner", "CookieConsent", "respond"}) {
    EXPECT_EQ(ReadClutterName(name), ClutterName::kForeign) << name;
  }
}

TEST(ReadClutterNameTest, CountsWholeWordsAlone) {
  for (const char* name :
       {"shared",    "shared-costs",  "commentary", "unrelated", "relatedness",
        "adventure", "header",        "road",       "promoter",  "socialism",
        "captioned", "accredited",    "authority",  "paywall",   "story-body",
        "dateline",  "entry-content", "post",       "",          "-",
        "123",       "credit-markets"}) {
    EXPECT_EQ(ReadClutterName(name), ClutterName::kNone) << name;
  }
}

TEST(ReadClutterNameTest, KnowsProperties) {
  for (const char* name : {"has-comments", "no-social", "tag-social-media",
                           "category-cookies", "with-ads"}) {
    EXPECT_EQ(ReadClutterName(name), ClutterName::kNone) << name;
  }
}

TEST(ReadClutterNameTest, TellsWhatMerelyMentionsClutter) {
  for (const char* name : {"nyt-share-tools", "social-security",
                           "css-x-RelatedWrap", "cookie-recipes"}) {
    EXPECT_EQ(ReadClutterName(name), ClutterName::kMention) << name;
  }
}

// Fifty words.
std::string Prose() {
  std::string prose;
  for (int i = 0; i < 50; ++i) absl::StrAppend(&prose, "word", i, " ");
  return prose;
}

// Returns whether `element` stays in an article that holds a hundred words
// beside it. It has to contain the word "here".
bool Stays(absl::string_view element) {
  const auto page =
      HtmlPage::Parse(absl::StrCat("<body><div><p>", Prose(), "</p>", element,
                                   "<p>", Prose(), "</p></div>"));
  EXPECT_TRUE(page.ok()) << page.status();
  const WordsByElement words = CountWordsByElement(page->root());
  const Clutter clutter(page->root(), words);
  const auto blocks = TextBlocks(
      page->root(), [&](const xmlNode& inner) { return clutter.Holds(inner); });
  EXPECT_GE(blocks.size(), 2u);
  EXPECT_LE(blocks.size(), 3u);
  return blocks.size() == 3;
}

TEST(ClutterTest, LeavesOutWhatIsNoPartOfTheArticle) {
  for (const char* element :
       {"<nav>here</nav>",
        "<aside>here</aside>",
        "<footer>here</footer>",
        "<form>here</form>",
        "<button>here</button>",
        "<script>here</script>",
        "<style>here</style>",
        "<noscript><p>here</p></noscript>",
        "<template>here</template>",
        "<iframe>here</iframe>",
        "<svg><text>here</text></svg>",
        "<figure><figcaption>here</figcaption></figure>",
        "<div role=navigation>here</div>",
        "<div role=dialog>here</div>",
        "<p hidden>here</p>",
        "<p aria-hidden=true>here</p>",
        "<p style='color: red; Display: NONE'>here</p>",
        "<p style='visibility:hidden'>here</p>",
        "<p class=hidden>here</p>",
        "<div id=comments>here</div>",
        "<p class='x byline'>here</p>",
        "<div class=nyt-share-tools>here</div>",
        "<p>Read more: <a>Here is what the others said of it all</a></p>",
        "<ul><li><a>here</a><li><a>there</a></ul>"}) {
    EXPECT_FALSE(Stays(element)) << element;
  }
}

TEST(ClutterTest, KeepsWhatMayBeText) {
  for (const char* element :
       {"<p class=shared>here</p>", "<div class=commentary>here</div>",
        "<h2 id=credits>here</h2>", "<h2><a>here</a></h2>",
        "<p class=social-security>here</p>",
        "<blockquote class=social-quote>here</blockquote>",
        "<article class='tag-social-media'>here</article>",
        "<section id=social-security>here</section>",
        "<p class='hidden lg:block'>here</p>", "<p aria-hidden=false>here</p>",
        "<p>Here <a>Smith</a> and <a>Jones</a> agreed on all</p>",
        "<figure>here</figure>", "<details>here</details>",
        "<div class=has-ads>here</div>", "<div class=paywall>here</div>"}) {
    EXPECT_TRUE(Stays(element)) << element;
  }
}

TEST(ClutterTest, KeepsWhatHoldsMostOfTheArticle) {
  const std::string text =
      absl::StrCat("<p>", Prose(), Prose(), Prose(), "</p>");
  for (const char* tag : {"form", "div class=social-share", "div hidden",
                          "div aria-hidden=true", "aside", "div id=related"}) {
    EXPECT_TRUE(Stays(absl::StrCat("<", tag, ">", text, "</div></form>")))
        << tag;
  }
  for (const char* tag :
       {"nav", "div id=comments", "div class=cookie-banner", "dialog"}) {
    EXPECT_FALSE(
        Stays(absl::StrCat("<", tag, ">", text, "</div></dialog></nav>")))
        << tag;
  }
}

}  // namespace
}  // namespace footnote
