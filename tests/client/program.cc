#include "tests/client/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "absl/strings/match.h"

namespace footnote::testing {
namespace {

std::vector<std::string> Environment(const std::vector<std::string>& added) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!absl::StartsWith(*variable, "FOOTNOTE_SERVER=") &&
        !absl::StartsWith(*variable, "NO_COLOR=")) {
      variables.emplace_back(*variable);
    }
  }
  variables.insert(variables.end(), added.begin(), added.end());
  return variables;
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

void CloseOnce(int* fd) {
  if (*fd >= 0) close(*fd);
  *fd = -1;
}

std::string ReadAll(int fd) {
  std::string text;
  std::array<char, 65536> chunk;
  ssize_t count = 0;
  while ((count = read(fd, chunk.data(), chunk.size())) > 0) {
    text.append(chunk.data(), static_cast<size_t>(count));
  }
  return text;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment,
                 const std::string& path) {
  int in[2];
  int out[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) return;
  err_ = memfd_create("stderr", MFD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err_, STDERR_FILENO);
  std::vector<std::string> argv = {path};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = Environment(environment);
  // The tests may be run with signals ignored, as in the background.
  sigset_t signals;
  sigfillset(&signals);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  if (posix_spawn(&pid_, path.c_str(), &actions, &attributes,
                  Pointers(argv).data(), Pointers(variables).data()) != 0) {
    pid_ = -1;
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  in_ = in[1];
  out_ = out[0];
  signal(SIGPIPE, SIG_IGN);
}

Program::~Program() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  CloseOnce(&in_);
  CloseOnce(&out_);
  CloseOnce(&err_);
}

void Program::Write(const std::string& text) {
  size_t done = 0;
  while (done < text.size()) {
    const ssize_t count = write(in_, text.data() + done, text.size() - done);
    if (count < 0) return;
    done += static_cast<size_t>(count);
  }
}

void Program::CloseInput() { CloseOnce(&in_); }

std::string Program::ReadLine() {
  size_t feed = std::string::npos;
  while ((feed = buffer_.find('\n')) == std::string::npos) {
    std::array<char, 4096> chunk;
    const ssize_t count = read(out_, chunk.data(), chunk.size());
    if (count <= 0) return "";
    buffer_.append(chunk.data(), static_cast<size_t>(count));
  }
  const std::string line = buffer_.substr(0, feed + 1);
  buffer_.erase(0, feed + 1);
  return line;
}

void Program::Signal(int signal) {
  // kill(-1) would reach every process there is.
  if (pid_ > 0) kill(pid_, signal);
}

ProgramResult Program::Wait() {
  CloseInput();
  ProgramResult result;
  result.out = buffer_ + ReadAll(out_);
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  result.exit_status =
      WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  lseek(err_, 0, SEEK_SET);
  result.err = ReadAll(err_);
  return result;
}

ProgramResult RunProgram(const std::vector<std::string>& arguments,
                         const std::string& input,
                         const std::vector<std::string>& environment) {
  Program program(arguments, environment);
  program.Write(input);
  return program.Wait();
}

}  // namespace footnote::testing
