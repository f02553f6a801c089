#include "service/stream_watch.h"

#include <gmock/gmock.h>

#include <chrono>
#include <future>

namespace footnote {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

// A stream that waits since it was made, and remembers why it was ended.
class WaitingStream : public WatchedStream {
 public:
  Time EndIfWaiting(Time silent_since, bool stopping) override {
    if (ended_ || (since_ > silent_since && !stopping)) return since_;
    ended_ = true;
    stopped_.set_value(stopping);
    return Time::max();
  }

  // Waits for the end and returns whether the watch was stopping.
  bool AwaitEnd() {
    std::future<bool> stopped = stopped_.get_future();
    EXPECT_EQ(stopped.wait_for(seconds(20)), std::future_status::ready);
    return stopped.get();
  }

  Time since() const { return since_; }

 private:
  const Time since_ = steady_clock::now();
  bool ended_ = false;  // Seen by the thread of the watch alone.
  std::promise<bool> stopped_;
};

TEST(StreamWatchTest, EndsAStreamThatIsSilentForTooLong) {
  StreamWatch watch(milliseconds(50));
  WaitingStream stream;
  watch.Add(&stream);
  EXPECT_FALSE(stream.AwaitEnd());
  EXPECT_GE(steady_clock::now() - stream.since(), milliseconds(50));
  watch.Remove(&stream);
}

TEST(StreamWatchTest, EndsAllWhenItStopsAndThoseThatComeLater) {
  StreamWatch watch{hours(1)};
  WaitingStream early;
  WaitingStream late;
  watch.Add(&early);
  watch.Stop();
  EXPECT_TRUE(early.AwaitEnd());
  watch.Add(&late);
  EXPECT_TRUE(late.AwaitEnd());
  EXPECT_FALSE(watch.WaitUntilEmpty(steady_clock::now()));
  watch.Remove(&early);
  watch.Remove(&late);
  EXPECT_TRUE(watch.WaitUntilEmpty(steady_clock::now()));
}

}  // namespace
}  // namespace footnote
