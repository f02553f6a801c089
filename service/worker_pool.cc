#include "service/worker_pool.h"

#include <sys/resource.h>

#include <utility>

namespace footnote {
namespace {

constexpr int kBackgroundNiceness = 10;

// Lets other threads go before this one and those that it starts. Linux has a
// niceness for each thread; lowering one's own priority does not fail.
void StepBack() { (void)setpriority(PRIO_PROCESS, 0, kBackgroundNiceness); }

}  // namespace

WorkerPool::WorkerPool(int readers, int max_in_flight, Steps tidying,
                       std::chrono::milliseconds quiet)
    : readers_(readers),
      max_in_flight_(max_in_flight),
      tidying_(std::move(tidying)),
      quiet_(quiet) {
  for (int i = 0; i < readers; ++i) {
    threads_.emplace_back([this] { Work(&reads_); });
  }
  for (Queue* const queue : {&changes_, &copies_}) {
    threads_.emplace_back([this, queue] {
      StepBack();
      Work(queue);
    });
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  reads_.filled.notify_all();
  changes_.filled.notify_all();
  copies_.filled.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::WaitUntilIdle(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return idle_.wait_until(lock, deadline, [this] { return IsIdle(); });
}

int WorkerPool::in_flight() const {
  const std::lock_guard lock(mutex_);
  return in_flight_;
}

WorkerPool::Steps WorkerPool::InOneStep(Task task) {
  return [task = std::move(task)] {
    task();
    return Progress::kDone;
  };
}

bool WorkerPool::Submit(Queue* queue, Submission submission) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || in_flight_ >= max_in_flight_) return false;
    ++in_flight_;
    queue->tasks.push_back(std::move(submission));
  }
  queue->filled.notify_one();
  return true;
}

void WorkerPool::Work(Queue* queue) {
  std::unique_lock lock(mutex_);
  while (true) {
    AwaitTask(queue, lock);
    // The pool ends only when nothing waits: each task finishes a call.
    if (queue->tasks.empty()) return;
    Submission next = std::move(queue->tasks.front());
    queue->tasks.pop_front();
    lock.unlock();
    const Progress progress = next.steps();
    // What a task holds is let go before it counts as done.
    if (progress == Progress::kDone) next.steps = nullptr;
    lock.lock();
    if (progress == Progress::kDone) {
      if (queue == &changes_) is_untidy_ = tidying_ != nullptr;
      Conclude(std::move(next), lock);
    } else {
      // Nobody need be told: this thread takes a task from the front next.
      queue->tasks.push_back(std::move(next));
    }
  }
}

void WorkerPool::Conclude(Submission done, std::unique_lock<std::mutex>& lock) {
  --in_flight_;
  ++replying_;
  lock.unlock();
  if (done.reply) done.reply();
  done.reply = nullptr;
  lock.lock();
  --replying_;
  if (IsIdle()) idle_.notify_all();
}

void WorkerPool::AwaitTask(Queue* queue, std::unique_lock<std::mutex>& lock) {
  const auto is_wanted = [&] { return ending_ || !queue->tasks.empty(); };
  if (queue == &changes_ && is_untidy_ &&
      !queue->filled.wait_for(lock, quiet_, is_wanted)) {
    while (is_untidy_ && !is_wanted()) TidyUp(lock);
  }
  queue->filled.wait(lock, is_wanted);
}

void WorkerPool::TidyUp(std::unique_lock<std::mutex>& lock) {
  ++tidying_now_;
  lock.unlock();
  const Progress progress = tidying_();
  lock.lock();
  --tidying_now_;
  is_untidy_ = progress == Progress::kMore;
  if (IsIdle()) idle_.notify_all();
}

}  // namespace footnote
