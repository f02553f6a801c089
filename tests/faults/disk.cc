#include "tests/faults/disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "absl/strings/match.h"
#include "tests/testing/file_bytes.h"

namespace footnote::testing {
namespace {

namespace fs = std::filesystem;

constexpr size_t kSectorBytes = 512;

void Write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// Returns `durable` with some sectors of `written` in place of its own.
std::string Mix(const std::string& durable, const std::string& written,
                double keep, std::mt19937& random) {
  std::string mixed = durable;
  std::bernoulli_distribution is_kept(keep);
  for (size_t begin = 0; begin < written.size(); begin += kSectorBytes) {
    const std::string sector = written.substr(begin, kSectorBytes);
    if (durable.compare(std::min(begin, durable.size()), kSectorBytes,
                        sector) == 0 ||
        !is_kept(random)) {
      continue;
    }
    if (mixed.size() < begin + sector.size()) {
      mixed.resize(begin + sector.size());
    }
    mixed.replace(begin, sector.size(), sector);
  }
  return mixed;
}

}  // namespace

Disk::Disk() {
  fs::create_directory(path_);
  fs::create_directory(durable_);
}

void Disk::SyncAll() {
  fs::remove_all(durable_);
  fs::copy(path_, durable_);
}

std::vector<std::string> Disk::Environment(Syncs syncs) const {
  return {"LD_PRELOAD=" FOOTNOTE_POWER_LOSS_LIBRARY, "FOOTNOTE_DISK=" + path_,
          "FOOTNOTE_DISK_DURABLE=" + durable_,
          syncs == Syncs::kHonest ? "FOOTNOTE_DISK_SYNC=honest"
                                  : "FOOTNOTE_DISK_SYNC=ignored"};
}

void Disk::LosePower(double keep, std::mt19937& random) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) LosePower(name, keep, random);
}

void Disk::LosePower(const std::string& name, double keep,
                     std::mt19937& random) {
  const fs::path path = fs::path(path_) / name;
  const fs::path durable = fs::path(durable_) / name;
  if (name == "LOCK") return;
  if (absl::EndsWith(name, "-shm") || !fs::exists(durable)) {
    fs::remove(path);
    return;
  }
  Write(path, Mix(ReadFile(durable), ReadFile(path), keep, random));
}

}  // namespace footnote::testing
