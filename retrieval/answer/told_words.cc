#include "retrieval/answer/told_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "retrieval/text/opposites.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

bool IsInName(const Candidate& candidate, uint32_t begin) {
  const auto& places = candidate.annotations.places;
  return std::any_of(
      places.begin(), places.end(), [begin](const NamePlace& place) {
        return place.range.begin <= begin && begin < place.range.end;
      });
}

std::vector<ToldWord> FindWords(const Candidate& candidate) {
  std::vector<ToldWord> words;
  words.reserve(candidate.term_count);
  for (uint32_t i = 0; i < candidate.term_count; ++i) {
    const ByteRange range = candidate.term_ranges[i];
    if (IsInName(candidate, candidate.range.begin + range.begin)) continue;
    const absl::string_view term = candidate.sentence->term(i);
    if (IsStopWord(term)) continue;
    words.push_back({candidate.term_hashes[i], term, range, HasOpposite(term)});
  }
  // Of a word that is repeated, the first place comes first.
  std::stable_sort(
      words.begin(), words.end(),
      [](const ToldWord& a, const ToldWord& b) { return a.hash < b.hash; });
  words.erase(std::unique(words.begin(), words.end(),
                          [](const ToldWord& a, const ToldWord& b) {
                            return a.hash == b.hash;
                          }),
              words.end());
  return words;
}

std::vector<std::string> FindFigures(absl::string_view text) {
  std::vector<std::string> figures;
  std::string figure;
  const auto flush = [&] {
    if (!figure.empty()) figures.push_back(figure);
    figure.clear();
  };
  for (const char c : text) {
    if (absl::ascii_isdigit(static_cast<unsigned char>(c))) {
      figure.push_back(c);
    } else if (c != ',') {
      flush();
    }
  }
  flush();
  std::sort(figures.begin(), figures.end());
  return figures;
}

bool HasWord(const ToldWords& words, uint64_t hash) {
  const auto& list = words.words();
  const auto found = std::lower_bound(
      list.begin(), list.end(), hash,
      [](const ToldWord& word, uint64_t wanted) { return word.hash < wanted; });
  return found != list.end() && found->hash == hash;
}

}  // namespace

ToldWords::ToldWords(const Candidate& candidate)
    : candidate_(candidate),
      words_(FindWords(candidate)),
      denied_(words_.size()) {}

bool ToldWords::Denies(size_t i) {
  std::optional<bool>& denied = denied_[i];
  if (!denied.has_value()) {
    if (!stances_.has_value()) stances_.emplace(candidate_.text);
    denied = stances_->At(words_[i].range).polarity == Polarity::kDenied;
  }
  return *denied;
}

const std::vector<std::string>& ToldWords::Figures() {
  if (!figures_.has_value()) figures_ = FindFigures(candidate_.text);
  return *figures_;
}

std::vector<std::pair<size_t, size_t>> SharedWords(const ToldWords& a,
                                                   const ToldWords& b) {
  std::vector<std::pair<size_t, size_t>> shared;
  for (size_t i = 0, j = 0; i < a.words().size() && j < b.words().size();) {
    const uint64_t in_a = a.words()[i].hash;
    const uint64_t in_b = b.words()[j].hash;
    if (in_a == in_b) shared.emplace_back(i, j);
    i += in_a <= in_b;
    j += in_b <= in_a;
  }
  return shared;
}

bool AnyOpposite(const ToldWords& a, const ToldWords& b) {
  const auto has_opposite_in_b = [&b](const ToldWord& word) {
    return std::any_of(
        b.words().begin(), b.words().end(), [&word](const ToldWord& other) {
          return other.has_opposite && AreOpposite(word.term, other.term);
        });
  };
  return std::any_of(a.words().begin(), a.words().end(),
                     [&](const ToldWord& word) {
                       return word.has_opposite && !HasWord(b, word.hash) &&
                              has_opposite_in_b(word);
                     });
}

}  // namespace footnote
