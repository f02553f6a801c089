#include "service/request_log.h"

#include <gmock/gmock.h>
#include <spdlog/logger.h>

#include <memory>
#include <string>

#include "tests/service/captured_log.h"

namespace footnote {
namespace {

using ::testing::AllOf;
using testing::CapturedLog;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

RequestRecord Question(const std::string& text, absl::StatusCode code) {
  RequestRecord record;
  record.method = "Ask";
  record.question = text;
  record.code = code;
  return record;
}

TEST(RequestLogTest, KeepsQuestionsToItselfUnlessAsked) {
  CapturedLog discreet({});
  discreet.log().Write(Question("Who knew?", absl::StatusCode::kOk));
  EXPECT_THAT(
      discreet.lines(),
      ElementsAre(AllOf(HasSubstr("method=Ask"), Not(HasSubstr("Who knew?")))));
  CapturedLog open({.questions = true});
  open.log().Write(Question("Who knew?", absl::StatusCode::kOk));
  EXPECT_THAT(open.lines(), ElementsAre(HasSubstr("question=\"Who knew?\"")));
}

TEST(RequestLogTest, WritesWhatIsGraveEnough) {
  CapturedLog captured({.level = LogLevel::kWarning});
  captured.log().Write(Question("", absl::StatusCode::kOk));
  captured.log().Note(LogLevel::kInfo, "started");
  EXPECT_THAT(captured.lines(), IsEmpty());
  captured.log().Write(Question("", absl::StatusCode::kResourceExhausted));
  EXPECT_THAT(captured.lines(), ElementsAre(HasSubstr(" warning ")));
}

TEST(RequestLogTest, FormattingCharactersAreText) {
  CapturedLog captured({});
  captured.log().Note(LogLevel::kError, "{} %v %s {0}");
  EXPECT_THAT(captured.lines(), ElementsAre(HasSubstr("\"{} %v %s {0}\"")));
}

}  // namespace
}  // namespace footnote
