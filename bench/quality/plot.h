// Line diagrams as SVG.

#ifndef FOOTNOTE_BENCH_QUALITY_PLOT_H_
#define FOOTNOTE_BENCH_QUALITY_PLOT_H_

#include <string>
#include <utility>
#include <vector>

namespace footnote::bench {

// A line, from left to right.
struct Series {
  std::string label;
  std::vector<std::pair<double, double>> points;  // x and y, in [0, 1].
};

// A diagram over the unit square.
struct Plot {
  std::string title;
  std::string x_label;
  std::string y_label;
  bool has_diagonal = false;  // Where x is y.
  bool has_marks = false;     // On each point.
  std::vector<Series> series;
};

// Returns `plot` as an SVG document, dark on light or light on dark as the
// reader's system has it. Of long lines evenly spaced points are shown, 100 at
// most.
std::string ToSvg(const Plot& plot);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_PLOT_H_
