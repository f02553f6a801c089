// The real server, as a process of its own.

#ifndef FOOTNOTE_TESTS_END_TO_END_SERVER_PROCESS_H_
#define FOOTNOTE_TESTS_END_TO_END_SERVER_PROCESS_H_

#include <signal.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/strip.h"
#include "grpcpp/create_channel.h"
#include "tests/client/program.h"

namespace footnote::testing {

// A running `footnoted` on a port of its own.
class ServerProcess {
 public:
  // Starts the server on `data_directory` and waits until it serves or ends;
  // address() is empty if it ended.
  explicit ServerProcess(const std::string& data_directory,
                         const std::vector<std::string>& arguments = {},
                         const std::vector<std::string>& environment = {}) {
    std::vector<std::string> all = {"--data-dir", data_directory, "--listen",
                                    "127.0.0.1:0"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    program_ = std::make_unique<Program>(all, environment, FOOTNOTED_PROGRAM);
    const std::string line = program_->ReadLine();
    absl::string_view address = line;
    if (absl::ConsumePrefix(&address, "footnoted: serving on ")) {
      address_ = std::string(absl::StripSuffix(address, "\n"));
    }
  }

  const std::string& address() const { return address_; }

  // Asks it to stop, and waits until it has.
  ProgramResult Stop() {
    program_->Signal(SIGTERM);
    return program_->Wait();
  }

  // Ends it without a warning.
  ProgramResult Kill() {
    program_->Signal(SIGKILL);
    return program_->Wait();
  }

  // Waits for a server that ends by itself.
  ProgramResult Wait() { return program_->Wait(); }

  // Runs the client against this server.
  ProgramResult Footnote(std::vector<std::string> arguments,
                         const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"--server", address_});
    return RunProgram(arguments, input);
  }

  std::shared_ptr<grpc::Channel> Channel() const {
    return grpc::CreateChannel(address_, grpc::InsecureChannelCredentials());
  }

 private:
  std::unique_ptr<Program> program_;
  std::string address_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_END_TO_END_SERVER_PROCESS_H_
