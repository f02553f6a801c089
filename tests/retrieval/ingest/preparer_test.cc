#include "retrieval/ingest/preparer.h"

#include <gtest/gtest.h>

#include <string>

#include "retrieval/text/sha256.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

Document Example() {
  return {"a",  "Title",     "One thing. Another thing.",
          "u",  "s",         "2025-01-31",
          "en", {{"k", "v"}}};
}

TEST(PrepareTest, FindsSentencesAndPassages) {
  const Document document = Example();
  const auto prepared = Prepare(document);
  ASSERT_OK(prepared);
  EXPECT_EQ(prepared->document, &document);
  EXPECT_EQ(prepared->sha256, Sha256Hex(document.text));
  ASSERT_EQ(prepared->sentences.size(), 2u);
  EXPECT_EQ(Slice(document.text, prepared->sentences[1].range),
            "Another thing.");
  ASSERT_EQ(prepared->passages.size(), 1u);
  EXPECT_EQ(Slice(document.text, prepared->passages[0].range), document.text);
}

TEST(PrepareTest, RefusesWhatBreaksARule) {
  Document document = Example();
  document.text.clear();
  EXPECT_THAT(Prepare(document), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace footnote
