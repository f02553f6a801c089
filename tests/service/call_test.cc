#include "service/call.h"

#include <gmock/gmock.h>

#include <chrono>
#include <new>
#include <stdexcept>

#include "absl/time/clock.h"
#include "service/error_status.h"
#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using ::testing::Contains;
using testing::FailsWith;
using ::testing::HasSubstr;

class CallTest : public testing::ServiceFixture {
 protected:
  // Returns what a call that does `work` comes to.
  absl::Status Do(const CallWork& work) {
    grpc::CallbackServerContext context;
    Call call("Test", serving_, &context);
    const absl::Time now = absl::Now();
    grpc::ByteBuffer response;
    return call.Work(work, library_.get(), now, now + absl::Minutes(1), {},
                     &response);
  }
};

TEST_F(CallTest, AnExceptionBecomesAStatus) {
  const absl::Status defect =
      Do([](const auto&, const auto&, auto*) -> absl::Status {
        throw std::logic_error("off by one");
      });
  EXPECT_THAT(ToGrpcStatus(defect), FailsWith(grpc::INTERNAL, "INTERNAL"));
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("off by one")));
  const absl::Status memory =
      Do([](const auto&, const auto&, auto*) -> absl::Status {
        throw std::bad_alloc();
      });
  EXPECT_THAT(ToGrpcStatus(memory),
              FailsWith(grpc::RESOURCE_EXHAUSTED, "SERVER_BUSY"));
}

TEST(UnaryDeadlineTest, HasADefaultAndACap) {
  const absl::Time now = absl::UnixEpoch() + absl::Hours(1000);
  EXPECT_EQ(UnaryDeadline(now, absl::InfiniteFuture()), now + absl::Seconds(5));
  EXPECT_EQ(
      UnaryDeadline(
          now, absl::FromChrono(std::chrono::system_clock::time_point::max())),
      now + absl::Seconds(5));
  EXPECT_EQ(UnaryDeadline(now, now + absl::Seconds(29)),
            now + absl::Seconds(29));
  EXPECT_EQ(UnaryDeadline(now, now + absl::Seconds(31)),
            now + absl::Seconds(30));
  EXPECT_EQ(UnaryDeadline(now, now - absl::Seconds(1)), now - absl::Seconds(1));
}

TEST(NoteCorpusTest, OneCallSpeaksOfOneCorpus) {
  RequestRecord record;
  EXPECT_OK(NoteCorpus("news", &record));
  EXPECT_OK(NoteCorpus("news", &record));
  EXPECT_THAT(NoteCorpus("other", &record),
              testing::StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(record.corpus, "news");
}

}  // namespace
}  // namespace footnote
