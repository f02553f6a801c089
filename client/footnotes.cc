#include "client/footnotes.h"

namespace footnote {

int Footnotes::Number(const v1::Citation& citation) {
  const Place place(citation.document_id(), citation.document_revision(),
                    citation.span().begin_byte(), citation.span().end_byte());
  const int next = static_cast<int>(citations_.size()) + 1;
  const auto [entry, is_new] = numbers_.try_emplace(place, next);
  if (is_new) citations_.push_back(&citation);
  return entry->second;
}

}  // namespace footnote
