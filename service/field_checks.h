// Collects what is wrong with the fields of one request.

#ifndef FOOTNOTE_SERVICE_FIELD_CHECKS_H_
#define FOOTNOTE_SERVICE_FIELD_CHECKS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "retrieval/status.h"

namespace footnote {

// The checks of one request. Every `field` is a path from the request's root.
class FieldChecks {
 public:
  // Notes that `field` is wrong; `description` says how, and what would do.
  void Refuse(absl::string_view field, absl::string_view description);

  // Refuses `field` if it has more than `limit` of `unit`.
  void AtMost(absl::string_view field, size_t actual, size_t limit,
              absl::string_view unit);

  // Refuses `field` if it lies outside of [least, most].
  void Within(absl::string_view field, int64_t actual, int64_t least,
              int64_t most);

  // Refuses `corpus` unless it is empty or may name a corpus.
  void CorpusName(absl::string_view corpus);

  // Refuses `field` if its text is empty, nothing but white space (the Unicode
  // property), or longer than `limit` code points.
  //
  // REQUIRES: text is valid UTF-8.
  void Text(absl::string_view field, absl::string_view text, size_t limit);

  // Returns OK if nothing was refused.
  //
  // Errors: InvalidFields() with what was; `limit` and `actual` are attached as
  // metadata if one field alone was refused, and for its limit.
  absl::Status Result() const;

 private:
  std::vector<FieldViolation> violations_;
  std::string limit_;  // Of the last limit that was exceeded, if any.
  std::string actual_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_FIELD_CHECKS_H_
