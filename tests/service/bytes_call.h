// Calls methods with bytes instead of messages, so that a test can send what no
// generated client would.

#ifndef FOOTNOTE_TESTS_SERVICE_BYTES_CALL_H_
#define FOOTNOTE_TESTS_SERVICE_BYTES_CALL_H_

#include <chrono>
#include <memory>
#include <string>

#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/sync_stream.h"

namespace footnote::testing {

// Returns `text` as the bytes of one message.
inline grpc::ByteBuffer Bytes(const std::string& text) {
  const grpc::Slice slice(text);
  return grpc::ByteBuffer(&slice, 1);
}

// One call of any method as a stream of bytes. Ends by itself after a minute.
class BytesCall {
 public:
  // `method` is a path such as `/footnote.v1.CorpusService/GetStatus`.
  BytesCall(const std::shared_ptr<grpc::Channel>& channel,
            const std::string& method)
      : channel_(channel), method_(method) {
    context_.set_deadline(std::chrono::system_clock::now() +
                          std::chrono::minutes(1));
    const grpc::internal::RpcMethod rpc(
        method_.c_str(), grpc::internal::RpcMethod::BIDI_STREAMING);
    stream_.reset(grpc::internal::ClientReaderWriterFactory<
                  grpc::ByteBuffer, grpc::ByteBuffer>::Create(channel_.get(),
                                                              rpc, &context_));
  }

  bool Send(const std::string& bytes) { return stream_->Write(Bytes(bytes)); }
  bool Receive(grpc::ByteBuffer* reply) { return stream_->Read(reply); }

  // Goes away without a word.
  void Cancel() {
    context_.TryCancel();
    Finish();
  }

  // Sends no more, reads what is left and returns the status.
  grpc::Status Finish() {
    stream_->WritesDone();
    grpc::ByteBuffer reply;
    while (stream_->Read(&reply)) {
    }
    return stream_->Finish();
  }

 private:
  const std::shared_ptr<grpc::Channel> channel_;
  const std::string method_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<grpc::ByteBuffer, grpc::ByteBuffer>>
      stream_;
};

// Sends `bytes` as the one message of a call and returns its status.
inline grpc::Status CallWithBytes(const std::shared_ptr<grpc::Channel>& channel,
                                  const std::string& method,
                                  const std::string& bytes) {
  BytesCall call(channel, method);
  call.Send(bytes);
  return call.Finish();
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_BYTES_CALL_H_
