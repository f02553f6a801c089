#include "client/conflict_markdown.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/conflict_text.h"
#include "client/markdown.h"
#include "client/sentence_markdown.h"

namespace footnote {
namespace {

std::string PositionRow(const v1::ConflictPosition& position,
                        Footnotes& footnotes) {
  std::vector<std::string> reporters;
  for (const v1::CitedSentence& sentence : position.sentences()) {
    reporters.push_back(MarkdownReporter(sentence.citation(), footnotes));
  }
  if (position.independent_sources() > 1) {
    reporters.push_back(
        absl::StrCat(position.independent_sources(), " independent sources"));
  }
  const std::string best = position.sentences().empty()
                               ? ""
                               : MarkdownSentence(position.sentences(0));
  return absl::StrCat("| ", EscapeMarkdown(PositionHeading(position)), " | ",
                      best, " | ", absl::StrJoin(reporters, "; "), " |\n");
}

}  // namespace

std::string ConflictsMarkdown(const v1::Answer& answer, Footnotes& footnotes) {
  std::string text;
  for (const v1::Conflict& conflict : answer.conflicts()) {
    absl::StrAppend(
        &text, "**", EscapeMarkdown(ConflictHeading(conflict)),
        ":**\n\n| says | sentence | reported by |\n|---|---|---|\n");
    for (const v1::ConflictPosition& position : conflict.positions()) {
      absl::StrAppend(&text, PositionRow(position, footnotes));
    }
    absl::StrAppend(&text, "\n");
  }
  return text;
}

}  // namespace footnote
