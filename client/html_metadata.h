// What a page says of its article, beside the text.

#ifndef FOOTNOTE_CLIENT_HTML_METADATA_H_
#define FOOTNOTE_CLIENT_HTML_METADATA_H_

#include <libxml/tree.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/html_page.h"
#include "client/json_ld.h"

namespace footnote {

// What is known of an article. What is not told, or cannot be read, is empty.
struct HtmlMetadata {
  // The names of the article, the best first, all different: the headline by
  // linked data, by OpenGraph and other meta elements, `<h1>`, and `<title>`,
  // without the name of the source at either end.
  std::vector<std::string> titles;

  std::string published;  // RFC 3339, see ReadPageDate().
  std::string source;     // Who published it, or the site.
  std::string uri;        // Absolute, of http or https.
  std::string language;   // Has the form of a BCP 47 tag.
};

// Reads what `page` says of the article in `article`, which may be null.
// Linked data counts before meta elements, these before what is shown; a value
// that cannot be read, or is longer than a document's may be, gives way to the
// next. The first `<time>` that stands with the article is its date if nothing
// else is.
HtmlMetadata ReadHtmlMetadata(const HtmlPage& page, const xmlNode* article,
                              const JsonLdArticle& linked);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_METADATA_H_
