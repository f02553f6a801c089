#include "retrieval/answer/answer_features.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "absl/strings/string_view.h"
#include "retrieval/answer/answer_form.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/saturation.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// Returns the classes of the words that answer a question of `type`; 0 if any
// new word may.
uint8_t ClassesFor(AnswerType type) {
  switch (type) {
    case AnswerType::kPerson:
    case AnswerType::kOrganization:
    case AnswerType::kPlace:
      return kCapitalWord;
    case AnswerType::kDate:
      return kTimeWord;
    case AnswerType::kDuration:
      return kTimeWord | kNumberWordClass;
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      return kNumberWordClass;
    default:
      return 0;
  }
}

bool MayAnswer(const SentenceWords& words, size_t i, uint8_t wanted) {
  if (words.Is(i, kQuestionWord | kFunctionWord)) return false;
  return wanted == 0 || words.Is(i, wanted);
}

// Returns the position of the rarest term of the question that was found.
std::optional<uint32_t> RarestFound(const Candidate& candidate,
                                    const QuestionProfile& profile) {
  std::optional<uint32_t> rarest;
  for (const TermHit& hit : candidate.hits) {
    if (!rarest.has_value() ||
        profile.weights[hit.term] > profile.weights[*rarest]) {
      rarest = hit.term;
    }
  }
  return rarest;
}

// The least distance in terms between two kinds of places, which are told from
// left to right. A place of both kinds is no distance from itself.
class Distance {
 public:
  void AddHit(size_t at) {
    hit_ = at;
    if (answer_.has_value()) Take(at - *answer_);
  }
  void AddAnswer(size_t at) {
    answer_ = at;
    if (hit_.has_value()) Take(at - *hit_);
  }

  // Returns 1 / the distance, 1 if there is none between two such places, 0 if
  // one kind has no place.
  double Nearness() const {
    return least_.has_value()
               ? 1.0 / static_cast<double>(std::max<size_t>(*least_, 1))
               : 0;
  }

 private:
  void Take(size_t distance) {
    least_ = std::min(least_.value_or(distance), distance);
  }

  std::optional<size_t> hit_;  // The last ones.
  std::optional<size_t> answer_;
  std::optional<size_t> least_;
};

void AddAnswers(const Candidate& candidate, const SentenceWords& words,
                const QuestionProfile& profile, AnswerFeatures* features) {
  const uint8_t wanted = ClassesFor(profile.plan->type);
  const auto rarest = RarestFound(candidate, profile);
  size_t answers = 0;
  Distance from_any;
  Distance from_rarest;
  auto hit = candidate.hits.begin();
  for (size_t i = 0; i < words.classes.size(); ++i) {
    for (; hit != candidate.hits.end() && hit->position == i; ++hit) {
      from_any.AddHit(i);
      if (hit->term == *rarest) from_rarest.AddHit(i);
    }
    if (!MayAnswer(words, i, wanted)) continue;
    ++answers;
    from_any.AddAnswer(i);
    from_rarest.AddAnswer(i);
  }
  features->answers = SaturatedCount(answers);
  features->answer_nearness = from_any.Nearness();
  features->answer_nearness_to_rarest = from_rarest.Nearness();
}

bool HoldsHit(const Candidate& candidate, ByteRange range) {
  const auto& hits = candidate.hits;
  const auto first = std::partition_point(
      hits.begin(), hits.end(),
      [range](const TermHit& hit) { return hit.range.end <= range.begin; });
  return first != hits.end() && Overlap(first->range, range);
}

double NamesOfKind(const Candidate& candidate, AnswerType type) {
  const auto kind = NameKindFor(type);
  if (!kind.has_value()) return 0;
  const auto& names = candidate.document->annotations.names;
  const auto& places = candidate.annotations.places;
  return SaturatedCount(static_cast<size_t>(
      std::count_if(places.begin(), places.end(), [&](const NamePlace& place) {
        return place.is_named && names[place.name].kind == *kind &&
               !HoldsHit(candidate, place.range);
      })));
}

absl::string_view WordAt(const Candidate& candidate, size_t i) {
  return i < candidate.term_ranges.size()
             ? Slice(candidate.text, candidate.term_ranges[i])
             : absl::string_view();
}

// Returns whether "is a", "was the", or the like, stands right behind a term of
// the question, which nothing but a few words stand before.
double Definition(const Candidate& candidate) {
  constexpr uint32_t kFirstTerms = 8;
  constexpr absl::string_view kBe[] = {"is", "are", "was", "were"};
  constexpr absl::string_view kArticles[] = {"a", "an", "the", "one"};
  const auto is_in = [](absl::string_view word, const auto& list) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  return std::any_of(
      candidate.hits.begin(), candidate.hits.end(), [&](const TermHit& hit) {
        return hit.position < kFirstTerms &&
               is_in(WordAt(candidate, hit.position + 1), kBe) &&
               is_in(WordAt(candidate, hit.position + 2), kArticles);
      });
}

double SpeechShare(const Candidate& candidate) {
  uint64_t bytes = 0;
  for (const Speech* speech : candidate.annotations.speeches) {
    bytes += Intersection(speech->content, candidate.range).size();
  }
  const double size = std::max<uint32_t>(candidate.range.size(), 1);
  return std::min(static_cast<double>(bytes) / size, 1.0);
}

bool IsSaidByNamed(const Candidate& candidate, const QueryPlan& plan) {
  return !plan.speaker.empty() &&
         SpeechOf(plan.speaker, candidate.annotations,
                  candidate.document->annotations, candidate.range) != nullptr;
}

bool HasWordOfQuestion(const Candidate& candidate, const QueryPlan& plan) {
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const PlannedTerm& term = plan.terms[i];
    if (candidate.in_sentence[i] && !term.is_name && !term.is_number &&
        term.importance == 1) {
      return true;
    }
  }
  return false;
}

bool GivesTimeToCome(const Candidate& candidate) {
  const auto published = PublicationTime(candidate.document->summary.published);
  const auto& times = candidate.annotations.times;
  return published.has_value() &&
         std::any_of(times.begin(), times.end(),
                     [&](const TimeExpression& time) {
                       return time.period.has_value() &&
                              time.period->begin > *published;
                     });
}

}  // namespace

AnswerFeatures ComputeAnswerFeatures(const Candidate& candidate,
                                     const SentenceWords& words,
                                     const QuestionProfile& profile,
                                     double missing_names) {
  const QueryPlan& plan = *profile.plan;
  AnswerFeatures features;
  features.form = HoldsForm(candidate, plan) ? 1 : 0;
  AddAnswers(candidate, words, profile, &features);
  features.new_names = SaturatedCount(words.new_names);
  features.new_numbers = SaturatedCount(words.new_numbers);
  features.new_times = SaturatedCount(words.new_times);
  features.new_words = SaturatedCount(words.new_others);
  features.names_of_kind = NamesOfKind(candidate, plan.type);
  features.focus =
      profile.focus.has_value() && candidate.in_sentence[*profile.focus] ? 1
                                                                         : 0;
  features.kinds = SaturatedCount(candidate.kinds);
  features.definition = Definition(candidate);
  features.speech = SpeechShare(candidate);
  features.speaker = IsSaidByNamed(candidate, plan) ? 1 : 0;
  features.outlook = plan.type == AnswerType::kDate && plan.asks_for_future &&
                             missing_names == 0 &&
                             HasWordOfQuestion(candidate, plan) &&
                             GivesTimeToCome(candidate)
                         ? 1
                         : 0;
  return features;
}

}  // namespace footnote
