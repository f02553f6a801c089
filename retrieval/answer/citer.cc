#include "retrieval/answer/citer.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

absl::Status Mismatch(absl::string_view id) {
  return StorageCorrupt(absl::StrCat(
      "The stored text of document \"", id,
      "\" is not what would be quoted from it; restore the corpus from a "
      "copy."));
}

}  // namespace

absl::StatusOr<Citation> Citer::Cite(const DocumentRecord& document,
                                     ByteRange range, uint32_t sentence_index,
                                     absl::string_view text) {
  FOOTNOTE_ASSIGN_OR_RETURN(Source * source, Open(document));
  const Document& stored = source->stored.document;
  if (range.begin > range.end || range.end > stored.text.size() ||
      Slice(stored.text, range) != text) {
    return Mismatch(stored.id);
  }
  Citation citation;
  citation.document_id = stored.id;
  citation.document_revision = source->stored.revision;
  citation.title = stored.title;
  citation.uri = stored.uri;
  citation.source = stored.source;
  citation.published = stored.published;
  citation.span = source->spans.Span(range);
  citation.sentence_index = sentence_index;
  citation.sha256 = Sha256Hex(text);
  citation.document_sha256 = source->stored.sha256;
  return citation;
}

TextSpan Citer::Span(const DocumentRecord& document, ByteRange range) {
  return sources_.at(document.number)->spans.Span(range);
}

absl::string_view Citer::Text(const DocumentRecord& document,
                              ByteRange range) const {
  return Slice(sources_.at(document.number)->stored.document.text, range);
}

absl::StatusOr<Citer::Source*> Citer::Open(const DocumentRecord& document) {
  std::unique_ptr<Source>& source = sources_[document.number];
  if (source != nullptr) return source.get();
  FOOTNOTE_ASSIGN_OR_RETURN(StoredDocument stored,
                            reader_.ReadStored(document));
  source = std::make_unique<Source>();
  source->stored = std::move(stored);
  source->spans = SpanCounter(source->stored.document.text);
  return source.get();
}

}  // namespace footnote
