// One open stream of ImportDocuments.

#ifndef FOOTNOTE_CLIENT_IMPORT_CALL_H_
#define FOOTNOTE_CLIENT_IMPORT_CALL_H_

#include <grpcpp/client_context.h>
#include <grpcpp/support/client_callback.h>

#include <deque>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "footnote/v1/corpus.grpc.pb.h"

namespace footnote {

// Writes requests and collects responses in the background, as fast as the
// server's flow control lets it, while its owner waits for what it chooses,
// never longer than it chooses. One thread owns and calls it.
class ImportCall
    : private grpc::ClientBidiReactor<v1::ImportDocumentsRequest,
                                      v1::ImportDocumentsResponse> {
 public:
  // What came of waiting for a response.
  enum class Event {
    kResponse,  // A response.
    kEnded,     // No more responses will come; Finish() says why.
    kTimeout,   // Nothing in time.
  };

  // Opens the stream.
  explicit ImportCall(v1::CorpusService::Stub& corpora);

  // Cancels the stream unless it has ended.
  ~ImportCall() override;
  ImportCall(const ImportCall&) = delete;
  ImportCall& operator=(const ImportCall&) = delete;

  // Lets `request`, which outlives this object, be written after those before.
  void Write(const v1::ImportDocumentsRequest& request);

  // Tells the server that nothing more will be written.
  void WritesDone();

  // Waits for the next response until `deadline`.
  Event Next(v1::ImportDocumentsResponse* response, absl::Time deadline);

  // Cancels the stream unless it has ended, and returns how it ended.
  grpc::Status Finish();

 private:
  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

  // Writes what is next, if nothing is being written.
  void Advance();
  bool HasNews() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  grpc::ClientContext context_;
  v1::ImportDocumentsResponse incoming_;  // Owned by the read in progress.

  absl::Mutex mutex_;
  std::deque<const v1::ImportDocumentsRequest*> to_write_
      ABSL_GUARDED_BY(mutex_);
  std::deque<v1::ImportDocumentsResponse> responses_ ABSL_GUARDED_BY(mutex_);
  bool writing_ ABSL_GUARDED_BY(mutex_) = false;
  bool writes_done_ ABSL_GUARDED_BY(mutex_) = false;  // Asked for.
  bool half_closed_ ABSL_GUARDED_BY(mutex_) = false;  // Sent, or no use.
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;        // Nothing more to read.
  bool done_ ABSL_GUARDED_BY(mutex_) = false;
  grpc::Status status_ ABSL_GUARDED_BY(mutex_);
  bool finished_ = false;  // By the owner.
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_IMPORT_CALL_H_
