#include "retrieval/index/passage_writer.h"

#include <sqlite3.h>

#include "absl/cleanup/cleanup.h"
#include "retrieval/status.h"

namespace footnote {

absl::StatusOr<PassageWriter> PassageWriter::Create(Database& database,
                                                    const CutTerms** ahead) {
  PassageWriter writer;
  writer.database_ = &database;
  writer.ahead_ = ahead;
  FOOTNOTE_ASSIGN_OR_RETURN(writer.lengths_, LengthWriter::Create(database));
  // A row at a time: where a statement writes several rows of a virtual table,
  // SQLite has FTS5 write to the file all that it holds back, each time.
  FOOTNOTE_RETURN_IF_ERROR(database.PrepareAll(
      {{&writer.insert_,
        "INSERT INTO passage (document, first_sentence, sentence_count, "
        "begin_byte, end_byte) VALUES (?1, ?2, ?3, ?4, ?5)"},
       {&writer.index_,
        "INSERT INTO passage_index (rowid, title, text) VALUES (?1, ?2, ?3)"},
       {&writer.unindex_,
        "INSERT INTO passage_index (passage_index, rowid, title, text) "
        "VALUES ('delete', ?1, ?2, ?3)"},
       {&writer.read_,
        "SELECT number, begin_byte, end_byte FROM passage WHERE document = ?1 "
        "ORDER BY number"},
       {&writer.read_texts_,
        "SELECT number, title, text FROM passage_text WHERE document = ?1 "
        "ORDER BY number"},
       {&writer.delete_, "DELETE FROM passage WHERE document = ?1"}}));
  return writer;
}

absl::StatusOr<PassageRun> PassageWriter::Insert(
    int64_t number, const Document& document,
    const std::vector<SentenceRun>& passages, const CutTerms& terms) {
  *ahead_ = &terms;
  const auto forget = absl::MakeCleanup([this] { *ahead_ = nullptr; });
  PassageRun run;
  run.document = number;
  for (const SentenceRun& passage : passages) {
    FOOTNOTE_ASSIGN_OR_RETURN(const PassageNumber row,
                              InsertRow(number, passage));
    FOOTNOTE_RETURN_IF_ERROR(Index(index_, row, document.title,
                                   Slice(document.text, passage.range)));
    if (run.ranges.empty()) run.first = row;
    run.ranges.push_back(passage.range);
  }
  if (passages.empty()) return run;
  const auto count = static_cast<PassageNumber>(passages.size());
  FOOTNOTE_RETURN_IF_ERROR(lengths_.Add(run.first, run.first + count - 1));
  return run;
}

absl::StatusOr<PassageNumber> PassageWriter::InsertRow(
    int64_t document, const SentenceRun& passage) {
  insert_.Bind(1, document);
  insert_.Bind(2, passage.first_sentence);
  insert_.Bind(3, passage.sentence_count);
  insert_.Bind(4, passage.range.begin);
  insert_.Bind(5, passage.range.end);
  FOOTNOTE_RETURN_IF_ERROR(insert_.Run());
  const int64_t row = sqlite3_last_insert_rowid(database_->handle());
  if (row > kMaxPassageNumber) {
    return absl::ResourceExhaustedError(
        "The corpus has used up its passage numbers; import it anew into "
        "another.");
  }
  return static_cast<PassageNumber>(row);
}

absl::Status PassageWriter::Index(Statement& change, int64_t passage,
                                  absl::string_view title,
                                  absl::string_view text) {
  change.Bind(1, passage);
  change.BindText(2, title);
  change.BindText(3, text);
  return change.Run();
}

absl::StatusOr<PassageRun> PassageWriter::Read(int64_t document) {
  const StatementReset reset(read_);
  read_.Bind(1, document);
  PassageRun run;
  run.document = document;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, read_.Step());
    if (!found) return run;
    if (run.ranges.empty()) {
      run.first = static_cast<PassageNumber>(read_.Int64(0));
    }
    run.ranges.push_back({static_cast<uint32_t>(read_.Int64(1)),
                          static_cast<uint32_t>(read_.Int64(2))});
  }
}

absl::Status PassageWriter::Remove(int64_t document) {
  {
    const StatementReset reset(read_texts_);
    read_texts_.Bind(1, document);
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool found, read_texts_.Step());
      if (!found) break;
      FOOTNOTE_RETURN_IF_ERROR(Index(unindex_, read_texts_.Int64(0),
                                     read_texts_.Text(1), read_texts_.Text(2)));
    }
  }
  delete_.Bind(1, document);
  return delete_.Run();
}

}  // namespace footnote
