// What is found in a document at import and kept beside its text: whom it
// names, who says what, and of what times it speaks.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_ANNOTATIONS_H_
#define FOOTNOTE_RETRIEVAL_INDEX_ANNOTATIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/acronyms.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/names.h"
#include "retrieval/text/time_expression.h"

namespace footnote {

// Words that stand for a name.
struct NamePlace {
  ByteRange range;        // In the document's text.
  uint32_t name = 0;      // Its position in Annotations::names.
  bool is_named = false;  // The name itself; else a word such as "he".
};

// Words of somebody.
struct Speech {
  ByteRange content;       // In the document's text, quotation marks included.
  ByteRange source;        // The words that name the speaker; empty if none do.
  uint32_t name = 0;       // The speaker's position in Annotations::names.
  bool is_direct = false;  // Quoted; else reported.
};

// What is kept of a document beside its text. Ranges are in its text.
struct Annotations {
  // Whom or what it speaks of, and, of kind kUnknown, the words for speakers
  // without a name.
  std::vector<Name> names;
  std::vector<NamePlace> places;      // In order of place.
  std::vector<Speech> speeches;       // In order of their content.
  std::vector<TimeExpression> times;  // In order of place.
  std::vector<AcronymDefinition> acronyms;

  // As Sketch(), in order: tells copies of the document.
  std::vector<uint32_t> sketch;
};

// Returns `annotations` as bytes; equal ones as equal bytes.
std::string EncodeAnnotations(const Annotations& annotations);

// Returns the annotations that `bytes` encode.
//
// Errors: kDataLoss if it is no such encoding, or a place ends behind
// `text_bytes`.
absl::StatusOr<Annotations> DecodeAnnotations(absl::string_view bytes,
                                              uint32_t text_bytes);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_ANNOTATIONS_H_
