#include "retrieval/document.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

Document Valid() {
  Document document;
  document.id = std::string(1, 'a');
  document.text = "Text.";
  return document;
}

// Returns the only field that `document` is refused for, or "".
std::string RefusedField(const Document& document) {
  const auto violations = ViolationsOf(ValidateDocument(document));
  return violations.size() == 1 ? violations[0].field : "";
}

TEST(ValidateDocumentTest, TakesWhatKeepsTheRules) {
  Document document = Valid();
  document.title = "T\u00EFtle";
  document.published = "2025-01-31";
  document.metadata = {{"k", ""}};
  EXPECT_OK(ValidateDocument(document));
}

TEST(ValidateDocumentTest, LimitsLengths) {
  const struct {
    std::string Document::*field;
    const char* name;
    size_t max;
  } kCases[] = {
      {&Document::id, "id", 128},
      {&Document::title, "title", 1024},
      {&Document::text, "text", 1'000'000},
      {&Document::uri, "uri", 2048},
      {&Document::source, "source", 256},
      {&Document::language, "language", 35},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.name);
    Document document = Valid();
    for (const size_t size : {c.max - 1, c.max}) {
      document.*c.field = std::string(size, 'x');
      EXPECT_OK(ValidateDocument(document));
    }
    document.*c.field += "x";
    EXPECT_EQ(RefusedField(document), c.name);
  }
}

TEST(ValidateDocumentTest, WantsIdAndText) {
  Document document = Valid();
  document.id.clear();
  EXPECT_EQ(RefusedField(document), "id");
  document = Valid();
  document.text.clear();
  EXPECT_EQ(RefusedField(document), "text");
}

TEST(ValidateDocumentTest, RefusesBytesThatAreNoText) {
  for (std::string Document::*field :
       {&Document::id, &Document::title, &Document::text, &Document::uri,
        &Document::source, &Document::language}) {
    Document document = Valid();
    document.*field = "bad \xC0\xAF byte";
    EXPECT_THAT(ValidateDocument(document),
                StatusIs(absl::StatusCode::kInvalidArgument));
    document.*field = std::string("nul\0", 4);
    EXPECT_THAT(ValidateDocument(document),
                StatusIs(absl::StatusCode::kInvalidArgument));
  }
  Document document = Valid();
  document.text =
      "Price: \xA3"
      "5";
  EXPECT_EQ(ViolationsOf(ValidateDocument(document))[0].description,
            "not valid UTF-8 at byte 7; convert the text to UTF-8.");
}

TEST(ValidateDocumentTest, RefusesControlCharactersInIdsAlone) {
  Document document = Valid();
  document.text = "a\tb\x1b[0m";
  EXPECT_OK(ValidateDocument(document));
  document.id = "a\nb";
  EXPECT_EQ(RefusedField(document), "id");
}

TEST(ValidateDocumentTest, RefusesDatesThatAreNone) {
  Document document = Valid();
  document.published = "2025-02-30";
  EXPECT_EQ(RefusedField(document), "published");
}

TEST(ValidateDocumentTest, LimitsMetadata) {
  Document document = Valid();
  for (int i = 0; i < 64; ++i) document.metadata.emplace(absl::StrCat(i), "v");
  EXPECT_OK(ValidateDocument(document));
  document.metadata.emplace("one more", "v");
  EXPECT_EQ(RefusedField(document), "metadata");
  document = Valid();
  document.metadata.emplace("", "v");
  EXPECT_EQ(RefusedField(document), "metadata");
  document = Valid();
  document.metadata["k"] = std::string(1025, 'v');
  EXPECT_EQ(RefusedField(document), "metadata");
}

}  // namespace
}  // namespace footnote
