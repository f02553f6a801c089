#include "retrieval/corpus_check.h"

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus_files.h"
#include "retrieval/directory_lock.h"
#include "retrieval/index/consistency.h"
#include "retrieval/index/reader.h"
#include "retrieval/index/schema.h"
#include "retrieval/ingest/passage_builder.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr int kPage = 1000;            // Documents listed at a time.
constexpr size_t kMostDamages = 1000;  // Lines; who needs more has no corpus.

bool IsSameRun(const Passage& passage, const SentenceRun& run) {
  return passage.first_sentence == run.first_sentence &&
         passage.sentence_count == run.sentence_count &&
         passage.range == run.range;
}

absl::Status PassagesDiffer(absl::string_view id) {
  return StorageCorrupt(
      absl::StrCat("Document \"", id,
                   "\" is damaged: its passages are not those of its "
                   "sentences."));
}

// Compares the passages of `document` with those that its sentences make.
absl::Status CheckPassages(DocumentNumber number, const StoredDocument& stored,
                           Reader& reader) {
  const std::string& id = stored.document.id;
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<PassageNumber> numbers,
                            reader.PassagesOf(number));
  const std::vector<SentenceRun> runs =
      BuildPassages(stored.document.text, stored.sentences);
  if (numbers.size() != runs.size()) return PassagesDiffer(id);
  for (size_t i = 0; i < runs.size(); ++i) {
    FOOTNOTE_ASSIGN_OR_RETURN(const Passage passage,
                              reader.ReadPassage(numbers[i]));
    if (!IsSameRun(passage, runs[i])) return PassagesDiffer(id);
  }
  return absl::OkStatus();
}

// Compares the tables of names and times with `annotations`, those of document
// `number`.
absl::Status CheckAnnotations(DocumentNumber number,
                              const Annotations& annotations, Reader& reader) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<PassageNumber> passages,
                            reader.PassagesOf(number));
  PassageRun run;
  run.document = number;
  for (const PassageNumber passage : passages) {
    FOOTNOTE_ASSIGN_OR_RETURN(const Passage read, reader.ReadPassage(passage));
    if (run.ranges.empty()) run.first = passage;
    run.ranges.push_back(read.range);
  }
  return reader.annotations().Check(annotations, run);
}

// Compares the earlier versions of the document `id` with their hashes.
absl::Status CheckEarlier(const std::string& id, uint64_t current,
                          Reader& reader) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<uint64_t> revisions,
                            reader.ListRevisions(id));
  for (const uint64_t revision : revisions) {
    if (revision == current) continue;
    FOOTNOTE_ASSIGN_OR_RETURN(auto record, reader.FindVersion(id, revision));
    if (!record.has_value() || record->summary.revision != revision) {
      return absl::DataLossError(absl::StrCat(
          "Version ", revision, " of document \"", id, "\" is not found."));
    }
    FOOTNOTE_RETURN_IF_ERROR(reader.ReadStored(*std::move(record)).status());
  }
  return absl::OkStatus();
}

absl::Status CheckDocument(const std::string& id, Reader& reader) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto number, reader.FindDocument(id));
  if (!number.has_value()) {
    return absl::DataLossError(
        absl::StrCat("Document \"", id, "\" is not found by its id."));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(DocumentRecord record,
                            reader.ReadDocument(*number));
  const Annotations annotations = record.annotations;
  FOOTNOTE_ASSIGN_OR_RETURN(const StoredDocument stored,
                            reader.ReadStored(std::move(record)));
  FOOTNOTE_RETURN_IF_ERROR(CheckPassages(*number, stored, reader));
  FOOTNOTE_RETURN_IF_ERROR(CheckAnnotations(*number, annotations, reader));
  return CheckEarlier(id, stored.revision, reader);
}

// Checks document by document, and goes on behind one that is damaged.
absl::Status CheckDocuments(Reader& reader, CorpusCheck* check) {
  std::string last_id;
  while (check->damages.size() < kMostDamages) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto page,
                              reader.ListDocuments(last_id, kPage));
    if (page.empty()) break;
    for (const DocumentSummary& summary : page) {
      FOOTNOTE_RETURN_IF_ERROR(
          NoteDamage(CheckDocument(summary.id, reader), &check->damages));
    }
    if (page.back().id <= last_id) {
      return absl::DataLossError("The ids of documents are out of order.");
    }
    last_id = page.back().id;
  }
  return absl::OkStatus();
}

absl::Status CheckTables(const std::string& path, CorpusCheck* check) {
  std::error_code error;
  const auto log_bytes = std::filesystem::file_size(path + "-wal", error);
  const bool has_log = !error && log_bytes > 0;
  FOOTNOTE_ASSIGN_OR_RETURN(const std::unique_ptr<Database> database,
                            OpenForWriting(path));
  // What stands in the log stays there; without a log none is left behind.
  if (has_log) {
    sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                      nullptr);
  }
  // First, so that nothing of a stranger's is run by what follows.
  FOOTNOTE_RETURN_IF_ERROR(CheckSchema(*database));
  FOOTNOTE_ASSIGN_OR_RETURN(check->damages, FindInconsistencies(*database));
  FOOTNOTE_ASSIGN_OR_RETURN(const std::unique_ptr<Reader> reader,
                            Reader::Open(path));
  FOOTNOTE_ASSIGN_OR_RETURN(check->counts, reader->Begin(Deadline::Infinite()));
  return CheckDocuments(*reader, check);
}

}  // namespace

absl::StatusOr<CorpusCheck> CheckCorpus(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return absl::NotFoundError(absl::StrCat(path, " does not exist."));
  }
  CorpusCheck check;
  FOOTNOTE_ASSIGN_OR_RETURN(const bool is_blank, IsBlank(path));
  if (is_blank) return check;
  check.schema_version = kSchemaVersion;
  FOOTNOTE_RETURN_IF_ERROR(
      NoteDamage(CheckTables(path, &check), &check.damages));
  return check;
}

absl::StatusOr<std::vector<NamedCheck>> CheckCorpora(
    const std::string& directory) {
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) {
    return absl::NotFoundError(absl::StrCat(
        directory, " is no directory; name the data directory of a server."));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const auto lock, DirectoryLock::Take(directory));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto names, CorpusNames(directory));
  std::vector<NamedCheck> checks;
  for (const std::string& name : names) {
    checks.push_back({name, CheckCorpus(CorpusPath(directory, name))});
  }
  return checks;
}

}  // namespace footnote
