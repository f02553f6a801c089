#include "client/html_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "client/html_page.h"

namespace footnote {
namespace {

// Whether `c` is of a script that puts no space between words.
bool IsUnspaced(UChar32 c) {
  if (c < 0x0E00) return false;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

// Adds the words below `node`, which is in a link or not, to `*sum`.
void Add(const xmlNode& node, bool in_link, WordsByElement* counts,
         WordCount* sum) {
  if (node.type == XML_TEXT_NODE && node.content != nullptr) {
    const int words = CountWords(reinterpret_cast<const char*>(node.content));
    sum->words += words;
    if (in_link) sum->link_words += words;
  }
  if (node.type != XML_ELEMENT_NODE) return;
  const absl::string_view name = ElementName(node);
  if (IsUnseen(name)) return;
  WordCount own;
  own.links = name == "a" ? 1 : 0;
  for (const xmlNode* child = node.children; child != nullptr;
       child = child->next) {
    Add(*child, in_link || name == "a", counts, &own);
  }
  (*counts)[&node] = own;
  sum->words += own.words;
  sum->link_words += own.link_words;
  sum->links += own.links;
}

}  // namespace

int CountWords(absl::string_view text) {
  const auto* const bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  int words = 0;
  int unspaced = 0;
  bool in_word = false;
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (IsUnspaced(c)) {
      ++unspaced;
      in_word = false;
    } else {
      const bool is_part = c >= 0 && (u_isalnum(c) != 0);
      if (is_part && !in_word) ++words;
      // An apostrophe or a hyphen does not end a word.
      in_word = is_part || (in_word && (c == '\'' || c == '-' || c == 0x2019));
    }
  }
  return words + (unspaced + 1) / 2;
}

WordsByElement CountWordsByElement(const xmlNode& root) {
  WordsByElement counts;
  WordCount sum;
  Add(root, false, &counts, &sum);
  return counts;
}

bool IsUnseen(absl::string_view name) {
  return name == "script" || name == "style" || name == "template" ||
         name == "noscript" || name == "title" || name == "iframe" ||
         name == "svg" || name == "object" || name == "canvas" ||
         name == "audio" || name == "video" || name == "select" ||
         name == "textarea" || name == "datalist" || name == "noframes";
}

}  // namespace footnote
