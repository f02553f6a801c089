// Whether a sentence says that something is so, that it is not, or neither.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_POLARITY_H_
#define FOOTNOTE_RETRIEVAL_TEXT_POLARITY_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/clause_words.h"

namespace footnote {

// What becomes of something in a sentence.
enum class Polarity {
  kAffirmed,  // "seeks to revise"; also where nothing speaks against it.
  kDenied,    // "did not revise", "stopped short of calling for a revision".
  kOpen,      // "may revise", "did not rule out revising", a question.
};

// As what a sentence speaks of something.
enum class Outlook {
  kActual,  // As what is or was: "revised", "has not revised".
  kAhead,   // As wanted, planned or to come: "will revise", "seeks to revise".
  kEither,  // As turned down, for now and later: "rejected a revision".
};

// How a sentence stands to something that it says.
struct Stance {
  Polarity polarity = Polarity::kAffirmed;
  Outlook outlook = Outlook::kActual;

  friend bool operator==(const Stance&, const Stance&) = default;
};

// Returns how `sentence`, an English one, stands to what its word at `word`
// says: by the words before it in its clause, and a few behind it ("a revision
// was ruled out"). What denies twice, or from far away, leaves open. Looks at
// no more than a fixed number of bytes around the word and at the end.
// Thread-safe.
// Chapman et al.: "A simple algorithm for identifying negated findings and
// diseases in discharge summaries", 2001 (NegEx).
//
// REQUIRES: word.begin <= word.end <= sentence.size().
Stance StanceAt(absl::string_view sentence, ByteRange word);

// Returns the polarity of StanceAt().
Polarity PolarityAt(absl::string_view sentence, ByteRange word);

// A sentence that is asked about several of its words: it is taken apart once.
// Thread-safe.
class SentenceStances {
 public:
  // `sentence` outlives this.
  explicit SentenceStances(absl::string_view sentence);

  // Returns StanceAt() of the sentence and `word`.
  Stance At(ByteRange word) const;

 private:
  const absl::string_view sentence_;
  const std::vector<ClauseWord> words_;
  const std::vector<uint8_t> traits_;  // Of each, as ClauseTraitsOf().
  const bool is_question_;
};

// Returns whether `sentence` ends with a question mark, closing quotes and
// brackets aside.
bool IsQuestion(absl::string_view sentence);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_POLARITY_H_
