#include "bench/plot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <memory>
#include <string>

#include "absl/strings/str_split.h"

namespace footnote::bench {
namespace {

using ::testing::HasSubstr;

// Returns whether libxml2 reads all of `svg` without a complaint.
bool IsWellFormed(const std::string& svg) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(svg.data(), static_cast<int>(svg.size()), "plot.svg",
                    nullptr, XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      &xmlFreeDoc);
  return document != nullptr;
}

Plot Example(size_t lines, size_t points) {
  Plot plot;
  plot.title = "Rain & \"shine\" <daily>";
  plot.has_diagonal = true;
  plot.has_marks = true;
  for (size_t i = 0; i < lines; ++i) {
    Series& series = plot.series.emplace_back();
    series.label = "a<b";
    for (size_t j = 0; j < points; ++j) {
      series.points.emplace_back(
          static_cast<double>(j) / static_cast<double>(points), 0.25);
    }
  }
  return plot;
}

TEST(PlotTest, IsWellFormed) {
  EXPECT_TRUE(IsWellFormed(ToSvg(Plot())));
  EXPECT_TRUE(IsWellFormed(ToSvg(Example(8, 5))));
  EXPECT_FALSE(IsWellFormed("<svg>a<b</svg>"));
}

TEST(PlotTest, SaysWhatItShows) {
  EXPECT_THAT(ToSvg(Example(1, 2)),
              HasSubstr("Rain &amp; &quot;shine&quot; &lt;daily&gt;</text>"));
  EXPECT_THAT(ToSvg(Example(1, 2)), HasSubstr(">a&lt;b</text>"));
}

// The point (0, .25) is at the left edge and a quarter up.
TEST(PlotTest, PutsPointsInPlace) {
  EXPECT_THAT(ToSvg(Example(1, 2)),
              HasSubstr("points=\"64.0,268.0 262.0,268.0\""));
}

TEST(PlotTest, PutsPointsInPlaceOnOtherAxes) {
  Plot plot = Example(1, 0);
  plot.x = LogarithmicAxis("passages", {20'000, 1'000'000});
  plot.y.low = -1;
  plot.series[0].points = {{100'000, 0}, {1'000'000, 1}};
  const std::string svg = ToSvg(plot);
  EXPECT_THAT(svg, HasSubstr("points=\"262.0,192.0 460.0,40.0\""));
  for (const char* tick : {">10 k<", ">100 k<", ">1 M<", ">-0.6<"}) {
    EXPECT_THAT(svg, HasSubstr(tick));
  }
}

TEST(PlotTest, RoundsLogarithmicAxesToPowersOfTen) {
  const Axis axis = LogarithmicAxis("ms", {0.02, 400});
  EXPECT_DOUBLE_EQ(axis.low, 0.01);
  EXPECT_DOUBLE_EQ(axis.high, 1000);
  EXPECT_DOUBLE_EQ(LogarithmicAxis("ms", {1}).high, 10);
}

TEST(PlotTest, StaysSmallHoweverLongTheLines) {
  const std::string svg = ToSvg(Example(4, 10000));
  EXPECT_LT(svg.size(), 30000u);
  const std::vector<std::string> marks = absl::StrSplit(svg, "<circle");
  EXPECT_EQ(marks.size() - 1, 4u * 100u);
}

}  // namespace
}  // namespace footnote::bench
