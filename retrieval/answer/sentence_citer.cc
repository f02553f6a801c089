#include "retrieval/answer/sentence_citer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "retrieval/answer/sentence_annotations.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Returns when the document of `summary` stands in a timeline.
std::optional<SentenceTime> TimeOfPublication(const DocumentSummary& summary) {
  const auto published = PublicationTime(summary.published);
  if (!published.has_value()) return std::nullopt;
  return SentenceTime{summary.published, *published, true};
}

}  // namespace

absl::StatusOr<CitedSentence> SentenceCiter::Cite(
    const Candidate& candidate, const std::optional<TypedSpan>& span) {
  CitedSentence sentence;
  sentence.text = std::string(candidate.text);
  FOOTNOTE_ASSIGN_OR_RETURN(
      sentence.citation, citer_.Cite(*candidate.document, candidate.range,
                                     candidate.sentence_index, candidate.text));
  for (const TermHit& hit : candidate.hits) {
    sentence.matches.push_back(
        {plan_.terms[hit.term].term, Span(candidate, hit.range)});
  }
  sentence.answer_span = ToAnswerSpan(candidate, span);
  sentence.speaker = FindSpeaker(candidate);
  AddTimes(candidate, &sentence);
  AddContext(candidate, &sentence);
  return sentence;
}

absl::StatusOr<Corroboration> SentenceCiter::CiteCorroboration(
    const Candidate& candidate, bool is_copy) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Citation citation, citer_.Cite(*candidate.document, candidate.range,
                                     candidate.sentence_index, candidate.text));
  return Corroboration{std::string(candidate.text), std::move(citation),
                       is_copy};
}

std::optional<AnswerSpan> SentenceCiter::ToAnswerSpan(
    const Candidate& candidate, const std::optional<TypedSpan>& span) {
  if (!span.has_value()) return std::nullopt;
  AnswerSpan answer;
  answer.text = std::string(citer_.Text(*candidate.document, span->range));
  answer.span = Span(candidate, span->range);
  answer.type = span->type;
  answer.value = span->value;
  answer.time = span->time;
  answer.quantity = span->quantity;
  return answer;
}

std::optional<Speaker> SentenceCiter::FindSpeaker(const Candidate& candidate) {
  const Annotations& annotations = candidate.document->annotations;
  const std::string& asked =
      plan_.statement.speaker.empty() ? plan_.speaker : plan_.statement.speaker;
  const Speech* speech =
      SpeechOf(asked, candidate.annotations, annotations, candidate.range);
  if (speech == nullptr) {
    speech = SpeechOf("", candidate.annotations, annotations, candidate.range);
  }
  if (speech == nullptr) return std::nullopt;
  Speaker speaker;
  speaker.name = annotations.names[speech->name].full;
  speaker.title = annotations.names[speech->name].title;
  speaker.is_direct = speech->is_direct;
  speaker.content_span =
      Span(candidate, Intersection(speech->content, candidate.range));
  if (!speech->source.empty()) {
    speaker.source_span = Span(candidate, speech->source);
  }
  return speaker;
}

void SentenceCiter::AddTimes(const Candidate& candidate,
                             CitedSentence* sentence) {
  for (const TimeExpression& time : candidate.annotations.times) {
    sentence->events.push_back(
        {std::string(citer_.Text(*candidate.document, time.range)),
         Span(candidate, time.range), time});
    if (!sentence->time.has_value() && time.period.has_value()) {
      sentence->time = SentenceTime{time.value, time.period->begin, false};
    }
  }
  if (!sentence->time.has_value()) {
    sentence->time = TimeOfPublication(candidate.document->summary);
  }
}

ContextSentence SentenceCiter::ToContext(const Candidate& candidate,
                                         ByteRange range) {
  return {std::string(citer_.Text(*candidate.document, range)),
          Span(candidate, range)};
}

void SentenceCiter::AddContext(const Candidate& candidate,
                               CitedSentence* sentence) {
  const std::vector<Sentence>& sentences = candidate.document->sentences;
  const auto wanted = static_cast<size_t>(options_.context_sentences);
  for (size_t i = candidate.sentence_index;
       i > 0 && sentence->context_before.size() < wanted; --i) {
    if (sentences[i - 1].kind != SentenceKind::kProse) continue;
    sentence->context_before.push_back(
        ToContext(candidate, sentences[i - 1].range));
  }
  std::reverse(sentence->context_before.begin(),
               sentence->context_before.end());
  for (size_t i = size_t{candidate.sentence_index} + 1;
       i < sentences.size() && sentence->context_after.size() < wanted; ++i) {
    if (sentences[i].kind != SentenceKind::kProse) continue;
    sentence->context_after.push_back(ToContext(candidate, sentences[i].range));
  }
}

}  // namespace footnote
