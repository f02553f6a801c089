#include "retrieval/answer/claim_conflicts.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "retrieval/answer/same_matter.h"
#include "retrieval/text/opposites.h"
#include "retrieval/text/polarity.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// What a sentence claims of a term.
struct Claim {
  size_t candidate = 0;
  Stance stance;
};

using Claims = std::vector<Claim>;

// Returns what both say; what is said twice in different ways is open.
Stance Join(const std::optional<Stance>& known, Stance stance) {
  if (!known.has_value() || *known == stance) return stance;
  return {Polarity::kOpen, stance.outlook};
}

std::optional<Stance> DirectStance(const Candidate& candidate, uint32_t term) {
  std::optional<Stance> stance;
  for (const TermHit& hit : candidate.hits) {
    if (hit.term != term) continue;
    stance = Join(stance,
                  StanceAt(candidate.text, InSentence(candidate, hit.range)));
  }
  return stance;
}

// Returns the stance on `term` that follows from that on its opposite: who
// opposes does not support. Who does not oppose need not support.
std::optional<Stance> OppositeStance(const Candidate& candidate,
                                     const PlannedTerm& term) {
  std::optional<Stance> stance;
  ForEachTerm(candidate.text, [&](absl::string_view word, ByteRange range) {
    if (AreOpposite(word, term.term)) {
      stance = Join(stance, StanceAt(candidate.text, range));
    }
    return true;
  });
  if (!stance.has_value()) return std::nullopt;
  stance->polarity = stance->polarity == Polarity::kAffirmed ? Polarity::kDenied
                                                             : Polarity::kOpen;
  return stance;
}

// Returns the claims on `term` that are plain, best first.
Claims ClaimsOn(uint32_t term, const std::vector<Candidate>& candidates,
                const std::vector<size_t>& good, const QueryPlan& plan,
                const Matter& matter) {
  Claims claims;
  for (const size_t i : good) {
    const Candidate& candidate = candidates[i];
    std::optional<Stance> stance = DirectStance(candidate, term);
    if (!stance.has_value()) {
      stance = OppositeStance(candidate, plan.terms[term]);
    }
    if (stance.has_value() && stance->polarity != Polarity::kOpen &&
        matter.IsHeldBy(candidate)) {
      claims.push_back({i, *stance});
    }
  }
  return claims;
}

// Returns whether what is and what is to come may be set against each other.
bool Meet(Outlook a, Outlook b) {
  return a == b || a == Outlook::kEither || b == Outlook::kEither;
}

class ClaimComparison {
 public:
  ClaimComparison(const std::vector<Candidate>& candidates, Claims claims)
      : candidates_(candidates), claims_(std::move(claims)) {}

  // Returns the candidates that take side `polarity` and are contradicted.
  std::vector<size_t> Side(Polarity polarity) const {
    std::vector<size_t> side;
    for (const Claim& claim : claims_) {
      if (claim.stance.polarity == polarity && IsContradicted(claim)) {
        side.push_back(claim.candidate);
      }
    }
    return side;
  }

 private:
  bool IsContradicted(const Claim& claim) const {
    if (TakesBothSides(claim)) return false;
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
      return !TakesBothSides(other) && Contradict(claim, other);
    });
  }

  bool Contradict(const Claim& claim, const Claim& other) const {
    const Candidate& a = candidates_[claim.candidate];
    const Candidate& b = candidates_[other.candidate];
    return claim.stance.polarity != other.stance.polarity &&
           Meet(claim.stance.outlook, other.stance.outlook) &&
           AreIndependent(a, b) && MayBeSameCase(a, {}, b, {}) &&
           MayBeSameTime(a, b);
  }

  // Returns whether the document of `claim` says the contrary, too: it tells of
  // several persons' views, or of a change.
  bool TakesBothSides(const Claim& claim) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
      return claim.stance.polarity != other.stance.polarity &&
             candidates_[claim.candidate].document ==
                 candidates_[other.candidate].document;
    });
  }

  const std::vector<Candidate>& candidates_;
  const Claims claims_;
};

}  // namespace

std::vector<FoundConflict> FindClaimConflicts(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const QueryPlan& plan, const Matter& matter) {
  for (const uint32_t term : matter.predicates()) {
    const ClaimComparison comparison(
        candidates, ClaimsOn(term, candidates, good, plan, matter));
    std::vector<size_t> affirmed = comparison.Side(Polarity::kAffirmed);
    std::vector<size_t> denied = comparison.Side(Polarity::kDenied);
    if (affirmed.empty() || denied.empty()) continue;
    FoundConflict conflict;
    conflict.kind = ConflictKind::kClaims;
    conflict.subject = matter.Subject(
        {&candidates[affirmed.front()], &candidates[denied.front()]});
    conflict.positions = {{"affirmed", std::move(affirmed)},
                          {"denied", std::move(denied)}};
    return {conflict};
  }
  return {};
}

}  // namespace footnote
