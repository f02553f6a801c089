// The way to a server.

#ifndef FOOTNOTE_CLIENT_CONNECTION_H_
#define FOOTNOTE_CLIENT_CONNECTION_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <cstddef>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "grpc/health/v1/health.grpc.pb.h"

namespace footnote {

// What a request of many parts is filled with at most, in bytes. The server
// takes 4 MiB; what stands around the parts stays below the rest.
inline constexpr size_t kMaxRequestBytes = size_t{7} << 19;

// A channel to one server and the services on it. Nothing is sent before the
// first call. A unary call that finds no server is tried up to four times
// within a second and then fails with UNAVAILABLE. Thread-safe.
class Connection {
 public:
  // `server` is HOST:PORT. HTTP proxies of the environment are not used.
  explicit Connection(const std::string& server);

  v1::QuestionAnsweringService::Stub& questions() { return *questions_; }
  v1::CorpusService::Stub& corpora() { return *corpora_; }
  grpc::health::v1::Health::Stub& health() { return *health_; }

 private:
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::QuestionAnsweringService::Stub> questions_;
  std::unique_ptr<v1::CorpusService::Stub> corpora_;
  std::unique_ptr<grpc::health::v1::Health::Stub> health_;
};

// Lets the call of `context` end `timeout` from now.
void SetTimeout(grpc::ClientContext& context, absl::Duration timeout);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CONNECTION_H_
