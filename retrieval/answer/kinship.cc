#include "retrieval/answer/kinship.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"

namespace footnote {
namespace {

// How many different terms the candidates of a question usually have.
constexpr size_t kUsualTerms = 1024;

// The kinship of nearly all terms.
constexpr uint32_t kStranger = 0;

// Returns whether two terms look like words of one family, as "invent" and
// "inventor", "russia" and "russian": they begin alike, and differ in a few
// letters at the end. A term is akin to itself.
bool AreAkin(absl::string_view a, absl::string_view b) {
  constexpr size_t kLeastShared = 4;
  constexpr size_t kMostOther = 4;
  if (a.front() != b.front()) return false;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto shared = static_cast<size_t>(differ.first - a.begin());
  if (shared == a.size() && shared == b.size()) return true;
  const size_t longest = std::max(a.size(), b.size());
  return shared >= kLeastShared && longest - shared <= kMostOther &&
         3 * shared >= 2 * longest &&
         absl::ascii_isalpha(static_cast<unsigned char>(a.front()));
}

size_t FirstByte(absl::string_view term) {
  return static_cast<unsigned char>(term.front());
}

bool IsStranger(const Kinship& kinship) {
  return !kinship.same.has_value() && kinship.family.empty() &&
         kinship.related.empty() && !kinship.is_kind;
}

}  // namespace

KinshipTable::KinshipTable(const QueryPlan& plan) : plan_(plan), kinships_(1) {
  for (const PlannedTerm& term : plan.terms) {
    hashes_.push_back(HashTerm(term.term));
    if (!term.term.empty()) first_bytes_.set(FirstByte(term.term));
  }
  entries_.reserve(kUsualTerms);
}

const Kinship* KinshipTable::Find(absl::string_view term, uint64_t hash) {
  const auto [entry, is_new] = entries_.try_emplace(hash);
  if (is_new) entry->second = LookInto(term, hash);
  return entry->second == kStranger ? nullptr : &kinships_[entry->second];
}

std::optional<uint32_t> KinshipTable::PositionOfHash(uint64_t hash) const {
  const auto found = std::find(hashes_.begin(), hashes_.end(), hash);
  if (found == hashes_.end()) return std::nullopt;
  return static_cast<uint32_t>(found - hashes_.begin());
}

uint32_t KinshipTable::LookInto(absl::string_view term, uint64_t hash) {
  Kinship kinship;
  kinship.same = PositionOfHash(hash);
  if (!term.empty() && first_bytes_.test(FirstByte(term))) {
    for (uint32_t i = 0; i < plan_.terms.size(); ++i) {
      if (AreAkin(plan_.terms[i].term, term)) kinship.family.push_back(i);
    }
  }
  const auto related = plan_.related.find(hash);
  if (related != plan_.related.end()) kinship.related = related->second;
  kinship.is_kind = plan_.kinds != nullptr && plan_.kinds->contains(hash);
  if (IsStranger(kinship)) return kStranger;
  kinships_.push_back(std::move(kinship));
  return static_cast<uint32_t>(kinships_.size()) - 1;
}

}  // namespace footnote
