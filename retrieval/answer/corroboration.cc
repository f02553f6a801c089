#include "retrieval/answer/corroboration.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

// The share of the shorter sentence's words that the other has to hold to say
// the same in its own words, and how many they have to be for that to mean
// much: articles on one matter share its names, and those are not counted.
constexpr double kSharedWords = 0.75;
constexpr size_t kLeastWords = 3;

// Sentences that resemble each other less say the same of different things.
constexpr double kLeastResemblance = 0.2;

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

ToldWords& StatementComparison::WordsOf(size_t candidate) {
  std::optional<ToldWords>& words = words_[candidate];
  if (!words.has_value()) words.emplace(candidates_[candidate]);
  return *words;
}

bool StatementComparison::FiguresAgree(size_t a, size_t b) {
  const std::vector<std::string>& in_a = WordsOf(a).Figures();
  const std::vector<std::string>& in_b = WordsOf(b).Figures();
  return std::includes(in_a.begin(), in_a.end(), in_b.begin(), in_b.end()) ||
         std::includes(in_b.begin(), in_b.end(), in_a.begin(), in_a.end());
}

bool StatementComparison::TellTheSame(size_t a, size_t b) {
  ToldWords& words_a = WordsOf(a);
  ToldWords& words_b = WordsOf(b);
  const auto shared = SharedWords(words_a, words_b);
  const auto shorter = static_cast<double>(
      std::min(words_a.words().size(), words_b.words().size()));
  return shared.size() >= kLeastWords &&
         static_cast<double>(shared.size()) >= kSharedWords * shorter &&
         ResemblanceOf(a, b) >= kLeastResemblance && FiguresAgree(a, b) &&
         !AnyOpposite(words_a, words_b) &&
         std::all_of(shared.begin(), shared.end(), [&](const auto& places) {
           return words_a.Denies(places.first) == words_b.Denies(places.second);
         });
}

bool StatementComparison::SayTheSame(size_t a, size_t b) {
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
