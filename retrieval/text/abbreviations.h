// English abbreviations, and the words that tell whether one ends a sentence.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_ABBREVIATIONS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_ABBREVIATIONS_H_

#include "absl/strings/string_view.h"

namespace footnote {

// How the stop behind a word is read.
enum class AbbreviationKind {
  kNone,     // It ends the sentence.
  kTitle,    // It never does: a name follows ("Mr.", "St.", "vs.").
  kNumber,   // It does not where a number follows ("No.", "p.", "Fig.").
  kInitial,  // A single capital ("Jonas E. Smith").
  kTime,     // "a.m.", "p.m.".
  kOpen,     // It may ("Inc.", "U.S.", "Jan."): the next word tells.
};

// Returns the kind of `word`, which stands before a stop and is given without
// it ("U.S", "Mr"). Case matters: "Sat" is a day, "sat" is none.
AbbreviationKind KindOfAbbreviation(absl::string_view word);

// Returns whether a capitalised `word` more likely begins a sentence than
// continues a name: a pronoun, article, conjunction, preposition and the like.
bool IsSentenceStarter(absl::string_view word);

// Returns whether `word` goes on after a time of day: a week day, a month, a
// time zone.
bool FollowsTimeOfDay(absl::string_view word);

// Returns whether `word` is a verb of saying ("said", "asked").
bool IsSpeechVerb(absl::string_view word);

// Returns whether a line that ends in `word` goes on in the next: an article,
// a preposition, a conjunction.
bool LeavesSentenceOpen(absl::string_view word);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_ABBREVIATIONS_H_
