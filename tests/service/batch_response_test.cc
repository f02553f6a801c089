#include "service/batch_response.h"

#include <gmock/gmock.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "service/error_status.h"

namespace footnote {
namespace {

v1::Answer* AddAnswer(v1::BatchAskResponse* response) {
  return response->add_results()->mutable_response()->mutable_answer();
}

void AddText(size_t bytes, v1::BatchAskResponse* response) {
  v1::Answer* const answer = AddAnswer(response);
  answer->set_outcome(v1::OUTCOME_ANSWERED);
  answer->add_sentences()->set_text(std::string(bytes, 'x'));
}

// Returns a response of one answer, `size` bytes in all.
v1::BatchAskResponse ResponseOf(size_t size) {
  v1::BatchAskResponse response;
  AddText(size, &response);
  const size_t excess = response.ByteSizeLong() - size;
  response.clear_results();
  AddText(size - excess, &response);
  EXPECT_EQ(response.ByteSizeLong(), size);
  return response;
}

bool IsTooLarge(const v1::BatchAskResult& result) {
  google::rpc::ErrorInfo info;
  return result.error().details_size() == 1 &&
         result.error().details(0).UnpackTo(&info) &&
         info.reason() == "RESPONSE_TOO_LARGE";
}

TEST(BatchResponseTest, KeepsFourMebibytesAndNoMore) {
  for (const size_t size :
       {kMaxMessageBytes - 1, kMaxMessageBytes, kMaxMessageBytes + 1}) {
    SCOPED_TRACE(size);
    v1::BatchAskResponse response = ResponseOf(size);
    KeepWithinLimit(&response);
    EXPECT_EQ(IsTooLarge(response.results(0)), size > kMaxMessageBytes);
    EXPECT_LE(response.ByteSizeLong(), kMaxMessageBytes);
  }
}

TEST(BatchResponseTest, LeavesOutInOrderWhatDoesNotFit) {
  v1::BatchAskResponse response;
  AddText(3'000'000, &response);
  AddText(1'500'000, &response);  // One too many.
  AddText(1'000'000, &response);
  AddText(300'000, &response);  // Again.
  AddText(100, &response);
  KeepWithinLimit(&response);
  EXPECT_TRUE(response.results(0).has_response());
  EXPECT_TRUE(IsTooLarge(response.results(1)));
  EXPECT_TRUE(response.results(2).has_response());
  EXPECT_TRUE(IsTooLarge(response.results(3)));
  EXPECT_TRUE(response.results(4).has_response());
  EXPECT_LE(response.ByteSizeLong(), kMaxMessageBytes);
}

TEST(BatchResponseTest, HasRoomForAHundredRefusals) {
  v1::BatchAskResponse response;
  for (int i = 0; i < 100; ++i) AddText(kMaxMessageBytes, &response);
  KeepWithinLimit(&response);
  for (const auto& result : response.results()) EXPECT_TRUE(IsTooLarge(result));
  // One that takes all room but what is set aside for the others.
  v1::BatchAskResponse tight =
      ResponseOf(kMaxMessageBytes - (response.ByteSizeLong() / 100) * 99);
  for (int i = 0; i < 99; ++i) AddText(kMaxMessageBytes, &tight);
  KeepWithinLimit(&tight);
  EXPECT_TRUE(tight.results(0).has_response());
  EXPECT_TRUE(IsTooLarge(tight.results(99)));
  EXPECT_EQ(tight.ByteSizeLong(), kMaxMessageBytes);
}

TEST(BatchResponseTest, CountsOutcomesByName) {
  v1::BatchAskResponse response;
  for (int i = 0; i < 3; ++i) {
    AddAnswer(&response)->set_outcome(v1::OUTCOME_ANSWERED);
  }
  AddAnswer(&response)->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  *response.add_results()->mutable_error() =
      ToRpcStatus(absl::DeadlineExceededError("m"));
  EXPECT_EQ(OutcomesOf(response),
            "DEADLINE_EXCEEDED:1,OUTCOME_ANSWERED:3,OUTCOME_NOT_ANSWERED:1");
  EXPECT_EQ(OutcomesOf({}), "");
}

}  // namespace
}  // namespace footnote
