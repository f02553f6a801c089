// Asks a footnote server a question and prints the cited sentences.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include "footnote/v1/question_answering.grpc.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace v1 = footnote::v1;

constexpr auto kTimeout = std::chrono::seconds(5);

// Prints the answer; returns the exit status.
int PrintAnswer(const v1::Answer& answer) {
  if (answer.outcome() != v1::OUTCOME_ANSWERED) {
    std::cout << "No answer:";
    for (const int reason : answer.not_answered_reasons()) {
      std::cout << " "
                << v1::NotAnsweredReason_Name(
                       static_cast<v1::NotAnsweredReason>(reason));
    }
    std::cout << "\n";
    return 1;
  }
  for (int i = 0; i < answer.sentences_size(); ++i) {
    const v1::Citation& citation = answer.sentences(i).citation();
    std::cout << "[" << i + 1 << "] " << answer.sentences(i).text() << "\n    "
              << citation.title() << " (" << citation.document_id()
              << ", bytes " << citation.span().begin_byte() << "-"
              << citation.span().end_byte() << ")\n";
  }
  return 0;
}

// Prints why the call failed; returns the exit status.
int PrintFailure(const grpc::Status& status) {
  std::cerr << "error: " << status.error_message() << " (code "
            << status.error_code() << ")\n";
  google::rpc::Status rich;
  if (!rich.ParseFromString(status.error_details())) rich.clear_details();
  for (const google::protobuf::Any& detail : rich.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::BadRequest bad_request;
    if (detail.UnpackTo(&info)) {
      std::cerr << "reason: " << info.reason() << " (" << info.domain()
                << ")\n";
    } else if (detail.UnpackTo(&bad_request)) {
      for (const auto& violation : bad_request.field_violations()) {
        std::cerr << "field " << violation.field() << ": "
                  << violation.description() << "\n";
      }
    }
  }
  const bool unreached =
      status.error_code() == grpc::StatusCode::UNAVAILABLE ||
      status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED;
  return unreached ? 3 : 4;
}

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: ask QUESTION [HOST:PORT]\n";
    return 2;
  }
  const char* environment = std::getenv("FOOTNOTE_SERVER");
  const std::string server = argc == 3                ? argv[2]
                             : environment != nullptr ? environment
                                                      : "127.0.0.1:50051";
  const auto stub = v1::QuestionAnsweringService::NewStub(
      grpc::CreateChannel(server, grpc::InsecureChannelCredentials()));

  v1::AskRequest request;
  request.mutable_question()->set_text(argv[1]);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kTimeout);
  v1::AskResponse response;
  const grpc::Status status = stub->Ask(&context, request, &response);
  return status.ok() ? PrintAnswer(response.answer()) : PrintFailure(status);
}
