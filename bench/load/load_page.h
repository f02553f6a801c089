// What is told of a measurement under load.

#ifndef FOOTNOTE_BENCH_LOAD_LOAD_PAGE_H_
#define FOOTNOTE_BENCH_LOAD_LOAD_PAGE_H_

#include <string>

#include "bench/load/load_report.pb.h"

namespace footnote::bench {

// Returns `report` as tables in Markdown.
std::string ToMarkdown(const LoadReport& report);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_LOAD_PAGE_H_
