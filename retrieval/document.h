// What a corpus is made of.

#ifndef FOOTNOTE_RETRIEVAL_DOCUMENT_H_
#define FOOTNOTE_RETRIEVAL_DOCUMENT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/timestamp.h"

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

// How a corpus is kept.
struct CorpusSettings {
  // How many versions of each document are kept, the current one included: 1 to
  // kMaxRevisionsKept.
  uint32_t revisions_kept = 3;
};

// The most versions of a document that are kept.
inline constexpr uint32_t kMaxRevisionsKept = 100;

// The counts that describe a corpus.
struct CorpusCounts {
  uint64_t revision = 0;  // The number of changes committed.
  uint64_t documents = 0;
  uint64_t passages = 0;
  uint64_t sentences = 0;
  uint64_t text_bytes = 0;
  uint64_t file_bytes = 0;
  uint64_t earlier_versions = 0;  // Of documents, beside the current ones.
  uint32_t revisions_kept = 3;    // As CorpusSettings has it.
};

// A label that a document must carry.
struct MetadataFilter {
  std::string key;
  std::vector<std::string> values;  // Any of these; empty: any at all.

  friend bool operator==(const MetadataFilter&,
                         const MetadataFilter&) = default;
};

// Which documents take part in a question or a search: those that pass every
// part of it.
struct DocumentFilter {
  std::vector<std::string> document_ids = {};  // Empty: any.
  std::vector<std::string> sources = {};       // Byte for byte. Empty: any.

  // BCP 47, in any letter case; "en" takes "en-GB", too. Empty: any. Documents
  // without a language are in "en".
  std::vector<std::string> languages = {};

  std::vector<MetadataFilter> metadata = {};  // Each of them.

  // When it was published: the first instant of what Document::published names
  // lies in it. Nothing: any time, or none.
  std::optional<TimePeriod> published = std::nullopt;

  // Returns whether every document passes.
  bool TakesAll() const {
    return document_ids.empty() && sources.empty() && languages.empty() &&
           metadata.empty() && !published.has_value();
  }

  friend bool operator==(const DocumentFilter&,
                         const DocumentFilter&) = default;
};

// Returns when a document was published, or nothing if `published` says
// nothing.
std::optional<absl::Time> PublicationTime(absl::string_view published);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_DOCUMENT_H_
