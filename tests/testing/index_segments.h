// Of how many pieces the index of a corpus consists.

#ifndef FOOTNOTE_TESTS_TESTING_INDEX_SEGMENTS_H_
#define FOOTNOTE_TESTS_TESTING_INDEX_SEGMENTS_H_

#include <cstdint>
#include <string>

#include "retrieval/index/schema.h"
#include "tests/testing/status_matchers.h"

namespace footnote::testing {

// Returns how many segments with terms the index of the corpus at `path` has.
inline int64_t CountSegments(const std::string& path) {
  const auto database = OpenForReading(path);
  EXPECT_OK(database);
  if (!database.ok()) return 0;
  const auto segments = (*database)->QueryInt64(
      "SELECT count(DISTINCT segid) FROM passage_index_idx");
  EXPECT_OK(segments);
  return segments.value_or(0);
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_INDEX_SEGMENTS_H_
