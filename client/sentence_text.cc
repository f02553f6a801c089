#include "client/sentence_text.h"

#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/citation_text.h"
#include "client/explanation_text.h"
#include "client/sentence_details.h"

namespace footnote {
namespace {

constexpr int kContextIndent = 2;

// Without colour nothing but the dots and the margin tells what is cited from
// what stands beside it.
std::string ContextLines(
    const google::protobuf::RepeatedPtrField<v1::ContextSentence>& sentences,
    int indent, const TextStyle& style) {
  std::string lines;
  for (const v1::ContextSentence& sentence : sentences) {
    absl::StrAppend(&lines, WrapText(absl::StrCat("… ", sentence.text()), {},
                                     indent + kContextIndent, "", style));
  }
  return FaintLines(lines, style);
}

}  // namespace

std::string FootnoteMark(const v1::Citation& citation, Footnotes& footnotes) {
  return absl::StrCat("[", footnotes.Number(citation), "]");
}

std::string CitedReporter(const v1::Citation& citation, Footnotes& footnotes) {
  return absl::StrCat(ReporterText(citation), " ",
                      FootnoteMark(citation, footnotes));
}

std::string SentenceLines(const v1::CitedSentence& sentence, int indent,
                          absl::string_view suffix, const TextStyle& style) {
  const std::optional<TextRange> answer = AnswerRange(sentence);
  const std::vector<TextRange> emphasised =
      answer.has_value()
          ? std::vector<TextRange>{*answer}
          : MatchesInQuotation(sentence.matches(), sentence.citation(),
                               sentence.text().size());
  return WrapText(sentence.text(), emphasised, indent, suffix, style);
}

std::string SentenceParagraph(const v1::CitedSentence& sentence, int indent,
                              Footnotes& footnotes, const TextStyle& style) {
  const std::string mark = FootnoteMark(sentence.citation(), footnotes);
  std::string lines =
      absl::StrCat(ContextLines(sentence.context_before(), indent, style),
                   SentenceLines(sentence, indent, mark, style),
                   ContextLines(sentence.context_after(), indent, style));
  std::vector<std::string> details = SentenceDetails(sentence, style.color);
  details.push_back(
      CorroborationText(sentence, [&footnotes](const v1::Citation& citation) {
        return CitedReporter(citation, footnotes);
      }));
  for (const std::string& detail : details) {
    if (detail.empty()) continue;
    absl::StrAppend(&lines,
                    WrapText(detail, {}, indent + kDetailIndent, "", style));
  }
  absl::StrAppend(
      &lines, ExplanationText(sentence.explanation(), indent + kDetailIndent));
  return lines;
}

}  // namespace footnote
