#include "service/find_corpus.h"

#include <utility>

#include "retrieval/status.h"
#include "service/error_status.h"

namespace footnote {

absl::StatusOr<std::shared_ptr<Corpus>> FindCorpus(Library& library,
                                                   const std::string& name) {
  absl::StatusOr<std::shared_ptr<Corpus>> corpus = library.Find(name);
  if (!absl::IsNotFound(corpus.status())) return corpus;
  return WithMetadata(WithReason(corpus.status(), "CORPUS_NOT_FOUND"), "corpus",
                      name);
}

}  // namespace footnote
