#include "retrieval/text/known_synset.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "retrieval/text/term_folding.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/wordnet.h"

namespace footnote {
namespace {

bool IsPlainWord(absl::string_view word) {
  return word.size() <= kMaxTermBytes &&
         std::all_of(word.begin(), word.end(), [](char c) {
           return absl::ascii_islower(static_cast<unsigned char>(c));
         });
}

// Calls `visit` with the one term of `word`, unless it takes several.
void WithTerm(absl::string_view word,
              absl::FunctionRef<void(absl::string_view term)> visit) {
  // Nearly all: nothing is to be folded.
  if (IsPlainWord(word)) return visit(StemWord(word));
  ForEachTerm(word, [&](absl::string_view term, ByteRange range) {
    if (range.end - range.begin == word.size()) visit(term);
    return false;
  });
}

}  // namespace

KnownSynset::KnownSynset(const WordNet& wordnet, Synset synset,
                         SynsetEntry entry)
    : synset_(synset), entry_(std::move(entry)) {
  for (size_t i = 0; i < entry_.words.size(); ++i) {
    const absl::string_view word = entry_.words[i];
    const auto add = [&](absl::string_view term) { AddTerm(i + 1, term); };
    WithTerm(word, add);
    for (const absl::string_view form :
         wordnet.IrregularForms(word, synset.part)) {
      WithTerm(form, add);
    }
  }
}

void KnownSynset::AddTerm(size_t word, absl::string_view term) {
  terms_.append(term.data(), term.size());
  places_.push_back(
      {static_cast<uint8_t>(word), static_cast<uint32_t>(terms_.size())});
}

void KnownSynset::ForEachTerm(
    uint8_t word, absl::FunctionRef<void(absl::string_view term)> visit) const {
  uint32_t begin = 0;
  for (const Place& place : places_) {
    if (word == 0 || place.word == word) {
      visit(absl::string_view(terms_).substr(begin, place.end - begin));
    }
    begin = place.end;
  }
}

KnownSynsets::~KnownSynsets() {
  for (const auto& place : places_) delete place.load();
}

const KnownSynset* KnownSynsets::Find(Synset synset) const {
  const KnownSynset* const known =
      places_[PlaceOf(synset)].load(std::memory_order_acquire);
  return known != nullptr && known->synset() == synset ? known : nullptr;
}

void KnownSynsets::Offer(std::unique_ptr<const KnownSynset>* known) {
  const KnownSynset* none = nullptr;
  auto& place = places_[PlaceOf((*known)->synset())];
  if (place.compare_exchange_strong(none, known->get(),
                                    std::memory_order_acq_rel)) {
    known->release();
  }
}

size_t KnownSynsets::PlaceOf(Synset synset) {
  // Knuth's multiplicative hash: the upper bits depend on all of the lower.
  constexpr uint32_t kPrime = 2654435761;
  constexpr int kUnusedBits = 16;
  static_assert(kPlaces == uint64_t{1} << (32 - kUnusedBits));
  const uint32_t key = synset.offset * 4 + static_cast<uint32_t>(synset.part);
  return (key * kPrime) >> kUnusedBits;
}

}  // namespace footnote
