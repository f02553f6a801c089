// What a page says of its article as linked data.

#ifndef FOOTNOTE_CLIENT_JSON_LD_H_
#define FOOTNOTE_CLIENT_JSON_LD_H_

#include <string>

#include "client/html_page.h"

namespace footnote {

// An article of schema.org (https://schema.org/Article). Whatever is not told
// is empty; nothing is checked.
struct JsonLdArticle {
  std::string headline;
  std::string published;  // datePublished.
  std::string publisher;  // Its name.
  std::string uri;        // mainEntityOfPage, or url.
  std::string language;   // inLanguage.
  std::string body;       // articleBody, markup and all.
};

// Returns the first article in the JSON-LD scripts of `page`: one whose type
// ends in Article, Posting or Report, at the top, in an array or in a @graph. A
// publisher that is named by its @id is looked up in the same script. A script
// that is no JSON is left out, and a page without an article gives an empty
// one.
JsonLdArticle ReadJsonLd(const HtmlPage& page);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_JSON_LD_H_
