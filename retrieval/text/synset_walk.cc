#include "retrieval/text/synset_walk.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"

namespace footnote {

std::vector<SynsetStop> StopsOf(const WordNet& wordnet, absl::string_view lemma,
                                PartOfSpeech part, size_t limit) {
  std::vector<SynsetStop> stops;
  SynsetEntry entry;
  const std::vector<Synset> senses = wordnet.SensesOf(lemma, part, limit);
  for (size_t i = 0; i < senses.size(); ++i) {
    if (!wordnet.Read(senses[i], {}, &entry)) continue;
    const auto word = std::find_if(entry.words.begin(), entry.words.end(),
                                   [lemma](absl::string_view w) {
                                     return absl::EqualsIgnoreCase(w, lemma);
                                   });
    // It is there in a sound file.
    if (word == entry.words.end()) continue;
    const auto position = word - entry.words.begin() + 1;
    stops.push_back(
        {senses[i], static_cast<uint8_t>(position), 0, static_cast<int>(i)});
  }
  return stops;
}

void Walk(
    const WordNet& wordnet, const std::vector<SynsetStop>& from,
    SynsetPointerKinds kinds, const WalkBounds& bounds,
    absl::FunctionRef<bool(const SynsetStop&, const SynsetEntry&)> visit) {
  std::vector<SynsetStop> stops;
  absl::flat_hash_set<std::pair<Synset, uint8_t>> known;
  // The files have circles.
  const auto add = [&](const SynsetStop& stop) {
    if (stops.size() < bounds.synsets &&
        known.emplace(stop.synset, stop.word).second) {
      stops.push_back(stop);
    }
  };
  for (const SynsetStop& stop : from) add(stop);
  SynsetEntry entry;
  for (size_t i = 0; i < stops.size(); ++i) {
    const SynsetStop stop = stops[i];  // `stops` grows.
    const bool is_last = stop.distance >= bounds.distance;
    if (!wordnet.Read(stop.synset, is_last ? SynsetPointerKinds({}) : kinds,
                      &entry)) {
      continue;
    }
    if (!visit(stop, entry)) return;
    for (const SynsetPointer& pointer : entry.pointers) {
      const bool is_of_stop = pointer.from_word == 0 || stop.word == 0 ||
                              pointer.from_word == stop.word;
      if (is_of_stop) {
        add({pointer.target, pointer.to_word, stop.distance + 1, stop.sense});
      }
    }
  }
}

void ForEachWord(const SynsetStop& stop, const SynsetEntry& entry,
                 absl::FunctionRef<void(absl::string_view word)> visit) {
  if (stop.word == 0) {
    for (const absl::string_view word : entry.words) visit(word);
  } else if (stop.word <= entry.words.size()) {
    visit(entry.words[stop.word - 1U]);
  }
}

}  // namespace footnote
