#include "retrieval/library.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "retrieval/directory_lock.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// A caller that goes away wakes nobody: who waits looks for it this often.
constexpr absl::Duration kLookForCaller = absl::Milliseconds(50);

absl::Status NoSuchCorpus(absl::string_view name) {
  return WithReason(
      absl::NotFoundError(absl::StrCat(
          "There is no corpus \"", name,
          "\"; import documents into it, or name one that there is.")),
      "CORPUS_NOT_FOUND");
}

absl::Status CorpusExists(absl::string_view name) {
  return WithReason(absl::AlreadyExistsError(absl::StrCat(
                        "There is a corpus \"", name,
                        "\"; use it, delete it, or choose another name.")),
                    "CORPUS_EXISTS");
}

// Lets go of a mutex for as long as it lives.
class Unlocked {
 public:
  explicit Unlocked(absl::Mutex* mutex) : mutex_(mutex) { mutex_->Unlock(); }
  ~Unlocked() { mutex_->Lock(); }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

 private:
  absl::Mutex* const mutex_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Library>> Library::Open(
    const std::string& directory, const LibraryOptions& options) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) {
    return StorageFailed(absl::StrCat(directory, ": ", error.message()));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(auto lock, DirectoryLock::Take(directory));
  FOOTNOTE_RETURN_IF_ERROR(RemoveLeftovers(directory));
  std::unique_ptr<Library> library(
      new Library(directory, options, std::move(lock)));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto names, CorpusNames(directory));
  {
    const absl::MutexLock unshared(&library->mutex_);
    for (const std::string& name : names) library->shelves_[name];
  }
  FOOTNOTE_RETURN_IF_ERROR(
      library->FindOrCreate(kDefaultCorpus, Deadline::Infinite()).status());
  return library;
}

Library::Library(std::string directory, const LibraryOptions& options,
                 std::unique_ptr<DirectoryLock> lock)
    : directory_(std::move(directory)),
      options_(options),
      commons_{std::make_shared<PostingCache>(options.posting_cache_bytes),
               std::make_shared<PassageCache>(kPassageCacheBytes),
               std::make_shared<Courtesy>()},
      lock_(std::move(lock)) {}

Library::~Library() = default;

absl::StatusOr<std::shared_ptr<Corpus>> Library::Find(
    absl::string_view name, const Deadline& deadline) {
  return Take(std::string(name.empty() ? kDefaultCorpus : name), Want::kFind,
              options_.if_new, deadline);
}

absl::StatusOr<std::shared_ptr<Corpus>> Library::FindOrCreate(
    absl::string_view name, const Deadline& deadline) {
  return Take(std::string(name.empty() ? kDefaultCorpus : name),
              Want::kFindOrCreate, options_.if_new, deadline);
}

absl::StatusOr<std::shared_ptr<Corpus>> Library::Create(
    absl::string_view name, const CorpusSettings& settings,
    const Deadline& deadline) {
  return Take(std::string(name), Want::kCreate, settings, deadline);
}

absl::Status Library::Delete(absl::string_view name, const Deadline& deadline) {
  FOOTNOTE_RETURN_IF_ERROR(RequireCorpusName(name));
  const std::string key(name);
  {
    const absl::MutexLock lock(&mutex_);
    State state = StateOf(key);
    while (state == State::kOpening || state == State::kClosing) {
      FOOTNOTE_RETURN_IF_ERROR(AwaitChange(deadline));
      state = StateOf(key);
    }
    if (state == State::kMissing || state == State::kDeleting) {
      return NoSuchCorpus(name);
    }
    FOOTNOTE_RETURN_IF_ERROR(Remove(key, deadline));
  }
  if (name != kDefaultCorpus) return absl::OkStatus();
  return FindOrCreate(name, deadline).status();
}

std::vector<std::string> Library::Names(bool only_open) const {
  const absl::MutexLock lock(&mutex_);
  std::vector<std::string> names;
  for (const auto& [name, shelf] : shelves_) {
    if (!only_open || shelf.state == State::kOpen) names.push_back(name);
  }
  return names;
}

absl::StatusOr<bool> Library::Tidy() {
  absl::Status failure;
  for (const std::string& name : OpenNames()) {
    const std::shared_ptr<Corpus> corpus = LendIfOpen(name);
    if (corpus == nullptr) continue;
    const absl::StatusOr<bool> done = corpus->Tidy();
    if (done.ok() && *done) return true;
    if (!done.ok()) {
      failure = absl::Status(
          done.status().code(),
          absl::StrCat("Corpus ", name, ": ", done.status().message()));
    }
  }
  FOOTNOTE_RETURN_IF_ERROR(failure);
  return false;
}

std::shared_ptr<Corpus> Library::LendIfOpen(const std::string& name) {
  const absl::MutexLock lock(&mutex_);
  if (StateOf(name) != State::kOpen) return nullptr;
  Shelf& shelf = shelves_[name];
  const uint64_t last_use = shelf.last_use;
  std::shared_ptr<Corpus> corpus = Lend(&shelf);
  shelf.last_use = last_use;
  return corpus;
}

size_t Library::Count() const {
  const absl::MutexLock lock(&mutex_);
  return shelves_.size();
}

size_t Library::OpenCount() const {
  const absl::MutexLock lock(&mutex_);
  return static_cast<size_t>(open_);
}

uint64_t Library::FileBytes(absl::string_view name) const {
  if (!IsCorpusName(name)) return 0;
  return CorpusFileBytes(CorpusPath(directory_, name));
}

absl::StatusOr<std::shared_ptr<Corpus>> Library::Take(
    const std::string& name, Want want, const CorpusSettings& if_new,
    const Deadline& deadline) {
  FOOTNOTE_RETURN_IF_ERROR(RequireCorpusName(name));
  const absl::MutexLock lock(&mutex_);
  while (true) {
    const State state = StateOf(name);
    FOOTNOTE_RETURN_IF_ERROR(CheckWant(name, state, want));
    if (state == State::kOpen) return Lend(&shelves_[name]);
    if (state == State::kMissing || state == State::kClosed) {
      if (open_ < options_.max_open_corpora)
        return OpenAndLend(name, want, if_new);
      if (CloseOneIdle()) continue;
    }
    FOOTNOTE_RETURN_IF_ERROR(AwaitChange(deadline));
  }
}

Library::State Library::StateOf(const std::string& name) const {
  const auto found = shelves_.find(name);
  return found == shelves_.end() ? State::kMissing : found->second.state;
}

absl::Status Library::CheckWant(absl::string_view name, State state,
                                Want want) {
  // Who finds a corpus that is being deleted waits for what becomes of it.
  const bool is_gone = state == State::kMissing;
  // The default corpus always comes back.
  if (want == Want::kFind && is_gone && name != kDefaultCorpus) {
    return NoSuchCorpus(name);
  }
  if (want == Want::kCreate && !is_gone && state != State::kOpening) {
    return CorpusExists(name);
  }
  return absl::OkStatus();
}

void Library::Move(Shelf* shelf, State state) {
  shelf->state = state;
  ++changes_;
}

absl::Status Library::AwaitChange(const Deadline& deadline) {
  FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
  const auto has_changed =
      [this, seen = changes_]()
          ABSL_NO_THREAD_SAFETY_ANALYSIS { return changes_ != seen; };
  mutex_.AwaitWithDeadline(
      absl::Condition(&has_changed),
      std::min(deadline.time(), absl::Now() + kLookForCaller));
  return absl::OkStatus();
}

std::shared_ptr<Corpus> Library::Lend(Shelf* shelf) {
  ++shelf->users;
  shelf->last_use = ++uses_;
  return {shelf->corpus.get(), [this, shelf](Corpus*) { TakeBack(shelf); }};
}

void Library::TakeBack(Shelf* shelf) {
  const absl::MutexLock lock(&mutex_);
  if (--shelf->users == 0) ++changes_;
}

absl::StatusOr<std::shared_ptr<Corpus>> Library::OpenAndLend(
    const std::string& name, Want want, const CorpusSettings& if_new) {
  const auto [position, is_new] = shelves_.try_emplace(name);
  Shelf& shelf = position->second;
  shelf.state = State::kOpening;
  ++open_;
  absl::StatusOr<std::unique_ptr<Corpus>> corpus;
  {
    const Unlocked unlocked(&mutex_);
    corpus = is_new ? CreateFile(name, want, if_new) : OpenFile(name);
  }
  if (corpus.ok()) {
    shelf.corpus = *std::move(corpus);
    Move(&shelf, State::kOpen);
    return Lend(&shelf);
  }
  --open_;
  Move(&shelf, State::kClosed);
  if (is_new || absl::IsNotFound(corpus.status())) shelves_.erase(position);
  return corpus.status();
}

absl::StatusOr<std::unique_ptr<Corpus>> Library::OpenFile(
    const std::string& name) const {
  const std::string path = CorpusPath(directory_, name);
  std::error_code unknown;  // What can't be seen, opening it will tell.
  if (!std::filesystem::exists(path, unknown) && !unknown) {
    return NoSuchCorpus(name);
  }
  return Corpus::Open(path, options_.if_new, options_.model, commons_);
}

absl::StatusOr<std::unique_ptr<Corpus>> Library::CreateFile(
    const std::string& name, Want want, const CorpusSettings& if_new) const {
  const std::string path = CorpusPath(directory_, name);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool is_made, MakeEmptyFile(path));
  // Somebody put one there since the directory was read.
  if (!is_made && want == Want::kCreate) return CorpusExists(name);
  if (!is_made) {
    return Corpus::Open(path, if_new, options_.model, commons_);
  }
  absl::StatusOr<std::unique_ptr<Corpus>> corpus =
      Corpus::Open(path, if_new, options_.model, commons_);
  if (corpus.ok()) {
    const absl::Status synced = Sync(directory_);
    if (!synced.ok()) corpus = synced;
  }
  // Nothing can be done if that fails, too: an empty corpus is left behind.
  if (!corpus.ok()) RemoveWithLog(path).IgnoreError();
  return corpus;
}

bool Library::CloseOneIdle() {
  Shelf* oldest = nullptr;
  for (auto& [name, shelf] : shelves_) {
    if (shelf.state != State::kOpen || shelf.users > 0) continue;
    if (oldest == nullptr || shelf.last_use < oldest->last_use) {
      oldest = &shelf;
    }
  }
  if (oldest == nullptr) return false;
  oldest->state = State::kClosing;
  Close(oldest);
  Move(oldest, State::kClosed);
  return true;
}

void Library::Close(Shelf* shelf) {
  std::unique_ptr<Corpus> corpus = std::move(shelf->corpus);
  if (corpus == nullptr) return;
  {
    const Unlocked unlocked(&mutex_);
    corpus.reset();
  }
  --open_;
}

absl::Status Library::Remove(const std::string& name,
                             const Deadline& deadline) {
  Shelf* const shelf = &shelves_[name];
  const State before = std::exchange(shelf->state, State::kDeleting);
  while (shelf->users > 0) {
    const absl::Status status = AwaitChange(deadline);
    if (status.ok()) continue;
    Move(shelf, before);
    return status;
  }
  // Wholly closed first: closing removes the log by its name.
  Close(shelf);
  absl::Status status;
  bool is_left = false;
  {
    const Unlocked unlocked(&mutex_);
    status = RemoveCorpus(directory_, name);
    std::error_code error;
    is_left = std::filesystem::exists(CorpusPath(directory_, name), error);
    is_left = is_left || error;  // What can't be seen may be there.
  }
  Move(shelf, State::kClosed);
  if (!is_left) shelves_.erase(name);
  return status;
}

}  // namespace footnote
