#include "client/html_document.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "client/html_article.h"
#include "client/html_metadata.h"
#include "client/html_page.h"
#include "client/html_text.h"
#include "client/html_words.h"
#include "client/json_ld.h"

namespace footnote {
namespace {

// How many blocks may stand before the title: a date, a section.
constexpr size_t kBlocksBeforeTitle = 3;

// Returns `text` such that titles that read the same are the same.
std::string Folded(absl::string_view text) {
  std::string folded =
      absl::StrReplaceAll(absl::AsciiStrToLower(text), {{"‘", "'"},
                                                        {"’", "'"},
                                                        {"“", "\""},
                                                        {"”", "\""},
                                                        {"\u00A0", " "},
                                                        {"–", "-"},
                                                        {"—", "-"},
                                                        {"…", "..."}});
  absl::RemoveExtraAsciiWhitespace(&folded);
  return folded;
}

// Takes the title out of the head of an article.
void DropTitle(const std::vector<std::string>& titles,
               std::vector<TextBlock>* blocks) {
  const auto is_title = [&titles](const TextBlock& block) {
    const std::string text = Folded(block.text);
    return std::any_of(
        titles.begin(), titles.end(),
        [&text](const std::string& title) { return Folded(title) == text; });
  };
  const size_t head = std::min(kBlocksBeforeTitle, blocks->size());
  const auto begin = blocks->begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(head);
  blocks->erase(std::remove_if(begin, end, is_title), end);
}

// A heading at the end headed what was left out.
void DropLastHeadings(std::vector<TextBlock>* blocks) {
  while (!blocks->empty() && blocks->back().is_heading) blocks->pop_back();
}

int WordsOf(const std::vector<TextBlock>& blocks) {
  int words = 0;
  for (const TextBlock& block : blocks) words += block.words;
  return words;
}

// Returns a text that linked data tells, marked up or not, as blocks.
std::vector<TextBlock> BlocksOf(absl::string_view body) {
  // Lines are paragraphs where there is no markup.
  const std::string html = absl::StrCat(
      "\xEF\xBB\xBF<body>", absl::StrReplaceAll(body, {{"\n", "<p>"}}));
  const absl::StatusOr<HtmlPage> page = HtmlPage::Parse(html);
  if (!page.ok()) return {};
  return TextBlocks(page->root(), [](const xmlNode& element) {
    return IsUnseen(ElementName(element));
  });
}

std::string Join(const std::vector<TextBlock>& blocks) {
  return absl::StrJoin(blocks, "\n\n",
                       [](std::string* text, const TextBlock& block) {
                         absl::StrAppend(text, block.text);
                       });
}

}  // namespace

absl::Status ParseHtmlDocument(absl::string_view html, v1::Document* document) {
  const absl::StatusOr<HtmlPage> page = HtmlPage::Parse(html);
  if (!page.ok()) return page.status();
  const JsonLdArticle linked = ReadJsonLd(*page);
  std::vector<TextBlock> told = BlocksOf(linked.body);
  HtmlArticle article = FindArticle(*page, WordsOf(told));
  HtmlMetadata metadata = ReadHtmlMetadata(*page, article.element, linked);
  std::vector<TextBlock>& blocks =
      2 * WordsOf(article.blocks) < WordsOf(told) ? told : article.blocks;
  DropTitle(metadata.titles, &blocks);
  DropLastHeadings(&blocks);
  if (!metadata.titles.empty()) document->set_title(metadata.titles.front());
  document->set_published(std::move(metadata.published));
  document->set_source(std::move(metadata.source));
  document->set_uri(std::move(metadata.uri));
  document->set_language(std::move(metadata.language));
  document->set_text(Join(blocks));
  if (!document->text().empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "the page holds no article; save the text that you mean as .txt");
}

}  // namespace footnote
