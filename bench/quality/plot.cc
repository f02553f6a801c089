#include "bench/quality/plot.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace footnote::bench {
namespace {

constexpr double kWidth = 720;
constexpr double kHeight = 400;
constexpr double kLeft = 64;  // Of the square that is drawn in.
constexpr double kTop = 40;
constexpr double kRight = 460;
constexpr double kBottom = 344;
constexpr double kLegend = 480;  // Where its lines begin.
constexpr size_t kMaxPoints = 100;
constexpr int kTicks = 5;

// Colours that people with any colour vision tell apart, on white and on black
// (Okabe and Ito, "Color universal design", 2008), and dashes for print.
constexpr std::array<const char*, 6> kColours = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};
constexpr std::array<const char*, 6> kDashes = {"none",    "8 3",  "2 3",
                                                "8 3 2 3", "12 4", "4 4"};

constexpr char kStyle[] =
    "<style>text{font:13px sans-serif;fill:#222}.title{font-weight:bold}"
    ".axis{stroke:#222}.grid{stroke:#ccc}.page{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#ddd}"
    ".grid{stroke:#444}.page{fill:#111}}</style>\n";

double X(double x) { return kLeft + x * (kRight - kLeft); }
double Y(double y) { return kBottom - y * (kBottom - kTop); }

std::string Escaped(const std::string& text) {
  return absl::StrReplaceAll(
      text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

std::string Text(double x, double y, const std::string& text,
                 const std::string& attributes) {
  return absl::StrFormat("<text x=\"%g\" y=\"%g\" %s>%s</text>\n", x, y,
                         attributes, Escaped(text));
}

std::string Line(double x1, double y1, double x2, double y2,
                 const std::string& attributes) {
  return absl::StrFormat("<line x1=\"%g\" y1=\"%g\" x2=\"%g\" y2=\"%g\" %s/>\n",
                         x1, y1, x2, y2, attributes);
}

std::string Axes(const Plot& plot) {
  std::string svg;
  for (int i = 0; i <= kTicks; ++i) {
    const double at = static_cast<double>(i) / kTicks;
    const std::string lines = i == 0 ? "class=\"axis\"" : "class=\"grid\"";
    const std::string number = absl::StrFormat("%.1f", at);
    absl::StrAppend(&svg, Line(X(at), Y(0), X(at), Y(1), lines),
                    Line(X(0), Y(at), X(1), Y(at), lines),
                    Text(X(at), Y(0) + 18, number, "text-anchor=\"middle\""),
                    Text(X(0) - 8, Y(at) + 4, number, "text-anchor=\"end\""));
  }
  const std::string turned = absl::StrFormat(
      "text-anchor=\"middle\" transform=\"rotate(-90 18 %g)\"", Y(0.5));
  absl::StrAppend(
      &svg, Text(X(0.5), Y(0) + 42, plot.x_label, "text-anchor=\"middle\""),
      Text(18, Y(0.5), plot.y_label, turned),
      Text(kLeft, 24, plot.title, "class=\"title\""));
  if (plot.has_diagonal) {
    absl::StrAppend(&svg, Line(X(0), Y(0), X(1), Y(1),
                               "class=\"axis\" stroke-dasharray=\"1 4\""));
  }
  return svg;
}

// Returns at most kMaxPoints of `points`, evenly spaced, the last one always.
std::vector<std::pair<double, double>> Thinned(
    const std::vector<std::pair<double, double>>& points) {
  if (points.size() <= kMaxPoints) return points;
  std::vector<std::pair<double, double>> thinned;
  for (size_t i = 1; i <= kMaxPoints; ++i) {
    thinned.push_back(points[points.size() * i / kMaxPoints - 1]);
  }
  return thinned;
}

std::string Curve(const Series& series, size_t place, bool has_marks) {
  const char* colour = kColours[place % kColours.size()];
  const std::string stroke = absl::StrFormat(
      "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"", colour,
      kDashes[place % kDashes.size()]);
  std::string points;
  std::string marks;
  for (const auto& [x, y] : Thinned(series.points)) {
    absl::StrAppend(&points, points.empty() ? "" : " ",
                    absl::StrFormat("%.1f,%.1f", X(x), Y(y)));
    if (!has_marks) continue;
    absl::StrAppend(&marks,
                    absl::StrFormat("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" "
                                    "fill=\"%s\"/>\n",
                                    X(x), Y(y), colour));
  }
  const double y = kTop + 10 + 22 * static_cast<double>(place);
  return absl::StrCat("<polyline fill=\"none\" ", stroke, " points=\"", points,
                      "\"/>\n", marks,
                      Line(kLegend, y, kLegend + 28, y, stroke),
                      Text(kLegend + 34, y + 4, series.label, ""));
}

}  // namespace

std::string ToSvg(const Plot& plot) {
  std::string svg = absl::StrFormat(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%g\" height=\"%g\" "
      "viewBox=\"0 0 %g %g\" role=\"img\" aria-label=\"%s\">\n",
      kWidth, kHeight, kWidth, kHeight, Escaped(plot.title));
  absl::StrAppend(&svg, kStyle,
                  "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n",
                  Axes(plot));
  for (size_t i = 0; i < plot.series.size(); ++i) {
    absl::StrAppend(&svg, Curve(plot.series[i], i, plot.has_marks));
  }
  return absl::StrCat(svg, "</svg>\n");
}

}  // namespace footnote::bench
