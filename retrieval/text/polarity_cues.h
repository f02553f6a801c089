// The words that tell whether a clause affirms, denies or leaves open.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_POLARITY_CUES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_POLARITY_CUES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/text/clause_words.h"

namespace footnote {

// What a cue does to the words behind it in its clause.
enum class CueSense {
  kNone,       // Nothing, though it looks like another: "not only".
  kNegates,    // "not", "no".
  kTurnsDown,  // "rejected", "ruled out": a denial with a will behind it.
  kDenies,     // "denied", "failed to": a verb that says that it is not so.
  kOpens,      // "may", "whether".
  kAhead,      // "will", "seeks to": what is not yet.
  kContinues,  // "nor": goes on with a denial, or is one.
  kVeils,      // "say", "know": "did not say" tells nothing of what follows.
  kRelates,    // "who", "that": a clause about the word before it.
  kJoins,      // "and".
  kBreaks,     // "but", "although": another clause begins.
};

// What a word may be where a clause is read; none of these is most words.
enum ClauseTrait : uint8_t {
  kBeginsCue = 1,         // CueAt() may find one where it stands first.
  kBeginsTurnedDown = 2,  // Likewise IsTurnedDown().
  kAuxiliary = 4,         // A form of "be", "have", "do", or one like them.
  kSetsCondition = 8,     // "if", "until".
};

// Returns the traits of a word, as ClauseWord has it. Thread-safe.
uint8_t ClauseTraitsOf(absl::string_view word);

// A cue and how many words it has; 0 words: there is none.
struct FoundCue {
  CueSense sense = CueSense::kNone;
  size_t words = 0;
};

// Returns the longest cue that begins with the first of `words`.
FoundCue CueAt(absl::Span<const ClauseWord> words);

// Returns whether `words`, which follow a form of "to be" or "to have", say of
// what stands before them that it came to nothing: "ruled out", "called off".
bool IsTurnedDown(absl::Span<const ClauseWord> words);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_POLARITY_CUES_H_
