#include "client/failure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "tests/client/fake_server.h"

namespace footnote {
namespace {

using ::footnote::testing::RichError;
using ::testing::HasSubstr;

std::string Describe(const grpc::Status& status) {
  return DescribeFailure(RichStatus(status), "h:1");
}

TEST(FailureTest, GivesEachCodeItsExitStatus) {
  const struct {
    grpc::StatusCode code;
    ExitStatus want;
  } kCases[] = {
      {grpc::StatusCode::OK, ExitStatus::kDone},
      {grpc::StatusCode::UNAVAILABLE, ExitStatus::kNotReached},
      {grpc::StatusCode::DEADLINE_EXCEEDED, ExitStatus::kNotReached},
      {grpc::StatusCode::CANCELLED, ExitStatus::kNotReached},
      {grpc::StatusCode::INVALID_ARGUMENT, ExitStatus::kRefused},
      {grpc::StatusCode::NOT_FOUND, ExitStatus::kRefused},
      {grpc::StatusCode::RESOURCE_EXHAUSTED, ExitStatus::kRefused},
      {grpc::StatusCode::DATA_LOSS, ExitStatus::kRefused},
      {grpc::StatusCode::INTERNAL, ExitStatus::kRefused},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.code);
    EXPECT_EQ(ExitStatusOf(RichStatus(grpc::Status(c.code, "m"))), c.want);
  }
}

TEST(FailureTest, SaysHowToStartAServer) {
  const grpc::Status status(grpc::StatusCode::UNAVAILABLE, "refused");
  EXPECT_TRUE(IsUnreached(RichStatus(status)));
  EXPECT_EQ(Describe(status),
            "no server reached at h:1 (refused); start one with `footnoted "
            "--data-dir DIR --listen h:1`, or name another with --server");
}

TEST(FailureTest, TellsAServerThatIsNotServingFromNone) {
  const grpc::Status status = RichError(
      grpc::StatusCode::UNAVAILABLE, "the server is stopping", "NOT_SERVING");
  EXPECT_FALSE(IsUnreached(RichStatus(status)));
  EXPECT_EQ(Describe(status), "the server is stopping; try again shortly");
}

TEST(FailureTest, ListsViolations) {
  const grpc::Status status =
      RichError(grpc::StatusCode::INVALID_ARGUMENT, "the question is wrong",
                "INVALID_FIELD", "question.text");
  EXPECT_EQ(Describe(status),
            "the question is wrong\n  question.text: is wrong");
}

TEST(FailureTest, NamesTheOptionThatDeletesDocumentsToo) {
  const grpc::Status status =
      RichError(grpc::StatusCode::FAILED_PRECONDITION,
                "set `force` to delete it with them.", "CORPUS_NOT_EMPTY");
  EXPECT_EQ(Describe(status), "set `force` to delete it with them (--force)");
}

TEST(FailureTest, ListsNoViolationTwice) {
  const grpc::Status status =
      RichError(grpc::StatusCode::INVALID_ARGUMENT, "question.text: is wrong",
                "INVALID_FIELD", "question.text");
  EXPECT_EQ(Describe(status), "question.text: is wrong");
}

TEST(FailureTest, SaysWhenToTryAgain) {
  google::rpc::Status error;
  error.set_code(grpc::StatusCode::RESOURCE_EXHAUSTED);
  error.set_message("the server is full");
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_nanos(200'000'000);
  error.add_details()->PackFrom(retry);
  EXPECT_EQ(DescribeFailure(error, "h:1"),
            "the server is full; try again in 200ms");
  EXPECT_TRUE(TellsToRetry(error));
  error.set_message("full; try again in 200ms.");
  EXPECT_EQ(DescribeFailure(error, "h:1"), "full; try again in 200ms.");
}

TEST(FailureTest, SaysNothingOfTryingAgainWhereThatIsNoHelp) {
  const grpc::Status status(grpc::StatusCode::RESOURCE_EXHAUSTED,
                            "the disk is full");
  EXPECT_FALSE(TellsToRetry(RichStatus(status)));
  EXPECT_EQ(Describe(status), "the disk is full");
}

TEST(FailureTest, NamesTheOptionForTime) {
  EXPECT_THAT(Describe(grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "")),
              HasSubstr("allow more with --timeout"));
}

TEST(FailureTest, SurvivesDetailsThatAreNone) {
  const grpc::Status status(grpc::StatusCode::NOT_FOUND, "gone", "\xff\xff");
  EXPECT_EQ(Describe(status), "gone");
  EXPECT_EQ(RichStatus(status).details_size(), 0);
}

TEST(FailureTest, NeverLetsAServerSteerTheTerminal) {
  EXPECT_EQ(Describe(grpc::Status(grpc::StatusCode::NOT_FOUND, "\x1b[2J")),
            "\\u{1b}[2J");
}

}  // namespace
}  // namespace footnote
