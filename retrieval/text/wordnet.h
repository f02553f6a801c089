// A lexical database of English: which words mean the same, which are kinds of
// others, and which are made of one another.
// Fellbaum (ed.): "WordNet: An Electronic Lexical Database", 1998.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORDNET_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORDNET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/known_synset.h"
#include "retrieval/text/mapped_file.h"
#include "retrieval/text/synset.h"

namespace footnote {

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

  // Returns `synset` with pointers of every kind and the terms of its words, or
  // null if it or one of its pointers can't be read. What is returned is kept
  // for the next, or put into `*room`.
  const KnownSynset* Know(Synset synset,
                          std::unique_ptr<const KnownSynset>* room) const;

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
  mutable KnownSynsets known_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORDNET_H_
