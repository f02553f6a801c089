#include "bench/quality/fts5_baseline.h"

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "bench/quality/baseline_sentence.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"
#include "retrieval/text/sentence_splitter.h"

namespace footnote::bench {
namespace {

constexpr int kRankedSentences = 10;
constexpr int kCandidateSentences = 100;

// Ranks are read as whole numbers of this fraction: they tell more than enough
// apart, and Statement reads no others.
constexpr double kScoreUnits = 1e9;

// Returns the words of `text`, each quoted, with OR between them.
std::string AnyWordOf(absl::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || byte >= 0x80) {
      words.back().push_back(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words.empty()
             ? ""
             : absl::StrCat("\"", absl::StrJoin(words, "\" OR \""), "\"");
}

// The sentences of all documents, each a row that counts from 1.
class SentenceTable {
 public:
  absl::Status Fill(const std::vector<Document>& documents) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        database_, Database::Open(":memory:", Database::Mode::kCreate));
    FOOTNOTE_RETURN_IF_ERROR(database_->Execute(
        "CREATE VIRTUAL TABLE sentences USING fts5(text, tokenize="
        "'porter unicode61')"));
    FOOTNOTE_ASSIGN_OR_RETURN(
        Statement insert,
        database_->Prepare(
            "INSERT INTO sentences(rowid, text) VALUES(?1, ?2)"));
    FOOTNOTE_ASSIGN_OR_RETURN(
        Transaction transaction,
        Transaction::Begin(*database_, Transaction::Kind::kWrite));
    for (const Document& document : documents) {
      for (const ByteRange range : SplitSentences(document.text)) {
        rows_.push_back(SentenceAt(document, range));
        const auto row = static_cast<int64_t>(rows_.size());
        rows_of_document_[document.id].push_back(row);
        insert.Bind(1, row);
        insert.BindText(2, rows_.back().text);
        FOOTNOTE_RETURN_IF_ERROR(insert.Run());
      }
    }
    return transaction.Commit();
  }

  absl::StatusOr<Sentences> Search(const LabelledQuestion& question) {
    Sentences found;
    const std::string words = AnyWordOf(question.text);
    if (words.empty()) return found;
    const bool is_open = question.candidates.empty();
    FOOTNOTE_ASSIGN_OR_RETURN(
        Statement search,
        database_->Prepare(absl::StrCat(
            "SELECT rowid, CAST(-rank * 1e9 AS INTEGER) FROM sentences "
            "WHERE sentences MATCH ?1 ",
            is_open ? "" : AmongRowsOf(question), " ORDER BY rank LIMIT ?2")));
    search.BindText(1, words);
    search.Bind(2, is_open ? kRankedSentences : kCandidateSentences);
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool has_row, search.Step());
      if (!has_row) return found;
      found.push_back(rows_[static_cast<size_t>(search.Int64(0)) - 1]);
      found.back().score = static_cast<double>(search.Int64(1)) / kScoreUnits;
    }
  }

 private:
  std::string AmongRowsOf(const LabelledQuestion& question) const {
    std::vector<int64_t> rows;
    for (const LabelledCandidate& candidate : question.candidates) {
      const auto found = rows_of_document_.find(candidate.document_id);
      if (found == rows_of_document_.end()) continue;
      rows.insert(rows.end(), found->second.begin(), found->second.end());
    }
    return absl::StrCat("AND rowid IN (", absl::StrJoin(rows, ","), ")");
  }

  std::unique_ptr<Database> database_;
  Sentences rows_;
  absl::flat_hash_map<std::string, std::vector<int64_t>> rows_of_document_;
};

}  // namespace

absl::StatusOr<std::vector<Reply>> AskFts5(
    const std::vector<Document>& documents,
    const std::vector<LabelledQuestion>& questions) {
  SentenceTable table;
  FOOTNOTE_RETURN_IF_ERROR(table.Fill(documents));
  std::vector<Reply> replies;
  for (const LabelledQuestion& question : questions) {
    FOOTNOTE_ASSIGN_OR_RETURN(const Sentences found, table.Search(question));
    replies.push_back(BaselineReply(found));
  }
  return replies;
}

}  // namespace footnote::bench
