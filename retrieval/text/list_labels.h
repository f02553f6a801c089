// Labels of list items that stand one behind the other on a line.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_LIST_LABELS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_LIST_LABELS_H_

#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {

// What an item begins with: "1.", "2)", "3.)", "b.", "• 9.", "•".
struct ListLabel {
  char32_t bullet = 0;  // 0: none.
  int ordinal = 0;      // The number, or the letter's place; 0: bullet only.
  bool letter = false;
  bool stop = false;         // "1." or "1.)".
  bool parenthesis = false;  // "1)" or "1.)".
  size_t size = 0;           // In bytes.
};

// Returns the label that begins at `pos` and has a further character behind it.
std::optional<ListLabel> ListLabelAt(absl::string_view text, size_t pos);

// Returns whether `next` labels the item after the one of `label`.
bool Follows(const ListLabel& next, const ListLabel& label);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_LIST_LABELS_H_
