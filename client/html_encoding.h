// The bytes of a web page as UTF-8.

#ifndef FOOTNOTE_CLIENT_HTML_ENCODING_H_
#define FOOTNOTE_CLIENT_HTML_ENCODING_H_

#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns the name of the encoding that `page` declares, in lower case, as it
// stands there: in a `<meta>` element or an XML declaration within its first
// 64 KiB. Empty if there is none.
std::string DeclaredEncoding(absl::string_view page);

// Returns `page` in UTF-8, without a byte order mark and without control
// characters other than tab, carriage return and line feed, which become
// spaces. The encoding is that of the byte order mark, else the one declared,
// else UTF-8 if the bytes are that, else windows-1252. Names mean what browsers
// take them for, so "iso-8859-1" is windows-1252. Bytes that are malformed in
// the encoding become U+FFFD.
std::string HtmlAsUtf8(absl::string_view page);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_ENCODING_H_
