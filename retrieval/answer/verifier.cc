#include "retrieval/answer/verifier.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

#include "retrieval/status.h"
#include "retrieval/text/sha256.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

bool StandsAt(absl::string_view text, absl::string_view whole,
              ByteRange range) {
  return range.begin <= range.end && range.end <= whole.size() &&
         Slice(whole, range) == text;
}

// Returns where `text` first stands in `whole`. memmem() takes linear time,
// which std::string::find() does not.
std::optional<size_t> FindFirst(absl::string_view text,
                                absl::string_view whole) {
  const void* const found =
      memmem(whole.data(), whole.size(), text.data(), text.size());
  if (found == nullptr) return std::nullopt;
  return static_cast<size_t>(static_cast<const char*>(found) - whole.data());
}

// Returns where `text` last stands in `whole`.
std::optional<size_t> FindLast(absl::string_view text,
                               absl::string_view whole) {
  const auto place = FindFirst(std::string(text.rbegin(), text.rend()),
                               std::string(whole.rbegin(), whole.rend()));
  if (!place.has_value()) return std::nullopt;
  return whole.size() - *place - text.size();
}

// Returns where `text` stands in `whole`, as near to `wanted` as it does.
std::optional<ByteRange> FindNearest(absl::string_view text,
                                     absl::string_view whole, size_t wanted) {
  wanted = std::min(wanted, whole.size());
  auto place = FindFirst(text, whole.substr(wanted));
  if (place.has_value()) *place += wanted;
  if (place != wanted && wanted > 0) {
    // Those that begin before.
    const auto before =
        FindLast(text, whole.substr(0, wanted + text.size() - 1));
    if (!place.has_value() ||
        (before.has_value() && wanted - *before <= *place - wanted)) {
      place = before;
    }
  }
  if (!place.has_value()) return std::nullopt;
  return ByteRange{static_cast<uint32_t>(*place),
                   static_cast<uint32_t>(*place + text.size())};
}

// Returns the last sentence that begins at byte `begin` or before.
uint32_t SentenceAt(const std::vector<Sentence>& sentences, uint32_t begin) {
  const auto behind = std::upper_bound(
      sentences.begin(), sentences.end(), begin,
      [](uint32_t byte, const Sentence& s) { return byte < s.range.begin; });
  return behind == sentences.begin()
             ? 0
             : static_cast<uint32_t>(behind - sentences.begin() - 1);
}

Citation CiteAt(ByteRange range, absl::string_view text,
                const StoredDocument& stored) {
  const Document& document = stored.document;
  return {document.id,
          stored.revision,
          document.title,
          document.uri,
          document.source,
          document.published,
          SpanCounter(document.text).Span(range),
          SentenceAt(stored.sentences, range.begin),
          Sha256Hex(text),
          stored.sha256};
}

// Returns whether what `claimed` says in other units than bytes is not so. An
// end of 0 says nothing.
bool ContradictsUnits(const TextSpan& claimed, const TextSpan& is) {
  return (claimed.end_code_point != 0 &&
          (claimed.begin_code_point != is.begin_code_point ||
           claimed.end_code_point != is.end_code_point)) ||
         (claimed.end_utf16 != 0 && (claimed.begin_utf16 != is.begin_utf16 ||
                                     claimed.end_utf16 != is.end_utf16));
}

// Returns the fields of `quotation` that are not true of `stored`.
std::vector<std::string> Compare(const Quotation& quotation,
                                 const StoredDocument& stored) {
  const Citation& claimed = quotation.citation;
  if (!StandsAt(quotation.text, stored.document.text, claimed.span.bytes)) {
    return {"text"};
  }
  const Citation is = CiteAt(claimed.span.bytes, quotation.text, stored);
  std::vector<std::string> differing;
  if (ContradictsUnits(claimed.span, is.span)) {
    differing.emplace_back("citation.span");
  }
  if (claimed.sentence_index != 0 &&
      claimed.sentence_index != is.sentence_index) {
    differing.emplace_back("citation.sentence_index");
  }
  const struct {
    const char* field;
    const std::string& claimed;
    const std::string& is;
  } kFields[] = {
      {"citation.title", claimed.title, is.title},
      {"citation.uri", claimed.uri, is.uri},
      {"citation.source", claimed.source, is.source},
      {"citation.published", claimed.published, is.published},
      {"citation.sha256", claimed.sha256, is.sha256},
      {"citation.document_sha256", claimed.document_sha256, is.document_sha256},
  };
  for (const auto& [field, claim, truth] : kFields) {
    if (!claim.empty() && claim != truth) differing.emplace_back(field);
  }
  return differing;
}

}  // namespace

absl::StatusOr<CitationVerification> Verifier::Verify(
    const Quotation& quotation) {
  const Citation& claimed = quotation.citation;
  CitationVerification verification;
  FOOTNOTE_ASSIGN_OR_RETURN(const StoredDocument* const current,
                            Current(claimed.document_id));
  if (current == nullptr) return verification;
  verification.current_revision = current->revision;
  if (const auto range = FindNearest(quotation.text, current->document.text,
                                     claimed.span.bytes.begin)) {
    verification.current_citation = CiteAt(*range, quotation.text, *current);
  }
  const bool is_current = claimed.document_revision == 0 ||
                          claimed.document_revision == current->revision;
  if (is_current) {
    verification.mismatched_fields = Compare(quotation, *current);
  } else {
    FOOTNOTE_ASSIGN_OR_RETURN(verification.mismatched_fields,
                              CompareWithEarlier(quotation, *current));
  }
  if (!verification.mismatched_fields.empty()) {
    verification.status = CitationStatus::kTextMismatch;
  } else {
    verification.status =
        is_current ? CitationStatus::kIntact : CitationStatus::kDocumentChanged;
  }
  return verification;
}

absl::StatusOr<const StoredDocument*> Verifier::Current(const std::string& id) {
  const auto known = documents_.find(id);
  if (known != documents_.end()) return known->second.get();
  FOOTNOTE_ASSIGN_OR_RETURN(const auto number, reader_.FindDocument(id));
  std::unique_ptr<const StoredDocument> document;
  if (number.has_value()) {
    FOOTNOTE_ASSIGN_OR_RETURN(DocumentRecord record,
                              reader_.ReadDocument(*number));
    FOOTNOTE_ASSIGN_OR_RETURN(StoredDocument stored,
                              reader_.ReadStored(std::move(record)));
    document = std::make_unique<const StoredDocument>(std::move(stored));
  }
  return (documents_[id] = std::move(document)).get();
}

absl::StatusOr<std::vector<std::string>> Verifier::CompareWithEarlier(
    const Quotation& quotation, const StoredDocument& current) {
  const Citation& claimed = quotation.citation;
  std::optional<DocumentRecord> version;
  if (claimed.document_revision < current.revision) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        version,
        reader_.FindVersion(claimed.document_id, claimed.document_revision));
  }
  // A revision that no version has, unless those of its time are gone.
  if (claimed.document_revision > current.revision ||
      (version.has_value() &&
       version->summary.revision != claimed.document_revision)) {
    return std::vector<std::string>{"citation.document_revision"};
  }
  if (version.has_value()) {
    FOOTNOTE_ASSIGN_OR_RETURN(const StoredDocument stored,
                              reader_.ReadStored(*std::move(version)));
    return Compare(quotation, stored);
  }
  if (!claimed.sha256.empty() && claimed.sha256 != Sha256Hex(quotation.text)) {
    return std::vector<std::string>{"citation.sha256"};
  }
  return std::vector<std::string>();
}

}  // namespace footnote
