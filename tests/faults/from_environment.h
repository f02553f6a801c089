// How long a trial is to go on.

#ifndef FOOTNOTE_TESTS_FAULTS_FROM_ENVIRONMENT_H_
#define FOOTNOTE_TESTS_FAULTS_FROM_ENVIRONMENT_H_

#include <cstdlib>

#include "absl/strings/numbers.h"

namespace footnote::testing {

// Returns the number in the environment variable `name`, or `otherwise`.
inline int FromEnvironment(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  int number = 0;
  return value != nullptr && absl::SimpleAtoi(value, &number) ? number
                                                              : otherwise;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_FAULTS_FROM_ENVIRONMENT_H_
