#include "client/answer_text.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/citation_text.h"
#include "client/conflict_text.h"
#include "client/explanation_text.h"
#include "client/footnotes.h"
#include "client/interpretation_text.h"
#include "client/not_answered_text.h"
#include "client/sentence_text.h"
#include "client/timeline_text.h"

namespace footnote {
namespace {

constexpr int kFootnoteIndent = 4;

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

std::string FootnotesText(const Footnotes& footnotes, const TextStyle& style) {
  std::string text;
  int number = 0;
  for (const v1::Citation* citation : footnotes.citations()) {
    absl::StrAppend(&text, Footnote(++number, *citation, style));
  }
  return text;
}

std::string InterpretationText(const v1::AskResponse& response,
                               const AnswerView& view, const TextStyle& style) {
  if (!view.interpretation) return "";
  std::string text;
  for (const std::string& line :
       InterpretationLines(response.interpretation())) {
    absl::StrAppend(&text, WrapText(line, {}, 0, "", style));
  }
  return FaintLines(text, style);
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

std::string NotAnsweredText(const v1::AskResponse& response,
                            const TextStyle& style) {
  const std::string verdict =
      absl::StrCat("No answer: ", ReasonText(response), ".");
  const std::string hint = HintText(response);
  return absl::StrCat(WrapText(verdict, {}, 0, "", style),
                      hint.empty() ? "" : WrapText(hint, {}, 0, "", style));
}

std::string SentencesText(const v1::Answer& answer, Footnotes& footnotes,
                          const TextStyle& style) {
  std::string text;
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    absl::StrAppend(&text, SentenceParagraph(sentence, 0, footnotes, style),
                    "\n");
  }
  return text;
}

std::string AnsweredText(const v1::Answer& answer, const AnswerView& view,
                         const TextStyle& style) {
  Footnotes footnotes;
  // The answer's own sentences have the first numbers.
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    footnotes.Number(sentence.citation());
  }
  const std::string sentences = view.is_timeline
                                    ? TimelineText(answer, footnotes, style)
                                    : SentencesText(answer, footnotes, style);
  const std::string conflicts = ConflictsText(answer, footnotes, style);
  return absl::StrCat(sentences, conflicts, FootnotesText(footnotes, style),
                      "\n", ConfidenceText(answer), "\n");
}

}  // namespace

std::string ConfidenceText(const v1::Answer& answer) {
  const bool calibrated =
      answer.confidence_scale() == v1::CONFIDENCE_SCALE_PROBABILITY;
  return absl::StrFormat("confidence %.2f (%s, %s)", answer.confidence(),
                         calibrated ? "probability" : "uncalibrated",
                         BandInWords(answer.confidence_band()));
}

std::string AnswerText(const v1::AskResponse& response, const AnswerView& view,
                       const TextStyle& style) {
  const v1::Answer& answer = response.answer();
  const bool is_answered = answer.outcome() == v1::OUTCOME_ANSWERED;
  return absl::StrCat(is_answered ? AnsweredText(answer, view, style)
                                  : NotAnsweredText(response, style),
                      InterpretationText(response, view, style),
                      RejectedText(answer, style));
}

}  // namespace footnote
