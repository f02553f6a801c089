// Words by the part they play on a news page: what asks the reader to do
// something, what names a thing of the page, what credits a picture.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_PAGE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_PAGE_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {

// Kinds of words. A word may be of several.
enum PageWordKind : uint32_t {
  kRequestWord = 1 << 0,     // Asks the reader: "follow", "share", "subscribe".
  kSiteWord = 1 << 1,        // Of the page: "newsletter", "app", "Facebook".
  kControlWord = 1 << 2,     // Stands alone as a button: "Share", "Menu".
  kReaderWord = 1 << 3,      // "us", "our", "you", "your".
  kImageWord = 1 << 4,       // "photo", "image", "illustration".
  kCreditWord = 1 << 5,      // "by", "source", "courtesy", "via".
  kAgencyWord = 1 << 6,      // A picture or news agency: "AP", "Getty".
  kLegalWord = 1 << 7,       // "cookies", "terms", "copyright".
  kTechnicalWord = 1 << 8,   // "JavaScript", "browser", "key".
  kFailureWord = 1 << 9,     // "error", "unavailable", "not".
  kPointerWord = 1 << 10,    // Leads elsewhere: "related", "more", "also".
  kTimeWord = 1 << 11,       // "updated", "published", months, zones.
  kCountedWord = 1 << 12,    // Counted on pages: "comments", "views".
  kFunctionWord = 1 << 13,   // "the", "of", "to", "this".
  kVerbWord = 1 << 14,       // Finite: "is", "has", "will".
  kNarrativeWord = 1 << 15,  // Tells of others: "said", "was", "planned".
  kPagePastWord = 1 << 16    // A past form that pages use: "updated".
};

// A word and where it stands in the text that it was read from.
struct PageWord {
  absl::string_view text;
  uint32_t kinds = 0;    // Of PageWordKind.
  size_t begin = 0;      // In bytes.
  bool capital = false;  // Begins with a capital.
  bool digits = false;   // Begins with a digit.

  size_t end() const { return begin + text.size(); }
  bool Is(uint32_t any_of) const { return (kinds & any_of) != 0; }
};

// Reads at most `limit` words of `text` into `words`, which it replaces. Words
// are runs of letters, digits and apostrophes, digits also with stops, commas
// and colons inside; `words` refer to `text`.
void ReadPageWords(absl::string_view text, size_t limit,
                   std::vector<PageWord>& words);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_PAGE_WORDS_H_
