#include "retrieval/courtesy.h"

#include <algorithm>
#include <thread>

#include "absl/time/clock.h"

namespace footnote {

void Courtesy::GiveWay() {
  if (IsFree()) return;
  const absl::MutexLock lock(&mutex_);
  mutex_.AwaitWithDeadline(absl::Condition(this, &Courtesy::IsFree),
                           absl::Now() + longest_pause_);
}

int Courtesy::Processors() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void Courtesy::Leave() {
  if (--under_way_ != most_ - 1) return;  // None waits for this one.
  // Who gives up the mutex looks at what others wait for. If somebody holds it
  // now, he will; and to wait for one who may seldom run would be no courtesy.
  if (mutex_.TryLock()) mutex_.Unlock();
}

}  // namespace footnote
