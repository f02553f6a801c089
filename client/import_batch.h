// Documents that travel together.

#ifndef FOOTNOTE_CLIENT_IMPORT_BATCH_H_
#define FOOTNOTE_CLIENT_IMPORT_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "client/document_reader.h"
#include "footnote/v1/corpus.pb.h"

namespace footnote {

// The most documents of one request, as footnote.v1.ImportDocumentsRequest has
// it.
inline constexpr int kMaxBatchDocuments = 100;

// A batch is sent before it grows beyond this. A document that is longer alone
// travels alone, and still stays below the 4 MiB of a request.
inline constexpr size_t kMaxBatchBytes = size_t{1} << 20;

// A request and where its documents were read.
struct ImportBatch {
  v1::ImportDocumentsRequest request;
  std::vector<Origin> origins;  // One a document, in order.
  size_t document_bytes = 0;    // Of the documents as they are sent.
  uint64_t source_bytes = 0;    // Read from files for them.
};

// Returns whether `item` still finds room in `batch`.
bool HasRoom(const ImportBatch& batch, const ReadItem& item);

// Adds the document of `item` to `batch`.
void AddToBatch(ReadItem item, ImportBatch* batch);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_IMPORT_BATCH_H_
