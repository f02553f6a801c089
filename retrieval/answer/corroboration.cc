#include "retrieval/answer/corroboration.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/opposites.h"
#include "retrieval/text/polarity.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// The share of the shorter sentence's words that the other has to hold to say
// the same in its own words, and how many they have to be for that to mean
// much: articles on one matter share its names, and those are not counted.
constexpr double kSharedWords = 0.75;
constexpr size_t kLeastWords = 3;

// Sentences that share less of their words need not be looked at.
constexpr double kLeastResemblance = 0.2;

TellingWords WordsThatTell(const Candidate& candidate) {
  const auto& places = candidate.annotations.places;
  TellingWords words;
  ForEachTerm(candidate.text, [&](absl::string_view term, ByteRange range) {
    const uint32_t begin = candidate.range.begin + range.begin;
    const bool is_name =
        std::any_of(places.begin(), places.end(), [begin](const NamePlace& p) {
          return p.range.begin <= begin && begin < p.range.end;
        });
    if (!is_name && !IsStopWord(term)) words.emplace(term, range);
    return true;
  });
  return words;
}

// Returns whether the sentence denies what its word at `word` says.
bool Denies(const Candidate& candidate, ByteRange word) {
  return PolarityAt(candidate.text, word) == Polarity::kDenied;
}

// Returns whether a word of `words` that `others` lacks has its opposite there.
bool AnyOpposite(const TellingWords& words, const TellingWords& others) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    return others.count(word.first) == 0 &&
           std::any_of(others.begin(), others.end(), [&](const auto& other) {
             return AreOpposite(word.first, other.first);
           });
  });
}

// Returns the words of a sentence that hold a digit, sorted: what it says in
// numbers.
std::vector<std::string> Figures(const Candidate& candidate) {
  std::vector<std::string> figures;
  std::string figure;
  const auto flush = [&] {
    if (!figure.empty()) figures.push_back(figure);
    figure.clear();
  };
  for (const char c : candidate.text) {
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

// Returns whether one of two sentences says all in numbers that the other says.
bool FiguresAgree(const Candidate& a, const Candidate& b) {
  const std::vector<std::string> in_a = Figures(a);
  const std::vector<std::string> in_b = Figures(b);
  return std::includes(in_a.begin(), in_a.end(), in_b.begin(), in_b.end()) ||
         std::includes(in_b.begin(), in_b.end(), in_a.begin(), in_a.end());
}

}  // namespace

const ShingleSet& StatementComparison::ShinglesOf(size_t candidate) {
  std::optional<ShingleSet>& shingles = shingles_[candidate];
  if (!shingles.has_value()) {
    shingles = Shingles(candidates_[candidate].term_hashes);
  }
  return *shingles;
}

double StatementComparison::ResemblanceOf(size_t a, size_t b) {
  return Resemblance(ShinglesOf(a), ShinglesOf(b));
}

bool StatementComparison::AreCopies(size_t a, size_t b) {
  const DocumentRecord& in = *candidates_[a].document;
  const DocumentRecord& other = *candidates_[b].document;
  return in.number == other.number ||
         (!in.summary.source.empty() &&
          in.summary.source == other.summary.source) ||
         SketchResemblance(in.annotations.sketch, other.annotations.sketch) >=
             kCopyResemblance ||
         ResemblanceOf(a, b) >= kNearDuplicateResemblance;
}

const TellingWords& StatementComparison::WordsOf(size_t candidate) {
  std::optional<TellingWords>& words = words_[candidate];
  if (!words.has_value()) words = WordsThatTell(candidates_[candidate]);
  return *words;
}

bool StatementComparison::TellTheSame(size_t a, size_t b) {
  const TellingWords& words_a = WordsOf(a);
  const TellingWords& words_b = WordsOf(b);
  std::vector<std::pair<ByteRange, ByteRange>> shared;
  for (const auto& [word, range] : words_a) {
    const auto other = words_b.find(word);
    if (other != words_b.end()) shared.emplace_back(range, other->second);
  }
  const auto shorter =
      static_cast<double>(std::min(words_a.size(), words_b.size()));
  return shared.size() >= kLeastWords &&
         static_cast<double>(shared.size()) >= kSharedWords * shorter &&
         !AnyOpposite(words_a, words_b) &&
         std::all_of(shared.begin(), shared.end(), [&](const auto& places) {
           return Denies(candidates_[a], places.first) ==
                  Denies(candidates_[b], places.second);
         });
}

bool StatementComparison::SayTheSame(size_t a, size_t b) {
  const double resemblance = ResemblanceOf(a, b);
  if (resemblance < kLeastResemblance ||
      !FiguresAgree(candidates_[a], candidates_[b])) {
    return false;
  }
  const bool values_differ = spans_[a].has_value() && spans_[b].has_value() &&
                             spans_[a]->value != spans_[b]->value;
  return !values_differ && TellTheSame(a, b);
}

uint32_t StatementComparison::CountIndependent(
    const std::vector<size_t>& statements) {
  // Groups of statements that lead back to each other by copies.
  std::vector<size_t> group(statements.size());
  std::iota(group.begin(), group.end(), size_t{0});
  for (size_t i = 0; i < statements.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (group[i] != group[j] && AreCopies(statements[i], statements[j])) {
        std::replace(group.begin(), group.end(), size_t{group[i]},
                     size_t{group[j]});
      }
    }
  }
  std::sort(group.begin(), group.end());
  return static_cast<uint32_t>(std::unique(group.begin(), group.end()) -
                               group.begin());
}

Agreement StatementComparison::FindAgreement(
    size_t sentence, const std::vector<size_t>& others) {
  Agreement agreement;
  const Candidate& own = candidates_[sentence];
  std::vector<size_t> all = {sentence};
  for (const size_t other : others) {
    // Elsewhere: an article that says a thing twice agrees with itself.
    const bool is_own =
        candidates_[other].document->number == own.document->number;
    if (is_own || !SayTheSame(sentence, other)) continue;
    const bool is_copy = std::any_of(all.begin(), all.end(), [&](size_t known) {
      return AreCopies(known, other);
    });
    all.push_back(other);
    agreement.statements.push_back({other, is_copy});
  }
  agreement.independent_sources = CountIndependent(all);
  std::stable_sort(agreement.statements.begin(), agreement.statements.end(),
                   [](const SameStatement& a, const SameStatement& b) {
                     return a.is_copy < b.is_copy;
                   });
  return agreement;
}

}  // namespace footnote
