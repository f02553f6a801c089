// A lexical database of English: which words mean the same, which are kinds of
// others, and which are made of one another.
// Fellbaum (ed.): "WordNet: An Electronic Lexical Database", 1998.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORDNET_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORDNET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/mapped_file.h"

namespace footnote {

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

// WordNet 3.0 in the form of wndb(5WN), as Debian's package wordnet-base has
// it. What is asked for is sought in the files, which are mapped: nothing is
// loaded. Lines that are not of that form are passed over, so that a damaged
// file knows less and does no harm. Thread-safe.
class WordNet {
 public:
  // Where Debian keeps it.
  static constexpr char kDirectory[] = "/usr/share/wordnet";

  // Maps the files of `directory`: index.*, data.* and *.exc of each part of
  // speech. See MappedFile on how they may change meanwhile.
  //
  // Errors: kNotFound if one is missing; kUnavailable if one can't be read;
  // kDataLoss if one is empty.
  static absl::StatusOr<std::shared_ptr<const WordNet>> Open(
      const std::string& directory);

  // Returns whether `lemma`, in lower case with "_" for a space, is an entry of
  // that part of speech.
  bool Knows(absl::string_view lemma, PartOfSpeech part) const;

  // Returns the entries that `word`, spelt as a lemma, is a form of, each once:
  // itself first, then what the list of irregular forms has, or else what is
  // left without a regular ending (morphy(7WN)): "leaves" is "leave" and
  // "leaf".
  std::vector<std::string> BaseForms(absl::string_view word,
                                     PartOfSpeech part) const;

  // Returns the irregular forms of `lemma`: "wrote" and "written" of "write".
  // The first call reads the lists. They live as long as this.
  std::vector<absl::string_view> IrregularForms(absl::string_view lemma,
                                                PartOfSpeech part) const;

  // Returns the senses of `lemma`, the most usual first, at most `limit`; none
  // if it is no entry.
  std::vector<Synset> SensesOf(absl::string_view lemma, PartOfSpeech part,
                               size_t limit) const;

  // Reads `synset` with its pointers of `kinds` into `*entry`, whose memory is
  // used again. Returns whether there is one; if not, what `*entry` holds means
  // nothing.
  bool Read(Synset synset, SynsetPointerKinds kinds, SynsetEntry* entry) const;

 private:
  // The irregular forms of each lemma, in the order of the lists.
  using FormsByLemma =
      absl::flat_hash_map<absl::string_view, std::vector<absl::string_view>>;

  struct Part {
    MappedFile index;
    MappedFile synsets;
    MappedFile exceptions;

    // Made when first asked for.
    mutable std::once_flag read_irregular_forms;
    mutable FormsByLemma irregular_forms;
  };

  WordNet() = default;

  absl::Status Map(const std::string& directory);

  const Part& PartFor(PartOfSpeech part) const {
    return parts_[static_cast<size_t>(part)];
  }

  std::array<Part, kPartsOfSpeech.size()> parts_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORDNET_H_
