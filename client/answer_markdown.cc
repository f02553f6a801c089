#include "client/answer_markdown.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "client/citation_text.h"
#include "client/conflict_markdown.h"
#include "client/explanation_text.h"
#include "client/footnotes.h"
#include "client/interpretation_text.h"
#include "client/markdown.h"
#include "client/not_answered_text.h"
#include "client/sentence_markdown.h"
#include "client/timeline_text.h"

namespace footnote {
namespace {

// Returns `lines` as part of an item of a list.
std::string Indented(absl::string_view lines) {
  std::string text;
  for (const absl::string_view line : absl::StrSplit(lines, '\n')) {
    if (line.data() != lines.data()) text.push_back('\n');
    if (!line.empty()) absl::StrAppend(&text, "    ", line);
  }
  return text;
}

std::string RejectedMarkdown(const v1::Answer& answer) {
  if (answer.rejected().empty()) return "";
  std::string list = "\n**Left out:**\n\n";
  for (const v1::RejectedSentence& rejected : answer.rejected()) {
    const v1::CitedSentence& sentence = rejected.sentence();
    const v1::Citation& citation = sentence.citation();
    absl::StrAppend(
        &list, "- ", RejectionText(rejected.reason()),
        absl::StrFormat(" (confidence %.2f):\n\n", rejected.confidence()),
        "    > ", MarkdownSentence(sentence), "\n\n    ",
        CitationMarkdown(citation, SentencePlace(citation)), "\n\n",
        Indented(ExplanationMarkdown(sentence.explanation())));
  }
  return list;
}

std::string FootnotesMarkdown(const Footnotes& footnotes) {
  std::string text;
  int number = 0;
  for (const v1::Citation* citation : footnotes.citations()) {
    absl::StrAppend(
        &text, "[^", ++number,
        "]: ", CitationMarkdown(*citation, SentencePlace(*citation)), "\n");
  }
  return text;
}

std::string InterpretationMarkdown(const v1::AskResponse& response,
                                   const AnswerView& view) {
  if (!view.interpretation) return "";
  std::string text;
  for (const std::string& line :
       InterpretationLines(response.interpretation())) {
    absl::StrAppend(&text, "*", EscapeMarkdown(line), "*\n\n");
  }
  return text;
}

// Returns the sentences; in a timeline each new date stands above its own.
std::string SentencesMarkdown(const v1::Answer& answer, const AnswerView& view,
                              Footnotes& footnotes) {
  std::string text;
  std::string last;
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    const std::string date = TimelineDate(sentence);
    if (view.is_timeline && date != last) {
      absl::StrAppend(&text, "**", EscapeMarkdown(date), "**\n\n");
    }
    last = date;
    absl::StrAppend(&text, SentenceMarkdown(sentence, footnotes));
    if (view.is_timeline && sentence.time().is_publication()) {
      absl::StrAppend(&text, "- dated by its publication\n\n");
    }
  }
  return text;
}

std::string AnsweredMarkdown(const v1::AskResponse& response,
                             const AnswerView& view) {
  const v1::Answer& answer = response.answer();
  Footnotes footnotes;
  // The answer's own sentences have the first numbers.
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    footnotes.Number(sentence.citation());
  }
  const std::string sentences = SentencesMarkdown(answer, view, footnotes);
  const std::string conflicts = ConflictsMarkdown(answer, footnotes);
  return absl::StrCat(sentences, conflicts, "*", ConfidenceText(answer),
                      "*\n\n", InterpretationMarkdown(response, view),
                      FootnotesMarkdown(footnotes));
}

}  // namespace

std::string AnswerMarkdown(const v1::AskResponse& response,
                           const AnswerView& view) {
  const v1::Answer& answer = response.answer();
  if (answer.outcome() == v1::OUTCOME_ANSWERED) {
    return absl::StrCat(AnsweredMarkdown(response, view),
                        RejectedMarkdown(answer));
  }
  const std::string reason = EscapeMarkdown(ReasonText(response));
  const std::string inferred = InterpretationMarkdown(response, view);
  return absl::StrCat("**No answer:** ", reason, ".\n",
                      inferred.empty() ? "" : "\n", inferred,
                      RejectedMarkdown(answer));
}

}  // namespace footnote
