// Batches to a server, until each is acknowledged.

#ifndef FOOTNOTE_CLIENT_IMPORT_SENDER_H_
#define FOOTNOTE_CLIENT_IMPORT_SENDER_H_

#include <deque>
#include <functional>
#include <memory>

#include "absl/time/time.h"
#include "client/import_batch.h"
#include "client/import_call.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "google/rpc/status.pb.h"

namespace footnote {

// The most batches that are sent but not acknowledged.
inline constexpr size_t kMaxUnacknowledged = 4;

// Sends batches over a stream and opens another when it breaks, sending again
// what was not acknowledged: an equal document is imported only once. One
// thread owns and calls it.
class ImportSender {
 public:
  // Told of every acknowledged batch, in order, on the owner's thread.
  using Acknowledged = std::function<void(const ImportBatch&,
                                          const v1::ImportDocumentsResponse&)>;

  // `corpora` outlives the sender. An acknowledgement may take `timeout`.
  ImportSender(v1::CorpusService::Stub& corpora, absl::Duration timeout,
               Acknowledged acknowledged);

  // Sends `batch`, waiting first while kMaxUnacknowledged are on their way.
  //
  // Returns OK; UNAVAILABLE if the server cannot be reached, also not after
  // some tries; DEADLINE_EXCEEDED if an acknowledgement is late; what the
  // server ended the stream with; INTERNAL if an answer fits no batch. After
  // any of these nothing more can be sent.
  google::rpc::Status Send(ImportBatch batch);

  // Takes the acknowledgements that are there, without waiting. As Send().
  google::rpc::Status Collect();

  // Waits until every batch is acknowledged, and ends the stream. As Send().
  google::rpc::Status Finish();

  // The number of batches that are sent but not acknowledged.
  size_t unacknowledged() const { return pending_.size(); }

 private:
  struct Pending {
    ImportBatch batch;
    absl::Time sent;
  };

  // Takes acknowledgements until at most `most` batches are without one.
  google::rpc::Status WaitForAtMost(size_t most);
  // Takes one acknowledgement, if it comes until `deadline`.
  google::rpc::Status Take(absl::Time deadline, bool* taken);
  google::rpc::Status Acknowledge(const v1::ImportDocumentsResponse& response);
  // Ends the broken stream and opens another, unless that is hopeless.
  google::rpc::Status Reopen();
  void Open();

  v1::CorpusService::Stub& corpora_;
  const absl::Duration timeout_;
  const Acknowledged acknowledged_;
  std::deque<std::unique_ptr<Pending>> pending_;  // Oldest first.
  // Behind what it writes from, so that it ends first.
  std::unique_ptr<ImportCall> call_;  // Null before the first batch.
  int failed_tries_ = 0;              // Since the last acknowledgement.
  bool ever_acknowledged_ = false;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_IMPORT_SENDER_H_
