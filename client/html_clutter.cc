#include "client/html_clutter.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "client/html_page.h"

namespace footnote {
namespace {

using Names = absl::flat_hash_set<absl::string_view>;

// Boxes that mention clutter in their names are shorter than this many words
// that are no links.
constexpr int kBoxWords = 40;

// A paragraph that is one link and shorter than this points to another article.
constexpr int kPointerWords = 30;

bool IsOf(const Names& names, absl::string_view name) {
  return names.contains(name);
}

// Names by other people than the author.
const Names& ForeignWords() {
  static const auto* const kWords =
      new Names{"comment", "comments", "commentlist", "disqus", "respond",
                "cookie",  "cookies",  "consent",     "gdpr"};
  return *kWords;
}

// Words that hardly speak of anything but clutter.
const Names& StrongWords() {
  static const auto* const kWords = new Names{
      "share",       "sharing",       "sharedaddy",     "social",
      "addthis",     "related",       "relatedposts",   "promo",
      "promos",      "promotion",     "newsletter",     "newsletters",
      "subscribe",   "subscription",  "signup",         "advert",
      "adverts",     "advertisement", "advertisements", "advertising",
      "sponsored",   "sponsor",       "recommended",    "recommendations",
      "trending",    "taboola",       "outbrain",       "breadcrumb",
      "breadcrumbs", "pagination",    "toolbar",        "upsell",
      "regwall",     "jumplinks",     "colophon",       "readalso",
  };
  return *kWords;
}

// Words that name clutter when they stand alone.
const Names& WeakWords() {
  static const auto* const kWords = new Names{
      "ad",       "ads",       "caption",   "captions",   "credit",
      "credits",  "byline",    "bylines",   "author",     "authors",
      "bio",      "meta",      "timestamp", "date",       "pubdate",
      "posted",   "published", "updated",   "nav",        "navbar",
      "sidebar",  "footer",    "menu",      "navigation", "tags",
      "overlay",  "modal",     "popup",     "tooltip",    "player",
      "pager",    "login",     "pullquote", "kicker",     "eyebrow",
      "masthead",
  };
  return *kWords;
}

// Words that say what kind of thing carries a name, not what it is about.
const Names& FurnitureWords() {
  static const auto* const kWords = new Names{
      "a",       "article", "articles", "bar",       "block",     "body",
      "bottom",  "box",     "btn",      "button",    "buttons",   "by",
      "c",       "card",    "cards",    "component", "container", "content",
      "entry",   "figure",  "footer",   "form",      "group",     "headline",
      "icon",    "icons",   "image",    "inline",    "inner",     "item",
      "items",   "js",      "left",     "line",      "link",      "links",
      "list",    "m",       "main",     "media",     "module",    "news",
      "o",       "on",      "page",     "panel",     "paywall",   "photo",
      "picture", "post",    "posts",    "right",     "row",       "section",
      "site",    "slot",    "stories",  "story",     "text",      "thread",
      "title",   "tools",   "top",      "unit",      "video",     "widget",
      "widgets", "wp",      "wrap",     "wrapper",   "area",      "banner",
      "notice",  "prompt",  "td",       "info",      "details",   "time",
  };
  return *kWords;
}

// Whole names that stand for clutter, whatever their words.
const Names& WholeNames() {
  static const auto* const kNames = new Names{
      "sr-only",   "visually-hidden", "screen-reader-text",
      "noprint",   "no-print",        "mw-editsection",
      "navbox",    "reflist",         "read-more",
      "readmore",  "read-also",       "also-read",
      "most-read", "most-popular",    "pull-quote",
      "skip-link", "jp-relatedposts",
  };
  return *kNames;
}

// Words that turn what follows into its contrary, or into a property.
bool IsQualifier(absl::string_view word) {
  return word == "no" || word == "not" || word == "non" || word == "has" ||
         word == "with" || word == "without" || word == "tag" ||
         word == "category";
}

// Takes a name apart into words in lower case: `relatedLinks_2` has two.
std::vector<std::string> WordsOf(absl::string_view name) {
  std::vector<std::string> words(1);
  bool after_lower = false;
  for (const char c : name) {
    const bool begins = after_lower && absl::ascii_isupper(c);
    if ((begins || !absl::ascii_isalpha(c)) && !words.back().empty()) {
      words.emplace_back();
    }
    after_lower = absl::ascii_islower(c);
    if (absl::ascii_isalpha(c)) words.back() += absl::ascii_tolower(c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool IsHidden(const xmlNode& element) {
  if (HasAttribute(element, "hidden") ||
      Attribute(element, "aria-hidden") == "true") {
    return true;
  }
  const std::string style = absl::StrReplaceAll(
      absl::AsciiStrToLower(Attribute(element, "style")), {{" ", ""}});
  if (absl::StrContains(style, "display:none") ||
      absl::StrContains(style, "visibility:hidden")) {
    return true;
  }
  // `hidden lg:block` is hidden on narrow screens alone.
  bool hidden = false;
  for (const absl::string_view name : AttributeWords(element, "class")) {
    if (name == "hidden" || name == "d-none") hidden = true;
    if (absl::StrContains(name, ":") || absl::StartsWith(name, "d-")) {
      if (name != "d-none") return false;
    }
  }
  return hidden;
}

// Elements and roles that no article is made of, however much they hold.
bool IsApart(const xmlNode& element, absl::string_view name) {
  static const auto* const kNames =
      new Names{"nav", "dialog", "button", "input", "option", "rp", "rt"};
  static const auto* const kRoles =
      new Names{"navigation", "dialog",  "alertdialog", "menu",    "menubar",
                "tablist",    "toolbar", "button",      "tooltip", "search"};
  return IsUnseen(name) || IsOf(*kNames, name) ||
         IsOf(*kRoles, Attribute(element, "role")) ||
         Attribute(element, "aria-modal") == "true";
}

// Elements and roles that stand beside the text, if they do not hold it.
bool IsBeside(const xmlNode& element, absl::string_view name) {
  static const auto* const kNames =
      new Names{"aside", "footer", "form", "figcaption"};
  static const auto* const kRoles =
      new Names{"complementary", "contentinfo", "banner", "form"};
  return IsOf(*kNames, name) || IsOf(*kRoles, Attribute(element, "role"));
}

bool IsHeading(absl::string_view name) {
  return name.size() == 2 && name[0] == 'h' && absl::ascii_isdigit(name[1]);
}

// A block of links, or a paragraph that is one.
bool IsMostlyLinks(absl::string_view name, const WordCount& count) {
  if (name == "p") {
    return count.words < kPointerWords &&
           count.link_words * 10 >= count.words * 8 && count.links > 0;
  }
  static const auto* const kBlocks =
      new Names{"div", "section", "ul", "ol", "dl", "table", "td", "header"};
  return IsOf(*kBlocks, name) && count.links > 1 &&
         count.link_words * 2 > count.words;
}

}  // namespace

ClutterName ReadClutterName(absl::string_view name) {
  if (IsOf(WholeNames(), absl::AsciiStrToLower(name))) {
    return ClutterName::kClutter;
  }
  const std::vector<std::string> words = WordsOf(name);
  bool foreign = false;
  bool strong = false;
  bool named = false;
  bool other = false;
  for (const std::string& word : words) {
    if (IsQualifier(word)) return ClutterName::kNone;
    if (IsOf(ForeignWords(), word)) {
      foreign = true;
    } else if (IsOf(StrongWords(), word)) {
      strong = true;
    } else if (IsOf(WeakWords(), word)) {
      named = true;
    } else if (!IsOf(FurnitureWords(), word)) {
      other = true;
    }
  }
  if (other) {
    return foreign || strong ? ClutterName::kMention : ClutterName::kNone;
  }
  if (foreign) return ClutterName::kForeign;
  return strong || named ? ClutterName::kClutter : ClutterName::kNone;
}

Clutter::Clutter(const xmlNode& article, const WordsByElement& words)
    : words_(words), article_words_(CountOf(article).words) {}

WordCount Clutter::CountOf(const xmlNode& element) const {
  const auto found = words_.find(&element);
  return found == words_.end() ? WordCount() : found->second;
}

bool Clutter::IsNamedSo(const xmlNode& element, absl::string_view name,
                        bool holds_most) const {
  ClutterName said = ClutterName::kNone;
  for (const absl::string_view word : AttributeWords(element, "class")) {
    said = std::max(said, ReadClutterName(word));
  }
  // Many ids are made of a heading's words: they count if they are sure.
  const ClutterName id = ReadClutterName(Attribute(element, "id"));
  if (id > ClutterName::kMention && !IsHeading(name)) said = std::max(said, id);
  if (said == ClutterName::kMention) {
    const WordCount count = CountOf(element);
    const bool is_box = name != "p" && name != "article" &&
                        name != "blockquote" && !IsHeading(name) &&
                        count.words - count.link_words < kBoxWords;
    return is_box && !holds_most;
  }
  return said == ClutterName::kForeign ||
         (said == ClutterName::kClutter && !holds_most);
}

bool Clutter::Holds(const xmlNode& element) const {
  const absl::string_view name = ElementName(element);
  if (name.empty()) return false;
  if (IsApart(element, name)) return true;
  const WordCount count = CountOf(element);
  const bool holds_most = count.words * 2 > article_words_;
  if (IsNamedSo(element, name, holds_most)) return true;
  return !holds_most && (IsHidden(element) || IsBeside(element, name) ||
                         IsMostlyLinks(name, count));
}

}  // namespace footnote
