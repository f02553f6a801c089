#include "service/admission.h"

#include <algorithm>

#include "absl/time/clock.h"
#include "service/error_status.h"

namespace footnote {

void Admission::Open(Library* library) {
  opened_ = std::chrono::steady_clock::now();
  library_.store(library);
}

absl::StatusOr<Library*> Admission::Enter() {
  last_asked_nanos_.store(absl::GetCurrentTimeNanos());
  Library* const library = library_.load();
  if (library == nullptr || closed()) return NotServingError();
  return library;
}

bool Admission::WaitUntilQuiet(absl::Duration quiet,
                               absl::Time deadline) const {
  while (true) {
    const absl::Time quiet_at =
        absl::FromUnixNanos(last_asked_nanos_.load()) + quiet;
    const absl::Time now = absl::Now();
    if (quiet_at <= now) return true;
    if (now >= deadline) return false;
    absl::SleepFor(std::min(quiet_at, deadline) - now);
  }
}

absl::Duration Admission::Uptime() const {
  if (library_.load() == nullptr) return absl::ZeroDuration();
  return absl::FromChrono(std::chrono::steady_clock::now() - opened_);
}

}  // namespace footnote
