// Whether footnotes are still true.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_VERIFIER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_VERIFIER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/answer.h"
#include "retrieval/index/reader.h"

namespace footnote {

// A quotation and the footnote that it came with. Of the citation,
// `document_id` and `span.bytes` are needed; of the rest, what is empty or 0
// claims nothing.
struct Quotation {
  std::string text;  // Valid UTF-8.
  Citation citation;
};

// Whether a citation is still true.
enum class CitationStatus {
  kIntact,           // All of it is what the corpus holds.
  kDocumentChanged,  // Its document was replaced since.
  kTextMismatch,     // It is not what the corpus holds, or held.
  kNotFound,         // The corpus holds no such document.
};

// What became of a citation.
struct CitationVerification {
  CitationStatus status = CitationStatus::kNotFound;

  // For kTextMismatch: the fields that differ, as paths from
  // footnote.v1.Quotation.
  std::vector<std::string> mismatched_fields;

  uint64_t current_revision = 0;  // Of the document; 0: there is none.

  // Where the same bytes stand in the document as it is now: at the cited
  // place, else as near to it as they do. Nothing if they stand nowhere.
  std::optional<Citation> current_citation;
};

// Verifies citations against one snapshot. Each document is read once, and
// compared with its hashes. Not thread-safe.
class Verifier {
 public:
  // `reader` holds the snapshot and outlives the verifier.
  explicit Verifier(Reader& reader) : reader_(reader) {}

  // Errors: as Reader::ReadStored(): kDataLoss if what is stored is damaged.
  absl::StatusOr<CitationVerification> Verify(const Quotation& quotation);

 private:
  // Returns the document `id` as it is now, or null if there is none. It stays
  // where it is as long as the verifier lives.
  absl::StatusOr<const StoredDocument*> Current(const std::string& id);

  // Returns the fields of `quotation`, of an earlier revision than `current`,
  // that are not true of that revision, as far as it is known.
  absl::StatusOr<std::vector<std::string>> CompareWithEarlier(
      const Quotation& quotation, const StoredDocument& current);

  Reader& reader_;
  absl::flat_hash_map<std::string, std::unique_ptr<const StoredDocument>>
      documents_;  // Null where there is none.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_VERIFIER_H_
