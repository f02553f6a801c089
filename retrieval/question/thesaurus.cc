#include "retrieval/question/thesaurus.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "retrieval/question/word_relations.h"
#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

// What a word that nothing is found for takes beside its letters, in terms.
constexpr size_t kTermsOfEntry = 8;

// Returns what a list found for `key` takes, in terms.
template <typename Terms>
size_t TermsOf(const std::string& key, const Terms& found) {
  return found.size() + kTermsOfEntry + key.size() / sizeof(uint64_t);
}

// Returns whether words in `relation` tell something of a sentence. What is
// broader or follows stands in others as often.
bool Counts(WordRelation relation) {
  return relation != WordRelation::kBroader &&
         relation != WordRelation::kEntailed;
}

Nearness NearnessOf(const RelatedWord& related) {
  if (related.relation == WordRelation::kOpposite) return Nearness::kOpposite;
  const bool is_same = related.relation <= WordRelation::kDerived &&
                       related.sense == 0 && related.distance <= 1;
  return is_same ? Nearness::kSame : Nearness::kRelated;
}

// Returns what `*kept` has under `key`, or else what `find` finds, which is
// kept from then on unless another thread was faster. Nobody waits for `find`.
template <typename Kept, typename Find>
auto FindOnce(const std::string& key, size_t most, absl::Mutex* mutex,
              Kept* kept, Find find) {
  {
    absl::MutexLock lock(mutex);
    const auto known = kept->by_key.find(key);
    if (known != kept->by_key.end()) return known->second;
  }
  auto found = std::make_shared<const decltype(find())>(find());
  absl::MutexLock lock(mutex);
  if (kept->terms >= most) *kept = {};
  const auto [entry, is_new] = kept->by_key.try_emplace(key, std::move(found));
  if (is_new) kept->terms += TermsOf(key, *entry->second);
  return entry->second;
}

}  // namespace

Thesaurus::Thesaurus(std::shared_ptr<const WordNet> wordnet,
                     size_t most_terms_kept)
    : wordnet_(std::move(wordnet)), most_terms_kept_(most_terms_kept) {}

std::shared_ptr<const Thesaurus::Words> Thesaurus::FindWords(
    const std::string& word) const ABSL_NO_THREAD_SAFETY_ANALYSIS {
  return FindOnce(word, most_terms_kept_, &mutex_, &words_, [&] {
    Words words;
    for (const RelatedWord& related : RelatedWords(*wordnet_, word)) {
      if (!Counts(related.relation)) continue;
      words.push_back({HashTerm(related.term), NearnessOf(related)});
    }
    return words;
  });
}

std::shared_ptr<const TermSet> Thesaurus::FindKinds(
    const std::string& noun) const ABSL_NO_THREAD_SAFETY_ANALYSIS {
  return FindOnce(noun, most_terms_kept_ / 2, &mutex_, &kinds_, [&] {
    TermSet kinds;
    const auto found = KindsOf(*wordnet_, noun, kMostKinds + 1);
    if (found.size() > kMostKinds) return kinds;
    for (const std::string& kind : found) kinds.insert(HashTerm(kind));
    return kinds;
  });
}

void Thesaurus::AddRelatedTerms(QueryPlan* plan) const {
  for (uint32_t i = 0; i < plan->terms.size(); ++i) {
    const PlannedTerm& term = plan->terms[i];
    if (term.is_name || term.is_number || term.is_synonym) continue;
    const auto words = FindWords(absl::AsciiStrToLower(term.word));
    for (const Related& related : *words) {
      plan->related[related.term].push_back({i, related.nearness});
    }
  }
  if (!plan->focus.empty()) {
    plan->kinds = FindKinds(absl::AsciiStrToLower(plan->focus));
  }
}

}  // namespace footnote
