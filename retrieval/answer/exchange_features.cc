#include "retrieval/answer/exchange_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

constexpr absl::string_view kOrdinals =
    "first second third fourth fifth sixth seventh eighth ninth tenth last "
    "final 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th";

// What can't both be meant of one thing. Opposites that are nouns and verbs are
// WordNet's to know.
constexpr absl::string_view kOpposites[][2] = {{"before", "after"},
                                               {"with", "without"},
                                               {"above", "below"},
                                               {"inside", "outside"},
                                               {"highest", "lowest"},
                                               {"largest", "smallest"},
                                               {"biggest", "smallest"},
                                               {"greatest", "least"},
                                               {"most", "least"},
                                               {"more", "less"},
                                               {"more", "fewer"},
                                               {"earliest", "latest"},
                                               {"oldest", "youngest"},
                                               {"oldest", "newest"},
                                               {"longest", "shortest"},
                                               {"best", "worst"},
                                               {"maximum", "minimum"},
                                               {"north", "south"},
                                               {"east", "west"},
                                               {"northern", "southern"},
                                               {"eastern", "western"},
                                               {"upper", "lower"},
                                               {"former", "latter"},
                                               {"always", "never"},
                                               {"similarly", "differently"}};

// The term that `word` is made into.
uint64_t TermOf(absl::string_view word) {
  uint64_t hash = 0;
  ForEachTerm(word, [&](absl::string_view term, ByteRange) {
    hash = HashTerm(term);
    return true;
  });
  return hash;
}

const TermSet& Ordinals() {
  static const auto* const kTerms = [] {
    auto* terms = new TermSet();
    ForEachTerm(kOrdinals, [&](absl::string_view term, ByteRange) {
      terms->insert(HashTerm(term));
      return true;
    });
    return terms;
  }();
  return *kTerms;
}

using OppositeWords =
    absl::flat_hash_map<uint64_t, absl::InlinedVector<uint64_t, 2>>;

const OppositeWords& Opposites() {
  static const auto* const kWords = [] {
    auto* words = new OppositeWords();
    for (const auto& [one, other] : kOpposites) {
      (*words)[TermOf(one)].push_back(TermOf(other));
      (*words)[TermOf(other)].push_back(TermOf(one));
    }
    return words;
  }();
  return *kWords;
}

bool Holds(const Candidate& candidate, uint64_t term) {
  const auto& terms = candidate.term_hashes;
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

bool HasOtherOrdinal(const Candidate& candidate,
                     const QuestionProfile& profile) {
  bool asked = false;
  for (const uint64_t term : profile.plan->text_terms) {
    if (!Ordinals().contains(term)) continue;
    if (Holds(candidate, term)) return false;
    asked = true;
  }
  const auto& terms = candidate.term_hashes;
  return asked && std::any_of(terms.begin(), terms.end(), [](uint64_t term) {
           return Ordinals().contains(term);
         });
}

bool HasOppositeWord(const Candidate& candidate,
                     const QuestionProfile& profile) {
  for (const uint64_t term : profile.plan->text_terms) {
    const auto found = Opposites().find(term);
    if (found == Opposites().end() || Holds(candidate, term)) continue;
    for (const uint64_t opposite : found->second) {
      if (Holds(candidate, opposite)) return true;
    }
  }
  return false;
}

// Returns whether the word beside `kept`, `offset` terms on, is one of
// `classes` that the question has not.
bool HasOther(const Candidate& candidate, const SentenceWords& words,
              uint32_t kept, int offset, uint8_t classes) {
  for (const TermHit& hit : candidate.hits) {
    if (hit.term != kept) continue;
    const int64_t beside = static_cast<int64_t>(hit.position) + offset;
    if (beside < 0 || beside >= static_cast<int64_t>(words.classes.size())) {
      continue;
    }
    const auto position = static_cast<size_t>(beside);
    if (words.Is(position, classes) &&
        !words.Is(position, kQuestionWord | kFunctionWord)) {
      return true;
    }
  }
  return false;
}

}  // namespace

ExchangeFeatures ComputeExchangeFeatures(const Candidate& candidate,
                                         const SentenceWords& words,
                                         const TermMarks& in_document,
                                         const QuestionProfile& profile) {
  ExchangeFeatures features;
  const auto look = [&](uint32_t kept, uint32_t missing, int offset) {
    const PlannedTerm& term = profile.plan->terms[missing];
    if (!candidate.in_sentence[kept] || in_document[missing] ||
        candidate.in_synonyms[missing]) {
      return;
    }
    if (term.is_number &&
        HasOther(candidate, words, kept, offset, kNumberWordClass)) {
      features.exchanged_number = 1;
    } else if (term.is_name &&
               HasOther(candidate, words, kept, offset, kCapitalWord)) {
      features.exchanged_name = 1;
    }
  };
  for (const auto& [first, second] : profile.neighbours) {
    look(first, second, 1);
    look(second, first, -1);
  }
  features.other_ordinal = HasOtherOrdinal(candidate, profile) ? 1 : 0;
  features.opposite_word = HasOppositeWord(candidate, profile) ? 1 : 0;
  return features;
}

}  // namespace footnote
