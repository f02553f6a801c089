// Line diagrams as SVG.

#ifndef FOOTNOTE_BENCH_PLOT_H_
#define FOOTNOTE_BENCH_PLOT_H_

#include <string>
#include <utility>
#include <vector>

namespace footnote::bench {

// A line, from left to right.
struct Series {
  std::string label;
  std::vector<std::pair<double, double>> points;  // x and y, on the axes.
};

// One side of a diagram.
struct Axis {
  std::string label;
  double low = 0;
  double high = 1;              // More than `low`.
  bool is_logarithmic = false;  // To the base 10; then `low` is more than 0.
};

// Returns a logarithmic axis whose ends are powers of ten, with `values`, all
// more than 0, between them.
Axis LogarithmicAxis(const std::string& label,
                     const std::vector<double>& values);

// A diagram, over the unit square unless its axes say otherwise.
struct Plot {
  std::string title;
  Axis x;
  Axis y;
  bool has_diagonal = false;  // From low to high.
  bool has_marks = false;     // On each point.
  std::vector<Series> series;
};

// Returns `plot` as an SVG document, dark on light or light on dark as the
// reader's system has it. Of long lines evenly spaced points are shown, 100 at
// most.
std::string ToSvg(const Plot& plot);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PLOT_H_
