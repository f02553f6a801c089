#include "client/passage_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/citation_text.h"

namespace footnote {
namespace {

constexpr int kIndent = 4;

std::string TermShares(const v1::ScoredPassage& passage) {
  std::vector<std::string> shares;
  for (const v1::TermScore& term : passage.terms()) {
    shares.push_back(absl::StrFormat("%s %.3f ×%d", term.term(), term.score(),
                                     term.frequency()));
  }
  return absl::StrJoin(shares, " · ");
}

std::string PassageText(int number, const v1::ScoredPassage& passage,
                        const TextStyle& style) {
  const v1::Citation& citation = passage.citation();
  std::string place = absl::StrCat("document ", citation.document_id(), ", ",
                                   BytePlace(citation));
  if (!citation.uri().empty()) absl::StrAppend(&place, " · ", citation.uri());
  const auto matches =
      MatchesInQuotation(passage.matches(), citation, passage.text().size());
  const std::string head = absl::StrCat(
      number, ". ", absl::StrFormat("%.3f", passage.score()), "  ");
  const std::string source =
      WrapText(SourceLine(citation), {}, DisplayWidth(head), "", style);
  return absl::StrCat(
      head, source.substr(head.size()),
      FaintLines(WrapText(place, {}, kIndent, "", style), style),
      FaintLines(WrapText(TermShares(passage), {}, kIndent, "", style), style),
      WrapText(passage.text(), matches, kIndent, "", style));
}

}  // namespace

std::string PassagesText(const v1::SearchResponse& response, int first,
                         const TextStyle& style) {
  if (response.passages().empty()) return "No passage matches.\n";
  std::vector<std::string> passages;
  for (const v1::ScoredPassage& passage : response.passages()) {
    const int rank = first + static_cast<int>(passages.size());
    passages.push_back(PassageText(rank, passage, style));
  }
  return absl::StrJoin(passages, "\n");
}

std::string NextPageText(const std::string& page_token) {
  return absl::StrCat("There is more: --page-token '", Printable(page_token),
                      "' shows the next page, --all every page.\n");
}

}  // namespace footnote
