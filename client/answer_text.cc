#include "client/answer_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/citation_text.h"
#include "client/explanation_text.h"

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
    case v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW:
      return "no document passes the filters and times";
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
      return "Other words may help, or fewer filters.";
    }
    if (reason == v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW) {
      return "Fewer filters or a wider --published may help; `footnote list` "
             "shows the documents.";
    }
  }
  return "Name what the question is about.";
}

// Returns the document and the place in it, wrapped.
std::string PlaceLines(const v1::Citation& citation, const TextStyle& style) {
  std::string place = absl::StrCat("document ", citation.document_id(), ", ",
                                   SentencePlace(citation));
  if (!citation.uri().empty()) absl::StrAppend(&place, " · ", citation.uri());
  return FaintLines(WrapText(place, {}, kFootnoteIndent, "", style), style);
}

std::string Footnote(int number, const v1::Citation& citation,
                     const TextStyle& style) {
  const std::string source =
      WrapText(SourceLine(citation), {}, kFootnoteIndent, "", style);
  // The number stands in the margin, which it seldom fills.
  std::string label = absl::StrCat("[", number, "]");
  label.resize(std::max<size_t>(label.size() + 1, kFootnoteIndent), ' ');
  return absl::StrCat(label, source.substr(kFootnoteIndent),
                      PlaceLines(citation, style));
}

std::string SentenceLines(const v1::CitedSentence& sentence, int indent,
                          absl::string_view suffix, const TextStyle& style) {
  const auto matches = MatchesInQuotation(
      sentence.matches(), sentence.citation(), sentence.text().size());
  return WrapText(sentence.text(), matches, indent, suffix, style);
}

std::string RejectedText(const v1::Answer& answer, const TextStyle& style) {
  if (answer.rejected().empty()) return "";
  std::string text = "\nLeft out:\n";
  for (const v1::RejectedSentence& rejected : answer.rejected()) {
    const v1::CitedSentence& sentence = rejected.sentence();
    const std::string reason = absl::StrFormat("- %s (confidence %.2f)",
                                               RejectionText(rejected.reason()),
                                               rejected.confidence());
    absl::StrAppend(&text, "\n", WrapText(reason, {}, 0, "", style),
                    SentenceLines(sentence, kFootnoteIndent, "", style),
                    PlaceLines(sentence.citation(), style),
                    ExplanationText(sentence.explanation(), kFootnoteIndent));
  }
  return text;
}

std::string NotAnsweredText(const v1::Answer& answer, const TextStyle& style) {
  const std::string verdict =
      absl::StrCat("No answer: ", ReasonText(answer), ".");
  return absl::StrCat(WrapText(verdict, {}, 0, "", style),
                      WrapText(Hint(answer), {}, 0, "", style),
                      RejectedText(answer, style));
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
    absl::StrAppend(
        &paragraphs,
        SentenceLines(sentence, 0, absl::StrCat("[", number, "]"), style),
        ExplanationText(sentence.explanation(), kFootnoteIndent), "\n");
    absl::StrAppend(&footnotes, Footnote(number, sentence.citation(), style));
  }
  return absl::StrCat(paragraphs, footnotes, "\n", ConfidenceText(answer), "\n",
                      RejectedText(answer, style));
}

}  // namespace footnote
