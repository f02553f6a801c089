// The threads that do the work of requests, and how much may wait for them.

#ifndef FOOTNOTE_SERVICE_WORKER_POOL_H_
#define FOOTNOTE_SERVICE_WORKER_POOL_H_

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace footnote {

// A fixed number of threads for reading, one for changes and one for copies of
// corpora, so that imports and copies, which wait for the disk, never take the
// threads that answer questions, nor does a copy hold up an import. Where there
// are not enough processors, what is read goes first. What is in flight,
// waiting or running, is bounded in all. Thread-safe.
class WorkerPool {
 public:
  // A piece of work. It must not throw.
  using Task = std::function<void()>;

  // What a step of a task leaves behind.
  enum class Progress { kMore, kDone };

  // A piece of work in steps, each done by one call. It must not throw.
  using Steps = std::function<Progress()>;

  // What tells the caller that the work is done. It must not throw.
  using Reply = std::function<void()>;

  // For how long no change must have been made or wanted before tidying begins.
  static constexpr std::chrono::milliseconds kQuiet = std::chrono::seconds(2);

  // `tidying`, if any, is done by the thread that makes changes, once it has
  // made one and it has been quiet, step after step until it is done or a
  // change is wanted. It must not throw.
  //
  // REQUIRES: readers >= 1, max_in_flight >= 1.
  WorkerPool(int readers, int max_in_flight, Steps tidying = nullptr,
             std::chrono::milliseconds quiet = kQuiet);

  // Runs what was submitted, then ends the threads. Of the tidying, the step
  // under way is done.
  ~WorkerPool();

  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Queues `task` for the reading threads and returns true, or returns false at
  // once if as many tasks as allowed are in flight. Never waits. Tasks begin in
  // the order in which they were submitted. `reply`, if any, is called behind
  // `task` when that is no longer in flight, so that a caller who asks again
  // on being told finds the place free that it had.
  bool SubmitRead(Task task, Reply reply = nullptr) {
    return Submit(&reads_, {InOneStep(std::move(task)), std::move(reply)});
  }

  // As SubmitRead(), for a task in steps. Until its last it stays in flight,
  // but after each it goes behind the tasks that wait, so that however many
  // steps it has, it shuts no other out. No two of its steps run at once, and
  // what one does is seen by the next.
  bool SubmitReadSteps(Steps steps, Reply reply = nullptr) {
    return Submit(&reads_, {std::move(steps), std::move(reply)});
  }

  // As SubmitRead(), for the one thread that makes changes.
  bool SubmitChange(Task task, Reply reply = nullptr) {
    return Submit(&changes_, {InOneStep(std::move(task)), std::move(reply)});
  }

  // As SubmitRead(), for the one thread that copies corpora.
  bool SubmitCopy(Task task, Reply reply = nullptr) {
    return Submit(&copies_, {InOneStep(std::move(task)), std::move(reply)});
  }

  // Waits until nothing is in flight, being replied to or tidied, at most until
  // `deadline`; returns whether nothing is. It may not see the moment between
  // two steps of the tidying: that is to end by itself.
  bool WaitUntilIdle(std::chrono::steady_clock::time_point deadline);

  // Returns the number of reading threads.
  int readers() const { return readers_; }

  // Returns how many tasks wait or run.
  int in_flight() const;

  // Returns how many tasks may wait or run.
  int max_in_flight() const { return max_in_flight_; }

 private:
  struct Submission {
    Steps steps;
    Reply reply;
  };

  // Tasks that wait, and what their threads wait on.
  struct Queue {
    std::deque<Submission> tasks;
    std::condition_variable filled;
  };

  static Steps InOneStep(Task task);

  bool Submit(Queue* queue, Submission submission);

  // Runs the tasks of `queue` until the pool ends.
  void Work(Queue* queue);

  // Waits until `queue` has a task or the pool ends, and tidies meanwhile.
  // REQUIRES: `lock` is held; it is let go meanwhile.
  void AwaitTask(Queue* queue, std::unique_lock<std::mutex>& lock);

  // Does a step of the tidying. REQUIRES: as AwaitTask().
  void TidyUp(std::unique_lock<std::mutex>& lock);

  // Returns whether there is nothing to wait for. REQUIRES: `mutex_` is held.
  bool IsIdle() const { return in_flight_ + replying_ + tidying_now_ == 0; }

  // Calls the reply of a task that is done. REQUIRES: `lock` is held; it is let
  // go meanwhile.
  void Conclude(Submission done, std::unique_lock<std::mutex>& lock);

  const int readers_;
  const int max_in_flight_;
  const Steps tidying_;
  const std::chrono::milliseconds quiet_;
  mutable std::mutex mutex_;  // Guards what follows.
  std::condition_variable idle_;
  Queue reads_;
  Queue changes_;
  Queue copies_;
  int in_flight_ = 0;
  int replying_ = 0;
  bool is_untidy_ = false;  // Whether a change has left something to tidy.
  int tidying_now_ = 0;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_WORKER_POOL_H_
