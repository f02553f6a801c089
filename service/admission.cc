#include "service/admission.h"

#include <algorithm>
#include <thread>

#include "service/error_status.h"

namespace footnote {
namespace {

// Between two looks whether it is quiet.
constexpr std::chrono::milliseconds kLook(5);

}  // namespace

void Admission::Open(Library* library) {
  opened_ = std::chrono::steady_clock::now();
  library_.store(library);
}

absl::StatusOr<Library*> Admission::Enter() const {
  Library* const library = library_.load();
  if (library == nullptr || closed()) return NotServingError();
  return library;
}

void Admission::Close() {
  closed_.store(true);
  if (calls_.load() == 0) emptied_.store(true);
}

void Admission::Arrive() {
  calls_.fetch_add(1);
  last_arrival_.store(std::chrono::steady_clock::now());
}

void Admission::Leave() {
  // Asked first: a call that was let in before Close() has arrived before it.
  const bool was_closed = closed();
  if (calls_.fetch_sub(1) == 1 && was_closed) emptied_.store(true);
}

bool Admission::WaitUntilQuiet(
    std::chrono::milliseconds quiet,
    std::chrono::steady_clock::time_point deadline) const {
  while (true) {
    const auto now = std::chrono::steady_clock::now();
    if (calls_.load() == 0 && last_arrival_.load() + quiet <= now) return true;
    if (now >= deadline) return false;
    std::this_thread::sleep_until(std::min(now + kLook, deadline));
  }
}

absl::Duration Admission::Uptime() const {
  if (library_.load() == nullptr) return absl::ZeroDuration();
  return absl::FromChrono(std::chrono::steady_clock::now() - opened_);
}

}  // namespace footnote
