// Text of documents on a terminal: made safe, measured, wrapped.

#ifndef FOOTNOTE_CLIENT_TEXT_LAYOUT_H_
#define FOOTNOTE_CLIENT_TEXT_LAYOUT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace footnote {

// How text is laid out.
struct TextStyle {
  int width = 80;      // Columns of a line.
  bool color = false;  // Whether escape sequences may be written.
};

// Bytes of a text, the end exclusive.
struct TextRange {
  size_t begin = 0;
  size_t end = 0;
};

// Returns the offset of the first byte that is not part of well-formed UTF-8,
// or nothing if all are.
std::optional<size_t> FirstInvalidUtf8(absl::string_view text);

// Returns `text` with everything that could steer a terminal shown instead:
// control characters and those that turn the direction of writing as
// `\u{1b}`, bytes that are not UTF-8 as U+FFFD. Line feeds are control
// characters too.
std::string Printable(absl::string_view text);

// As Printable(), but keeps line feeds and tabs.
std::string PrintableLines(absl::string_view text);

// Returns the columns that `text` takes on a terminal: two for a wide character
// of East Asian scripts, none for a combining mark.
int DisplayWidth(absl::string_view text);

// Returns `text` as lines of at most `style.width` columns, each with `indent`
// spaces in front and a line feed behind. Runs of white space are the places
// where lines may end; a longer word stands on a line of its own. The bytes in
// `emphasised` (in order, not overlapping) are bold where colour is allowed.
// `text` is made printable, and `suffix`, which is taken as it is, follows the
// last word on its line if it fits.
std::string WrapText(absl::string_view text,
                     const std::vector<TextRange>& emphasised, int indent,
                     absl::string_view suffix, const TextStyle& style);

// Returns `duration` as `1m30s`, and none as `0s`.
std::string DurationText(absl::Duration duration);

// Returns `text` in faint letters where colour is allowed.
std::string Faint(absl::string_view text, const TextStyle& style);

// Returns `lines`, each of which ends with a line feed, in faint letters where
// colour is allowed. The spaces at the beginning of a line stay as they are.
std::string FaintLines(absl::string_view lines, const TextStyle& style);

// Returns `left` and `right`, lines that were laid out for `width` columns
// each, beside each other with `gap` columns between; nothing if a line of
// `left` takes more.
std::optional<std::string> SideBySide(absl::string_view left,
                                      absl::string_view right, int width,
                                      int gap);

// Returns `text` in bold letters where colour is allowed.
std::string Bold(absl::string_view text, const TextStyle& style);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_TEXT_LAYOUT_H_
