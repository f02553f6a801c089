// What a corpus must hold, by what was acknowledged.

#ifndef FOOTNOTE_TESTS_FAULTS_LEDGER_H_
#define FOOTNOTE_TESTS_FAULTS_LEDGER_H_

#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "footnote/v1/document.pb.h"

namespace footnote::testing {

// The documents of one owner, who makes one change at a time. A version of 0
// means that there is no such document. Not thread-safe, but for the count of
// acknowledgements.
class Ledger {
 public:
  // A number of a document, and its version.
  using Versions = std::map<int, int>;

  explicit Ledger(char owner) : owner_(owner) {}

  char owner() const { return owner_; }

  // Returns the version of document `number` that was acknowledged last.
  int Version(int number) const;

  // Notes a change that is about to be sent.
  void Send(Versions change) { sent_ = std::move(change); }

  // Notes that the change sent last is durable.
  void Acknowledge();

  // Notes that the change sent last was refused.
  void GiveUp() { sent_.clear(); }

  int acknowledgements() const { return acknowledgements_; }

  // Compares with `stored`, all documents of the corpus by id: what was
  // acknowledged has to stand there, byte for byte, and a change that was sent
  // but not acknowledged wholly or not at all. Returns what does not hold, and
  // takes what is stored for acknowledged from then on.
  std::vector<std::string> Audit(
      const std::map<std::string, v1::Document>& stored);

 private:
  // Returns what `stored` has otherwise than `versions` say.
  std::vector<std::string> Differences(
      const std::map<std::string, v1::Document>& stored,
      const Versions& versions) const;

  const char owner_;
  Versions acknowledged_;  // Those that there are.
  Versions sent_;          // Not acknowledged yet.
  std::atomic<int> acknowledgements_ = 0;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_FAULTS_LEDGER_H_
