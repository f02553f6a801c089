// The words and marks of a text by the part they play in telling who says what:
// verbs of saying, titles, pronouns, what links them.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_PROSE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_PROSE_WORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// Parts that words play. A word may play several.
enum WordRole : uint32_t {
  kSpeechRole = 1 << 0,      // "said", "warned": a quotation may follow.
  kStanceRole = 1 << 1,      // "promised", "criticized": the rest is content.
  kBaseSpeechRole = 1 << 2,  // "say": of several people.
  kParticipleRole = 1 << 3,  // "saying", "adding".
  kTitleRole = 1 << 4,       // Ends a title: "president", "minister".
  kTitlePartRole = 1 << 5,   // Stands in titles: "prime", "former".
  kHonorificRole = 1 << 6,   // "Mr", "Dr".
  kPersonPronounRole = 1 << 7,  // "he", "she".
  kOtherPronounRole = 1 << 8,   // "they", "it", "who", "I".
  kDeterminerRole = 1 << 9,     // "the", "a", "his".
  kHumanRole = 1 << 10,         // "spokesman", "officials".
  kBodyRole = 1 << 11,          // "ministry", "party", "report".
  kNegationRole = 1 << 12,      // "not", "never", "didn't".
  kAuxiliaryRole = 1 << 13,     // "has", "did".
  kModalRole = 1 << 14,         // "will", "could", "to".
  kBeRole = 1 << 15,            // "was", "been".
  kAdverbRole = 1 << 16,        // "also", "later".
  kPrepositionRole = 1 << 17,   // "of", "in".
  kConjunctionRole = 1 << 18,   // "and", "but", "that", "if".
  kDayRole = 1 << 19,           // "Monday", "March".
  kPlaceRole = 1 << 20,         // "Japan", "Washington".
  kNationRole = 1 << 21,        // "Japanese", "Republican".
  kGivenNameRole = 1 << 22,     // "Donald", "Mary".
  kParticleRole = 1 << 23,      // "van", "bin": inside names.
  kFunctionRole = 1 << 24,      // Any of which a name does not begin with.
  kQuotingRole = 1 << 25,       // "replied": what follows must be quoted.
  kPlainSpeechRole = 1 << 26    // "said": even a thing may be its subject.
};

// A word or a mark of a text.
struct ProseWord {
  ByteRange range;          // Without a possessive or contracted ending ("'s").
  uint32_t roles = 0;       // Of WordRole; 0 for a mark.
  char32_t mark = 0;        // The code point if it is a mark, else 0.
  bool capital = false;     // Begins with a capital.
  bool capitals = false;    // Two letters or more, all of them capitals.
  bool possessive = false;  // Had a possessive ending.
  bool number = false;      // Begins with a digit.

  bool Is(uint32_t any_of) const { return (roles & any_of) != 0; }
  bool IsWord() const { return mark == 0; }
};

// Appends the words and marks of `text` in `range` to `words`, in order. A word
// is a run of letters, digits and the apostrophes, hyphens and stops inside
// ("Japan-U.S."); the stop of an abbreviation or initial is no mark. Malformed
// UTF-8 is passed over.
//
// REQUIRES: range lies in the text.
void ReadProseWords(absl::string_view text, ByteRange range,
                    std::vector<ProseWord>& words);

// Returns `word` in lower case, of any script, with "'" for U+2019.
std::string LowerWord(absl::string_view word);

// Returns the roles of `lower`, given in lower case.
uint32_t RolesOf(absl::string_view lower);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_PROSE_WORDS_H_
