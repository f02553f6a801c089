// Calls of a running server, and what comes back as bytes.

#ifndef FOOTNOTE_TESTS_END_TO_END_CALLS_H_
#define FOOTNOTE_TESTS_END_TO_END_CALLS_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "google/protobuf/message.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "tests/service/bytes_call.h"

namespace footnote::testing {

// A request to any unary method, as it travels.
struct Call {
  std::string method;  // As `/footnote.v1.CorpusService/GetDocument`.
  std::string request;
};

// Returns the call of `method` with `request`; the service is that which the
// method belongs to.
inline Call QuestionCall(const std::string& method,
                         const google::protobuf::Message& request) {
  return {absl::StrCat("/footnote.v1.QuestionAnsweringService/", method),
          request.SerializeAsString()};
}
inline Call CorpusCall(const std::string& method,
                       const google::protobuf::Message& request) {
  return {absl::StrCat("/footnote.v1.CorpusService/", method),
          request.SerializeAsString()};
}

// Returns what the server answers: the code, then the bytes of the response.
inline std::string ReplyTo(const Call& call,
                           const std::shared_ptr<grpc::Channel>& channel) {
  BytesCall bytes_call(channel, call.method);
  bytes_call.Send(call.request);
  grpc::ByteBuffer reply;
  std::string bytes;
  if (bytes_call.Receive(&reply)) {
    std::vector<grpc::Slice> slices;
    EXPECT_TRUE(reply.Dump(&slices).ok());
    for (const grpc::Slice& slice : slices) {
      bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
    }
  }
  return absl::StrCat(bytes_call.Finish().error_code(), ":", bytes);
}

// Returns the replies to all of `calls`, in order.
inline std::vector<std::string> RepliesTo(
    const std::vector<Call>& calls,
    const std::shared_ptr<grpc::Channel>& channel) {
  std::vector<std::string> replies;
  for (const Call& call : calls) replies.push_back(ReplyTo(call, channel));
  return replies;
}

// A stream of imports into one corpus.
class ImportCall {
 public:
  explicit ImportCall(const std::shared_ptr<grpc::Channel>& channel)
      : stub_(v1::CorpusService::NewStub(channel)),
        stream_(stub_->ImportDocuments(&context_)) {}

  // Imports the documents of `request` and returns the revision that holds
  // them, or 0 if the stream is broken.
  uint64_t Import(const v1::ImportDocumentsRequest& request) {
    v1::ImportDocumentsResponse response;
    if (!stream_->Write(request) || !stream_->Read(&response)) return 0;
    return response.corpus_revision();
  }

  grpc::Status Finish() {
    stream_->WritesDone();
    v1::ImportDocumentsResponse response;
    while (stream_->Read(&response)) {
    }
    return stream_->Finish();
  }

 private:
  std::unique_ptr<v1::CorpusService::Stub> stub_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ImportDocumentsRequest,
                                           v1::ImportDocumentsResponse>>
      stream_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_END_TO_END_CALLS_H_
