#include "retrieval/answer/value_statement.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/answer/same_matter.h"
#include "retrieval/text/clause_words.h"
#include "retrieval/text/polarity.h"
#include "retrieval/text/polarity_cues.h"

namespace footnote {
namespace {

// How many bytes around a value are read to see what it is a value of.
constexpr size_t kReach = 48;

// How far a predicate may stand from its value, in bytes.
constexpr size_t kClauseReach = 160;

// Words that, right before an amount, make it another's: a part, one more, what
// something is compared with or has changed by.
constexpr absl::string_view kBeforeAmount[] = {
    "additional", "against",   "all",        "among",      "another",
    "by",         "climbed",   "compared",   "cut",        "declined",
    "decreased",  "down",      "dropped",    "each",       "earlier",
    "every",      "except",    "excluding",  "extra",      "fell",
    "first",      "former",    "from",       "further",    "gained",
    "grew",       "including", "increased",  "initial",    "initially",
    "jumped",     "last",      "lost",       "next",       "nor",
    "or",         "original",  "originally", "other",      "past",
    "per",        "plus",      "previous",   "previously", "remaining",
    "rose",       "shrank",    "surged",     "than",       "these",
    "those",      "up",        "versus"};

// Likewise, right behind it.
constexpr absl::string_view kBehindAmount[] = {
    "a",     "above", "an",      "annually", "another", "apart", "apiece",
    "below", "daily", "each",    "earlier",  "every",   "fewer", "higher",
    "later", "less",  "longer",  "lower",    "monthly", "more",  "or",
    "per",   "short", "shorter", "weekly",   "yearly"};

// Words before a day that belong to a noun behind it: "the March 3 meeting".
constexpr absl::string_view kDeterminers[] = {"a",   "an",  "her",  "his",
                                              "its", "the", "their"};

// "of them", "of these".
constexpr absl::string_view kWhole[] = {"them", "these", "those", "which",
                                        "whom"};

template <size_t kSize>
bool IsOneOf(const absl::string_view (&list)[kSize], absl::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// The words next to a place in a sentence, the nearest at the inner ends.
struct Surroundings {
  std::vector<ClauseWord> before;
  std::vector<ClauseWord> behind;
};

Surroundings Around(absl::string_view sentence, ByteRange place) {
  Surroundings around;
  for (ClauseWord& word : ClauseWordsAround(sentence, place, kReach)) {
    if (word.range.end <= place.begin) {
      around.before.push_back(std::move(word));
    } else if (word.range.begin >= place.end) {
      around.behind.push_back(std::move(word));
    }
  }
  return around;
}

// Returns the place of the value with the words that qualify it.
ByteRange WholePlace(const Candidate& candidate, const TypedSpan& span) {
  return span.quantity.has_value() ? span.quantity->whole
                                   : InSentence(candidate, span.range);
}

// Returns whether the words next to an amount make it something else's.
bool IsAnothers(const Surroundings& around) {
  if (!around.before.empty() &&
      IsOneOf(kBeforeAmount, around.before.back().text)) {
    return true;
  }
  if (around.behind.empty()) return false;
  if (IsOneOf(kBehindAmount, around.behind.front().text)) return true;
  return around.behind.size() > 1 && around.behind[0].text == "of" &&
         IsOneOf(kWhole, around.behind[1].text);
}

// Returns whether a day describes something else: "a Friday meeting".
bool IsAttribute(const Surroundings& around, const TimeExpression& time) {
  return time.precision <= TimePrecision::kDay && !around.before.empty() &&
         IsOneOf(kDeterminers, around.before.back().text);
}

// Returns whether a length of time is told as one: "lasted two days", not
// "after two days" or "about two days".
bool IsPlainDuration(const Surroundings& around) {
  static constexpr absl::string_view kLasting[] = {
      "for", "last", "lasted", "lasts", "of", "took", "take", "takes"};
  return !around.before.empty() && IsOneOf(kLasting, around.before.back().text);
}

// Returns whether the place that `words` lead up to stands in an aside: "who
// had revised" of "the mayor, who had revised".
bool EndsInAside(absl::Span<const ClauseWord> words) {
  for (size_t i = words.size(); i > 0; --i) {
    const std::string& text = words[i - 1].text;
    if (text == "(") return true;
    if (text == "," || text == ")" || text == ";") {
      return CueAt(words.subspan(i)).sense == CueSense::kRelates;
    }
  }
  return false;
}

// Returns whether nothing parts the clause between two places of a sentence.
bool AreInOneClause(absl::string_view sentence, ByteRange a, ByteRange b) {
  if (b.begin < a.begin) return AreInOneClause(sentence, b, a);
  if (b.begin <= a.end) return true;
  if (b.begin - a.end > kClauseReach) return false;
  bool may_end_aside = false;
  const std::vector<ClauseWord> words =
      ClauseWordsAround(sentence, {a.end, b.begin}, 0);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& text = words[i].text;
    if (text == ";" || text == ":" || text == "-") return false;
    if (text == "," || text == ")") may_end_aside = true;
    const CueSense sense = CueAt(absl::MakeConstSpan(words).subspan(i)).sense;
    if (sense == CueSense::kBreaks || sense == CueSense::kRelates ||
        sense == CueSense::kJoins) {
      return false;
    }
  }
  return !may_end_aside ||
         !EndsInAside(ClauseWordsAround(sentence.substr(0, a.begin),
                                        {a.begin, a.begin}, kClauseReach));
}

bool HasPredicateNear(const Candidate& candidate, const TypedSpan& span,
                      const Matter& matter) {
  const ByteRange place = WholePlace(candidate, span);
  return std::any_of(
      candidate.hits.begin(), candidate.hits.end(), [&](const TermHit& hit) {
        const ByteRange at = InSentence(candidate, hit.range);
        const bool is_inside = place.begin <= at.begin && at.end <= place.end;
        return !is_inside &&
               std::count(matter.predicates().begin(),
                          matter.predicates().end(), hit.term) > 0 &&
               AreInOneClause(candidate.text, place, at);
      });
}

bool IsRival(const Quantity& other, const Quantity& own) {
  if (other.kind != own.kind || other.range == own.range) return false;
  const bool is_same_unit =
      other.unit == own.unit || other.unit.empty() || own.unit.empty();
  return is_same_unit && (other.value != own.value || other.upper != own.upper);
}

bool HasRivalQuantity(const Candidate& candidate, const Quantity& own) {
  const std::vector<Quantity> all = FindQuantities(candidate.text);
  return std::any_of(all.begin(), all.end(), [&own](const Quantity& other) {
    return IsRival(other, own);
  });
}

// Returns whether the sentence names another time or length of the kind. That
// of its report and the other end of a range are none.
bool HasRivalTime(const Candidate& candidate, const TimeExpression& own) {
  const bool is_duration = own.kind == TimeKind::kDuration;
  const auto is_rival = [&](const TimeExpression& other) {
    if (other.range == own.range ||
        (other.kind == TimeKind::kDuration) != is_duration ||
        other.value == own.value || TellsWhenSaid(candidate, other.range)) {
      return false;
    }
    if (is_duration || !other.period.has_value() || !own.period.has_value()) {
      return is_duration;
    }
    return other.period->end <= own.period->begin ||
           own.period->end <= other.period->begin;
  };
  return std::any_of(candidate.annotations.times.begin(),
                     candidate.annotations.times.end(), is_rival);
}

}  // namespace

bool StatesValue(const Candidate& candidate, const TypedSpan& span,
                 const Matter& matter) {
  const ByteRange place = WholePlace(candidate, span);
  if (PolarityAt(candidate.text, place) != Polarity::kAffirmed ||
      !HasPredicateNear(candidate, span, matter)) {
    return false;
  }
  const Surroundings around = Around(candidate.text, place);
  if (span.quantity.has_value()) {
    return !IsAnothers(around) && !HasRivalQuantity(candidate, *span.quantity);
  }
  if (!span.time.has_value()) return true;
  if (HasRivalTime(candidate, *span.time) ||
      TellsWhenSaid(candidate, span.range)) {
    return false;
  }
  return span.time->kind == TimeKind::kDuration
             ? IsPlainDuration(around)
             : !IsAttribute(around, *span.time);
}

}  // namespace footnote
