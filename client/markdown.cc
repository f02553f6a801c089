#include "client/markdown.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/citation_text.h"
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

std::string CitationMarkdown(const v1::Citation& citation,
                             absl::string_view place) {
  std::string text =
      absl::StrCat(EscapeMarkdown(SourceLine(citation)), ". Document ",
                   EscapeMarkdown(citation.document_id()), ", ", place, ".");
  if (!citation.uri().empty()) {
    absl::StrAppend(&text, " ", Link(citation.uri()));
  }
  return text;
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
        CitationMarkdown(passage.citation(), BytePlace(passage.citation())),
        "\n\n", indent, "> ", EscapeMarkdown(passage.text()), "\n\n");
  }
  return list;
}

}  // namespace footnote
