#include "client/html_metadata.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/page_date.h"

namespace footnote {
namespace {

// As long as these may be in a document.
constexpr size_t kMaxTitleBytes = 1024;
constexpr size_t kMaxUriBytes = 2048;
constexpr size_t kMaxSourceBytes = 256;
constexpr size_t kMaxLanguageBytes = 35;

// A longer value is none of these, however it is marked up.
constexpr size_t kMaxValueBytes = 8192;

// How many elements are tried for a value. Each may hold the whole page, and
// they nest.
constexpr int kMaxItems = 20;

// The values of meta elements and microdata by their names in lower case; of
// several with one name the first that is not empty.
using MetaValues = absl::flat_hash_map<std::string, std::string>;

void AddValue(const std::string& name, absl::string_view value,
              MetaValues* values) {
  if (value.size() > kMaxValueBytes) return;
  std::string text = WithoutMarkup(value);
  if (!text.empty()) values->emplace(name, std::move(text));
}

// Returns whether a value called `name` is still to be found.
bool IsMissing(const std::string& name, const MetaValues& values) {
  return !name.empty() && !values.contains(name);
}

// The value of an element with an itemprop, as microdata has it.
std::string ItemValue(const xmlNode& element) {
  for (const absl::string_view name : {"content", "datetime"}) {
    if (HasAttribute(element, name)) {
      return std::string(Attribute(element, name));
    }
  }
  return TextOnOneLine(element);
}

MetaValues ReadMetaValues(const HtmlPage& page) {
  MetaValues values;
  int items = 0;
  VisitElements(page.root(), [&](const xmlNode& element) {
    if (ElementName(element) == "meta") {
      for (const absl::string_view key : {"property", "name", "http-equiv"}) {
        const std::string name = absl::AsciiStrToLower(Attribute(element, key));
        if (!IsMissing(name, values)) continue;
        AddValue(name, Attribute(element, "content"), &values);
      }
    }
    const std::vector<absl::string_view> properties =
        AttributeWords(element, "itemprop");
    // Others hold whole texts, or are properties of other things.
    for (const absl::string_view property : {"headline", "datePublished"}) {
      const std::string name = absl::AsciiStrToLower(property);
      if (absl::c_linear_search(properties, property) &&
          IsMissing(name, values) && items < kMaxItems) {
        ++items;
        AddValue(name, ItemValue(element), &values);
      }
    }
    return true;
  });
  return values;
}

// Returns the values of `names` that there are, in that order.
std::vector<std::string> ValuesOf(
    const MetaValues& values, std::initializer_list<absl::string_view> names) {
  std::vector<std::string> found;
  for (const absl::string_view name : names) {
    const auto value = values.find(name);
    if (value != values.end()) found.push_back(value->second);
  }
  return found;
}

// Returns the text of the first element called `name` that is in `root`.
std::string FirstText(const xmlNode& root, absl::string_view name) {
  std::optional<std::string> text;
  VisitElements(root, [&](const xmlNode& element) {
    if (text.has_value()) return false;
    if (ElementName(element) != name) return ElementName(element) != "svg";
    text = TextOnOneLine(element);
    return false;
  });
  return text.value_or("");
}

// Takes a mark that stands between a title and the name of a site, with the
// white space around it, off the end of `*text`, or off its beginning.
bool ConsumeSeparator(bool at_end, absl::string_view* text) {
  for (const absl::string_view separator :
       {"|", "-", "–", "—", "·", "•", "::", ":", "«", "»", "/"}) {
    *text = absl::StripAsciiWhitespace(*text);
    const bool found = at_end ? absl::ConsumeSuffix(text, separator)
                              : absl::ConsumePrefix(text, separator);
    if (!found) continue;
    *text = absl::StripAsciiWhitespace(*text);
    return !text->empty();
  }
  return false;
}

// Returns `title` without the name of the site at either end.
std::string WithoutSite(absl::string_view title, absl::string_view site) {
  for (const bool at_end : {true, false}) {
    absl::string_view rest = title;
    const bool found = at_end ? absl::EndsWithIgnoreCase(rest, site)
                              : absl::StartsWithIgnoreCase(rest, site);
    if (!found || site.empty()) continue;
    if (at_end) {
      rest.remove_suffix(site.size());
    } else {
      rest.remove_prefix(site.size());
    }
    if (ConsumeSeparator(at_end, &rest)) return std::string(rest);
  }
  return std::string(title);
}

std::vector<std::string> TitlesOf(const HtmlPage& page, const xmlNode* article,
                                  const JsonLdArticle& linked,
                                  const MetaValues& values,
                                  absl::string_view source) {
  const auto without_sites = [&](absl::string_view title) {
    std::string rest = WithoutSite(title, source);
    for (const std::string& site : ValuesOf(values, {"og:site_name"})) {
      rest = WithoutSite(rest, site);
    }
    return rest;
  };
  std::vector<std::string> found = {WithoutMarkup(linked.headline)};
  for (std::string& title :
       ValuesOf(values, {"headline", "og:title", "twitter:title", "dc.title",
                         "dcterms.title", "citation_title", "title"})) {
    found.push_back(without_sites(title));
  }
  if (article != nullptr) found.push_back(FirstText(*article, "h1"));
  found.push_back(FirstText(page.root(), "h1"));
  found.push_back(without_sites(FirstText(page.root(), "title")));
  std::vector<std::string> titles;
  for (std::string& title : found) {
    if (title.empty() || title.size() > kMaxTitleBytes) continue;
    if (!absl::c_linear_search(titles, title)) {
      titles.push_back(std::move(title));
    }
  }
  return titles;
}

// Returns what encloses the article with its head: `<article>` or `<main>`, or
// the article itself.
const xmlNode& Surroundings(const xmlNode& article) {
  for (const xmlNode* node = &article; node != nullptr; node = node->parent) {
    const absl::string_view name = ElementName(*node);
    if (name == "article" || name == "main") return *node;
  }
  return article;
}

// Returns the first date that a `<time>` with the article gives.
std::string FirstTime(const xmlNode& article) {
  const xmlNode& surroundings = Surroundings(article);
  std::optional<std::string> date;
  VisitElements(surroundings, [&](const xmlNode& element) {
    const absl::string_view name = ElementName(element);
    // Other articles have dates of their own.
    const bool is_other = name == "aside" || name == "nav" || name == "footer";
    if (date.has_value() || is_other) return false;
    if (name != "time") return true;
    date = ReadPageDate(ItemValue(element));
    return false;
  });
  return date.value_or("");
}

std::string DateOf(const xmlNode* article, const JsonLdArticle& linked,
                   const MetaValues& values) {
  std::vector<std::string> told = ValuesOf(values, {"article:published_time",
                                                    "og:article:published_time",
                                                    "article:published",
                                                    "datepublished",
                                                    "date",
                                                    "dc.date",
                                                    "dc.date.issued",
                                                    "dcterms.date",
                                                    "dcterms.issued",
                                                    "dcterms.created",
                                                    "pubdate",
                                                    "publishdate",
                                                    "publish-date",
                                                    "publish_date",
                                                    "publication_date",
                                                    "publication-date",
                                                    "parsely-pub-date",
                                                    "sailthru.date",
                                                    "citation_publication_date",
                                                    "release_date"});
  told.insert(told.begin(), linked.published);
  for (const std::string& text : told) {
    const std::optional<std::string> date = ReadPageDate(text);
    if (date.has_value()) return *date;
  }
  return article == nullptr ? "" : FirstTime(*article);
}

bool IsWebAddress(absl::string_view uri) {
  return absl::StartsWithIgnoreCase(uri, "https://") ||
         absl::StartsWithIgnoreCase(uri, "http://");
}

std::string UriOf(const HtmlPage& page, const JsonLdArticle& linked,
                  const MetaValues& values) {
  std::vector<std::string> told = {linked.uri};
  VisitElements(page.root(), [&told](const xmlNode& element) {
    if (ElementName(element) != "link") return true;
    for (const absl::string_view word : AttributeWords(element, "rel")) {
      if (!absl::EqualsIgnoreCase(word, "canonical")) continue;
      told.emplace_back(Attribute(element, "href"));
    }
    return true;
  });
  for (std::string& uri : ValuesOf(values, {"og:url"})) {
    told.push_back(std::move(uri));
  }
  told.push_back(page.SavedFrom());
  for (const std::string& text : told) {
    const absl::string_view uri = absl::StripAsciiWhitespace(text);
    if (IsWebAddress(uri) && uri.size() <= kMaxUriBytes) {
      return std::string(uri);
    }
  }
  return "";
}

std::string SourceOf(const JsonLdArticle& linked, const MetaValues& values) {
  std::vector<std::string> told =
      ValuesOf(values, {"og:site_name", "dc.publisher", "dcterms.publisher",
                        "citation_publisher", "publisher", "application-name",
                        "author"});
  told.insert(told.begin(), WithoutMarkup(linked.publisher));
  for (std::string& source : told) {
    const bool fits = !source.empty() && source.size() <= kMaxSourceBytes;
    if (fits && !IsWebAddress(source)) return std::move(source);
  }
  return "";
}

// Whether `tag` has the form of a BCP 47 language tag.
bool IsLanguageTag(absl::string_view tag) {
  if (tag.size() > kMaxLanguageBytes) return false;
  bool is_first = true;
  for (const absl::string_view part : absl::StrSplit(tag, '-')) {
    if (part.empty() || part.size() > 8) return false;
    if (!std::all_of(part.begin(), part.end(), absl::ascii_isalnum)) {
      return false;
    }
    if (is_first && (part.size() < 2 || part.size() > 3)) return false;
    is_first = false;
  }
  return true;
}

std::string LanguageOf(const HtmlPage& page, const JsonLdArticle& linked,
                       const MetaValues& values) {
  std::vector<std::string> told =
      ValuesOf(values, {"og:locale", "content-language", "dc.language",
                        "dcterms.language", "language"});
  told.insert(told.begin(), linked.language);
  told.emplace_back(Attribute(page.root(), "lang"));
  told.emplace_back(Attribute(page.root(), "xml:lang"));
  for (const std::string& text : told) {
    std::string tag = absl::StrReplaceAll(text, {{"_", "-"}});
    if (IsLanguageTag(tag)) return tag;
  }
  return "";
}

}  // namespace

HtmlMetadata ReadHtmlMetadata(const HtmlPage& page, const xmlNode* article,
                              const JsonLdArticle& linked) {
  const MetaValues values = ReadMetaValues(page);
  const std::string source = SourceOf(linked, values);
  return {.titles = TitlesOf(page, article, linked, values, source),
          .published = DateOf(article, linked, values),
          .source = source,
          .uri = UriOf(page, linked, values),
          .language = LanguageOf(page, linked, values)};
}

}  // namespace footnote
