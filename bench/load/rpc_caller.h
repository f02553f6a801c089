// Calls to a server over gRPC, as bytes, by a few threads.

#ifndef FOOTNOTE_BENCH_LOAD_RPC_CALLER_H_
#define FOOTNOTE_BENCH_LOAD_RPC_CALLER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "bench/load/open_loop.h"
#include "google/protobuf/message_lite.h"
#include "grpcpp/support/byte_buffer.h"

namespace footnote::bench {

// A unary method and what it is asked. The requests are bytes, and so are the
// responses, which nobody reads: on a machine that also runs the server, the
// less a caller does the better.
struct Rpc {
  std::string method;  // `/grpc.health.v1.Health/Check`
  std::vector<grpc::ByteBuffer> requests;
};

// Returns `message` as bytes.
grpc::ByteBuffer ToBytes(const google::protobuf::MessageLite& message);

// Makes calls on one connection a thread, one after the other in turn. A call
// is never tried again. Call() may be called by one thread at a time.
class RpcCaller {
 public:
  // `server` is HOST:PORT; `threads` is 1 or more.
  RpcCaller(const std::string& server, int threads);

  // All calls have ended.
  ~RpcCaller();
  RpcCaller(const RpcCaller&) = delete;
  RpcCaller& operator=(const RpcCaller&) = delete;

  // Starts call `n` of `rpc`, with its requests in turn, and tells `done` of
  // its end on one of the threads.
  void Call(const Rpc& rpc, size_t n, CallDone done);

 private:
  class Line;

  std::vector<std::unique_ptr<Line>> lines_;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_RPC_CALLER_H_
