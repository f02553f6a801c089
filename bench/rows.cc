#include "bench/rows.h"

#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <iostream>
#include <utility>

namespace footnote::bench {

std::vector<Row> ReadRows(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  if (!file) std::cerr << path << " can't be read; it is passed over.\n";
  std::string line;
  while (std::getline(file, line)) {
    Row row;
    const auto status = google::protobuf::util::JsonStringToMessage(line, &row);
    if (status.ok()) {
      rows.push_back(std::move(row));
    } else {
      std::cerr << path << ": " << status.ToString() << "\n";
    }
  }
  return rows;
}

std::string Text(const Row& row, const std::string& key) {
  const auto found = row.fields().find(key);
  return found == row.fields().end() ? "" : found->second.string_value();
}

}  // namespace footnote::bench
