// Documents out of saved web pages.

#ifndef FOOTNOTE_CLIENT_HTML_DOCUMENT_H_
#define FOOTNOTE_CLIENT_HTML_DOCUMENT_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "footnote/v1/document.pb.h"

namespace footnote {

// Fills `*document`, except for its id, with the article of a page, in any
// encoding: the title, who published it and when, the address and the language
// if the page tells them, and as the text the article alone, without markup,
// menus, captions and other clutter. Paragraphs and headings have an empty line
// between them, items of lists and rows of tables a line each. The title is not
// repeated in the text. If the article is not shown in the page, as it is
// written by a script or hidden behind a wall, but told as linked data, that is
// its text.
//
// The document may still break its limits: see CheckDocument(). Bytes of a
// citation count in the text drawn here, not in the page.
//
// Errors: kInvalidArgument if there is no article, or as HtmlPage::Parse().
absl::Status ParseHtmlDocument(absl::string_view html, v1::Document* document);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_DOCUMENT_H_
