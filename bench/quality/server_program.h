// A server of one's own for as long as it is needed.

#ifndef FOOTNOTE_BENCH_QUALITY_SERVER_PROGRAM_H_
#define FOOTNOTE_BENCH_QUALITY_SERVER_PROGRAM_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
class Program;
}  // namespace footnote::testing

namespace footnote::bench {

// A running `footnoted` on a free port of this machine, with a data directory
// of its own. Both end with this object.
class ServerProgram {
 public:
  // Runs the program at `path` with `arguments` behind its own.
  //
  // Errors: kUnavailable with what it wrote if it ends instead of serving.
  static absl::StatusOr<std::unique_ptr<ServerProgram>> Start(
      const std::string& path, const std::vector<std::string>& arguments);

  ~ServerProgram();
  ServerProgram(const ServerProgram&) = delete;
  ServerProgram& operator=(const ServerProgram&) = delete;

  // HOST:PORT.
  const std::string& address() const { return address_; }

 private:
  ServerProgram() = default;

  testing::TemporaryDirectory directory_;
  std::unique_ptr<testing::Program> program_;
  std::string address_;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_SERVER_PROGRAM_H_
