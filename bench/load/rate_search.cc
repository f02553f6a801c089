#include "bench/load/rate_search.h"

#include <cmath>

namespace footnote::bench {
namespace {

// How far apart the bounds are, as a ratio, when the search ends.
constexpr double kPrecision = 1.05;

// A server that does not keep up with one call in so many seconds is none.
constexpr double kLeastRate = 0.1;

}  // namespace

void RateSearch::Tell(bool sustained) {
  if (!sustained && !failed_once_) {
    failed_once_ = true;
    return;
  }
  failed_once_ = false;
  (sustained ? sustained_ : too_much_) = next_;
  if (too_much_ == 0) {
    next_ *= step_;
    step_ *= step_;
  } else if (sustained_ == 0) {
    next_ /= step_;
    step_ *= step_;
    done_ = next_ < kLeastRate;
  } else {
    next_ = std::sqrt(sustained_ * too_much_);
    done_ = too_much_ <= kPrecision * sustained_;
  }
}

}  // namespace footnote::bench
