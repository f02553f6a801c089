#include "client/markdown.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/answer_text.h"
#include "client/citation_text.h"
#include "client/explanation_text.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

constexpr absl::string_view kMarks = "\\`*_[]{}<>#|~&!$";

// Marks that begin a list or a heading when they stand first on a line.
constexpr absl::string_view kLineMarks = "+-=";

// A uri becomes a link only if it is one that a browser opens and cannot end
// the brackets around it.
std::string Link(const std::string& uri) {
  const bool is_web =
      absl::StartsWith(uri, "https://") || absl::StartsWith(uri, "http://");
  if (is_web && uri.find_first_of("<> \t\r\n\\") == std::string::npos) {
    return absl::StrCat("<", Printable(uri), ">");
  }
  return EscapeMarkdown(uri);
}

std::string Place(const v1::Citation& citation, absl::string_view place) {
  std::string text =
      absl::StrCat(EscapeMarkdown(SourceLine(citation)), ". Document ",
                   EscapeMarkdown(citation.document_id()), ", ", place, ".");
  if (!citation.uri().empty()) {
    absl::StrAppend(&text, " ", Link(citation.uri()));
  }
  return text;
}

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
    absl::StrAppend(
        &list, "- ", RejectionText(rejected.reason()),
        absl::StrFormat(" (confidence %.2f):\n\n", rejected.confidence()),
        "    > ", EscapeMarkdown(sentence.text()), "\n\n    ",
        Place(sentence.citation(), SentencePlace(sentence.citation())), "\n\n",
        Indented(ExplanationMarkdown(sentence.explanation())));
  }
  return list;
}

}  // namespace

std::string EscapeMarkdown(absl::string_view text) {
  const std::vector<absl::string_view> words =
      absl::StrSplit(text, absl::ByAnyChar(" \t\r\n\f\v"), absl::SkipEmpty());
  std::string escaped;
  for (const char c : Printable(absl::StrJoin(words, " "))) {
    const bool first = escaped.empty();
    if (kMarks.find(c) != absl::string_view::npos ||
        (first && kLineMarks.find(c) != absl::string_view::npos)) {
      escaped.push_back('\\');
    }
    escaped.push_back(c);
  }
  // "1. " at the beginning would start a list.
  const size_t digits = escaped.find_first_not_of("0123456789");
  if (digits != std::string::npos && digits > 0 &&
      (escaped[digits] == '.' || escaped[digits] == ')')) {
    escaped.insert(digits, 1, '\\');
  }
  return escaped;
}

std::string AnswerMarkdown(const v1::AskResponse& response) {
  const v1::Answer& answer = response.answer();
  if (answer.outcome() != v1::OUTCOME_ANSWERED) {
    return absl::StrCat("**No answer:** ", ReasonText(answer), ".\n",
                        RejectedMarkdown(answer));
  }
  std::string quotes;
  std::string footnotes;
  int number = 0;
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    ++number;
    absl::StrAppend(&quotes, "> ", EscapeMarkdown(sentence.text()), " [^",
                    number, "]\n\n",
                    ExplanationMarkdown(sentence.explanation()));
    absl::StrAppend(
        &footnotes, "[^", number,
        "]: ", Place(sentence.citation(), SentencePlace(sentence.citation())),
        "\n");
  }
  return absl::StrCat(quotes, "*", ConfidenceText(answer), "*\n\n", footnotes,
                      RejectedMarkdown(answer));
}

std::string PassagesMarkdown(const v1::SearchResponse& response, int first) {
  if (response.passages().empty()) return "**No passage matches.**\n";
  std::string list;
  int number = first;
  for (const v1::ScoredPassage& passage : response.passages()) {
    const std::string marker = absl::StrCat(number++, ". ");
    // What stands less far to the right is no part of the item.
    const std::string indent(marker.size(), ' ');
    absl::StrAppend(
        &list, marker, absl::StrFormat("**%.3f** ", passage.score()),
        Place(passage.citation(), BytePlace(passage.citation())), "\n\n",
        indent, "> ", EscapeMarkdown(passage.text()), "\n\n");
  }
  return list;
}

}  // namespace footnote
