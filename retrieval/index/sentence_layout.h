// How the sentences of a document are stored: as one short blob.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_SENTENCE_LAYOUT_H_
#define FOOTNOTE_RETRIEVAL_INDEX_SENTENCE_LAYOUT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/document.h"

namespace footnote {

// Returns `sentences` as bytes: for each, as varints of seven bits a byte,
// least significant first, twice the distance from the end of the one before
// plus one if it is boilerplate, and its length.
//
// REQUIRES: sentences are in order and do not overlap.
std::string EncodeSentences(const std::vector<Sentence>& sentences);

// Returns the sentences that `bytes` encode.
//
// Errors: kDataLoss if it is no such encoding, or a sentence ends behind
// `text_bytes`.
absl::StatusOr<std::vector<Sentence>> DecodeSentences(absl::string_view bytes,
                                                      uint32_t text_bytes);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_SENTENCE_LAYOUT_H_
