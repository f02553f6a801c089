#include "bench/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
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
// (Okabe and Ito, "Color universal design", 2008, and grey), and dashes for
// print.
constexpr std::array<const char*, 7> kColours = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7",
    "#e69f00", "#56b4e9", "#888888"};
constexpr std::array<const char*, 7> kDashes = {"none", "8 3", "2 3", "8 3 2 3",
                                                "12 4", "4 4", "1 3"};

constexpr char kStyle[] =
    "<style>text{font:13px sans-serif;fill:#222}.title{font-weight:bold}"
    ".axis{stroke:#222}.grid{stroke:#ccc}.page{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#ddd}"
    ".grid{stroke:#444}.page{fill:#111}}</style>\n";

// Where the `part`, 0 to 1, of the way along an axis is.
double X(double part) { return kLeft + part * (kRight - kLeft); }
double Y(double part) { return kBottom - part * (kBottom - kTop); }

// Returns which part of the way along `axis` stands `value`.
double PartOf(const Axis& axis, double value) {
  if (!axis.is_logarithmic) return (value - axis.low) / (axis.high - axis.low);
  return std::log10(value / axis.low) / std::log10(axis.high / axis.low);
}

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

// `10 k` of 10000.
std::string Short(double value) {
  constexpr double kThousand = 1e3;
  constexpr double kMillion = 1e6;
  if (value >= kMillion) return absl::StrFormat("%g M", value / kMillion);
  if (value >= kThousand) return absl::StrFormat("%g k", value / kThousand);
  return absl::StrFormat("%g", value);
}

// Returns what is written along `axis`, and at which part of the way.
std::vector<std::pair<double, std::string>> TicksOf(const Axis& axis) {
  std::vector<std::pair<double, std::string>> ticks;
  if (axis.is_logarithmic) {
    // A little more than the high end, which rounding may not reach.
    for (double value = axis.low; value < 1.1 * axis.high; value *= 10) {
      ticks.emplace_back(PartOf(axis, value), Short(value));
    }
    return ticks;
  }
  const double step = (axis.high - axis.low) / kTicks;
  const int decimals =
      std::max(0, static_cast<int>(std::ceil(-std::log10(step))));
  for (int i = 0; i <= kTicks; ++i) {
    ticks.emplace_back(static_cast<double>(i) / kTicks,
                       absl::StrFormat("%.*f", decimals, axis.low + i * step));
  }
  return ticks;
}

std::string LineClass(double part) {
  return part <= 0 ? "class=\"axis\"" : "class=\"grid\"";
}

std::string Axes(const Plot& plot) {
  std::string svg;
  for (const auto& [part, text] : TicksOf(plot.x)) {
    absl::StrAppend(&svg, Line(X(part), Y(0), X(part), Y(1), LineClass(part)),
                    Text(X(part), Y(0) + 18, text, "text-anchor=\"middle\""));
  }
  for (const auto& [part, text] : TicksOf(plot.y)) {
    absl::StrAppend(&svg, Line(X(0), Y(part), X(1), Y(part), LineClass(part)),
                    Text(X(0) - 8, Y(part) + 4, text, "text-anchor=\"end\""));
  }
  const std::string turned = absl::StrFormat(
      "text-anchor=\"middle\" transform=\"rotate(-90 18 %g)\"", Y(0.5));
  absl::StrAppend(
      &svg, Text(X(0.5), Y(0) + 42, plot.x.label, "text-anchor=\"middle\""),
      Text(18, Y(0.5), plot.y.label, turned),
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

std::string Curve(const Plot& plot, size_t place) {
  const Series& series = plot.series[place];
  const char* colour = kColours[place % kColours.size()];
  const std::string stroke = absl::StrFormat(
      "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"", colour,
      kDashes[place % kDashes.size()]);
  std::string points;
  std::string marks;
  for (const auto& [x_value, y_value] : Thinned(series.points)) {
    const double x = X(PartOf(plot.x, x_value));
    const double y = Y(PartOf(plot.y, y_value));
    absl::StrAppend(&points, points.empty() ? "" : " ",
                    absl::StrFormat("%.1f,%.1f", x, y));
    if (!plot.has_marks) continue;
    absl::StrAppend(&marks,
                    absl::StrFormat("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" "
                                    "fill=\"%s\"/>\n",
                                    x, y, colour));
  }
  const double y = kTop + 10 + 22 * static_cast<double>(place);
  return absl::StrCat("<polyline fill=\"none\" ", stroke, " points=\"", points,
                      "\"/>\n", marks,
                      Line(kLegend, y, kLegend + 28, y, stroke),
                      Text(kLegend + 34, y + 4, series.label, ""));
}

}  // namespace

Axis LogarithmicAxis(const std::string& label,
                     const std::vector<double>& values) {
  if (values.empty()) return {label, 1, 10, true};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double from = std::pow(10, std::floor(std::log10(*low)));
  const double to = std::pow(10, std::ceil(std::log10(*high)));
  return {label, from, std::max(to, 10 * from), true};
}

std::string ToSvg(const Plot& plot) {
  std::string svg = absl::StrFormat(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%g\" height=\"%g\" "
      "viewBox=\"0 0 %g %g\" role=\"img\" aria-label=\"%s\">\n",
      kWidth, kHeight, kWidth, kHeight, Escaped(plot.title));
  absl::StrAppend(&svg, kStyle,
                  "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n",
                  Axes(plot));
  for (size_t i = 0; i < plot.series.size(); ++i) {
    absl::StrAppend(&svg, Curve(plot, i));
  }
  return absl::StrCat(svg, "</svg>\n");
}

}  // namespace footnote::bench
