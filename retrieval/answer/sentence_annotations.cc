#include "retrieval/answer/sentence_annotations.h"

#include <algorithm>
#include <utility>

#include "retrieval/text/timestamp.h"

namespace footnote {
namespace {

// Returns those of `list`, which are in order and do not overlap, that begin in
// `range`.
template <typename T>
absl::Span<const T> Within(const std::vector<T>& list, ByteRange range) {
  const auto begin = std::partition_point(
      list.begin(), list.end(),
      [range](const T& item) { return item.range.begin < range.begin; });
  const auto end = std::partition_point(
      begin, list.end(),
      [range](const T& item) { return item.range.begin < range.end; });
  return absl::MakeConstSpan(list).subspan(
      static_cast<size_t>(begin - list.begin()),
      static_cast<size_t>(end - begin));
}

}  // namespace

SentenceAnnotations AnnotationsIn(const Annotations& annotations,
                                  ByteRange range) {
  SentenceAnnotations sentence;
  sentence.places = Within(annotations.places, range);
  sentence.times = Within(annotations.times, range);
  for (const Speech& speech : annotations.speeches) {
    if (speech.content.begin >= range.end) break;
    if (!Intersection(speech.content, range).empty()) {
      sentence.speeches.push_back(&speech);
    }
  }
  return sentence;
}

bool SpeaksOf(const SentenceAnnotations& sentence, const TimePeriod& period) {
  return std::any_of(sentence.times.begin(), sentence.times.end(),
                     [&](const TimeExpression& time) {
                       return time.period.has_value() &&
                              LiesMostlyIn(*time.period, period);
                     });
}

const Speech* SpeechOf(absl::string_view speaker,
                       const SentenceAnnotations& sentence,
                       const Annotations& document, ByteRange range) {
  const auto weight_of = [range](const Speech& speech) {
    return std::pair(speech.is_direct,
                     Intersection(speech.content, range).size());
  };
  const Speech* most = nullptr;
  for (const Speech* speech : sentence.speeches) {
    const Name& name = document.names[speech->name];
    if (!speaker.empty() && !NamesMatch(speaker, name.full, name.title)) {
      continue;
    }
    if (most == nullptr || weight_of(*speech) > weight_of(*most)) most = speech;
  }
  return most;
}

}  // namespace footnote
