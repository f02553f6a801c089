#include "retrieval/corpus.h"

#include <map>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/answer/answerer.h"
#include "retrieval/answer/passage_search.h"
#include "retrieval/corpus_files.h"
#include "retrieval/index/reader.h"
#include "retrieval/index/snapshot.h"
#include "retrieval/index/writer.h"
#include "retrieval/ingest/parallel_preparation.h"
#include "retrieval/rank/corpus_postings.h"
#include "retrieval/rank/snapshot_postings.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// What an open corpus keeps open beside its writer: two files each.
constexpr size_t kMaxIdleReaders = 4;

absl::Status YetToCome(uint64_t revision, const CorpusCounts& counts) {
  return InvalidFields(
      {{"revision",
        absl::StrCat("is ", revision, "; the corpus is at revision ",
                     counts.revision, ".")}});
}

// Returns why there is no version of the document `id` at `revision`.
absl::Status NoVersion(absl::string_view id, uint64_t revision,
                       Reader& reader) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<uint64_t> kept,
                            reader.ListRevisions(id));
  if (kept.empty()) {
    return WithReason(absl::NotFoundError(absl::StrCat(
                          "There is no document \"", id,
                          "\"; list the corpus to see what it holds.")),
                      "DOCUMENT_NOT_FOUND");
  }
  absl::Status status = WithReason(
      absl::FailedPreconditionError(absl::StrCat(
          "Of document \"", id, "\" no version as old as revision ", revision,
          " is kept; the oldest is of revision ", kept.front(), ".")),
      "REVISION_GONE");
  return WithFact(std::move(status), "oldest_revision",
                  absl::StrCat(kept.front()));
}

absl::Status PageExpired(uint64_t revision, uint64_t current) {
  absl::Status status = WithReason(
      absl::FailedPreconditionError(absl::StrCat(
          "The corpus has changed since the page before, from revision ",
          revision, " to ", current, "; begin with the first page.")),
      "PAGE_EXPIRED");
  status = WithFact(std::move(status), "revision", absl::StrCat(revision));
  return WithFact(std::move(status), "current_revision", absl::StrCat(current));
}

// A reader and the lists of its snapshots.
struct Desk {
  Desk(std::unique_ptr<Reader> opened, CorpusPostings& corpus)
      : reader(std::move(opened)), postings(corpus, reader->postings()) {}

  std::unique_ptr<Reader> reader;
  SnapshotPostings postings;
};

}  // namespace

// The members are destroyed from the last to the first: readers before the
// writer, which as the last connection folds the log into the file.
struct Corpus::Rooms {
  Rooms(const std::string& the_path,
        std::shared_ptr<const LearnedModel> the_model, CorpusCommons commons)
      : path(the_path),
        model(std::move(the_model)),
        postings(std::move(commons.postings)),
        passages(std::move(commons.passages)),
        courtesy(std::move(commons.courtesy)) {}

  const std::string path;
  const std::shared_ptr<const LearnedModel> model;  // Null: the plain score.
  absl::Mutex write_mutex;
  std::unique_ptr<Writer> writer ABSL_GUARDED_BY(write_mutex);
  // Whether Tidy() has found nothing more to do since the last change.
  bool is_tidy ABSL_GUARDED_BY(write_mutex) = false;
  CorpusPostings postings;
  CorpusPassages passages;
  const std::shared_ptr<Courtesy> courtesy;
  absl::Mutex idle_mutex;
  std::vector<std::unique_ptr<Desk>> idle ABSL_GUARDED_BY(idle_mutex);

  // Returns an idle desk, or a new one.
  absl::StatusOr<std::unique_ptr<Desk>> TakeDesk() {
    {
      const absl::MutexLock lock(&idle_mutex);
      if (!idle.empty()) {
        std::unique_ptr<Desk> desk = std::move(idle.back());
        idle.pop_back();
        return desk;
      }
    }
    FOOTNOTE_ASSIGN_OR_RETURN(std::unique_ptr<Reader> reader,
                              Reader::Open(path, &passages));
    return std::make_unique<Desk>(std::move(reader), postings);
  }

  // Keeps a few desks for those to come. One too many is closed when the mutex
  // is free again.
  void PutBack(std::unique_ptr<Desk> desk) {
    desk->postings.End();
    desk->reader->End();
    const absl::MutexLock lock(&idle_mutex);
    if (idle.size() < kMaxIdleReaders) idle.push_back(std::move(desk));
  }

  // Returns what `read` returns for a desk on a snapshot with these counts.
  template <typename Read>
  auto AtDesk(const Deadline& deadline, Read read)
      -> decltype(read(*idle.front(), CorpusCounts())) {
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    const Courtesy::Question question(*courtesy);
    FOOTNOTE_ASSIGN_OR_RETURN(std::unique_ptr<Desk> desk, TakeDesk());
    const absl::StatusOr<CorpusCounts> counts = desk->reader->Begin(deadline);
    if (!counts.ok()) {
      PutBack(std::move(desk));
      return counts.status();
    }
    desk->postings.Begin(counts->revision);
    auto result = read(*desk, *counts);
    PutBack(std::move(desk));
    return result;
  }

  // Likewise, for what needs the reader alone.
  template <typename Read>
  auto OnSnapshot(const Deadline& deadline, Read read)
      -> decltype(read(*idle.front()->reader, CorpusCounts())) {
    return AtDesk(deadline, [&read](Desk& desk, const CorpusCounts& counts) {
      return read(*desk.reader, counts);
    });
  }

  // Runs `change` between the writer's Begin() and Commit(), and returns the
  // corpus's revision. Whatever fails, nothing of it is kept.
  template <typename Change>
  absl::StatusOr<uint64_t> Write(const Deadline& deadline, Change change) {
    const absl::MutexLock lock(&write_mutex);
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    FOOTNOTE_RETURN_IF_ERROR(writer->Begin(deadline));
    const absl::Status status = change(*writer);
    if (!status.ok()) {
      writer->Abandon();
      return status;
    }
    if (writer->changed()) {
      postings.removals().Announce(writer->revision(), writer->removed());
      is_tidy = false;
    }
    return writer->Commit();
  }
};

absl::StatusOr<std::unique_ptr<Corpus>> Corpus::Open(
    const std::string& path, const CorpusSettings& settings_if_new,
    std::shared_ptr<const LearnedModel> model, CorpusCommons commons) {
  if (commons.postings == nullptr) {
    commons.postings = std::make_shared<PostingCache>(kPostingCacheBytes);
  }
  if (commons.passages == nullptr) {
    commons.passages = std::make_shared<PassageCache>(kPassageCacheBytes);
  }
  if (commons.courtesy == nullptr) {
    commons.courtesy = std::make_shared<Courtesy>();
  }
  auto rooms =
      std::make_unique<Rooms>(path, std::move(model), std::move(commons));
  {
    const absl::MutexLock lock(&rooms->write_mutex);
    FOOTNOTE_ASSIGN_OR_RETURN(rooms->writer,
                              Writer::Open(path, settings_if_new));
  }
  return std::unique_ptr<Corpus>(new Corpus(std::move(rooms)));
}

Corpus::Corpus(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}

Corpus::~Corpus() = default;

absl::StatusOr<Answer> Corpus::Ask(const Question& question,
                                   const AskOptions& options,
                                   const Deadline& deadline) const {
  return rooms_->AtDesk(
      deadline,
      [&](Desk& desk, const CorpusCounts& counts) -> absl::StatusOr<Answer> {
        FOOTNOTE_ASSIGN_OR_RETURN(
            Answer answer,
            AnswerQuestion(question, options, rooms_->model.get(),
                           desk.postings, *desk.reader, deadline));
        answer.corpus_revision = counts.revision;
        return answer;
      });
}

absl::StatusOr<SearchResult> Corpus::Search(const Question& query,
                                            const SearchPage& page,
                                            uint64_t at_revision,
                                            const Deadline& deadline) const {
  return rooms_->AtDesk(
      deadline,
      [&](Desk& desk,
          const CorpusCounts& counts) -> absl::StatusOr<SearchResult> {
        if (at_revision != 0 && at_revision != counts.revision) {
          return PageExpired(at_revision, counts.revision);
        }
        FOOTNOTE_ASSIGN_OR_RETURN(
            SearchResult result,
            SearchPassages(query, page, desk.postings, *desk.reader, deadline));
        result.corpus_revision = counts.revision;
        return result;
      });
}

absl::StatusOr<ImportReport> Corpus::Import(
    const std::vector<Document>& documents, const Deadline& deadline) {
  ImportReport report;
  Courtesy& courtesy = *rooms_->courtesy;
  ParallelPreparation preparation(documents, courtesy);
  FOOTNOTE_ASSIGN_OR_RETURN(
      report.corpus_revision,
      rooms_->Write(deadline, [&](Writer& writer) -> absl::Status {
        for (const Document& document : documents) {
          courtesy.GiveWay();
          FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
          ImportResult& result = report.results.emplace_back();
          result.document_id = document.id;
          const auto prepared = preparation.TakeNext();
          result.error = prepared.status();
          if (!prepared.ok()) continue;
          FOOTNOTE_ASSIGN_OR_RETURN(result.outcome, writer.Put(*prepared));
        }
        return absl::OkStatus();
      }));
  return report;
}

absl::StatusOr<DocumentAtRevision> Corpus::Get(absl::string_view id,
                                               uint64_t revision,
                                               const Deadline& deadline) const {
  return rooms_->OnSnapshot(
      deadline,
      [id, revision](Reader& reader, const CorpusCounts& counts)
          -> absl::StatusOr<DocumentAtRevision> {
        if (revision > counts.revision) return YetToCome(revision, counts);
        FOOTNOTE_ASSIGN_OR_RETURN(
            auto record,
            reader.FindVersion(id, revision == 0 ? counts.revision : revision));
        if (!record.has_value()) return NoVersion(id, revision, reader);
        DocumentAtRevision result;
        result.corpus_revision = counts.revision;
        FOOTNOTE_ASSIGN_OR_RETURN(result.document,
                                  reader.ReadStored(*std::move(record)));
        return result;
      });
}

absl::StatusOr<VerificationReport> Corpus::Verify(
    const std::vector<Quotation>& quotations, const Deadline& deadline) const {
  return rooms_->OnSnapshot(
      deadline,
      [&](Reader& reader,
          const CorpusCounts& counts) -> absl::StatusOr<VerificationReport> {
        VerificationReport report;
        report.corpus_revision = counts.revision;
        Verifier verifier(reader);
        for (const Quotation& quotation : quotations) {
          FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
          FOOTNOTE_ASSIGN_OR_RETURN(CitationVerification verification,
                                    verifier.Verify(quotation));
          report.verifications.push_back(std::move(verification));
        }
        return report;
      });
}

absl::StatusOr<DocumentPage> Corpus::List(absl::string_view after_id, int limit,
                                          const Deadline& deadline) const {
  return rooms_->OnSnapshot(
      deadline,
      [&](Reader& reader,
          const CorpusCounts& counts) -> absl::StatusOr<DocumentPage> {
        DocumentPage page;
        page.total = counts.documents;
        page.corpus_revision = counts.revision;
        // One more than asked for tells whether there are more.
        FOOTNOTE_ASSIGN_OR_RETURN(page.documents,
                                  reader.ListDocuments(after_id, limit + 1));
        page.has_more = page.documents.size() > static_cast<size_t>(limit);
        if (page.has_more) page.documents.pop_back();
        return page;
      });
}

absl::StatusOr<DeleteReport> Corpus::Delete(const std::vector<std::string>& ids,
                                            const Deadline& deadline) {
  DeleteReport report;
  FOOTNOTE_ASSIGN_OR_RETURN(
      report.corpus_revision,
      rooms_->Write(deadline, [&](Writer& writer) -> absl::Status {
        for (const std::string& id : ids) {
          FOOTNOTE_ASSIGN_OR_RETURN(const bool removed, writer.Remove(id));
          (removed ? report.deleted_ids : report.missing_ids).push_back(id);
        }
        return absl::OkStatus();
      }));
  return report;
}

absl::StatusOr<bool> Corpus::Tidy() {
  rooms_->courtesy->GiveWay();
  const absl::MutexLock lock(&rooms_->write_mutex);
  if (rooms_->is_tidy) return false;
  const absl::StatusOr<bool> merged = rooms_->writer->Merge();
  rooms_->is_tidy = !merged.ok() || !*merged;
  return merged;
}

absl::StatusOr<CorpusCounts> Corpus::Counts(const Deadline& deadline) const {
  return rooms_->OnSnapshot(
      deadline,
      [this](Reader&, CorpusCounts counts) -> absl::StatusOr<CorpusCounts> {
        counts.file_bytes = CorpusFileBytes(rooms_->path);
        return counts;
      });
}

absl::StatusOr<uint64_t> Corpus::CopyTo(const std::string& path,
                                        const Deadline& deadline) const {
  return WriteSnapshot(rooms_->path, path, deadline);
}

}  // namespace footnote
