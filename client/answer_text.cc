#include "client/answer_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/citation_text.h"

namespace footnote {
namespace {

constexpr int kFootnoteIndent = 4;

std::string ReasonInWords(int reason) {
  switch (reason) {
    case v1::NOT_ANSWERED_REASON_NO_MATCH:
      return "no sentence holds a term of the question";
    case v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE:
      return "the best sentence found is too weak";
    case v1::NOT_ANSWERED_REASON_QUESTION_HAS_NO_CONTENT:
      return "the question holds no word to search for";
    default:
      return "the server gave a reason that this program does not know";
  }
}

std::string BandInWords(v1::ConfidenceBand band) {
  switch (band) {
    case v1::CONFIDENCE_BAND_LOW:
      return "low";
    case v1::CONFIDENCE_BAND_MEDIUM:
      return "medium";
    case v1::CONFIDENCE_BAND_HIGH:
      return "high";
    default:
      return "unknown";
  }
}

std::string Hint(const v1::Answer& answer) {
  for (const int reason : answer.not_answered_reasons()) {
    if (reason == v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE) {
      return absl::StrFormat(
          "The best there is has a confidence of %.2f; --min-confidence 0 "
          "shows it.",
          answer.confidence());
    }
    if (reason == v1::NOT_ANSWERED_REASON_NO_MATCH) {
      return "Other words may help, or fewer --document filters.";
    }
  }
  return "Name what the question is about.";
}

std::string Footnote(int number, const v1::Citation& citation,
                     const TextStyle& style) {
  const std::string label = absl::StrCat("[", number, "] ");
  std::string text = absl::StrCat(label, SourceLine(citation));
  std::string place = absl::StrCat("document ", citation.document_id(), ", ",
                                   SentencePlace(citation));
  if (!citation.uri().empty()) absl::StrAppend(&place, " · ", citation.uri());
  return absl::StrCat(Printable(text), "\n", std::string(kFootnoteIndent, ' '),
                      Faint(Printable(place), style), "\n");
}

std::string NotAnsweredText(const v1::Answer& answer, const TextStyle& style) {
  const std::string verdict =
      absl::StrCat("No answer: ", ReasonText(answer), ".");
  return absl::StrCat(WrapText(verdict, {}, 0, "", style),
                      WrapText(Hint(answer), {}, 0, "", style));
}

}  // namespace

std::string ConfidenceText(const v1::Answer& answer) {
  const bool calibrated =
      answer.confidence_scale() == v1::CONFIDENCE_SCALE_PROBABILITY;
  return absl::StrFormat("confidence %.2f (%s, %s)", answer.confidence(),
                         calibrated ? "probability" : "uncalibrated",
                         BandInWords(answer.confidence_band()));
}

std::string ReasonText(const v1::Answer& answer) {
  std::vector<std::string> reasons;
  for (const int reason : answer.not_answered_reasons()) {
    reasons.push_back(ReasonInWords(reason));
  }
  if (reasons.empty()) return "the server gave no reason";
  return absl::StrJoin(reasons, "; ");
}

std::string AnswerText(const v1::AskResponse& response,
                       const TextStyle& style) {
  const v1::Answer& answer = response.answer();
  if (answer.outcome() != v1::OUTCOME_ANSWERED) {
    return NotAnsweredText(answer, style);
  }
  std::string paragraphs;
  std::string footnotes;
  int number = 0;
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    ++number;
    const auto matches = MatchesInQuotation(
        sentence.matches(), sentence.citation(), sentence.text().size());
    absl::StrAppend(&paragraphs,
                    WrapText(sentence.text(), matches, 0,
                             absl::StrCat("[", number, "]"), style),
                    "\n");
    absl::StrAppend(&footnotes, Footnote(number, sentence.citation(), style));
  }
  return absl::StrCat(paragraphs, footnotes, "\n", ConfidenceText(answer),
                      "\n");
}

}  // namespace footnote
