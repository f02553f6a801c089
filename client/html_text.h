// The text of elements, as a reader sees it.

#ifndef FOOTNOTE_CLIENT_HTML_TEXT_H_
#define FOOTNOTE_CLIENT_HTML_TEXT_H_

#include <libxml/tree.h>

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"

namespace footnote {

// A paragraph, a heading, a list or the rows of a table.
struct TextBlock {
  std::string text;  // Not empty. Line feeds within, no empty lines but in pre.
  bool is_heading = false;
  int words = 0;
  int link_words = 0;                // Those of them that are in links.
  const xmlNode* element = nullptr;  // In which it begins.
};

// Returns the text below `root` in the order of the page, without the elements
// of which `is_left_out` is true. White space is collapsed as browsers do, but
// for preformatted text; `<br>`, list items and rows begin a line, cells of a
// row have a tab between them. A `<time>` by itself is left out. The text is
// UTF-8 without control characters other than line feed and tab, and without
// marks that only say where a line may break.
std::vector<TextBlock> TextBlocks(
    const xmlNode& root, absl::FunctionRef<bool(const xmlNode&)> is_left_out);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_TEXT_H_
