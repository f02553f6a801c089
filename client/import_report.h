// What became of the documents of an import.

#ifndef FOOTNOTE_CLIENT_IMPORT_REPORT_H_
#define FOOTNOTE_CLIENT_IMPORT_REPORT_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "client/import_batch.h"
#include "client/import_progress.h"
#include "client/session.h"
#include "footnote/v1/corpus.pb.h"

namespace footnote {

// The counts of an import.
struct ImportCounts {
  int64_t added = 0;
  int64_t replaced = 0;
  int64_t unchanged = 0;
  int64_t refused = 0;
};

// Returns `3 added, 1 replaced, 0 unchanged, 2 refused in 1.2s`, and what was
// `skipped` of folders, if anything.
std::string SummaryText(const ImportCounts& counts, int64_t skipped,
                        absl::Duration elapsed);

// Counts what becomes of documents, tells of each refusal as it comes, with
// file, line, id and reason, and keeps the progress going. As JSON, the
// footnote.v1.ImportResult of every document and of every path that was not
// read is printed too, in the order in which they become known; the message of
// a refusal begins with file and line. Not thread-safe.
class ImportReport {
 public:
  // Both outlive the report.
  ImportReport(const Session& session, ImportProgress& progress)
      : session_(session), progress_(progress) {}

  // A line or file that was not sent.
  void Refuse(const ReadItem& item);

  // A path that was not read.
  void Refuse(const RefusedPath& path);

  // A batch that the server has dealt with; as many results as documents.
  void Acknowledge(const ImportBatch& batch,
                   const v1::ImportDocumentsResponse& response);

  const ImportCounts& counts() const { return counts_; }

 private:
  void Refuse(const Origin& origin, absl::string_view id,
              absl::string_view reason);
  void RefuseUnsent(const Origin& origin, const std::string& id,
                    absl::string_view reason);
  void PrintResult(const Origin& origin, v1::ImportResult result);
  void Count(const Origin& origin, const v1::ImportResult& result);

  const Session& session_;
  ImportProgress& progress_;
  ImportCounts counts_;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_IMPORT_REPORT_H_
