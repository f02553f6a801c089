#include "client/citation_text.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// The length of an RFC 3339 date, which a date and time begins with.
constexpr size_t kDateBytes = 10;

// Returns `name` with the date of publication behind, if it is known.
std::string Dated(std::string name, const char* separator,
                  const v1::Citation& citation) {
  if (!citation.published().empty()) {
    absl::StrAppend(&name, separator,
                    citation.published().substr(0, kDateBytes));
  }
  return name;
}

const std::string& TitleOf(const v1::Citation& citation) {
  return citation.title().empty() ? citation.document_id() : citation.title();
}

}  // namespace

std::string SourceLine(const v1::Citation& citation) {
  std::string line = TitleOf(citation);
  if (citation.source().empty()) {
    return Dated(std::move(line), " — ", citation);
  }
  absl::StrAppend(&line, " — ", citation.source());
  return Dated(std::move(line), ", ", citation);
}

std::string ReporterText(const v1::Citation& citation) {
  return Dated(
      citation.source().empty() ? TitleOf(citation) : citation.source(), ", ",
      citation);
}

std::string SentencePlace(const v1::Citation& citation) {
  return absl::StrCat("sentence ", citation.sentence_index(), ", ",
                      BytePlace(citation));
}

std::string BytePlace(const v1::Citation& citation) {
  return absl::StrCat("bytes ", citation.span().begin_byte(), "–",
                      citation.span().end_byte());
}

std::optional<TextRange> RangeInQuotation(const v1::TextSpan& span,
                                          const v1::Citation& citation,
                                          size_t text_bytes) {
  const size_t start = citation.span().begin_byte();
  if (span.begin_byte() < start || span.end_byte() <= span.begin_byte() ||
      span.end_byte() - start > text_bytes) {
    return std::nullopt;
  }
  return TextRange{span.begin_byte() - start, span.end_byte() - start};
}

std::vector<TextRange> MatchesInQuotation(
    const google::protobuf::RepeatedPtrField<v1::TermMatch>& matches,
    const v1::Citation& citation, size_t text_bytes) {
  std::vector<TextRange> ranges;
  for (const v1::TermMatch& match : matches) {
    const auto range = RangeInQuotation(match.span(), citation, text_bytes);
    if (!range.has_value()) continue;
    if (!ranges.empty() && range->begin < ranges.back().end) continue;
    ranges.push_back(*range);
  }
  return ranges;
}

}  // namespace footnote
