#include "client/import_report.h"

#include <utility>

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
      DurationText(absl::Trunc(elapsed, precision)));
  if (skipped > 0) {
    absl::StrAppend(&text, "; ", skipped,
                    " skipped: hidden, or with an ending that is not imported");
  }
  return text;
}

void ImportReport::Refuse(const ReadItem& item) {
  RefuseUnsent(item.origin, item.document.id(), item.refusal);
  progress_.Add(1, item.bytes);
}

void ImportReport::Refuse(const RefusedPath& path) {
  RefuseUnsent(Origin{.path = path.path}, "", path.reason);
}

void ImportReport::Acknowledge(const ImportBatch& batch,
                               const v1::ImportDocumentsResponse& response) {
  for (int i = 0; i < response.results_size(); ++i) {
    const Origin& origin = batch.origins[static_cast<size_t>(i)];
    Count(origin, response.results(i));
    if (PrintsJson(session_)) PrintResult(origin, response.results(i));
  }
  progress_.Add(response.results_size(), batch.source_bytes);
}

void ImportReport::RefuseUnsent(const Origin& origin, const std::string& id,
                                absl::string_view reason) {
  Refuse(origin, id, reason);
  if (!PrintsJson(session_)) return;
  v1::ImportResult result;
  // What is not UTF-8 cannot be told in JSON.
  if (!FirstInvalidUtf8(id).has_value()) result.set_document_id(id);
  result.set_outcome(v1::IMPORT_OUTCOME_REFUSED);
  *result.mutable_error() = MalformedInput(Printable(reason));
  PrintResult(origin, std::move(result));
}

void ImportReport::PrintResult(const Origin& origin, v1::ImportResult result) {
  if (result.has_error()) {
    result.mutable_error()->set_message(
        absl::StrCat(OriginText(origin), ": ", result.error().message()));
  }
  PrintJson(session_, result);
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
