#include "client/timeline_text.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/sentence_text.h"

namespace footnote {
namespace {

// A day with two columns between it and the text.
constexpr int kMargin = 12;

// Returns `lines`, which begin with kMargin spaces, with `date` in the margin,
// or above them if it is too long.
std::string WithDate(const std::string& date, const std::string& lines,
                     const TextStyle& style) {
  const std::string label = Printable(date);
  const int missing = kMargin - DisplayWidth(label);
  if (missing < 2) return absl::StrCat(Bold(label, style), "\n", lines);
  return absl::StrCat(Bold(label, style),
                      std::string(static_cast<size_t>(missing), ' '),
                      lines.substr(kMargin));
}

}  // namespace

std::string TimelineDate(const v1::CitedSentence& sentence) {
  const std::string& value = sentence.time().value();
  if (value.empty()) return "undated";
  // Of an interval both ends may have a time of day; they stand as they are.
  const bool is_interval = absl::StrContains(value, '/');
  return is_interval ? value : value.substr(0, value.find_first_of("Tt "));
}

std::string TimelineText(const v1::Answer& answer, Footnotes& footnotes,
                         const TextStyle& style) {
  std::string text;
  std::string last;
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    std::string lines = SentenceParagraph(sentence, kMargin, footnotes, style);
    if (sentence.time().is_publication()) {
      absl::StrAppend(&lines, WrapText("dated by its publication", {},
                                       kMargin + kDetailIndent, "", style));
    }
    const std::string date = TimelineDate(sentence);
    absl::StrAppend(&text, date == last ? lines : WithDate(date, lines, style),
                    "\n");
    last = date;
  }
  return text;
}

}  // namespace footnote
