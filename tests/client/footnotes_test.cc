#include "client/footnotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::CitationOf;
using ::testing::ElementsAre;

TEST(FootnotesTest, NumbersPlacesInOrder) {
  const v1::Citation first = CitationOf("a", "Post", "2025-01-31");
  v1::Citation same = first;
  same.set_sentence_index(7);
  v1::Citation later_version = first;
  later_version.set_document_revision(2);
  v1::Citation behind = first;
  behind.mutable_span()->set_begin_byte(101);
  v1::Citation longer = first;
  longer.mutable_span()->set_end_byte(151);
  const v1::Citation other = CitationOf("b", "Post", "2025-01-31");
  Footnotes footnotes;
  EXPECT_EQ(footnotes.Number(first), 1);
  EXPECT_EQ(footnotes.Number(later_version), 2);
  EXPECT_EQ(footnotes.Number(behind), 3);
  EXPECT_EQ(footnotes.Number(longer), 4);
  EXPECT_EQ(footnotes.Number(other), 5);
  EXPECT_EQ(footnotes.Number(same), 1);
  EXPECT_THAT(footnotes.citations(),
              ElementsAre(&first, &later_version, &behind, &longer, &other));
}

}  // namespace
}  // namespace footnote
