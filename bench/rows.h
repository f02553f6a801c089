// Reads evaluation data of one JSON object a line, as it comes.

#ifndef FOOTNOTE_BENCH_ROWS_H_
#define FOOTNOTE_BENCH_ROWS_H_

#include <google/protobuf/struct.pb.h>

#include <string>
#include <vector>

namespace footnote::bench {

using Row = google::protobuf::Struct;

// Returns the JSON objects of `path`, one a line. A file that is missing, or a
// line that is no object, is told of on stderr and passed over.
std::vector<Row> ReadRows(const std::string& path);

// Returns the string `key` of `row`, or an empty one.
std::string Text(const Row& row, const std::string& key);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_ROWS_H_
