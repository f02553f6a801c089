// The corpora of one data directory.

#ifndef FOOTNOTE_RETRIEVAL_LIBRARY_H_
#define FOOTNOTE_RETRIEVAL_LIBRARY_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/corpus.h"
#include "retrieval/corpus_check.h"

namespace footnote {

// The corpus that is meant where none is named.
inline constexpr absl::string_view kDefaultCorpus = "default";

// Returns whether `name` may name a corpus: 1 to 63 characters a-z, 0-9, '-'
// and '_', the first a letter or digit.
bool IsCorpusName(absl::string_view name);

// What a check of one corpus of a directory came to.
struct NamedCheck {
  std::string corpus;
  absl::StatusOr<CorpusCheck> check;  // Errors: as CheckCorpus().
};

// Checks every corpus of the data directory, as CheckCorpus() does, sorted by
// name. The directory is locked meanwhile.
//
// Errors: kNotFound if there is no such directory; kFailedPrecondition if a
// process has it open; kUnavailable if it can't be read.
absl::StatusOr<std::vector<NamedCheck>> CheckLibrary(
    const std::string& directory);

// A directory that holds one file a corpus, owned by one process. Thread-safe.
class Library {
 public:
  // Opens the data directory, creating it and the default corpus if they are
  // missing, and locks it.
  //
  // Errors: kFailedPrecondition if another process has it open or a file in it
  // is no corpus of this version; kUnavailable if it can't be read or written.
  static absl::StatusOr<std::unique_ptr<Library>> Open(
      const std::string& directory);

  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // Returns the corpus `name`, opened if it was not. An empty name is the
  // default corpus. What is returned must be let go before the library is
  // destroyed.
  //
  // Errors: kInvalidArgument if `name` may not name a corpus; kNotFound if
  // there is none of that name; else as Corpus::Open().
  absl::StatusOr<std::shared_ptr<Corpus>> Find(absl::string_view name);

  // As Find(), but creates the corpus if there is none.
  absl::StatusOr<std::shared_ptr<Corpus>> FindOrCreate(absl::string_view name);

  // Returns the data directory.
  const std::string& directory() const;

  // Returns the names of all corpora, sorted.
  absl::StatusOr<std::vector<std::string>> Names() const;

 private:
  struct Shelves;
  explicit Library(std::unique_ptr<Shelves> shelves);

  absl::StatusOr<std::shared_ptr<Corpus>> Open(absl::string_view name,
                                               bool create);

  std::unique_ptr<Shelves> shelves_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_LIBRARY_H_
