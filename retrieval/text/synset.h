// The sets of words of one meaning that a lexical database is made of.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SYNSET_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SYNSET_H_

#include <array>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {

class WordNet;

enum class PartOfSpeech : uint8_t { kNoun, kVerb, kAdjective, kAdverb };

inline constexpr std::array<PartOfSpeech, 4> kPartsOfSpeech = {
    PartOfSpeech::kNoun, PartOfSpeech::kVerb, PartOfSpeech::kAdjective,
    PartOfSpeech::kAdverb};

// A set of words that mean the same in one of their senses: where the files
// keep it.
struct Synset {
  PartOfSpeech part = PartOfSpeech::kNoun;
  uint32_t offset = 0;  // In bytes.

  friend bool operator==(const Synset&, const Synset&) = default;

  template <typename H>
  friend H AbslHashValue(H state, const Synset& synset) {
    return H::combine(std::move(state), synset.part, synset.offset);
  }
};

// How one synset, or one of its words, leads to another. (wninput(5WN).)
enum class SynsetPointerKind : uint8_t {
  kHypernym,     // @, @i: what it is a kind of or an instance of.
  kHyponym,      // ~, ~i: what is a kind or an instance of it.
  kDerived,      // +: made of the same stem, "invent" and "inventor".
  kPertains,     // \: "Japanese" to "Japan", "quickly" to "quick".
  kParticiple,   // <: "written" to "write".
  kSimilar,      // &: of adjectives.
  kVerbGroup,    // $: verbs of like sense.
  kAttribute,    // =: "old" and "age".
  kAntonym,      // !
  kEntails,      // *: "snore" to "sleep".
  kCauses,       // >: "kill" to "die".
  kSeeAlso,      // ^
  kMeronym,      // %m, %s, %p: what it has as member, substance, part.
  kHolonym,      // #m, #s, #p: what it is a member, substance, part of.
  kDomain,       // ;c, ;r, ;u: the topic, region, usage it belongs to.
  kDomainMember  // -c, -r, -u: what belongs to it as such.
};

// Some of those kinds.
class SynsetPointerKinds {
 public:
  constexpr SynsetPointerKinds(std::initializer_list<SynsetPointerKind> kinds) {
    for (const SynsetPointerKind kind : kinds) bits_ |= Bit(kind);
  }

  // Every kind.
  static constexpr SynsetPointerKinds All() {
    SynsetPointerKinds all({});
    all.bits_ = ~uint32_t{0};
    return all;
  }

  constexpr bool Has(SynsetPointerKind kind) const {
    return (bits_ & Bit(kind)) != 0;
  }
  constexpr bool IsEmpty() const { return bits_ == 0; }

 private:
  static constexpr uint32_t Bit(SynsetPointerKind kind) {
    return uint32_t{1} << static_cast<uint32_t>(kind);
  }

  uint32_t bits_ = 0;
};

// A pointer of a synset.
struct SynsetPointer {
  SynsetPointerKind kind = SynsetPointerKind::kHypernym;
  Synset target;

  // Which word points to which, counted from 1; 0: the whole synset does.
  uint8_t from_word = 0;
  uint8_t to_word = 0;
};

// What the files say of a synset.
struct SynsetEntry {
  // The lexicographer's file it is of (lexnames(5WN)): 18 is noun.person.
  uint8_t lexical_file = 0;

  // Its words as they are written, "_" for a space: "White_House". They live as
  // long as the WordNet.
  std::vector<absl::string_view> words;

  std::vector<SynsetPointer> pointers;  // Of the kinds that were asked for.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SYNSET_H_
