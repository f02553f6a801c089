#include "client/conflict_text.h"

#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/sentence_text.h"

namespace footnote {
namespace {

constexpr int kLeastWidthOfTwo = 80;
constexpr int kMargin = 2;
constexpr int kGap = 3;

// Returns a side in lines with kMargin spaces in front.
std::string PositionText(const v1::ConflictPosition& position,
                         Footnotes& footnotes, const TextStyle& style) {
  std::string lines;
  const std::string heading = PositionHeading(position);
  if (!heading.empty()) {
    lines =
        WrapText(heading, {{0, position.value().size()}}, kMargin, "", style);
  }
  bool is_first = true;
  for (const v1::CitedSentence& sentence : position.sentences()) {
    const std::string reporter = CitedReporter(sentence.citation(), footnotes);
    absl::StrAppend(
        &lines, WrapText(is_first ? reporter : absl::StrCat("also ", reporter),
                         {}, kMargin, "", style));
    if (is_first) {
      absl::StrAppend(&lines, SentenceLines(sentence, kMargin, "", style));
    }
    is_first = false;
  }
  if (position.independent_sources() > 1) {
    const std::string sources =
        absl::StrCat(position.independent_sources(), " independent sources");
    absl::StrAppend(&lines, WrapText(sources, {}, kMargin, "", style));
  }
  return lines;
}

// Returns two sides beside each other, or nothing if they do not fit.
std::optional<std::string> InColumns(const v1::Conflict& conflict,
                                     Footnotes& footnotes,
                                     const TextStyle& style) {
  if (conflict.positions_size() != 2 || style.width < kLeastWidthOfTwo) {
    return std::nullopt;
  }
  // The right side has a margin of its own.
  const int gap = kGap - kMargin;
  TextStyle column = style;
  column.width = (style.width - gap) / 2;
  // One after the other: the order of arguments is the compiler's.
  const std::string left =
      PositionText(conflict.positions(0), footnotes, column);
  const std::string right =
      PositionText(conflict.positions(1), footnotes, column);
  return SideBySide(left, right, column.width, gap);
}

}  // namespace

std::string ConflictHeading(const v1::Conflict& conflict) {
  const char* verdict = conflict.kind() == v1::CONFLICT_KIND_CLAIMS
                            ? "The documents contradict each other"
                            : "The documents differ";
  if (conflict.subject().empty()) return verdict;
  return absl::StrCat(verdict, " on \"", conflict.subject(), "\"");
}

std::string PositionHeading(const v1::ConflictPosition& position) {
  std::vector<absl::string_view> parts;
  if (!position.value().empty()) parts.push_back(position.value());
  if (position.is_later()) parts.push_back("later report");
  return absl::StrJoin(parts, ", ");
}

std::string ConflictsText(const v1::Answer& answer, Footnotes& footnotes,
                          const TextStyle& style) {
  std::string text;
  for (const v1::Conflict& conflict : answer.conflicts()) {
    const std::string heading = absl::StrCat(ConflictHeading(conflict), ":");
    absl::StrAppend(&text, WrapText(heading, {}, 0, "", style), "\n");
    const auto columns = InColumns(conflict, footnotes, style);
    if (columns.has_value()) {
      absl::StrAppend(&text, *columns, "\n");
      continue;
    }
    for (const v1::ConflictPosition& position : conflict.positions()) {
      absl::StrAppend(&text, PositionText(position, footnotes, style), "\n");
    }
  }
  return text;
}

}  // namespace footnote
