#include "client/html_page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/html_encoding.h"

namespace footnote {
namespace {

constexpr absl::string_view kBlanks = " \t\r\n";

absl::string_view View(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

const xmlAttr* FindAttribute(const xmlNode& element, absl::string_view name) {
  if (element.type != XML_ELEMENT_NODE) return nullptr;
  for (const xmlAttr* attribute = element.properties; attribute != nullptr;
       attribute = attribute->next) {
    if (View(attribute->name) == name) return attribute;
  }
  return nullptr;
}

// Returns the end of the value that begins at `i` in `html`.
size_t EndOfValue(absl::string_view html, size_t i) {
  i = html.find_first_not_of(kBlanks, i);
  if (i == absl::string_view::npos) return html.size();
  const bool quoted = html[i] == '"' || html[i] == '\'';
  const size_t end =
      quoted ? html.find(html[i], i + 1) : html.find_first_of(" \t\r\n>", i);
  if (end == absl::string_view::npos) return html.size();
  return quoted ? end + 1 : end;
}

// Goes over the attributes of the tag whose name ends before `i`, moves `*i`
// to its end and returns how many there are.
size_t CountAttributes(absl::string_view html, size_t* i) {
  size_t attributes = 0;
  while (true) {
    *i = html.find_first_not_of(" \t\r\n/", *i);
    if (*i >= html.size() || html[*i] == '>') return attributes;
    ++attributes;
    *i = html.find_first_of(" \t\r\n=>/", *i + 1);
    if (*i >= html.size()) return attributes;
    const size_t equals = html.find_first_not_of(kBlanks, *i);
    if (equals < html.size() && html[equals] == '=') {
      *i = EndOfValue(html, equals + 1);
    }
  }
}

bool HasTagOfManyAttributes(absl::string_view html) {
  for (size_t i = html.find('<'); i < html.size(); i = html.find('<', i)) {
    if (++i >= html.size() || !absl::ascii_isalpha(html[i])) continue;
    i = html.find_first_of(" \t\r\n/>", i);
    if (i >= html.size()) return false;
    if (CountAttributes(html, &i) > kMaxTagAttributes) return true;
  }
  return false;
}

}  // namespace

absl::StatusOr<HtmlPage> HtmlPage::Parse(absl::string_view html) {
  if (html.size() > kMaxPageBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("the page has ", html.size(), " bytes; at most ",
                     kMaxPageBytes, " are taken"));
  }
  const std::string text = HtmlAsUtf8(html);
  if (HasTagOfManyAttributes(text)) {
    return absl::InvalidArgumentError(
        absl::StrCat("a tag of the page has more than ", kMaxTagAttributes,
                     " attributes; save the page again, or as text"));
  }
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlNewParserCtxt(), &htmlFreeParserCtxt);
  Tree tree(htmlCtxtReadMemory(parser.get(), text.data(),
                               static_cast<int>(text.size()), nullptr, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                   HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC),
            &xmlFreeDoc);
  // So the parser says that it left the rest of the page unread.
  if (parser->disableSAX != 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("the page nests more than ", kMaxPageDepth,
                     " elements, or holds a text of more than ",
                     XML_MAX_TEXT_LENGTH, " bytes; save it again, or as text"));
  }
  if (tree == nullptr || xmlDocGetRootElement(tree.get()) == nullptr) {
    return absl::InvalidArgumentError("the page is empty");
  }
  return HtmlPage(std::move(tree));
}

std::string HtmlPage::SavedFrom() const {
  for (const xmlNode* node = tree_->children; node != nullptr;
       node = node->next) {
    if (node->type != XML_COMMENT_NODE) continue;
    absl::string_view text = absl::StripAsciiWhitespace(View(node->content));
    if (!absl::ConsumePrefix(&text, "saved from url=(")) continue;
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(text, absl::MaxSplits(')', 1));
    return std::string(parts.second);
  }
  return "";
}

absl::string_view ElementName(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE ? View(node.name) : "";
}

absl::string_view Attribute(const xmlNode& element, absl::string_view name) {
  const xmlAttr* const attribute = FindAttribute(element, name);
  if (attribute == nullptr || attribute->children == nullptr) return "";
  return View(attribute->children->content);
}

bool HasAttribute(const xmlNode& element, absl::string_view name) {
  return FindAttribute(element, name) != nullptr;
}

std::vector<absl::string_view> AttributeWords(const xmlNode& element,
                                              absl::string_view name) {
  return absl::StrSplit(Attribute(element, name), absl::ByAnyChar(kBlanks),
                        absl::SkipEmpty());
}

std::string TextOnOneLine(const xmlNode& element) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> content(
      xmlNodeGetContent(&element), xmlFree);
  std::string text(View(content.get()));
  absl::RemoveExtraAsciiWhitespace(&text);
  return text;
}

void VisitElements(const xmlNode& root,
                   absl::FunctionRef<bool(const xmlNode&)> visit) {
  if (root.type != XML_ELEMENT_NODE || !visit(root)) return;
  for (const xmlNode* child = root.children; child != nullptr;
       child = child->next) {
    VisitElements(*child, visit);
  }
}

std::string WithoutMarkup(absl::string_view value) {
  std::string text(value);
  absl::RemoveExtraAsciiWhitespace(&text);
  const size_t ampersand = text.find('&');
  const bool has_entity = text.find(';', ampersand) != std::string::npos &&
                          ampersand != std::string::npos;
  if (!has_entity && !absl::StrContains(text, "</")) return text;
  // The declaration keeps the encoding.
  const absl::StatusOr<HtmlPage> page =
      HtmlPage::Parse(absl::StrCat("\xEF\xBB\xBF<body>", text));
  return page.ok() ? TextOnOneLine(page->root()) : text;
}

}  // namespace footnote
