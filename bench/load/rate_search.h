// Finds the greatest rate that a server keeps up with.

#ifndef FOOTNOTE_BENCH_LOAD_RATE_SEARCH_H_
#define FOOTNOTE_BENCH_LOAD_RATE_SEARCH_H_

namespace footnote::bench {

// A search step by step, so that those of several methods can take turns: from
// a guess in ever longer steps until the rate lies between two that were tried,
// then by bisection until they are 5 % apart. A rate is given up only when it
// was not sustained twice in a row: a machine has other work, too.
class RateSearch {
 public:
  // `guess` is calls a second, more than 0.
  explicit RateSearch(double guess) : next_(guess) {}

  // Returns the rate to be tried next.
  double next() const { return next_; }

  // Tells whether that was sustained. REQUIRES: !done().
  void Tell(bool sustained);

  // Returns whether the search has ended.
  bool done() const { return done_; }

  // Returns the greatest rate that was sustained so far; 0 if none was.
  double found() const { return sustained_; }

 private:
  double next_;
  double step_ = 1.25;
  double sustained_ = 0;
  double too_much_ = 0;  // The least that was not sustained; 0: none.
  bool failed_once_ = false;
  bool done_ = false;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_RATE_SEARCH_H_
