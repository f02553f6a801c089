// Two early returns for functions that return absl::Status, and reasons that
// travel with a status so that a caller need not read its message.
//
//   absl::StatusOr<int> ReadVersion(Database& db) {
//     FOOTNOTE_ASSIGN_OR_RETURN(Statement version, db.Prepare(kVersionSql));
//     FOOTNOTE_RETURN_IF_ERROR(version.Step().status());
//     ...

#ifndef FOOTNOTE_RETRIEVAL_STATUS_H_
#define FOOTNOTE_RETRIEVAL_STATUS_H_

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

#define FOOTNOTE_RETURN_IF_ERROR(expr)                 \
  do {                                                 \
    absl::Status footnote_status = (expr);             \
    if (!footnote_status.ok()) return footnote_status; \
  } while (false)

#define FOOTNOTE_STATUS_CONCAT_(a, b) a##b
#define FOOTNOTE_STATUS_NAME_(line) \
  FOOTNOTE_STATUS_CONCAT_(footnote_status_or_, line)
#define FOOTNOTE_ASSIGN_OR_RETURN(lhs, expr)                    \
  auto FOOTNOTE_STATUS_NAME_(__LINE__) = (expr);                \
  if (!FOOTNOTE_STATUS_NAME_(__LINE__).ok()) {                  \
    return std::move(FOOTNOTE_STATUS_NAME_(__LINE__)).status(); \
  }                                                             \
  lhs = *std::move(FOOTNOTE_STATUS_NAME_(__LINE__))

namespace footnote {

// A rule that one field of a request or a document breaks.
struct FieldViolation {
  // The field's path as the caller knows it, such as `question.text`.
  std::string field;

  // What is wrong with it and what would be right.
  std::string description;
};

// Returns `status` with `reason` attached, an UPPER_SNAKE_CASE name of
// footnote.v1.ErrorReason without its prefix. An OK status is returned as is.
absl::Status WithReason(absl::Status status, absl::string_view reason);

// Returns the reason attached to `status`, if there is one.
std::optional<std::string> ReasonOf(const absl::Status& status);

// Returns `status` with a fact attached for programs to read, such as the limit
// that was exceeded. An OK status is returned as is.
absl::Status WithFact(absl::Status status, absl::string_view key,
                      absl::string_view value);

// Returns the facts attached to `status`, by key.
std::map<std::string, std::string> FactsOf(const absl::Status& status);

// Return kDataLoss (STORAGE_CORRUPT), kUnavailable (STORAGE_FAILED) and
// kFailedPrecondition (STORAGE_UNSUPPORTED).
absl::Status StorageCorrupt(absl::string_view message);
absl::Status StorageFailed(absl::string_view message);
absl::Status StorageUnsupported(absl::string_view message);

// Returns INVALID_ARGUMENT that names every violation, with the reason
// INVALID_FIELD and the violations attached.
//
// REQUIRES: violations is not empty.
absl::Status InvalidFields(const std::vector<FieldViolation>& violations);

// Returns the violations attached to `status`, or none.
std::vector<FieldViolation> ViolationsOf(const absl::Status& status);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_STATUS_H_
