// What is wrong with a document can be said before it is sent.

#ifndef FOOTNOTE_CLIENT_DOCUMENT_CHECK_H_
#define FOOTNOTE_CLIENT_DOCUMENT_CHECK_H_

#include <cstddef>

#include "absl/status/status.h"
#include "footnote/v1/document.pb.h"

namespace footnote {

// The longest text of a document, in bytes, as footnote.v1.Document has it.
inline constexpr size_t kMaxTextBytes = 1'000'000;

// The most bytes of everything in a document beside its text. Every document
// that keeps the contract's limits field by field stays below; one that does
// not could fill a request that the transport cannot carry.
inline constexpr size_t kMaxOtherBytes = size_t{1} << 20;

// Returns OK if `document` can be sent: it has an id and a text, neither too
// long, without NUL and in UTF-8 throughout. The other limits are left to the
// server.
//
// Errors: kInvalidArgument naming the field.
absl::Status CheckDocument(const v1::Document& document);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_DOCUMENT_CHECK_H_
