#include "service/admission.h"

#include "service/error_status.h"

namespace footnote {

void Admission::Open(Library* library) {
  opened_ = std::chrono::steady_clock::now();
  library_.store(library);
}

absl::StatusOr<Library*> Admission::Enter() const {
  Library* const library = library_.load();
  if (library == nullptr || closed()) return NotServingError();
  return library;
}

absl::Duration Admission::Uptime() const {
  if (library_.load() == nullptr) return absl::ZeroDuration();
  return absl::FromChrono(std::chrono::steady_clock::now() - opened_);
}

}  // namespace footnote
