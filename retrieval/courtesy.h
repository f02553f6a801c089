// How what can wait gives way to questions.

#ifndef FOOTNOTE_RETRIEVAL_COURTESY_H_
#define FOOTNOTE_RETRIEVAL_COURTESY_H_

#include <atomic>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace footnote {

// Knows how many questions are under way, and has imports pause while there are
// as many as processors. The system's priorities do not do that: a thread of a
// low one has its turn all the same, and keeps it for milliseconds.
// Thread-safe; no question waits here.
class Courtesy {
 public:
  // For how long a pause lasts at most: where questions never end, an import
  // still has a part of the time, as a document takes about a tenth of this.
  static constexpr absl::Duration kLongestPause = absl::Milliseconds(5);

  // A question, or whatever else is read of a corpus, under way for as long as
  // it lives.
  class Question {
   public:
    explicit Question(Courtesy& courtesy) : courtesy_(courtesy) {
      ++courtesy_.under_way_;
    }
    ~Question() { courtesy_.Leave(); }
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

   private:
    Courtesy& courtesy_;
  };

  // Gives way to so many questions, 1 or more, for so long.
  explicit Courtesy(int most = Processors(),
                    absl::Duration longest_pause = kLongestPause)
      : most_(most), longest_pause_(longest_pause) {}

  // Returns at once if fewer questions are under way, else once there are, or
  // after the longest pause. That may be waited for in full if the last of them
  // ends at the very moment.
  void GiveWay();

 private:
  static int Processors();

  void Leave();
  bool IsFree() const { return under_way_ < most_; }

  const int most_;
  const absl::Duration longest_pause_;
  std::atomic<int> under_way_ = 0;
  absl::Mutex mutex_;  // Held by who waits or wakes.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_COURTESY_H_
