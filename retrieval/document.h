// What a corpus is made of.

#ifndef FOOTNOTE_RETRIEVAL_DOCUMENT_H_
#define FOOTNOTE_RETRIEVAL_DOCUMENT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// The longest text of a document, in bytes.
inline constexpr size_t kMaxDocumentBytes = 1'000'000;

// A text as its owner gives it. Every string is UTF-8 without NUL.
struct Document {
  std::string id;         // 1 to 128 bytes, no control characters.
  std::string title;      // Searched, never cited. At most 1,024 bytes.
  std::string text;       // 1 to kMaxDocumentBytes bytes.
  std::string uri;        // At most 2,048 bytes.
  std::string source;     // At most 256 bytes.
  std::string published;  // RFC 3339 date or date-time, or empty.
  std::string language;   // BCP 47, at most 35 bytes; empty for English.

  // At most 64 labels: keys of 1 to 128 bytes, values of at most 1,024.
  std::map<std::string, std::string> metadata;

  friend bool operator==(const Document&, const Document&) = default;
};

// Returns OK if `document` keeps every rule that the fields above state.
//
// Errors: InvalidFields() with a violation for each broken rule; fields are
// named as in footnote.v1.Document (`id`, `text`, `metadata`).
absl::Status ValidateDocument(const Document& document);

// What a sentence is taken for.
enum class SentenceKind {
  kProse,        // Part of the article: searched and cited.
  kBoilerplate,  // Left over from a web page: stored only.
};

// One sentence of a document.
struct Sentence {
  ByteRange range;  // In Document::text.
  SentenceKind kind = SentenceKind::kProse;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// A document as the corpus holds it.
struct StoredDocument {
  Document document;
  uint64_t revision = 0;  // The corpus revision that brought this version.
  std::string sha256;     // Of the text, lower-case hexadecimal.
  std::vector<Sentence> sentences;  // In order, not overlapping.
};

// A document in a listing.
struct DocumentSummary {
  std::string id;
  std::string title;
  std::string uri;
  std::string source;
  std::string published;
  uint64_t revision = 0;
  uint32_t text_bytes = 0;
  std::string sha256;
};

// What an import did with a document.
enum class ImportOutcome { kAdded, kReplaced, kUnchanged, kRefused };

// What became of one document of an import.
struct ImportResult {
  std::string document_id;
  ImportOutcome outcome = ImportOutcome::kRefused;
  absl::Status error;  // Why it was refused; else OK.
};

// The counts that describe a corpus.
struct CorpusCounts {
  uint64_t revision = 0;  // The number of changes committed.
  uint64_t documents = 0;
  uint64_t passages = 0;
  uint64_t sentences = 0;
  uint64_t text_bytes = 0;
  uint64_t file_bytes = 0;
  uint64_t earlier_versions = 0;
  uint32_t revisions_kept = 3;
};

// How a corpus is kept.
struct CorpusSettings {
  uint32_t revisions_kept = 3;  // Versions of a document, the current included.
};

// Which documents take part in a question or a search.
struct DocumentFilter {
  std::vector<std::string> document_ids;  // Empty: any.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_DOCUMENT_H_
