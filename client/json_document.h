// A line of JSON that describes a document.

#ifndef FOOTNOTE_CLIENT_JSON_DOCUMENT_H_
#define FOOTNOTE_CLIENT_JSON_DOCUMENT_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "footnote/v1/document.pb.h"

namespace footnote {

// What happens to a key that no document has.
enum class UnknownKeys { kRefuse, kIgnore };

// Reads a document from a JSON object with the keys id, title, text, uri,
// source, published, language (strings) and metadata (an object of strings).
// `_id` stands for id, `date` for published. A null counts as absent. Escapes
// are decoded; every other byte of a string is kept as it is. The document may
// still break its limits: see CheckDocument(). Of a refused line `*document`
// holds what could be read, so that the refusal can name it.
//
// Errors: kInvalidArgument naming the unknown or doubled keys, the value that
// is no string, or the place where the line is no JSON or no UTF-8.
absl::Status ParseJsonDocument(absl::string_view line, UnknownKeys unknown_keys,
                               v1::Document* document);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_JSON_DOCUMENT_H_
