// What a sense of a word leads to, step by step.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SYNSET_WALK_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SYNSET_WALK_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/wordnet.h"

namespace footnote {

// A place that a walk comes to.
struct SynsetStop {
  Synset synset;
  uint8_t word = 0;  // Which word of it, counted from 1; 0: all of them.
  int distance = 0;  // In pointers from where the walk began.
  int sense = 0;     // Of the word, where it began; 0: the most usual.
};

// How far a walk goes.
struct WalkBounds {
  int distance = 0;    // The furthest stop.
  size_t synsets = 0;  // The most stops.
};

// Returns the places of `lemma` in its `limit` most usual senses of that part
// of speech.
std::vector<SynsetStop> StopsOf(const WordNet& wordnet, absl::string_view lemma,
                                PartOfSpeech part, size_t limit);

// Calls `visit` for each stop of `from` and what pointers of `kinds` lead to
// from there, the nearest first, each once, within `bounds`. A pointer from one
// word to another is followed from that word alone, and leads to that word
// alone. `visit` returns whether to go on. Synsets that
// WordNet::Know() does not know are passed over. Thread-safe.
void Walk(const WordNet& wordnet, const std::vector<SynsetStop>& from,
          SynsetPointerKinds kinds, const WalkBounds& bounds,
          absl::FunctionRef<bool(const SynsetStop&, const KnownSynset&)> visit);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SYNSET_WALK_H_
