#include "bench/quality/server_program.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tests/client/program.h"

namespace footnote::bench {

absl::StatusOr<std::unique_ptr<ServerProgram>> ServerProgram::Start(
    const std::string& path, const std::vector<std::string>& arguments) {
  std::unique_ptr<ServerProgram> server(new ServerProgram());
  std::vector<std::string> all = {"--data-dir", server->directory_.File("data"),
                                  "--listen", "127.0.0.1:0"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  server->program_ =
      std::make_unique<testing::Program>(all, std::vector<std::string>(), path);
  const std::string line = server->program_->ReadLine();
  absl::string_view address = line;
  if (!absl::ConsumePrefix(&address, "footnoted: serving on ")) {
    return absl::UnavailableError(
        absl::StrCat(path,
                     " does not serve. Name the server's program by "
                     "--footnoted. It wrote: ",
                     server->program_->Wait().err));
  }
  server->address_ = std::string(absl::StripSuffix(address, "\n"));
  return server;
}

ServerProgram::~ServerProgram() = default;

}  // namespace footnote::bench
