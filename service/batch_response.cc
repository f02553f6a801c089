#include "service/batch_response.h"

#include <cstddef>
#include <map>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/io/coded_stream.h"
#include "service/error_status.h"

namespace footnote {
namespace {

// Returns the bytes that `result` takes within the response: a tag of one byte,
// its length and itself.
size_t BytesInResponse(const v1::BatchAskResult& result) {
  const size_t bytes = result.ByteSizeLong();
  return 1 + google::protobuf::io::CodedOutputStream::VarintSize64(bytes) +
         bytes;
}

std::string OutcomeOf(const v1::BatchAskResult& result) {
  if (result.has_error()) {
    return absl::StatusCodeToString(
        static_cast<absl::StatusCode>(result.error().code()));
  }
  return v1::Outcome_Name(result.response().answer().outcome());
}

}  // namespace

void KeepWithinLimit(v1::BatchAskResponse* response) {
  v1::BatchAskResult too_large;
  *too_large.mutable_error() = ToRpcStatus(ResponseTooLargeError());
  // Set aside for every result; what one needs beyond comes out of `room`.
  const size_t share = BytesInResponse(too_large);
  size_t room =
      kMaxMessageBytes - static_cast<size_t>(response->results_size()) * share;
  for (v1::BatchAskResult& result : *response->mutable_results()) {
    const size_t bytes = BytesInResponse(result);
    if (bytes <= share) continue;
    if (bytes - share <= room) {
      room -= bytes - share;
    } else {
      result = too_large;
    }
  }
}

std::string OutcomesOf(const v1::BatchAskResponse& response) {
  std::map<std::string, int> counts;
  for (const v1::BatchAskResult& result : response.results()) {
    ++counts[OutcomeOf(result)];
  }
  return absl::StrJoin(counts, ",", absl::PairFormatter(":"));
}

}  // namespace footnote
