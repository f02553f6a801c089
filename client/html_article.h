// Where the article of a page is.

#ifndef FOOTNOTE_CLIENT_HTML_ARTICLE_H_
#define FOOTNOTE_CLIENT_HTML_ARTICLE_H_

#include <libxml/tree.h>

#include <vector>

#include "client/html_page.h"
#include "client/html_text.h"

namespace footnote {

// The article of a page.
struct HtmlArticle {
  const xmlNode* element = nullptr;  // Holds it. Null if there is none.
  std::vector<TextBlock> blocks;     // In order, clutter left out.
};

// Finds the article of `page`. Asked in this order:
//
// 1. what the page marks as an article's body (microdata, common class names);
// 2. `<article>`: the one with most words, or what holds several, if they are
//    parts of one text, as in a live blog;
// 3. `<main>`;
// 4. the blocks of text themselves, by number of words and share of links in
//    each and in its neighbours: Kohlschütter, Fankhauser, Nejdl, "Boilerplate
//    Detection using Shallow Text Features", WSDM 2010, algorithm 2.
//
// The first counts that holds a fair part of what 4 takes for text, and at
// least half of `expected_words`, the length that the page gives its article,
// or 0.
HtmlArticle FindArticle(const HtmlPage& page, int expected_words);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_ARTICLE_H_
