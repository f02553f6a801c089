// The lines of WordNet's files (wndb(5WN)).

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORDNET_LINES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORDNET_LINES_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {

// Takes the fields of a line, parted by one space each, from left to right.
class LineFields {
 public:
  explicit LineFields(absl::string_view line) : rest_(line) {}

  // Returns the next field, empty if there is none.
  absl::string_view Next();

  // Returns the next field as ReadNumber() does.
  std::optional<uint32_t> NextNumber(int base);

  // Passes over `count` fields, or those that are left.
  void Skip(size_t count);

  // Returns the next `count` bytes, or those that are left, whatever they are.
  absl::string_view Take(size_t count);

 private:
  absl::string_view rest_;
};

// Returns the number that `digits`, one to eight of them, are in `base`, 10 or
// 16 with small letters, or nothing if they are something else.
std::optional<uint32_t> ReadNumber(absl::string_view digits, int base);

// Removes the first line from `*lines`, and returns it without its end.
absl::string_view TakeLine(absl::string_view* lines);

// Returns the adjacent lines of `file`, sorted by the bytes of its first field,
// whose first field is `key`; none if it is empty. Of a file that is not
// sorted, some may be missed.
absl::string_view FindLines(absl::string_view file, absl::string_view key);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORDNET_LINES_H_
