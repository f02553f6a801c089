#include "client/sentence_details.h"

#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "client/citation_text.h"

namespace footnote {
namespace {

// Returns `value` as the sentence is bound to it: `by 2030`.
std::string BoundValue(const v1::TimeValue& time) {
  if (time.value().empty()) return "";
  switch (time.bound()) {
    case v1::TIME_BOUND_BY:
      return absl::StrCat("by ", time.value());
    case v1::TIME_BOUND_SINCE:
      return absl::StrCat("since ", time.value());
    case v1::TIME_BOUND_BEFORE:
      return absl::StrCat("before ", time.value());
    case v1::TIME_BOUND_AFTER:
      return absl::StrCat("after ", time.value());
    default:
      return time.value();
  }
}

std::string OnOneLine(absl::string_view text) {
  const std::vector<absl::string_view> words =
      absl::StrSplit(text, absl::ByAnyChar(" \t\r\n\f\v"), absl::SkipEmpty());
  return absl::StrJoin(words, " ");
}

// Returns whether `words`, in which lines may break anywhere, hold `value`.
bool Hold(const std::string& words, const std::string& value) {
  return absl::StrContains(OnOneLine(words), OnOneLine(value));
}

// Returns `words` with `value` in brackets behind, unless they hold it.
std::string WithValue(const std::string& words, const std::string& value) {
  return Hold(words, value) ? words : absl::StrCat(words, " (", value, ")");
}

bool IsSamePlace(const v1::TextSpan& a, const v1::TextSpan& b) {
  return a.begin_byte() == b.begin_byte() && a.end_byte() == b.end_byte();
}

std::string Count(int64_t count, absl::string_view one,
                  absl::string_view many) {
  return absl::StrCat(count, " ", count == 1 ? one : many);
}

// Returns `a; b; and c`.
std::string Listed(std::vector<std::string> parts) {
  if (parts.size() > 1) parts.back().insert(0, "and ");
  return absl::StrJoin(parts, "; ");
}

}  // namespace

std::optional<TextRange> AnswerRange(const v1::CitedSentence& sentence) {
  if (!sentence.has_answer_span()) return std::nullopt;
  const v1::AnswerSpan& answer = sentence.answer_span();
  const auto range = RangeInQuotation(answer.span(), sentence.citation(),
                                      sentence.text().size());
  if (!range.has_value()) return std::nullopt;
  const absl::string_view words =
      absl::string_view(sentence.text())
          .substr(range->begin, range->end - range->begin);
  return words == answer.text() ? range : std::nullopt;
}

std::string AnswerSpanText(const v1::CitedSentence& sentence, bool shown) {
  const v1::AnswerSpan& answer = sentence.answer_span();
  if (answer.text().empty()) return "";
  if (shown && AnswerRange(sentence).has_value() &&
      Hold(answer.text(), answer.value())) {
    return "";
  }
  return absl::StrCat("answer: ", WithValue(answer.text(), answer.value()));
}

std::string SpeakerText(const v1::CitedSentence& sentence) {
  if (!sentence.has_speaker()) return "";
  const v1::Speaker& speaker = sentence.speaker();
  std::vector<absl::string_view> parts;
  for (const std::string* part : {&speaker.name(), &speaker.title()}) {
    if (!part->empty()) parts.push_back(*part);
  }
  if (parts.empty()) parts.push_back("a speaker who is not named");
  return absl::StrCat(speaker.is_direct() ? "said by " : "reported of ",
                      absl::StrJoin(parts, ", "));
}

std::string EventsText(const v1::CitedSentence& sentence) {
  std::vector<std::string> times;
  absl::flat_hash_set<std::string> told;
  for (const v1::TimeMention& event : sentence.events()) {
    const std::string value = BoundValue(event.time());
    const bool is_answer =
        sentence.has_answer_span() &&
        IsSamePlace(event.span(), sentence.answer_span().span());
    if (is_answer) continue;
    if (!told.insert(value.empty() ? event.text() : value).second) continue;
    times.push_back(WithValue(event.text(), value));
  }
  if (times.empty()) return "";
  return absl::StrCat("speaks of ", absl::StrJoin(times, "; "));
}

std::vector<std::string> SentenceDetails(const v1::CitedSentence& sentence,
                                         bool shown) {
  std::vector<std::string> details;
  for (const std::string& detail :
       {AnswerSpanText(sentence, shown), SpeakerText(sentence),
        EventsText(sentence)}) {
    if (!detail.empty()) details.push_back(detail);
  }
  return details;
}

std::string CorroborationText(
    const v1::CitedSentence& sentence,
    const std::function<std::string(const v1::Citation&)>& cite) {
  std::vector<std::string> parts;
  int copies = 0;
  for (const v1::Corroboration& other : sentence.corroborations()) {
    if (other.is_copy()) {
      ++copies;
    } else {
      parts.push_back(cite(other.citation()));
    }
  }
  // The server sends no more than a few of them. The sentence's own source is
  // one of those that are counted.
  const int64_t more = int64_t{sentence.independent_sources()} - 1 -
                       static_cast<int64_t>(parts.size());
  if (more > 0) parts.push_back(Count(more, "more source", "more sources"));
  const std::string copied = Count(copies, "copy", "copies");
  if (parts.empty()) return copies == 0 ? "" : absl::StrCat("also in ", copied);
  if (copies > 0) parts.push_back(copied);
  return absl::StrCat("also reported by ", Listed(std::move(parts)));
}

}  // namespace footnote
