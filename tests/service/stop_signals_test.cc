#include "service/stop_signals.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace footnote {
namespace {

// Runs `body` in a process of its own and returns how that ended.
template <typename Body>
int StatusOfChild(Body body) {
  const pid_t child = fork();
  if (child == 0) {
    PrepareStopSignals();
    body();
    _exit(42);
  }
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return status;
}

TEST(StopSignalsTest, AFirstSignalIsWaitedFor) {
  for (const int signal : {SIGTERM, SIGINT}) {
    SCOPED_TRACE(signal);
    const int status = StatusOfChild([signal] {
      kill(getpid(), signal);
      if (WaitForStopSignal() != signal) _exit(1);
    });
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 42);
  }
}

TEST(StopSignalsTest, ASecondSignalEndsTheProcess) {
  const int status = StatusOfChild([] {
    kill(getpid(), SIGTERM);
    WaitForStopSignal();
    kill(getpid(), SIGTERM);
  });
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGTERM);
}

TEST(StopSignalsTest, BrokenConnectionsAndFullQuotasAreSurvived) {
  const int status = StatusOfChild([] {
    kill(getpid(), SIGPIPE);
    kill(getpid(), SIGXFSZ);
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 42);
}

}  // namespace
}  // namespace footnote
