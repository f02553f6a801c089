// Shows ThreadSanitizer the locks of Abseil, whose library Debian builds
// without it. Each function here stands before the library's own of the same
// name, for gRPC too, and says what is handed over: what was done before an
// unlock happens before what is done after the next lock.

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include "absl/synchronization/mutex.h"

namespace absl {
namespace {

// Returns the library's function of the mangled name `symbol`.
template <typename Function>
Function* Real(const char* symbol) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, symbol));
}

// Lets go of a mutex for as long as it lives, as a wait does.
class LetGo {
 public:
  explicit LetGo(Mutex* mutex) : mutex_(mutex) { __tsan_release(mutex_); }
  ~LetGo() { __tsan_acquire(mutex_); }
  LetGo(const LetGo&) = delete;
  LetGo& operator=(const LetGo&) = delete;

 private:
  Mutex* const mutex_;
};

// What a waiter waits for. The library looks at it while it holds the mutex,
// for the waiter or for another who gives the mutex up: after what was done
// before, and what it reads on the waiter's stack before the waiter goes on.
class Awaited {
 public:
  Awaited(Mutex* mutex, const Condition& condition)
      : mutex_(mutex), condition_(condition) {}

  bool operator()() const {
    __tsan_acquire(mutex_);
    const bool is_true = condition_.Eval();
    __tsan_release(mutex_);
    return is_true;
  }

 private:
  Mutex* const mutex_;
  const Condition& condition_;
};

}  // namespace

void Mutex::Lock() {
  static auto* const real = Real<void(Mutex*)>("_ZN4absl7debian35Mutex4LockEv");
  real(this);
  __tsan_acquire(this);
}

void Mutex::Unlock() {
  static auto* const real =
      Real<void(Mutex*)>("_ZN4absl7debian35Mutex6UnlockEv");
  __tsan_release(this);
  real(this);
}

bool Mutex::TryLock() {
  static auto* const real =
      Real<bool(Mutex*)>("_ZN4absl7debian35Mutex7TryLockEv");
  if (!real(this)) return false;
  __tsan_acquire(this);
  return true;
}

void Mutex::Await(const Condition& condition) {
  static auto* const real = Real<void(Mutex*, const Condition&)>(
      "_ZN4absl7debian35Mutex5AwaitERKNS0_9ConditionE");
  const Awaited awaited(this, condition);
  const LetGo let_go(this);
  real(this, Condition(&awaited));
}

bool Mutex::AwaitWithDeadline(const Condition& condition, Time deadline) {
  static auto* const real = Real<bool(Mutex*, const Condition&, Time)>(
      "_ZN4absl7debian35Mutex17AwaitWithDeadlineERKNS0_9ConditionENS0_4TimeE");
  const Awaited awaited(this, condition);
  const LetGo let_go(this);
  return real(this, Condition(&awaited), deadline);
}

void CondVar::Wait(Mutex* mutex) {
  static auto* const real = Real<void(CondVar*, Mutex*)>(
      "_ZN4absl7debian37CondVar4WaitEPNS0_5MutexE");
  const LetGo let_go(mutex);
  real(this, mutex);
}

bool CondVar::WaitWithDeadline(Mutex* mutex, Time deadline) {
  static auto* const real = Real<bool(CondVar*, Mutex*, Time)>(
      "_ZN4absl7debian37CondVar16WaitWithDeadlineEPNS0_5MutexENS0_4TimeE");
  const LetGo let_go(mutex);
  return real(this, mutex, deadline);
}

bool CondVar::WaitWithTimeout(Mutex* mutex, Duration timeout) {
  static auto* const real = Real<bool(CondVar*, Mutex*, Duration)>(
      "_ZN4absl7debian37CondVar15WaitWithTimeoutEPNS0_5MutexENS0_8DurationE");
  const LetGo let_go(mutex);
  return real(this, mutex, timeout);
}

}  // namespace absl
