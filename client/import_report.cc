#include "client/import_report.h"

#include "absl/strings/str_cat.h"
#include "client/failure.h"
#include "client/text_layout.h"

namespace footnote {

std::string SummaryText(const ImportCounts& counts, int64_t skipped,
                        absl::Duration elapsed) {
  const absl::Duration precision =
      absl::Milliseconds(elapsed < absl::Seconds(1) ? 1 : 100);
  std::string text = absl::StrCat(
      counts.added, " added, ", counts.replaced, " replaced, ",
      counts.unchanged, " unchanged, ", counts.refused, " refused in ",
      absl::FormatDuration(absl::Trunc(elapsed, precision)));
  if (skipped > 0) {
    absl::StrAppend(&text, "; ", skipped, skipped == 1 ? " file" : " files",
                    " skipped, the ending being none of .jsonl, .txt, .md");
  }
  return text;
}

void ImportReport::Refuse(const ReadItem& item) {
  Refuse(item.origin, item.document.id(), item.refusal);
  if (PrintsJson(session_)) {
    v1::ImportResult result;
    // What is not UTF-8 cannot be told in JSON.
    const std::string& id = item.document.id();
    if (!FirstInvalidUtf8(id).has_value()) result.set_document_id(id);
    result.set_outcome(v1::IMPORT_OUTCOME_REFUSED);
    *result.mutable_error() = MalformedInput(
        absl::StrCat(OriginText(item.origin), ": ", Printable(item.refusal)));
    PrintJson(session_, result);
  }
  progress_.Add(1, item.bytes);
}

void ImportReport::Refuse(const RefusedPath& path) {
  Refuse(Origin{.path = path.path}, "", path.reason);
}

void ImportReport::Acknowledge(const ImportBatch& batch,
                               const v1::ImportDocumentsResponse& response) {
  for (int i = 0; i < response.results_size(); ++i) {
    Count(batch.origins[static_cast<size_t>(i)], response.results(i));
    if (PrintsJson(session_)) PrintJson(session_, response.results(i));
  }
  progress_.Add(response.results_size(), batch.source_bytes);
}

void ImportReport::Refuse(const Origin& origin, absl::string_view id,
                          absl::string_view reason) {
  ++counts_.refused;
  std::string line = absl::StrCat("footnote: refused ", OriginText(origin));
  if (!id.empty()) absl::StrAppend(&line, " (id ", Printable(id), ")");
  progress_.Note(absl::StrCat(line, ": ", Printable(reason)));
}

void ImportReport::Count(const Origin& origin, const v1::ImportResult& result) {
  switch (result.outcome()) {
    case v1::IMPORT_OUTCOME_ADDED:
      ++counts_.added;
      break;
    case v1::IMPORT_OUTCOME_REPLACED:
      ++counts_.replaced;
      break;
    case v1::IMPORT_OUTCOME_UNCHANGED:
      ++counts_.unchanged;
      break;
    default:
      Refuse(origin, result.document_id(), result.error().message());
  }
}

}  // namespace footnote
