#include "client/import_batch.h"

#include <utility>

namespace footnote {

bool HasRoom(const ImportBatch& batch, const ReadItem& item) {
  const int documents = batch.request.documents_size();
  if (documents == 0) return true;
  return documents < kMaxBatchDocuments &&
         batch.document_bytes + item.document.ByteSizeLong() <= kMaxBatchBytes;
}

void AddToBatch(ReadItem item, ImportBatch* batch) {
  batch->document_bytes += item.document.ByteSizeLong();
  batch->source_bytes += item.bytes;
  batch->origins.push_back(std::move(item.origin));
  *batch->request.add_documents() = std::move(item.document);
}

}  // namespace footnote
