// A stream that sends a copy of a corpus.

#ifndef FOOTNOTE_SERVICE_SNAPSHOT_STREAM_H_
#define FOOTNOTE_SERVICE_SNAPSHOT_STREAM_H_

#include <atomic>

#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"
#include "service/call.h"

namespace footnote {

// How many snapshots there may be at once, waiting, being made or being sent:
// each takes the space of a corpus. Thread-safe.
class SnapshotPlaces {
 public:
  static constexpr int kMost = 4;

  // Takes a place and returns true, or returns false if all are taken.
  bool Take();

  // Gives a place back.
  void GiveBack() { taken_.fetch_sub(1); }

 private:
  std::atomic<int> taken_ = 0;
};

// Returns the reactor of a CreateSnapshot stream, which deletes itself when
// gRPC is done with it. The copy is made by the pool's thread for copies, into
// a file of the data directory that has no name; then its header is sent, and
// its bytes in chunks of 1 MiB, each read when the one before was taken.
//
// The stream ends with OK behind the last chunk; with SERVER_BUSY if there is
// no place in `places` or the pool; with the status of a copy that fails; with
// DEADLINE_EXCEEDED when the caller does not take a chunk for too long; with
// UNAVAILABLE when the server stops. Whatever it ends with, nothing is left on
// the disk. `places` and everything in `serving` outlive the stream; so does,
// by gRPC's promise, `request`.
grpc::ServerWriteReactor<grpc::ByteBuffer>* StartSnapshotStream(
    SnapshotPlaces* places, const ServingContext& serving,
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_SNAPSHOT_STREAM_H_
