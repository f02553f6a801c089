#include "retrieval/answer/same_matter.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "retrieval/document.h"
#include "retrieval/text/clause_words.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// The least shares of the terms that matter.
constexpr double kSharedTerms = 0.75;
constexpr double kSharedInSentence = 0.5;

// How many predicates there have to be for one of them to be missing.
constexpr size_t kManyPredicates = 5;

// Figures change; reports that are further apart may both be right.
constexpr absl::Duration kSameTime = absl::Hours(24 * 183);

// Before this many bytes the place of a dateline ends: "SEOUL (Wire) —".
constexpr size_t kLongestDateline = 64;

bool At(const std::vector<bool>& flags, uint32_t position) {
  return position < flags.size() && flags[position];
}

bool Overlap(ByteRange a, ByteRange b) {
  return a.begin < b.end && b.begin < a.end;
}

template <size_t kSize>
bool IsOneOf(const absl::string_view (&sorted)[kSize], absl::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

// Words by which two cases of one kind are told apart, as the index spells
// them, sorted.
constexpr absl::string_view kDistinctions[] = {
    "anoth",   "averag",   "boy",     "central",  "children", "domest",
    "east",    "eastern",  "femal",   "fifth",    "first",    "foreign",
    "former",  "fourth",   "girl",    "global",   "gross",    "highest",
    "initi",   "inner",    "last",    "local",    "lowest",   "male",
    "maximum", "mean",     "median",  "men",      "minimum",  "nation",
    "net",     "next",     "north",   "northern", "outer",    "previous",
    "privat",  "provinci", "public",  "regular",  "rural",    "second",
    "south",   "southern", "third",   "upper",    "urban",    "west",
    "western", "women",    "worldwid"};

std::set<std::string> Distinctions(const Candidate& candidate) {
  std::set<std::string> found;
  ForEachTerm(candidate.text, [&](absl::string_view term, ByteRange range) {
    const uint32_t begin = candidate.range.begin + range.begin;
    const bool is_asked = std::any_of(
        candidate.hits.begin(), candidate.hits.end(),
        [begin](const TermHit& hit) { return hit.range.begin == begin; });
    if (!is_asked && IsOneOf(kDistinctions, term)) {
      found.emplace(term);
    }
    return true;
  });
  return found;
}

// Returns where the text of a sentence begins behind a dateline.
size_t DatelineEnd(absl::string_view sentence) {
  const absl::string_view head = sentence.substr(0, kLongestDateline);
  for (const absl::string_view dash : {"\u2014", "\u2013", " - ", "--"}) {
    const size_t at = head.find(dash);
    if (at != absl::string_view::npos) return at;
  }
  return 0;
}

// Returns the word right before `range` of the document's text, in lower case;
// empty if there is none.
std::string WordBefore(const Candidate& candidate, ByteRange range) {
  constexpr size_t kReach = 8;
  const uint32_t begin = InSentence(candidate, range).begin;
  const std::vector<ClauseWord> before =
      ClauseWordsAround(absl::string_view(candidate.text).substr(0, begin),
                        {begin, begin}, kReach);
  return before.empty() ? "" : before.back().text;
}

// Returns whether a time names something else: "the 1960 treaty".
bool IsAttribute(const Candidate& candidate, const TimeExpression& time) {
  static constexpr absl::string_view kDeterminers[] = {
      "a", "an", "her", "his", "its", "the", "their"};
  return time.precision <= TimePrecision::kYear &&  // Not "the 1990s".
         IsOneOf(kDeterminers, WordBefore(candidate, time.range));
}

// Returns whether `name`, mentioned at `place`, is one of a place: by its kind,
// or by what stands before it.
bool IsPlace(const Candidate& candidate, const NamePlace& place,
             const Name& name) {
  static constexpr absl::string_view kLocating[] = {"at", "in", "near", "off"};
  return name.kind == NameKind::kPlace ||
         (name.kind == NameKind::kUnknown &&
          IsOneOf(kLocating, WordBefore(candidate, place.range)));
}

// The names of a sentence that the question does not have, in lower case, as
// datelines are in capitals.
struct OtherNames {
  std::set<std::string> all;
  std::set<std::string> places;
};

// Who only says it, and where it was written, is left out, and what stands at
// `own`.
OtherNames FindOtherNames(const Candidate& candidate, ByteRange own) {
  OtherNames names;
  const size_t begin = candidate.range.begin + DatelineEnd(candidate.text);
  for (const NamePlace& place : candidate.annotations.places) {
    if (!place.is_named || place.range.begin < begin) continue;
    const auto overlaps = [&place](const auto& other) {
      return Overlap(other, place.range);
    };
    const bool is_left_out =
        overlaps(own) ||
        std::any_of(candidate.hits.begin(), candidate.hits.end(),
                    [&](const TermHit& hit) { return overlaps(hit.range); }) ||
        std::any_of(candidate.annotations.speeches.begin(),
                    candidate.annotations.speeches.end(),
                    [&](const Speech* s) { return overlaps(s->source); });
    if (is_left_out) continue;
    const Name& name = candidate.document->annotations.names[place.name];
    const std::string full = absl::AsciiStrToLower(name.full);
    names.all.insert(full);
    if (IsPlace(candidate, place, name)) names.places.insert(full);
  }
  return names;
}

bool Includes(const std::set<std::string>& all,
              const std::set<std::string>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

bool AreDisjoint(const std::set<std::string>& a,
                 const std::set<std::string>& b) {
  return std::none_of(a.begin(), a.end(), [&b](const std::string& name) {
    return b.count(name) > 0;
  });
}

// Returns the times that what a sentence says happened at.
std::vector<TimePeriod> TimesOf(const Candidate& candidate) {
  std::vector<TimePeriod> periods;
  for (const TimeExpression& time : candidate.annotations.times) {
    if (time.period.has_value() && !IsAttribute(candidate, time) &&
        !TellsWhenSaid(candidate, time.range)) {
      periods.push_back(*time.period);
    }
  }
  return periods;
}

bool AnyOverlap(const std::vector<TimePeriod>& a,
                const std::vector<TimePeriod>& b) {
  for (const TimePeriod& in_a : a) {
    for (const TimePeriod& in_b : b) {
      if (in_a.begin < in_b.end && in_b.begin < in_a.end) return true;
    }
  }
  return false;
}

// Returns the time around the publication of `candidate` that it speaks of if
// it names none.
std::vector<TimePeriod> AroundPublication(const Candidate& candidate) {
  const auto published = PublicationTime(candidate.document->summary.published);
  if (!published.has_value()) return {};
  return {{*published - kSameTime, *published + kSameTime}};
}

bool IsSaying(absl::string_view word) {
  static constexpr absl::string_view kSaying[] = {
      "according", "acknowledged", "added",     "announced", "claimed",
      "confirmed", "declared",     "disclosed", "estimated", "posted",
      "reported",  "reporters",    "revealed",  "said",      "saying",
      "says",      "stated",       "statement", "told",      "tweeted",
      "warned",    "wrote"};
  return IsOneOf(kSaying, word);
}

}  // namespace

Matter::Matter(const QueryPlan& plan)
    : plan_(plan), has_name_(!plan.statement.entities.empty()) {
  for (uint32_t i = 0; i < plan.terms.size(); ++i) {
    const PlannedTerm& term = plan.terms[i];
    if (term.is_synonym) continue;
    const bool is_time =
        std::count(plan.event_terms.begin(), plan.event_terms.end(), i) > 0;
    has_name_ = has_name_ || term.is_name;
    const bool is_required = term.is_name || term.is_number || is_time;
    if (is_required) required_.push_back(i);
    if (term.importance < 1) continue;
    important_.push_back(i);
    if (!is_required) predicates_.push_back(i);
  }
}

bool Matter::IsInSentence(uint32_t term, const Candidate& candidate) const {
  if (At(candidate.in_sentence, term)) return true;
  return std::any_of(
      plan_.term_synonyms.begin(), plan_.term_synonyms.end(),
      [&](const TermSynonym& synonym) {
        return std::count(synonym.terms.begin(), synonym.terms.end(), term) >
                   0 &&
               std::all_of(
                   synonym.by.begin(), synonym.by.end(),
                   [&](uint32_t by) { return At(candidate.in_sentence, by); });
      });
}

bool Matter::IsMeant(uint32_t term, const Candidate& candidate) const {
  return IsInSentence(term, candidate) || At(candidate.in_meaning, term) ||
         At(candidate.in_title, term);
}

bool Matter::IsNear(uint32_t term, const Candidate& candidate) const {
  return IsMeant(term, candidate) || At(candidate.in_neighbours, term);
}

bool Matter::IsHeldBy(const Candidate& candidate) const {
  if (!has_name_ || important_.empty()) return false;
  const auto share = [this](auto&& holds) {
    return static_cast<double>(
               std::count_if(important_.begin(), important_.end(), holds)) /
           static_cast<double>(important_.size());
  };
  return std::all_of(required_.begin(), required_.end(),
                     [&](uint32_t term) { return IsNear(term, candidate); }) &&
         share([&](uint32_t term) { return IsMeant(term, candidate); }) >=
             kSharedTerms &&
         share([&](uint32_t term) { return IsInSentence(term, candidate); }) >=
             kSharedInSentence;
}

bool Matter::HoldsPredicates(const Candidate& candidate) const {
  const auto missing =
      std::count_if(predicates_.begin(), predicates_.end(),
                    [&](uint32_t term) { return !IsMeant(term, candidate); });
  return missing <= (predicates_.size() >= kManyPredicates ? 1 : 0);
}

std::string Matter::Subject(
    const std::vector<const Candidate*>& candidates) const {
  std::string subject;
  for (uint32_t i = 0; i < plan_.terms.size(); ++i) {
    if (plan_.terms[i].is_synonym) continue;
    const bool is_shared = std::all_of(
        candidates.begin(), candidates.end(),
        [&](const Candidate* candidate) { return IsMeant(i, *candidate); });
    if (!is_shared) continue;
    absl::StrAppend(&subject, subject.empty() ? "" : " ", plan_.terms[i].word);
  }
  return subject;
}

bool AreIndependent(const Candidate& a, const Candidate& b) {
  return a.document != b.document &&
         a.document->summary.id != b.document->summary.id &&
         SketchResemblance(a.document->annotations.sketch,
                           b.document->annotations.sketch) < kCopyResemblance;
}

bool MayBeSameCase(const Candidate& a, ByteRange own_a, const Candidate& b,
                   ByteRange own_b) {
  if (Distinctions(a) != Distinctions(b)) return false;
  const std::set<std::string> names_a = FindOtherNames(a, own_a).all;
  const std::set<std::string> names_b = FindOtherNames(b, own_b).all;
  return names_a.empty() || names_b.empty() || !AreDisjoint(names_a, names_b);
}

bool NameSamePlaces(const Candidate& a, ByteRange own_a, const Candidate& b,
                    ByteRange own_b) {
  const OtherNames names_a = FindOtherNames(a, own_a);
  const OtherNames names_b = FindOtherNames(b, own_b);
  return Includes(names_b.all, names_a.places) &&
         Includes(names_a.all, names_b.places);
}

bool MayBeSameTime(const Candidate& a, const Candidate& b) {
  std::vector<TimePeriod> times_a = TimesOf(a);
  std::vector<TimePeriod> times_b = TimesOf(b);
  if (times_a.empty() && times_b.empty()) {
    const auto published_a = PublicationTime(a.document->summary.published);
    const auto published_b = PublicationTime(b.document->summary.published);
    if (!published_a.has_value() || !published_b.has_value()) return true;
    return absl::AbsDuration(*published_a - *published_b) <= kSameTime;
  }
  if (times_a.empty()) times_a = AroundPublication(a);
  if (times_b.empty()) times_b = AroundPublication(b);
  return AnyOverlap(times_a, times_b);
}

bool TellsWhenSaid(const Candidate& candidate, ByteRange range) {
  static constexpr absl::string_view kLinks[] = {"at", "early", "in", "late",
                                                 "on"};
  constexpr size_t kReach = 32;
  const ByteRange place = InSentence(candidate, range);
  const std::vector<ClauseWord> words =
      ClauseWordsAround(candidate.text, place, kReach);
  const auto first = std::partition_point(
      words.begin(), words.end(),
      [place](const ClauseWord& w) { return w.range.end <= place.begin; });
  const auto behind = std::partition_point(
      first, words.end(),
      [place](const ClauseWord& w) { return w.range.begin < place.end; });
  if (behind != words.end() && IsSaying(behind->text)) return true;
  const auto before = std::find_if(
      std::make_reverse_iterator(first), words.rend(),
      [](const ClauseWord& w) { return !IsOneOf(kLinks, w.text); });
  return before != words.rend() && IsSaying(before->text);
}

ByteRange InSentence(const Candidate& candidate, ByteRange range) {
  return {range.begin - candidate.range.begin,
          range.end - candidate.range.begin};
}

}  // namespace footnote
