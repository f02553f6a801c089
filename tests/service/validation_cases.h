// Cases of requests that keep or break a rule.

#ifndef FOOTNOTE_TESTS_SERVICE_VALIDATION_CASES_H_
#define FOOTNOTE_TESTS_SERVICE_VALIDATION_CASES_H_

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <vector>

#include "service/error_status.h"
#include "service/validation.h"
#include "tests/service/error_details.h"
#include "tests/testing/status_matchers.h"

namespace footnote::testing {

// Adds `count` document ids to a filter or a deletion.
template <typename Message>
void AddIds(int count, Message* message) {
  const std::string id(1, 'd');
  for (int i = 0; i < count; ++i) message->add_document_ids(id);
}

// A change to a good request, and the field that it makes wrong, if any.
template <typename Request>
struct Case {
  std::string what;
  std::function<void(Request*)> change;
  std::string wrong_field;
};

template <typename Request>
void ExpectEach(const Request& good, const std::vector<Case<Request>>& cases) {
  ASSERT_OK(Validate(good));
  for (const Case<Request>& c : cases) {
    SCOPED_TRACE(c.what);
    Request request = good;
    c.change(&request);
    const absl::Status status = Validate(request);
    if (c.wrong_field.empty()) {
      EXPECT_OK(status);
      continue;
    }
    EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(DetailsOf(ToGrpcStatus(status)).violations,
                ::testing::ElementsAre(::testing::Key(c.wrong_field)));
  }
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_VALIDATION_CASES_H_
