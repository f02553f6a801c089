#include "service/error_status.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/error_reason.pb.h"
#include "google/rpc/error_details.pb.h"
#include "retrieval/status.h"
#include "tests/service/error_details.h"

namespace footnote {
namespace {

using testing::DetailsOf;
using ::testing::ElementsAre;
using testing::ErrorDetails;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(ErrorStatusTest, OkStaysOk) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
  EXPECT_EQ(ToGrpcStatus(absl::OkStatus()).error_details(), "");
}

TEST(ErrorStatusTest, GivesEachCodeAReason) {
  struct Case {
    absl::Status status;
    grpc::StatusCode code;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {absl::InvalidArgumentError("m"), grpc::INVALID_ARGUMENT,
       "INVALID_FIELD"},
      {absl::NotFoundError("m"), grpc::NOT_FOUND, "DOCUMENT_NOT_FOUND"},
      {WithReason(absl::NotFoundError("m"), "CORPUS_NOT_FOUND"),
       grpc::NOT_FOUND, "CORPUS_NOT_FOUND"},
      {absl::ResourceExhaustedError("m"), grpc::RESOURCE_EXHAUSTED,
       "STORAGE_FULL"},
      {absl::DeadlineExceededError("m"), grpc::DEADLINE_EXCEEDED,
       "DEADLINE_EXCEEDED"},
      {absl::CancelledError("m"), grpc::CANCELLED, "CANCELLED"},
      {absl::DataLossError("m"), grpc::DATA_LOSS, "STORAGE_CORRUPT"},
      {absl::UnavailableError("m"), grpc::UNAVAILABLE, "STORAGE_FAILED"},
      {absl::FailedPreconditionError("m"), grpc::FAILED_PRECONDITION,
       "STORAGE_UNSUPPORTED"},
      {absl::InternalError("m"), grpc::INTERNAL, "INTERNAL"},
      {absl::UnknownError("m"), grpc::INTERNAL, "INTERNAL"},
      {absl::OutOfRangeError("m"), grpc::INTERNAL, "INTERNAL"},
      {MalformedMessageError(), grpc::INVALID_ARGUMENT, "MALFORMED_MESSAGE"},
      {NotServingError(), grpc::UNAVAILABLE, "NOT_SERVING"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.status.ToString());
    const grpc::Status status = ToGrpcStatus(c.status);
    EXPECT_EQ(status.error_code(), c.code);
    EXPECT_EQ(status.error_message(), c.status.message());
    const ErrorDetails details = DetailsOf(status);
    EXPECT_EQ(details.status.code(), c.code);
    EXPECT_EQ(details.info.reason(), c.reason);
    EXPECT_EQ(details.info.domain(), "footnote");
    EXPECT_FALSE(details.has_retry);
    v1::ErrorReason known;
    EXPECT_TRUE(v1::ErrorReason_Parse(
        absl::StrCat("ERROR_REASON_", details.info.reason()), &known));
  }
}

TEST(ErrorStatusTest, NamesEveryViolation) {
  const grpc::Status status = ToGrpcStatus(InvalidFields(
      {{"question.text", "is empty."}, {"options.max_sentences", "is 0."}}));
  EXPECT_THAT(DetailsOf(status).violations,
              ElementsAre(Pair("question.text", "is empty."),
                          Pair("options.max_sentences", "is 0.")));
}

TEST(ErrorStatusTest, CarriesMetadata) {
  const absl::Status status =
      WithMetadata(WithMetadata(absl::NotFoundError("m"), "corpus", "news"),
                   "actual", "\"{}\n");
  const ErrorDetails details = DetailsOf(ToGrpcStatus(status));
  EXPECT_THAT(
      details.info.metadata(),
      UnorderedElementsAre(Pair("corpus", "news"), Pair("actual", "\"{}\n")));
}

TEST(ErrorStatusTest, SaysWhenToComeBack) {
  const ErrorDetails details = DetailsOf(ToGrpcStatus(ServerBusyError()));
  EXPECT_EQ(details.info.reason(), "SERVER_BUSY");
  ASSERT_TRUE(details.has_retry);
  EXPECT_EQ(details.retry.retry_delay().nanos(), 500'000'000);
}

TEST(ErrorStatusTest, SaysHowLargeAMessageMayBe) {
  const ErrorDetails details =
      DetailsOf(ToGrpcStatus(MessageTooLargeError(5'000'000)));
  EXPECT_EQ(details.info.reason(), "MESSAGE_TOO_LARGE");
  EXPECT_THAT(details.info.metadata(),
              UnorderedElementsAre(Pair("limit", "4194304"),
                                   Pair("actual", "5000000")));
}

TEST(ErrorStatusTest, StaysWithinWhatTravelsAsMetadata) {
  std::vector<FieldViolation> violations;
  for (int i = 0; i < 1000; ++i) {
    violations.push_back({absl::StrCat("field_", i), "is wrong."});
  }
  const grpc::Status status = ToGrpcStatus(InvalidFields(violations));
  EXPECT_THAT(DetailsOf(status).violations, ::testing::SizeIs(16));
  EXPECT_LT(status.error_details().size() + status.error_message().size(),
            size_t{4096});
}

TEST(ErrorStatusTest, CutsALongMessageBetweenCodePoints) {
  std::string message = "x";
  for (int i = 0; i < 1000; ++i) message += "é";
  const std::string sent =
      ToGrpcStatus(absl::NotFoundError(message)).error_message();
  EXPECT_EQ(sent, message.substr(0, 1023) + "...");
}

}  // namespace
}  // namespace footnote
