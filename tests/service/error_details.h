// Reads the details of a status as a caller of the service does.

#ifndef FOOTNOTE_TESTS_SERVICE_ERROR_DETAILS_H_
#define FOOTNOTE_TESTS_SERVICE_ERROR_DETAILS_H_

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/support/status.h"

namespace footnote::testing {

// The details of one status, unpacked.
struct ErrorDetails {
  google::rpc::Status status;
  google::rpc::ErrorInfo info;
  std::vector<std::pair<std::string, std::string>> violations;
  bool has_retry = false;
  google::rpc::RetryInfo retry;
};

// Returns the details of `status`; a test fails if they are of unknown types.
inline ErrorDetails DetailsOf(const grpc::Status& status) {
  ErrorDetails details;
  EXPECT_TRUE(details.status.ParseFromString(status.error_details()));
  for (const google::protobuf::Any& any : details.status.details()) {
    google::rpc::BadRequest bad_request;
    if (any.UnpackTo(&details.info)) continue;
    if (any.UnpackTo(&details.retry)) {
      details.has_retry = true;
      continue;
    }
    EXPECT_TRUE(any.UnpackTo(&bad_request)) << any.type_url();
    for (const auto& violation : bad_request.field_violations()) {
      details.violations.emplace_back(violation.field(),
                                      violation.description());
    }
  }
  return details;
}

// Matches a grpc::Status of `code` whose ErrorInfo has `reason`.
MATCHER_P2(FailsWith, code, reason, "") {
  const ErrorDetails details = DetailsOf(arg);
  *result_listener << arg.error_code() << " " << details.info.reason() << ": "
                   << arg.error_message();
  return arg.error_code() == code && details.info.reason() == reason &&
         details.info.domain() == "footnote" &&
         details.status.code() == static_cast<int>(code);
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_ERROR_DETAILS_H_
