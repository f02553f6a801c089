#include "client/citation_text.h"

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// The length of an RFC 3339 date, which a date and time begins with.
constexpr size_t kDateBytes = 10;

}  // namespace

std::string SourceLine(const v1::Citation& citation) {
  std::string line =
      citation.title().empty() ? citation.document_id() : citation.title();
  const char* separator = " — ";
  if (!citation.source().empty()) {
    absl::StrAppend(&line, separator, citation.source());
    separator = ", ";
  }
  if (!citation.published().empty()) {
    absl::StrAppend(&line, separator,
                    citation.published().substr(0, kDateBytes));
  }
  return line;
}

std::string SentencePlace(const v1::Citation& citation) {
  return absl::StrCat("sentence ", citation.sentence_index(), ", ",
                      BytePlace(citation));
}

std::string BytePlace(const v1::Citation& citation) {
  return absl::StrCat("bytes ", citation.span().begin_byte(), "–",
                      citation.span().end_byte());
}

std::vector<TextRange> MatchesInQuotation(
    const google::protobuf::RepeatedPtrField<v1::TermMatch>& matches,
    const v1::Citation& citation, size_t text_bytes) {
  const size_t start = citation.span().begin_byte();
  std::vector<TextRange> ranges;
  size_t done = 0;
  for (const v1::TermMatch& match : matches) {
    if (match.span().begin_byte() < start) continue;
    const size_t begin = match.span().begin_byte() - start;
    const size_t end = std::max<size_t>(match.span().end_byte(), start) - start;
    if (begin < done || end <= begin || end > text_bytes) continue;
    ranges.push_back({begin, end});
    done = end;
  }
  return ranges;
}

}  // namespace footnote
