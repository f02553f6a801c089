// Words that a sentence may have in place of those of a question.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_WORD_RELATIONS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_WORD_RELATIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/wordnet.h"

namespace footnote {

// How a word is related to one of a question, the closest first.
enum class WordRelation : uint8_t {
  kSynonym,    // Means the same, or is another form of it: "wrote", "write".
  kDerived,    // Is made of it or it of that: "invent", "inventor".
  kAttribute,  // "Old" and "age".
  kSimilar,    // Is of like sense; verbs and adjectives only.
  kEntailed,   // Follows from it: "kill", "die".
  kNarrower,   // Is a kind of it: "walk", "limp".
  kBroader,    // It is a kind of that: "limp", "walk".
  kOpposite,   // "Win", "lose".
};

// A word that is related to one of a question.
struct RelatedWord {
  std::string term;  // As the index spells it: see ForEachTerm().
  WordRelation relation = WordRelation::kSynonym;
  int distance = 0;  // In steps; a synonym of `word` is a step away of others.
  int sense = 0;     // The one of `word` that led to it; 0: the most usual.

  friend bool operator==(const RelatedWord&, const RelatedWord&) = default;
};

// The most words that RelatedWords() returns.
inline constexpr size_t kMaxRelatedWords = 300;

// Returns the words that are related to `word`, in any case, by one of its
// three most usual senses in each part of speech: each term once, by its
// closest relation, the closest first. The term of `word` itself and what takes
// several terms ("white house") are left out; past kMaxRelatedWords, those of
// the furthest relations are. Thread-safe.
std::vector<RelatedWord> RelatedWords(const WordNet& wordnet,
                                      absl::string_view word);

// The most terms that KindsOf() returns.
inline constexpr size_t kMaxKinds = 5000;

// Returns the terms of what is a kind or an instance of `noun`, in any case,
// by one of its two most usual senses: "thames" and "brook" for "river". Of a
// noun of several words that is not known, the last word counts ("energy
// import"). The term of `noun` itself and what takes several terms are left
// out; past `most`, those further down are. Thread-safe.
//
// REQUIRES: most <= kMaxKinds.
absl::flat_hash_set<std::string> KindsOf(const WordNet& wordnet,
                                         absl::string_view noun,
                                         size_t most = kMaxKinds);

// What kind of thing a noun is for, in WordNet's own division (lexnames(5WN)).
enum class LexicalClass : uint8_t {
  kAct = 4,
  kAnimal,
  kArtifact,
  kAttribute,
  kBody,
  kCognition,
  kCommunication,
  kEvent,
  kFeeling,
  kFood,
  kGroup,
  kLocation,
  kMotive,
  kObject,
  kPerson,
  kPhenomenon,
  kPlant,
  kPossession,
  kProcess,
  kQuantity,
  kRelation,
  kShape,
  kState,
  kSubstance,
  kTime,
};

// Returns the class of `noun`, read as KindsOf() reads it, in its most usual
// sense: kPerson for "inventor". Nothing if it is not known or, as "entity",
// has kinds of many classes. Thread-safe.
std::optional<LexicalClass> LexicalClassOf(const WordNet& wordnet,
                                           absl::string_view noun);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_WORD_RELATIONS_H_
