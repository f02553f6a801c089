#include "retrieval/answer/corroboration.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

// The share of the shorter sentence's terms that the other has to hold to say
// the same in its own words, and how long it has to be for that to mean much.
constexpr double kSharedTerms = 0.7;
constexpr size_t kLeastTerms = 6;

double Resemblance(const Candidate& a, const Candidate& b) {
  return Resemblance(Shingles(a.term_hashes), Shingles(b.term_hashes));
}

// Returns the share of the terms of the shorter sentence that the other holds.
double Containment(const Candidate& a, const Candidate& b) {
  const auto terms_of = [](const Candidate& candidate) {
    std::vector<uint64_t> terms = candidate.term_hashes;
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
  };
  const std::vector<uint64_t> terms_a = terms_of(a);
  const std::vector<uint64_t> terms_b = terms_of(b);
  const size_t shorter = std::min(terms_a.size(), terms_b.size());
  if (shorter < kLeastTerms) return 0;
  std::vector<uint64_t> shared;
  std::set_intersection(terms_a.begin(), terms_a.end(), terms_b.begin(),
                        terms_b.end(), std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(shorter);
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

bool IsCopy(const Candidate& a, const Candidate& b) {
  const DocumentRecord& in = *a.document;
  const DocumentRecord& other = *b.document;
  return in.number == other.number ||
         (!in.summary.source.empty() &&
          in.summary.source == other.summary.source) ||
         SketchResemblance(in.annotations.sketch, other.annotations.sketch) >=
             kCopyResemblance ||
         Resemblance(a, b) >= kNearDuplicateResemblance;
}

bool SaysTheSame(const Candidate& a, const std::optional<TypedSpan>& span_a,
                 const Candidate& b, const std::optional<TypedSpan>& span_b) {
  if (!FiguresAgree(a, b)) return false;
  if (Resemblance(a, b) >= kNearDuplicateResemblance) return true;
  if (span_a.has_value() && span_b.has_value() &&
      span_a->value != span_b->value) {
    return false;
  }
  return Containment(a, b) >= kSharedTerms;
}

}  // namespace

uint32_t CountIndependent(const std::vector<size_t>& statements,
                          const std::vector<Candidate>& candidates) {
  // Groups of statements that lead back to each other by copies.
  std::vector<size_t> group(statements.size());
  std::iota(group.begin(), group.end(), size_t{0});
  for (size_t i = 0; i < statements.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (group[i] == group[j] ||
          !IsCopy(candidates[statements[i]], candidates[statements[j]])) {
        continue;
      }
      std::replace(group.begin(), group.end(), size_t{group[i]},
                   size_t{group[j]});
    }
  }
  std::sort(group.begin(), group.end());
  return static_cast<uint32_t>(std::unique(group.begin(), group.end()) -
                               group.begin());
}

Agreement FindAgreement(size_t sentence, const std::vector<size_t>& others,
                        const std::vector<Candidate>& candidates,
                        const std::vector<std::optional<TypedSpan>>& spans) {
  Agreement agreement;
  std::vector<size_t> all = {sentence};
  for (const size_t other : others) {
    if (other == sentence || !SaysTheSame(candidates[sentence], spans[sentence],
                                          candidates[other], spans[other])) {
      continue;
    }
    const bool is_copy = std::any_of(all.begin(), all.end(), [&](size_t known) {
      return IsCopy(candidates[known], candidates[other]);
    });
    all.push_back(other);
    agreement.statements.push_back({other, is_copy});
  }
  agreement.independent_sources = CountIndependent(all, candidates);
  std::stable_sort(agreement.statements.begin(), agreement.statements.end(),
                   [](const SameStatement& a, const SameStatement& b) {
                     return a.is_copy < b.is_copy;
                   });
  return agreement;
}

}  // namespace footnote
