// The part that English words play in telling who says what: verbs of saying,
// titles, pronouns, what links them.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORD_ROLES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORD_ROLES_H_

#include <cstdint>

#include "absl/strings/string_view.h"

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
  kPlainSpeechRole = 1 << 26,   // "said": even a thing may be its subject.
  kDeedRole = 1 << 27,          // "claimed": with a thing, nothing is said.
};

// Returns the roles of `lower`, given in lower case; 0 if it has none.
// Thread-safe.
uint32_t RolesOf(absl::string_view lower);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORD_ROLES_H_
