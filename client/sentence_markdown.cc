#include "client/sentence_markdown.h"

#include <optional>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "client/citation_text.h"
#include "client/explanation_text.h"
#include "client/markdown.h"
#include "client/sentence_details.h"

namespace footnote {
namespace {

bool IsSpace(char c) {
  return absl::ascii_isspace(static_cast<unsigned char>(c));
}

void AppendItalics(
    const google::protobuf::RepeatedPtrField<v1::ContextSentence>& sentences,
    std::vector<std::string>* parts) {
  for (const v1::ContextSentence& sentence : sentences) {
    const std::string text = EscapeMarkdown(sentence.text());
    if (!text.empty()) parts->push_back(absl::StrCat("*", text, "*"));
  }
}

}  // namespace

std::string MarkdownMark(const v1::Citation& citation, Footnotes& footnotes) {
  return absl::StrCat("[^", footnotes.Number(citation), "]");
}

std::string MarkdownReporter(const v1::Citation& citation,
                             Footnotes& footnotes) {
  return absl::StrCat(EscapeMarkdown(ReporterText(citation)), " ",
                      MarkdownMark(citation, footnotes));
}

std::string MarkdownSentence(const v1::CitedSentence& sentence) {
  const absl::string_view text = sentence.text();
  const std::optional<TextRange> answer = AnswerRange(sentence);
  const absl::string_view before =
      answer.has_value() ? text.substr(0, answer->begin) : "";
  const absl::string_view words =
      answer.has_value()
          ? text.substr(answer->begin, answer->end - answer->begin)
          : "";
  // Stars with a space on their inner side are no marks.
  if (words.empty() || IsSpace(words.front()) || IsSpace(words.back())) {
    return EscapeMarkdown(text);
  }
  const absl::string_view after = text.substr(answer->end);
  const bool gap_before = !before.empty() && IsSpace(before.back());
  const bool gap_after = !after.empty() && IsSpace(after.front());
  return absl::StrCat(EscapeMarkdown(before), gap_before ? " **" : "**",
                      EscapeMarkdown(words), gap_after ? "** " : "**",
                      EscapeMarkdown(after));
}

std::string SentenceMarkdown(const v1::CitedSentence& sentence,
                             Footnotes& footnotes) {
  std::vector<std::string> quoted;
  AppendItalics(sentence.context_before(), &quoted);
  quoted.push_back(absl::StrCat(MarkdownSentence(sentence), " ",
                                MarkdownMark(sentence.citation(), footnotes)));
  AppendItalics(sentence.context_after(), &quoted);
  std::string list;
  for (const std::string& detail : SentenceDetails(sentence, true)) {
    absl::StrAppend(&list, "- ", EscapeMarkdown(detail), "\n");
  }
  const std::string corroboration =
      CorroborationText(sentence, [&footnotes](const v1::Citation& citation) {
        return MarkdownReporter(citation, footnotes);
      });
  if (!corroboration.empty()) {
    absl::StrAppend(&list, "- ", corroboration, "\n");
  }
  return absl::StrCat("> ", absl::StrJoin(quoted, " "), "\n\n", list,
                      list.empty() ? "" : "\n",
                      ExplanationMarkdown(sentence.explanation()));
}

}  // namespace footnote
