#include "retrieval/answer/same_matter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "retrieval/document.h"
#include "retrieval/text/clause_words.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Figures change; reports that are further apart may both be right.
constexpr absl::Duration kSameTime = absl::Hours(24 * 183);

// Before this many bytes the place of a dateline ends: "SEOUL (Wire) —".
constexpr size_t kLongestDateline = 64;

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
