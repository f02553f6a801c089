#include "retrieval/text/opposites.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/container/flat_hash_set.h"

namespace footnote {
namespace {

using Pair = std::pair<absl::string_view, absl::string_view>;

// Sorted, the lesser of each pair first.
constexpr Pair kOpposites[] = {
    {"abolish", "keep"},      {"accept", "refus"},   {"accept", "reject"},
    {"acquit", "convict"},    {"adopt", "reject"},   {"agre", "disagre"},
    {"agre", "refus"},        {"aliv", "dead"},      {"allow", "ban"},
    {"allow", "forbid"},      {"allow", "prohibit"}, {"approv", "reject"},
    {"ban", "permit"},        {"confirm", "deni"},   {"continu", "end"},
    {"continu", "stop"},      {"cut", "increas"},    {"cut", "rais"},
    {"decreas", "increas"},   {"defeat", "victori"}, {"deni", "grant"},
    {"die", "surviv"},        {"drop", "rise"},      {"endors", "oppos"},
    {"expand", "shrink"},     {"fail", "succeed"},   {"fall", "rise"},
    {"fall", "rose"},         {"fals", "true"},      {"fell", "rise"},
    {"fell", "rose"},         {"grant", "refus"},    {"guilti", "innoc"},
    {"halt", "resum"},        {"illeg", "legal"},    {"increas", "reduc"},
    {"lose", "win"},          {"lose", "won"},       {"lost", "win"},
    {"lost", "won"},          {"lower", "rais"},     {"oppon", "support"},
    {"oppos", "support"},     {"rais", "reduc"},     {"ratifi", "reject"},
    {"reject", "support"},    {"resum", "suspend"},  {"safe", "unsaf"},
    {"strengthen", "weaken"},
};

}  // namespace

bool AreOpposite(absl::string_view a, absl::string_view b) {
  const Pair pair = a < b ? Pair(a, b) : Pair(b, a);
  return std::binary_search(std::begin(kOpposites), std::end(kOpposites), pair);
}

bool HasOpposite(absl::string_view term) {
  static const auto& known = *new auto([] {
    absl::flat_hash_set<absl::string_view> terms;
    for (const auto& [a, b] : kOpposites) terms.insert({a, b});
    return terms;
  }());
  return known.contains(term);
}

}  // namespace footnote
