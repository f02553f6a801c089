// How much text an element holds.

#ifndef FOOTNOTE_CLIENT_HTML_WORDS_H_
#define FOOTNOTE_CLIENT_HTML_WORDS_H_

#include <libxml/tree.h>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace footnote {

// Numbers of words.
struct WordCount {
  int words = 0;
  int link_words = 0;  // Those of them that are in links.
  int links = 0;
};

// Returns the number of words in `text`: runs of letters and digits, and every
// second character of scripts that put no space between words.
int CountWords(absl::string_view text);

// What is known of the elements of a page. Their addresses alone are kept.
using WordsByElement = absl::flat_hash_map<const xmlNode*, WordCount>;

// Returns the words below each element of the tree below `root`. What browsers
// never show as text (scripts, styles, templates) has none, and no entry.
WordsByElement CountWordsByElement(const xmlNode& root);

// Returns whether an element holds what browsers never show as text. A head is
// none: the parser puts an article into it if nothing else begins the body.
bool IsUnseen(absl::string_view element_name);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_WORDS_H_
