#include "bench/load/rpc_caller.h"

#include <chrono>
#include <thread>
#include <utility>

#include "grpcpp/client_context.h"
#include "grpcpp/completion_queue.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"

namespace footnote::bench {
namespace {

// The most that the server allows a unary call.
constexpr std::chrono::seconds kTimeout(30);

std::shared_ptr<grpc::Channel> Connect(const std::string& server) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  // A connection of its own, not one shared by all channels to this server.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(server, grpc::InsecureChannelCredentials(),
                                   arguments);
}

// A call on its way.
struct PendingCall {
  grpc::ClientContext context;
  std::unique_ptr<grpc::GenericClientAsyncResponseReader> reader;
  grpc::ByteBuffer response;
  grpc::Status status;
  CallDone done;
};

}  // namespace

// A connection and the thread that takes its answers.
class RpcCaller::Line {
 public:
  explicit Line(const std::string& server)
      : stub_(Connect(server)), thread_([this] { TakeAnswers(); }) {}

  ~Line() {
    queue_.Shutdown();
    thread_.join();
  }

  void Call(const std::string& method, const grpc::ByteBuffer& request,
            CallDone done) {
    auto call = std::make_unique<PendingCall>();
    call->context.set_deadline(std::chrono::system_clock::now() + kTimeout);
    call->done = std::move(done);
    call->reader =
        stub_.PrepareUnaryCall(&call->context, method, request, &queue_);
    call->reader->StartCall();
    grpc::GenericClientAsyncResponseReader& reader = *call->reader;
    PendingCall* pending = call.release();  // TakeAnswers() gets it back.
    reader.Finish(&pending->response, &pending->status, pending);
  }

 private:
  void TakeAnswers() {
    void* tag = nullptr;
    bool ok = false;  // True for every Finish().
    while (queue_.Next(&tag, &ok)) {
      const std::unique_ptr<PendingCall> call(static_cast<PendingCall*>(tag));
      call->done(
          absl::Status(static_cast<absl::StatusCode>(call->status.error_code()),
                       call->status.error_message()));
    }
  }

  grpc::CompletionQueue queue_;
  grpc::GenericStub stub_;
  std::thread thread_;
};

grpc::ByteBuffer ToBytes(const google::protobuf::MessageLite& message) {
  const grpc::Slice slice(message.SerializeAsString());
  return grpc::ByteBuffer(&slice, 1);
}

RpcCaller::RpcCaller(const std::string& server, int threads) {
  for (int i = 0; i < threads; ++i) {
    lines_.push_back(std::make_unique<Line>(server));
  }
}

RpcCaller::~RpcCaller() = default;

void RpcCaller::Call(const Rpc& rpc, size_t n, CallDone done) {
  lines_[n % lines_.size()]->Call(
      rpc.method, rpc.requests[n % rpc.requests.size()], std::move(done));
}

}  // namespace footnote::bench
