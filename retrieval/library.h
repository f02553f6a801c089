// The corpora of one data directory.

#ifndef FOOTNOTE_RETRIEVAL_LIBRARY_H_
#define FOOTNOTE_RETRIEVAL_LIBRARY_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/answer/learned_model.h"
#include "retrieval/corpus.h"
#include "retrieval/corpus_files.h"
#include "retrieval/deadline.h"
#include "retrieval/directory_lock.h"
#include "retrieval/document.h"
#include "retrieval/rank/posting_cache.h"

namespace footnote {

// The corpus that is meant where none is named.
inline constexpr absl::string_view kDefaultCorpus = "default";

// How a library keeps its corpora.
struct LibraryOptions {
  // How corpora are kept that nobody has given settings.
  CorpusSettings if_new;

  // The most corpora that are open at once, 1 or more. Each takes three file
  // descriptors, two more for each question that it is answering, and at most
  // eight for those to come.
  int max_open_corpora = 32;

  // What ranks the sentences of answers; null: the plain score.
  std::shared_ptr<const LearnedModel> model;

  // The memory for posting lists, for all corpora together.
  size_t posting_cache_bytes = kPostingCacheBytes;
};

// A directory that holds one file a corpus, owned by one process: files that
// others put there are not seen until it is opened again. A corpus is opened
// when it is asked for; the one that was used least recently, and by nobody at
// the moment, is closed where another needs its place. Nobody else waits
// meanwhile. Thread-safe.
//
// A name is looked at before anything else: every method that takes one returns
// kInvalidArgument if it may not name a corpus.
class Library {
 public:
  // Opens the data directory, creating it and the default corpus if they are
  // missing, and locks it.
  //
  // Errors: kFailedPrecondition if another process has it open or the file of
  // the default corpus is none of this version; kUnavailable if it can't be
  // read or written; else as Corpus::Open() of that corpus.
  static absl::StatusOr<std::unique_ptr<Library>> Open(
      const std::string& directory, const LibraryOptions& options = {});

  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // Returns the corpus `name`, opened if it was not. An empty name is the
  // default corpus, which is created anew if it is missing. What is returned is
  // in use until it is let go, which must be before the library is destroyed.
  // Where as many are in use as may be open, it waits for one to be let go, and
  // for a deletion of this one to be done or given up.
  //
  // Errors: kNotFound (CORPUS_NOT_FOUND) if there is none of that name; by the
  // wait, as Deadline::Check(); else as Corpus::Open(), for this corpus alone.
  absl::StatusOr<std::shared_ptr<Corpus>> Find(absl::string_view name,
                                               const Deadline& deadline);

  // As Find(), but creates the corpus, durably, if there is none.
  absl::StatusOr<std::shared_ptr<Corpus>> FindOrCreate(
      absl::string_view name, const Deadline& deadline);

  // Creates the corpus `name`, durably, and returns it as Find() does.
  //
  // Errors: kAlreadyExists (CORPUS_EXISTS).
  absl::StatusOr<std::shared_ptr<Corpus>> Create(absl::string_view name,
                                                 const CorpusSettings& settings,
                                                 const Deadline& deadline);

  // Deletes the corpus `name` with all it holds, once those who use it have let
  // it go; who looks for it meanwhile waits. The default corpus is created
  // anew, empty. Durable when it returns.
  //
  // Errors: kNotFound (CORPUS_NOT_FOUND); by the wait, as Deadline::Check(),
  // after which the corpus is served on; kUnavailable if it can't be removed.
  absl::Status Delete(absl::string_view name, const Deadline& deadline);

  // Does a step of Corpus::Tidy() in an open corpus that has something to do.
  // Returns false if none had. Nobody is taken to use that corpus.
  //
  // Errors: as Corpus::Tidy(), with the corpus's name, if no other had
  // something to do.
  absl::StatusOr<bool> Tidy();

  // Return the names of all corpora, and of those that are open, sorted.
  std::vector<std::string> Names() const { return Names(false); }
  std::vector<std::string> OpenNames() const { return Names(true); }

  // Return how many corpora there are, and how many are open or just being
  // opened or closed.
  size_t Count() const;
  size_t OpenCount() const;

  // Returns the data directory.
  const std::string& directory() const { return directory_; }

  // Returns what the library was opened with.
  const LibraryOptions& options() const { return options_; }

  // Returns what became of the posting lists that its corpora asked for.
  PostingCacheStatistics PostingStatistics() const {
    return commons_.postings->Statistics();
  }

  // Returns the bytes of the file of the corpus `name` and its log, without
  // opening it; 0 if there is none.
  uint64_t FileBytes(absl::string_view name) const;

 private:
  enum class State { kMissing, kClosed, kOpening, kOpen, kClosing, kDeleting };
  enum class Want { kFind, kFindOrCreate, kCreate };

  // A place for a corpus. What takes time is done with the mutex let go, by the
  // one who moved the shelf to kOpening, kClosing or kDeleting and alone moves
  // it on.
  struct Shelf {
    State state = State::kClosed;
    std::unique_ptr<Corpus> corpus;  // Null unless open or about to be closed.
    int users = 0;
    uint64_t last_use = 0;
  };

  Library(std::string directory, const LibraryOptions& options,
          std::unique_ptr<DirectoryLock> lock);

  std::vector<std::string> Names(bool only_open) const;

  // Returns the corpus `name` if it is open, else null. That it is lent is not
  // taken for a use.
  std::shared_ptr<Corpus> LendIfOpen(const std::string& name);

  absl::StatusOr<std::shared_ptr<Corpus>> Take(const std::string& name,
                                               Want want,
                                               const CorpusSettings& if_new,
                                               const Deadline& deadline);

  // Returns OK if a corpus in `state` may come to what is wanted.
  static absl::Status CheckWant(absl::string_view name, State state, Want want);

  State StateOf(const std::string& name) const
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Move(Shelf* shelf, State state) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  // Waits until a shelf has changed, or for a while.
  absl::Status AwaitChange(const Deadline& deadline)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  std::shared_ptr<Corpus> Lend(Shelf* shelf)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void TakeBack(Shelf* shelf) ABSL_LOCKS_EXCLUDED(mutex_);

  absl::StatusOr<std::shared_ptr<Corpus>> OpenAndLend(
      const std::string& name, Want want, const CorpusSettings& if_new)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<std::unique_ptr<Corpus>> OpenFile(
      const std::string& name) const;

  // Creates the corpus `name`. What was begun is taken away if it fails.
  absl::StatusOr<std::unique_ptr<Corpus>> CreateFile(
      const std::string& name, Want want, const CorpusSettings& if_new) const;

  // Closes the corpus that was used least recently of those that nobody uses,
  // and returns whether there was one.
  bool CloseOneIdle() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  // Closes the corpus of `shelf`, which nobody uses, if it is open.
  void Close(Shelf* shelf) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  // Closes and removes the corpus `name`, open or closed, once nobody uses it.
  absl::Status Remove(const std::string& name, const Deadline& deadline)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const std::string directory_;
  const LibraryOptions options_;
  const CorpusCommons commons_;
  const std::unique_ptr<DirectoryLock> lock_;
  mutable absl::Mutex mutex_;
  std::map<std::string, Shelf> shelves_ ABSL_GUARDED_BY(mutex_);
  int open_ ABSL_GUARDED_BY(mutex_) = 0;  // Opening and closing, too.
  uint64_t uses_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t changes_ ABSL_GUARDED_BY(mutex_) = 0;  // That some may wait for.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_LIBRARY_H_
