// A data directory whose power can fail.

#ifndef FOOTNOTE_TESTS_FAULTS_DISK_H_
#define FOOTNOTE_TESTS_FAULTS_DISK_H_

#include <random>
#include <string>
#include <vector>

#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// Whether a disk does what fsync() asks for.
enum class Syncs { kHonest, kIgnored };

// A directory, and beside it what of it has been synced.
class Disk {
 public:
  Disk();

  const std::string& path() const { return path_; }

  // Takes what stands in the directory for synced. Call while no server has it
  // open.
  void SyncAll();

  // Returns the variables with which a server on this disk has to be started,
  // for LosePower() to mean anything.
  std::vector<std::string> Environment(Syncs syncs) const;

  // Leaves in the directory what was synced and, of each sector of 512 bytes
  // that was written since, by chance the old or the new: `keep` is how likely
  // the new one. Call when the server has been killed.
  void LosePower(double keep, std::mt19937& random);

 private:
  void LosePower(const std::string& name, double keep, std::mt19937& random);

  TemporaryDirectory directory_;
  std::string path_ = directory_.File("data");
  std::string durable_ = directory_.File("durable");
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_FAULTS_DISK_H_
