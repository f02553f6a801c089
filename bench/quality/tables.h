// Figures for people to read.

#ifndef FOOTNOTE_BENCH_QUALITY_TABLES_H_
#define FOOTNOTE_BENCH_QUALITY_TABLES_H_

#include <string>
#include <vector>

#include "bench/quality/measurement.pb.h"

namespace footnote::bench {

// Returns every figure of `measurement` for a terminal: a line a measure and a
// column a system, then the first system's figures by answer type.
std::string TextTable(const Measurement& measurement);

// Returns the figures of `measurement` as a Markdown table: a line a measure
// and a column a system.
std::string MarkdownTable(const Measurement& measurement);

// Returns how often the first sentence of the first system is right by answer
// type as a Markdown table: a line a type, a column a measurement; only of
// types with 20 questions or more.
std::string MarkdownTypes(const std::vector<Measurement>& measurements);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_TABLES_H_
