#include "service/find_corpus.h"

#include "retrieval/status.h"

namespace footnote {

absl::StatusOr<std::shared_ptr<Corpus>> FindCorpus(const CallScope& scope,
                                                   const std::string& name) {
  absl::StatusOr<std::shared_ptr<Corpus>> corpus =
      scope.library.Find(name, scope.deadline);
  if (!absl::IsNotFound(corpus.status())) return corpus;
  return WithFact(corpus.status(), "corpus", name);
}

}  // namespace footnote
