// Where terms stand, as the index tells it.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_POSTING_H_
#define FOOTNOTE_RETRIEVAL_INDEX_POSTING_H_

#include <compare>
#include <cstdint>
#include <limits>
#include <vector>

namespace footnote {

// A passage's number in its corpus. Numbers grow and are never used twice.
using PassageNumber = uint32_t;

// The greatest that a passage has: the next stands for none.
inline constexpr int64_t kMaxPassageNumber =
    std::numeric_limits<PassageNumber>::max() - 1;

// That a passage holds a term.
struct Posting {
  PassageNumber passage = 0;
  uint32_t title_frequency = 0;  // How often its document's title holds it.
  uint32_t text_frequency = 0;   // How often its text holds it.

  // False only of what a change of the index says of a passage it removed.
  bool holds_term() const { return title_frequency > 0 || text_frequency > 0; }

  friend bool operator==(const Posting&, const Posting&) = default;
};

// Every passage that holds a term, in order of number.
using PostingList = std::vector<Posting>;

// One place where a term stands in a passage or its title. Ordered by passage,
// then title before text, then position.
struct TermPlace {
  PassageNumber passage = 0;
  bool in_text = false;   // Else in the title.
  uint32_t position = 0;  // Among the terms there, from 0.

  friend auto operator<=>(const TermPlace&, const TermPlace&) = default;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_POSTING_H_
