#include "retrieval/answer/citer.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

absl::Status Mismatch(const DocumentRecord& document, absl::string_view what) {
  return WithReason(absl::DataLossError(absl::StrCat(
                        "The stored text of document \"", document.summary.id,
                        "\" ", what, "; restore the corpus from a copy.")),
                    "STORAGE_CORRUPT");
}

}  // namespace

absl::StatusOr<Citation> Citer::Cite(const DocumentRecord& document,
                                     ByteRange range, uint32_t sentence_index,
                                     absl::string_view text) {
  FOOTNOTE_ASSIGN_OR_RETURN(Source * source, Open(document));
  if (range.begin > range.end || range.end > source->text.size() ||
      Slice(source->text, range) != text) {
    return Mismatch(document, "is not what would be quoted from it");
  }
  const DocumentSummary& summary = document.summary;
  Citation citation;
  citation.document_id = summary.id;
  citation.document_revision = summary.revision;
  citation.title = summary.title;
  citation.uri = summary.uri;
  citation.source = summary.source;
  citation.published = summary.published;
  citation.span = source->spans.Span(range);
  citation.sentence_index = sentence_index;
  citation.sha256 = Sha256Hex(text);
  citation.document_sha256 = summary.sha256;
  return citation;
}

TextSpan Citer::Span(const DocumentRecord& document, ByteRange range) {
  return sources_.at(document.number)->spans.Span(range);
}

absl::StatusOr<Citer::Source*> Citer::Open(const DocumentRecord& document) {
  std::unique_ptr<Source>& source = sources_[document.number];
  if (source != nullptr) return source.get();
  FOOTNOTE_ASSIGN_OR_RETURN(
      std::string text,
      reader_.ReadText(document.number, {0, document.summary.text_bytes}));
  if (Sha256Hex(text) != document.summary.sha256) {
    return Mismatch(document, "does not match its hash");
  }
  source = std::make_unique<Source>();
  source->text = std::move(text);
  source->spans = SpanCounter(source->text);
  return source.get();
}

}  // namespace footnote
