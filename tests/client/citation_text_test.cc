#include "client/citation_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr uint32_t kMost = std::numeric_limits<uint32_t>::max();

v1::Citation CitationOf(const std::string& title, const std::string& source,
                        const std::string& published) {
  v1::Citation citation;
  citation.set_document_id("id-7");
  citation.set_title(title);
  citation.set_source(source);
  citation.set_published(published);
  return citation;
}

v1::TextSpan Span(uint32_t begin, uint32_t end) {
  v1::TextSpan span;
  span.set_begin_byte(begin);
  span.set_end_byte(end);
  return span;
}

// Returns a citation of the bytes from 100 to 150.
v1::Citation Quotation() {
  v1::Citation citation;
  *citation.mutable_span() = Span(100, 150);
  citation.set_sentence_index(4);
  return citation;
}

TEST(CitationTextTest, NamesWhatIsKnown) {
  const struct {
    std::string title;
    std::string source;
    std::string published;
    std::string line;
    std::string reporter;
  } kCases[] = {
      {"Ice", "Gazette", "2025-01-31", "Ice — Gazette, 2025-01-31",
       "Gazette, 2025-01-31"},
      {"Ice", "Gazette", "2025-01-31T09:30:00+01:00",
       "Ice — Gazette, 2025-01-31", "Gazette, 2025-01-31"},
      {"Ice", "Gazette", "", "Ice — Gazette", "Gazette"},
      {"Ice", "", "2025-01-31", "Ice — 2025-01-31", "Ice, 2025-01-31"},
      {"Ice", "", "", "Ice", "Ice"},
      {"", "Gazette", "2025-01-31", "id-7 — Gazette, 2025-01-31",
       "Gazette, 2025-01-31"},
      {"", "", "2025-01-31", "id-7 — 2025-01-31", "id-7, 2025-01-31"},
      {"", "", "", "id-7", "id-7"},
      {"\x1b[1mIce", "", "", "\x1b[1mIce", "\x1b[1mIce"},
  };
  for (const auto& wanted : kCases) {
    const v1::Citation citation =
        CitationOf(wanted.title, wanted.source, wanted.published);
    EXPECT_EQ(SourceLine(citation), wanted.line);
    EXPECT_EQ(ReporterText(citation), wanted.reporter);
  }
}

TEST(CitationTextTest, TellsThePlace) {
  EXPECT_EQ(SentencePlace(Quotation()), "sentence 4, bytes 100–150");
  EXPECT_EQ(BytePlace(Quotation()), "bytes 100–150");
  EXPECT_EQ(SentencePlace({}), "sentence 0, bytes 0–0");
}

TEST(CitationTextTest, FindsARangeWithinTheQuotation) {
  const struct {
    uint32_t begin;
    uint32_t end;
    bool is_within;
  } kCases[] = {
      {100, 150, true},    {100, 101, true},  {149, 150, true},
      {120, 130, true},    {99, 101, false},  {0, 50, false},
      {149, 151, false},   {150, 151, false}, {120, 120, false},
      {130, 120, false},   {120, 99, false},  {0, 0, false},
      {100, kMost, false}, {kMost, 0, false}, {kMost - 1, kMost, false},
  };
  for (const auto& [begin, end, is_within] : kCases) {
    SCOPED_TRACE(::testing::Message() << begin << " to " << end);
    const auto range = RangeInQuotation(Span(begin, end), Quotation(), 50);
    ASSERT_EQ(range.has_value(), is_within);
    if (!is_within) continue;
    EXPECT_EQ(range->begin, begin - 100);
    EXPECT_EQ(range->end, end - 100);
  }
  EXPECT_FALSE(RangeInQuotation(Span(100, 101), Quotation(), 0).has_value());
}

// Returns the ranges of `spans`, in the quotation.
std::vector<std::pair<size_t, size_t>> Matches(
    const std::vector<std::pair<uint32_t, uint32_t>>& spans) {
  google::protobuf::RepeatedPtrField<v1::TermMatch> matches;
  for (const auto& [begin, end] : spans) {
    *matches.Add()->mutable_span() = Span(begin, end);
  }
  std::vector<std::pair<size_t, size_t>> found;
  for (const TextRange& range : MatchesInQuotation(matches, Quotation(), 50)) {
    found.emplace_back(range.begin, range.end);
  }
  return found;
}

TEST(CitationTextTest, LeavesOutMatchesThatOverlapOrLieOutside) {
  EXPECT_THAT(Matches({}), IsEmpty());
  EXPECT_THAT(Matches({{100, 103}, {103, 105}, {140, 150}}),
              ElementsAre(Pair(0, 3), Pair(3, 5), Pair(40, 50)));
  EXPECT_THAT(Matches({{100, 110}, {105, 115}, {109, 120}, {110, 112}}),
              ElementsAre(Pair(0, 10), Pair(10, 12)));
  EXPECT_THAT(Matches({{90, 110}, {105, 115}, {145, 151}, {120, 120}}),
              ElementsAre(Pair(5, 15)));
  EXPECT_THAT(Matches({{120, 130}, {100, 110}}), ElementsAre(Pair(20, 30)));
}

}  // namespace
}  // namespace footnote
