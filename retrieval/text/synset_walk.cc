#include "retrieval/text/synset_walk.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"

namespace footnote {

std::vector<SynsetStop> StopsOf(const WordNet& wordnet, absl::string_view lemma,
                                PartOfSpeech part, size_t limit) {
  std::vector<SynsetStop> stops;
  std::unique_ptr<const KnownSynset> room;
  const std::vector<Synset> senses = wordnet.SensesOf(lemma, part, limit);
  for (size_t i = 0; i < senses.size(); ++i) {
    const KnownSynset* const known = wordnet.Know(senses[i], &room);
    if (known == nullptr) continue;
    const auto& words = known->entry().words;
    const auto word =
        std::find_if(words.begin(), words.end(), [lemma](absl::string_view w) {
          return absl::EqualsIgnoreCase(w, lemma);
        });
    // It is there in a sound file.
    if (word == words.end()) continue;
    const auto position = word - words.begin() + 1;
    stops.push_back(
        {senses[i], static_cast<uint8_t>(position), 0, static_cast<int>(i)});
  }
  return stops;
}

void Walk(
    const WordNet& wordnet, const std::vector<SynsetStop>& from,
    SynsetPointerKinds kinds, const WalkBounds& bounds,
    absl::FunctionRef<bool(const SynsetStop&, const KnownSynset&)> visit) {
  constexpr size_t kUsualStops = 32;
  std::vector<SynsetStop> stops;
  absl::flat_hash_set<std::pair<Synset, uint8_t>> visited;
  visited.reserve(std::min(bounds.synsets, kUsualStops));
  // The files have circles.
  const auto add = [&](const SynsetStop& stop) {
    if (stops.size() < bounds.synsets &&
        visited.emplace(stop.synset, stop.word).second) {
      stops.push_back(stop);
    }
  };
  for (const SynsetStop& stop : from) add(stop);
  std::unique_ptr<const KnownSynset> room;
  for (size_t i = 0; i < stops.size(); ++i) {
    const SynsetStop stop = stops[i];  // `stops` grows.
    const KnownSynset* const known = wordnet.Know(stop.synset, &room);
    if (known == nullptr) continue;
    if (!visit(stop, *known)) return;
    if (stop.distance >= bounds.distance) continue;
    for (const SynsetPointer& pointer : known->entry().pointers) {
      const bool is_of_stop = pointer.from_word == 0 || stop.word == 0 ||
                              pointer.from_word == stop.word;
      if (kinds.Has(pointer.kind) && is_of_stop) {
        add({pointer.target, pointer.to_word, stop.distance + 1, stop.sense});
      }
    }
  }
}

}  // namespace footnote
