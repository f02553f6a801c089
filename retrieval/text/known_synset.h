// What is known of a synset once its line was read, and where that is kept.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_KNOWN_SYNSET_H_
#define FOOTNOTE_RETRIEVAL_TEXT_KNOWN_SYNSET_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/synset.h"

namespace footnote {

// A synset with the terms of its words, as the index spells them: those that
// are one term, and of their irregular forms, which no stemmer brings together
// with them ("wrote" and "write").
class KnownSynset {
 public:
  // What `wordnet` has of `synset`, with pointers of every kind.
  // REQUIRES: `entry` was read from there.
  KnownSynset(const WordNet& wordnet, Synset synset, SynsetEntry entry);

  Synset synset() const { return synset_; }
  const SynsetEntry& entry() const { return entry_; }

  // Calls `visit` for each term of word `word`, counted from 1, or of all words
  // if that is 0, in order. Words that it does not have have none.
  void ForEachTerm(uint8_t word,
                   absl::FunctionRef<void(absl::string_view term)> visit) const;

 private:
  // A term of a word.
  struct Place {
    uint8_t word = 0;  // Counted from 1.
    uint32_t end = 0;  // In `terms_`, where it begins behind the one before.
  };

  void AddTerm(size_t word, absl::string_view term);

  const Synset synset_;
  const SynsetEntry entry_;
  std::string terms_;  // One behind the other.
  std::vector<Place> places_;
};

// Keeps synsets for good: the first that comes to a place stays there, so that
// who has found one needs no lock and no count of users. Those that questions
// come to most often come first. Thread-safe.
class KnownSynsets {
 public:
  KnownSynsets() = default;
  ~KnownSynsets();
  KnownSynsets(const KnownSynsets&) = delete;
  KnownSynsets& operator=(const KnownSynsets&) = delete;

  // Returns what is kept of `synset`, or null. It lives as long as this.
  const KnownSynset* Find(Synset synset) const;

  // Keeps `*known`, if its place is free, and then leaves it null.
  void Offer(std::unique_ptr<const KnownSynset>* known);

 private:
  // Half as many as there are synsets; those take a dozen megabytes.
  static constexpr size_t kPlaces = 65536;

  static size_t PlaceOf(Synset synset);

  std::array<std::atomic<const KnownSynset*>, kPlaces> places_ = {};
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_KNOWN_SYNSET_H_
