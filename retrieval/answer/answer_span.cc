#include "retrieval/answer/answer_span.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

using Spans = std::vector<TypedSpan>;

// Returns how many bytes lie between two ranges; 0 if they meet.
uint32_t Distance(ByteRange a, ByteRange b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

// Returns whether every word at `range` is one of the question's.
bool RepeatsQuestion(const Candidate& candidate, ByteRange range) {
  const ByteRange inside = {range.begin - candidate.range.begin,
                            range.end - candidate.range.begin};
  WordScanner scanner(Slice(candidate.text, inside));
  for (Word word; scanner.Next(&word);) {
    const uint32_t begin = range.begin + word.range.begin;
    const auto hit = std::partition_point(
        candidate.hits.begin(), candidate.hits.end(),
        [begin](const TermHit& other) { return other.range.begin < begin; });
    if (hit == candidate.hits.end() || hit->range.begin != begin) return false;
  }
  return true;
}

// Returns how far `range` stands from the nearest of the question's terms
// outside of it. Only the nearest on each side are looked at: a sentence may be
// a table with as many terms as values.
uint32_t DistanceFromTerms(const Candidate& candidate, ByteRange range) {
  const auto& hits = candidate.hits;
  uint32_t nearest = std::numeric_limits<uint32_t>::max();
  const auto first = std::partition_point(
      hits.begin(), hits.end(),
      [range](const TermHit& hit) { return hit.range.begin < range.begin; });
  if (first != hits.begin()) {
    nearest = Distance(std::prev(first)->range, range);
  }
  const auto behind = std::partition_point(
      first, hits.end(),
      [range](const TermHit& hit) { return hit.range.end <= range.end; });
  if (behind != hits.end()) {
    nearest = std::min(nearest, Distance(behind->range, range));
  }
  return nearest;
}

Spans TimeSpans(const Candidate& candidate, AnswerType type) {
  Spans spans;
  for (const TimeExpression& time : candidate.annotations.times) {
    const bool is_duration = time.kind == TimeKind::kDuration;
    if (is_duration != (type == AnswerType::kDuration)) continue;
    if (!is_duration && !HasDigit(time.value)) continue;  // "now", "recently"
    spans.push_back({time.range, type,
                     time.interval.empty() ? time.value : time.interval, time,
                     std::nullopt});
  }
  return spans;
}

bool Fits(QuantityKind kind, AnswerType type) {
  switch (type) {
    case AnswerType::kMoney:
      return kind == QuantityKind::kMoney;
    case AnswerType::kPercent:
      return kind == QuantityKind::kPercent;
    case AnswerType::kNumber:
      return kind == QuantityKind::kNumber || kind == QuantityKind::kMeasure;
    default:
      return kind != QuantityKind::kOrdinal;
  }
}

Spans QuantitySpans(const Candidate& candidate, const QueryPlan& plan) {
  Spans spans;
  const uint32_t offset = candidate.range.begin;
  for (Quantity& quantity : FindQuantities(candidate.text)) {
    if (!Fits(quantity.kind, plan.type)) continue;
    const ByteRange range = {offset + quantity.range.begin,
                             offset + quantity.range.end};
    std::string value = NormalizedQuantity(quantity);
    spans.push_back({range, plan.type, std::move(value), std::nullopt,
                     std::move(quantity)});
  }
  // "How many troops": those that count troops, if any do.
  const bool any_counts = std::any_of(
      spans.begin(), spans.end(),
      [&](const TypedSpan& span) { return span.quantity->unit == plan.focus; });
  if (any_counts && !plan.focus.empty()) {
    spans.erase(std::remove_if(spans.begin(), spans.end(),
                               [&](const TypedSpan& span) {
                                 return span.quantity->unit != plan.focus;
                               }),
                spans.end());
  }
  return spans;
}

// Returns the names of the wanted kind, or, if there are none, those of no
// known kind.
Spans NameSpans(const Candidate& candidate, AnswerType type, NameKind wanted) {
  const Annotations& document = candidate.document->annotations;
  Spans spans;
  for (const NameKind kind : {wanted, NameKind::kUnknown}) {
    for (const NamePlace& place : candidate.annotations.places) {
      const Name& name = document.names[place.name];
      if (!place.is_named || name.kind != kind) continue;
      spans.push_back(
          {place.range, type, name.full, std::nullopt, std::nullopt});
    }
    if (!spans.empty()) break;
  }
  return spans;
}

// Makes one span of names that are listed: "China, South Korea, and Fiji".
Spans JoinListed(const Candidate& candidate, Spans spans) {
  constexpr absl::string_view kJoints[] = {", ", " and ", ", and ", " or "};
  constexpr absl::string_view kArticle = "the ";
  Spans joined;
  for (TypedSpan& span : spans) {
    if (!joined.empty()) {
      TypedSpan& last = joined.back();
      absl::string_view gap =
          Slice(candidate.text, {last.range.end - candidate.range.begin,
                                 span.range.begin - candidate.range.begin});
      if (absl::EndsWith(gap, kArticle)) gap.remove_suffix(kArticle.size());
      if (std::find(std::begin(kJoints), std::end(kJoints), gap) !=
          std::end(kJoints)) {
        last.range.end = span.range.end;
        absl::StrAppend(&last.value, "; ", span.value);
        continue;
      }
    }
    joined.push_back(std::move(span));
  }
  return joined;
}

// Returns `text` without the quotation marks around it.
absl::string_view Unquoted(absl::string_view text) {
  while (!text.empty()) {
    const CodePoint first = CodePointAt(text, 0);
    if (!IsOpening(first.value) && first.value != '`') break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const CodePoint last = CodePointBefore(text, text.size());
    if (!IsClosing(last.value) && last.value != '\'') break;
    text.remove_suffix(last.size);
  }
  return text;
}

std::optional<TypedSpan> QuoteSpan(const Candidate& candidate,
                                   const QueryPlan& plan) {
  const std::string& asked =
      plan.statement.speaker.empty() ? plan.speaker : plan.statement.speaker;
  const Speech* speech =
      SpeechOf(asked, candidate.annotations, candidate.document->annotations,
               candidate.range);
  if (speech == nullptr) {
    speech = SpeechOf("", candidate.annotations,
                      candidate.document->annotations, candidate.range);
  }
  if (speech == nullptr) return std::nullopt;
  const ByteRange range = Intersection(speech->content, candidate.range);
  const absl::string_view words = Slice(
      candidate.text,
      {range.begin - candidate.range.begin, range.end - candidate.range.begin});
  return TypedSpan{range, AnswerType::kQuote, std::string(Unquoted(words)),
                   std::nullopt, std::nullopt};
}

Spans SpansOf(const Candidate& candidate, const QueryPlan& plan) {
  switch (plan.type) {
    case AnswerType::kDate:
    case AnswerType::kDuration:
      return TimeSpans(candidate, plan.type);
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      return QuantitySpans(candidate, plan);
    case AnswerType::kPerson:
    case AnswerType::kOrganization:
    case AnswerType::kPlace:
      return NameSpans(candidate, plan.type, *NameKindFor(plan.type));
    default:
      return {};
  }
}

}  // namespace

std::optional<NameKind> NameKindFor(AnswerType type) {
  switch (type) {
    case AnswerType::kPerson:
      return NameKind::kPerson;
    case AnswerType::kOrganization:
      return NameKind::kOrganization;
    case AnswerType::kPlace:
      return NameKind::kPlace;
    default:
      return std::nullopt;
  }
}

bool HasSpan(AnswerType type) {
  switch (type) {
    case AnswerType::kReason:
    case AnswerType::kManner:
    case AnswerType::kDefinition:
    case AnswerType::kDescription:
    case AnswerType::kYesNo:
    case AnswerType::kList:
    case AnswerType::kOther:
      return false;
    default:
      return true;
  }
}

std::optional<TypedSpan> FindAnswerSpan(const Candidate& candidate,
                                        const QueryPlan& plan) {
  if (plan.type == AnswerType::kQuote) return QuoteSpan(candidate, plan);
  Spans spans = SpansOf(candidate, plan);
  spans.erase(std::remove_if(spans.begin(), spans.end(),
                             [&](const TypedSpan& span) {
                               return RepeatsQuestion(candidate, span.range);
                             }),
              spans.end());
  if (plan.type == AnswerType::kPlace) {
    spans = JoinListed(candidate, std::move(spans));
  }
  const auto nearest = std::min_element(
      spans.begin(), spans.end(), [&](const TypedSpan& a, const TypedSpan& b) {
        return DistanceFromTerms(candidate, a.range) <
               DistanceFromTerms(candidate, b.range);
      });
  if (nearest == spans.end()) return std::nullopt;
  return std::move(*nearest);
}

}  // namespace footnote
