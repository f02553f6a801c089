#include "retrieval/question/word_relations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "retrieval/text/synset_walk.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

using Kind = SynsetPointerKind;

// The senses of a word that count in a question: rarer ones mislead.
constexpr size_t kSensesOfWord = 3;
constexpr size_t kSensesOfNoun = 2;

constexpr int kAnyDistance = 100;  // The deepest noun is 18 below "entity".

// Of a usual word, all there is; "person" alone has 9,000 kinds.
constexpr size_t kMostStops = 200;

constexpr SynsetPointerKinds kMadeOfIt = {Kind::kDerived, Kind::kPertains,
                                          Kind::kParticiple};

std::string SpeltAsLemma(absl::string_view words) {
  std::string lemma = absl::AsciiStrToLower(words);
  std::replace(lemma.begin(), lemma.end(), ' ', '_');
  return lemma;
}

absl::flat_hash_set<std::string> TermsOf(absl::string_view words) {
  absl::flat_hash_set<std::string> terms;
  ForEachTerm(words, [&terms](absl::string_view term, ByteRange) {
    terms.emplace(term);
    return true;
  });
  return terms;
}

// Collects the words that are related to one, relation by relation.
class RelatedWordCollector {
 public:
  RelatedWordCollector(const WordNet& wordnet, absl::string_view word)
      : wordnet_(wordnet), known_(TermsOf(word)) {
    const std::string lemma = SpeltAsLemma(word);
    for (const PartOfSpeech part : kPartsOfSpeech) {
      for (const std::string& form : wordnet.BaseForms(lemma, part)) {
        const auto stops = StopsOf(wordnet, form, part, kSensesOfWord);
        senses_.insert(senses_.end(), stops.begin(), stops.end());
      }
    }
  }

  // Collects what pointers of `kinds` lead to from the senses of the word.
  void Follow(SynsetPointerKinds kinds, WordRelation relation,
              const WalkBounds& bounds) {
    Collect(senses_, kinds, relation, bounds, 0);
  }

  // Collects what pointers of `kinds` lead to from the synonyms of the word.
  void FollowSynonyms(SynsetPointerKinds kinds, WordRelation relation) {
    Collect(Whole(), kinds, relation, {1, kMostStops}, 1);
  }

  // Collects the words that mean the same.
  void CollectSynonyms() {
    Collect(Whole(), {}, WordRelation::kSynonym, {0, senses_.size()}, 0);
  }

  std::vector<RelatedWord> Take() { return std::move(words_); }

 private:
  // Returns the senses of the word with all their words.
  std::vector<SynsetStop> Whole() const {
    std::vector<SynsetStop> whole = senses_;
    for (SynsetStop& stop : whole) stop.word = 0;
    return whole;
  }

  void Collect(const std::vector<SynsetStop>& from, SynsetPointerKinds kinds,
               WordRelation relation, const WalkBounds& bounds,
               int distance_before);

  const WordNet& wordnet_;
  absl::flat_hash_set<std::string> known_;
  std::vector<SynsetStop> senses_;
  std::vector<RelatedWord> words_;
};

void RelatedWordCollector::Collect(const std::vector<SynsetStop>& from,
                                   SynsetPointerKinds kinds,
                                   WordRelation relation,
                                   const WalkBounds& bounds,
                                   int distance_before) {
  if (words_.size() >= kMaxRelatedWords) return;
  Walk(
      wordnet_, from, kinds, bounds,
      [&](const SynsetStop& stop, const KnownSynset& known) {
        const auto add = [&](absl::string_view term) {
          if (words_.size() < kMaxRelatedWords && known_.emplace(term).second) {
            words_.push_back({std::string(term), relation,
                              distance_before + stop.distance, stop.sense});
          }
        };
        const bool is_start = stop.distance == 0;
        if (is_start && relation != WordRelation::kSynonym) return true;
        known.ForEachTerm(stop.word, add);
        return words_.size() < kMaxRelatedWords;
      });
}

// The entries that a noun of a question stands for.
struct NounEntries {
  std::vector<std::string> lemmas;
  absl::flat_hash_set<std::string> terms;  // Its own.
};

NounEntries EntriesOf(const WordNet& wordnet, absl::string_view noun) {
  NounEntries entries;
  entries.terms = TermsOf(noun);
  const std::string lemma = SpeltAsLemma(noun);
  entries.lemmas = wordnet.BaseForms(lemma, PartOfSpeech::kNoun);
  const size_t last = lemma.rfind('_');
  if (entries.lemmas.empty() && last != std::string::npos) {
    entries.lemmas =
        wordnet.BaseForms(lemma.substr(last + 1), PartOfSpeech::kNoun);
  }
  return entries;
}

std::optional<LexicalClass> ClassOfFile(uint8_t lexical_file) {
  if (lexical_file < static_cast<uint8_t>(LexicalClass::kAct) ||
      lexical_file > static_cast<uint8_t>(LexicalClass::kTime)) {
    return std::nullopt;
  }
  return static_cast<LexicalClass>(lexical_file);
}

// Returns the class of most of what is a kind of `top`, a noun so general that
// WordNet itself gives it none: "person", "animal".
std::optional<LexicalClass> ClassOfKinds(const WordNet& wordnet,
                                         const SynsetStop& top) {
  constexpr size_t kMostKinds = 100;
  std::array<size_t, 256> counts = {};
  size_t kinds = 0;
  Walk(wordnet, {top}, {Kind::kHyponym}, {1, kMostKinds},
       [&](const SynsetStop& stop, const KnownSynset& known) {
         if (stop.distance == 0) return true;
         ++counts[known.entry().lexical_file];
         ++kinds;
         return true;
       });
  const auto most = std::max_element(counts.begin(), counts.end());
  if (2 * *most <= kinds) return std::nullopt;
  return ClassOfFile(static_cast<uint8_t>(most - counts.begin()));
}

}  // namespace

std::vector<RelatedWord> RelatedWords(const WordNet& wordnet,
                                      absl::string_view word) {
  RelatedWordCollector words(wordnet, word);
  words.CollectSynonyms();
  words.Follow(kMadeOfIt, WordRelation::kDerived, {2, kMostStops});
  words.FollowSynonyms(kMadeOfIt, WordRelation::kDerived);
  words.Follow({Kind::kAttribute}, WordRelation::kAttribute, {1, kMostStops});
  words.Follow({Kind::kSimilar, Kind::kVerbGroup, Kind::kSeeAlso},
               WordRelation::kSimilar, {1, kMostStops});
  words.Follow({Kind::kEntails, Kind::kCauses}, WordRelation::kEntailed,
               {1, kMostStops});
  words.Follow({Kind::kHyponym}, WordRelation::kNarrower, {2, kMostStops});
  words.Follow({Kind::kHypernym}, WordRelation::kBroader, {2, kMostStops});
  words.Follow({Kind::kAntonym}, WordRelation::kOpposite, {1, kMostStops});
  return words.Take();
}

absl::flat_hash_set<std::string> KindsOf(const WordNet& wordnet,
                                         absl::string_view noun, size_t most) {
  const NounEntries entries = EntriesOf(wordnet, noun);
  std::vector<SynsetStop> senses;
  for (const std::string& lemma : entries.lemmas) {
    for (SynsetStop stop :
         StopsOf(wordnet, lemma, PartOfSpeech::kNoun, kSensesOfNoun)) {
      stop.word = 0;
      senses.push_back(stop);
    }
  }
  absl::flat_hash_set<std::string> terms;
  const auto add = [&](absl::string_view term) {
    if (terms.size() < most && !entries.terms.contains(term)) {
      terms.emplace(term);
    }
  };
  Walk(wordnet, senses, {Kind::kHyponym}, {kAnyDistance, 4 * kMaxKinds},
       [&](const SynsetStop& stop, const KnownSynset& known) {
         known.ForEachTerm(stop.word, add);
         return terms.size() < most;
       });
  return terms;
}

std::optional<LexicalClass> LexicalClassOf(const WordNet& wordnet,
                                           absl::string_view noun) {
  const NounEntries entries = EntriesOf(wordnet, noun);
  if (entries.lemmas.empty()) return std::nullopt;
  const std::vector<SynsetStop> senses =
      StopsOf(wordnet, entries.lemmas.front(), PartOfSpeech::kNoun, 1);
  SynsetEntry entry;
  if (senses.empty() || !wordnet.Read(senses.front().synset, {}, &entry)) {
    return std::nullopt;
  }
  const std::optional<LexicalClass> of_file = ClassOfFile(entry.lexical_file);
  return of_file.has_value() ? of_file : ClassOfKinds(wordnet, senses.front());
}

}  // namespace footnote
