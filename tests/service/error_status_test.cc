#include "service/error_status.h"

#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
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

struct Case {
  absl::Status status;
  grpc::StatusCode code;
  std::string reason;
};

// Returns the names of the enum's values without their prefix.
std::set<std::string> ReasonsOfTheContract() {
  std::set<std::string> reasons;
  for (int i = 0; i < v1::ErrorReason_descriptor()->value_count(); ++i) {
    reasons.emplace(absl::StripPrefix(
        v1::ErrorReason_descriptor()->value(i)->name(), "ERROR_REASON_"));
  }
  return reasons;
}

absl::Status Precondition(const std::string& reason) {
  return WithReason(absl::FailedPreconditionError("m"), reason);
}

TEST(ErrorStatusTest, GivesEachCodeAReason) {
  const std::vector<Case> cases = {
      {absl::InvalidArgumentError("m"), grpc::INVALID_ARGUMENT,
       "INVALID_FIELD"},
      {absl::NotFoundError("m"), grpc::NOT_FOUND, "DOCUMENT_NOT_FOUND"},
      {WithReason(absl::NotFoundError("m"), "CORPUS_NOT_FOUND"),
       grpc::NOT_FOUND, "CORPUS_NOT_FOUND"},
      {absl::AlreadyExistsError("m"), grpc::ALREADY_EXISTS, "CORPUS_EXISTS"},
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
      {MessageTooLargeError(5'000'000), grpc::INVALID_ARGUMENT,
       "MESSAGE_TOO_LARGE"},
      {ResponseTooLargeError(), grpc::RESOURCE_EXHAUSTED, "RESPONSE_TOO_LARGE"},
      {Precondition("CORPUS_NOT_EMPTY"), grpc::FAILED_PRECONDITION,
       "CORPUS_NOT_EMPTY"},
      {Precondition("REVISION_GONE"), grpc::FAILED_PRECONDITION,
       "REVISION_GONE"},
      {Precondition("PAGE_EXPIRED"), grpc::FAILED_PRECONDITION, "PAGE_EXPIRED"},
  };
  // The first comes with more, as told below; the second is never sent.
  std::set<std::string> reasons = {"SERVER_BUSY", "UNSPECIFIED"};
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
    reasons.insert(details.info.reason());
  }
  EXPECT_THAT(reasons, ::testing::ContainerEq(ReasonsOfTheContract()));
}

TEST(ErrorStatusTest, NamesEveryViolation) {
  const grpc::Status status = ToGrpcStatus(InvalidFields(
      {{"question.text", "is empty."}, {"options.max_sentences", "is 0."}}));
  EXPECT_THAT(DetailsOf(status).violations,
              ElementsAre(Pair("question.text", "is empty."),
                          Pair("options.max_sentences", "is 0.")));
}

TEST(ErrorStatusTest, CarriesMetadata) {
  const absl::Status status = WithFact(
      WithFact(absl::NotFoundError("m"), "corpus", "news"), "actual", "\"{}\n");
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

TEST(ErrorStatusTest, SaysHowLargeAResponseMayBe) {
  const ErrorDetails details = DetailsOf(ToGrpcStatus(ResponseTooLargeError()));
  EXPECT_THAT(details.info.metadata(),
              UnorderedElementsAre(Pair("limit", "4194304")));
  EXPECT_FALSE(details.has_retry);
}

TEST(ErrorStatusTest, EqualStatusesAreEqualBytes) {
  absl::Status status = absl::NotFoundError("m");
  std::string in_order;
  for (int i = 10; i < 74; ++i) {
    const std::string key = absl::StrCat("key", i);
    status = WithFact(status, key, "v");
    // Field 3, ten bytes: field 1 of five bytes, field 2 of one.
    absl::StrAppend(&in_order, "\x1a\x0a\x0a\x05", key, "\x12\x01v");
  }
  EXPECT_THAT(ToGrpcStatus(status).error_details(),
              ::testing::HasSubstr(in_order));
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
