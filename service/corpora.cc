#include "service/corpora.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "service/document_conversion.h"
#include "service/find_corpus.h"
#include "service/page_token.h"

namespace footnote {
namespace {

absl::Status Describe(const std::string& name, const Corpus& corpus,
                      const CallScope& scope, v1::CorpusStatus* status) {
  FOOTNOTE_ASSIGN_OR_RETURN(const CorpusCounts counts,
                            corpus.Counts(scope.deadline));
  ToProto(name, counts, status);
  return absl::OkStatus();
}

absl::Status FindAndDescribe(const std::string& name, const CallScope& scope,
                             v1::CorpusStatus* status) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, name));
  return Describe(name, *corpus, scope, status);
}

absl::Status NotEmpty(const v1::CorpusStatus& corpus) {
  const std::string documents = absl::StrCat(corpus.documents());
  absl::Status status = absl::FailedPreconditionError(
      absl::StrCat("The corpus \"", corpus.corpus(), "\" holds documents (",
                   documents, "); set `force` to delete it with them."));
  status = WithReason(std::move(status), "CORPUS_NOT_EMPTY");
  status = WithFact(std::move(status), "corpus", corpus.corpus());
  return WithFact(std::move(status), "documents", documents);
}

}  // namespace

absl::Status CreateCorpus(v1::CreateCorpusRequest* request,
                          const CallScope& scope,
                          v1::CreateCorpusResponse* response) {
  CorpusSettings settings = scope.library.options().if_new;
  if (request->settings().has_revisions_kept()) {
    settings.revisions_kept = request->settings().revisions_kept();
  }
  const absl::StatusOr<std::shared_ptr<Corpus>> corpus =
      scope.library.Create(request->corpus(), settings, scope.deadline);
  if (!corpus.ok()) {
    return WithFact(corpus.status(), "corpus", request->corpus());
  }
  return Describe(request->corpus(), **corpus, scope,
                  response->mutable_corpus());
}

absl::Status GetCorpus(v1::GetCorpusRequest* request, const CallScope& scope,
                       v1::GetCorpusResponse* response) {
  return FindAndDescribe(request->corpus(), scope, response->mutable_corpus());
}

absl::Status ListCorpora(v1::ListCorporaRequest* request,
                         const CallScope& scope,
                         v1::ListCorporaResponse* response) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::optional<PagePlace> place,
                            ReadPageToken(*request));
  const std::vector<std::string> names = scope.library.Names();
  const auto begin =
      place.has_value()
          ? std::upper_bound(names.begin(), names.end(), place->cursor)
          : names.begin();
  const int limit =
      request->has_page_size() ? request->page_size() : kDefaultPageSize;
  const auto end = begin + std::min<std::ptrdiff_t>(limit, names.end() - begin);
  for (auto name = begin; name != end; ++name) {
    v1::CorpusSummary* const summary = response->add_corpora();
    summary->set_corpus(*name);
    summary->set_file_bytes(scope.library.FileBytes(*name));
  }
  if (end != names.end()) {
    response->set_next_page_token(
        MakePageToken(*request, {.revision = 0, .cursor = *(end - 1)}));
  }
  response->set_total_size(names.size());
  return absl::OkStatus();
}

absl::Status DeleteCorpus(v1::DeleteCorpusRequest* request,
                          const CallScope& scope,
                          v1::DeleteCorpusResponse* response) {
  const absl::Status described =
      FindAndDescribe(request->corpus(), scope, response->mutable_corpus());
  // What is damaged or foreign can't be counted, but be got rid of.
  const bool is_beyond_counting =
      absl::IsDataLoss(described) || absl::IsFailedPrecondition(described);
  if (!described.ok() &&
      !(is_beyond_counting && request->force() && !request->dry_run())) {
    return described;
  }
  response->mutable_corpus()->set_corpus(request->corpus());
  if (request->dry_run()) return absl::OkStatus();
  if (!request->force() && response->corpus().documents() > 0) {
    return NotEmpty(response->corpus());
  }
  FOOTNOTE_RETURN_IF_ERROR(
      scope.library.Delete(request->corpus(), scope.deadline));
  response->set_deleted(true);
  return absl::OkStatus();
}

absl::Status DescribeCorpora(const CallScope& scope, RequestLog* log,
                             v1::GetStatusResponse* response) {
  const auto max_open =
      static_cast<uint32_t>(scope.library.options().max_open_corpora);
  const bool all_fit = scope.library.Count() <= max_open;
  for (const std::string& name :
       all_fit ? scope.library.Names() : scope.library.OpenNames()) {
    v1::CorpusStatus corpus;
    const absl::Status status = FindAndDescribe(name, scope, &corpus);
    FOOTNOTE_RETURN_IF_ERROR(scope.deadline.Check());
    if (status.ok()) {
      *response->add_corpora() = std::move(corpus);
    } else if (!absl::IsNotFound(status)) {  // Else deleted meanwhile.
      log->Note(LogLevel::kWarning,
                absl::StrCat("Corpus ", name,
                             " could not be read: ", status.message()));
    }
  }
  response->set_total_corpora(scope.library.Count());
  response->set_open_corpora(static_cast<uint32_t>(scope.library.OpenCount()));
  response->set_max_open_corpora(max_open);
  const PostingCacheStatistics statistics = scope.library.PostingStatistics();
  v1::PostingCache& cache = *response->mutable_posting_cache();
  cache.set_budget_bytes(statistics.budget_bytes);
  cache.set_bytes(statistics.bytes);
  cache.set_lists(statistics.lists);
  cache.set_hits(statistics.hits);
  cache.set_updates(statistics.updates);
  cache.set_misses(statistics.misses);
  cache.set_evictions(statistics.evictions);
  return absl::OkStatus();
}

}  // namespace footnote
