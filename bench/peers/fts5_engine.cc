#include <sqlite3.h>

#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "bench/peers/engine.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

absl::Status Build(const std::string& corpus, const std::string& index) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto database,
                            Database::Open(index, Database::Mode::kCreate));
  FOOTNOTE_RETURN_IF_ERROR(
      database->Execute("CREATE VIRTUAL TABLE passage USING fts5 "
                        "(text, content = '', tokenize = 'ascii')"));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction transaction,
      Transaction::Begin(*database, Transaction::Kind::kWrite));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Statement insert,
      database->Prepare("INSERT INTO passage (rowid, text) VALUES (?1, ?2)"));
  std::ifstream passages(corpus);
  int64_t number = 0;
  for (std::string line; std::getline(passages, line);) {
    insert.Bind(1, ++number);
    insert.BindText(2, line);
    FOOTNOTE_RETURN_IF_ERROR(insert.Run());
  }
  FOOTNOTE_RETURN_IF_ERROR(
      database->Execute("INSERT INTO passage (passage) VALUES ('optimize')"));
  return transaction.Commit();
}

class Fts5Searcher : public Searcher {
 public:
  explicit Fts5Searcher(std::unique_ptr<Database> database)
      : database_(std::move(database)) {}

  absl::Status Prepare(size_t limit) {
    return database_->PrepareAll(
        {{&select_,
          absl::StrCat("SELECT rowid, CAST(-rank * 1e12 AS INTEGER) FROM "
                       "passage WHERE passage MATCH ?1 ORDER BY rank LIMIT ",
                       limit)}});
  }

  absl::StatusOr<std::vector<Hit>> Find(const std::string& question) override {
    const std::vector<std::string> words = absl::StrSplit(question, ' ');
    const StatementReset reset(select_);
    select_.BindText(1, absl::StrJoin(words, " OR "));
    std::vector<Hit> hits;
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool has_row, select_.Step());
      if (!has_row) return hits;
      // Statement reads whole numbers.
      hits.push_back({static_cast<uint64_t>(select_.Int64(0)),
                      static_cast<double>(select_.Int64(1)) / kScoreUnits});
    }
  }

 private:
  static constexpr double kScoreUnits = 1e12;

  std::unique_ptr<Database> database_;
  Statement select_;
};

// Each searcher has a connection of its own.
class Fts5Index : public OpenIndex {
 public:
  explicit Fts5Index(const std::string& path) : path_(path) {}

  absl::StatusOr<std::unique_ptr<Searcher>> NewSearcher(size_t limit) override {
    FOOTNOTE_ASSIGN_OR_RETURN(auto database,
                              Database::Open(path_, Database::Mode::kReadOnly));
    auto searcher = std::make_unique<Fts5Searcher>(std::move(database));
    FOOTNOTE_RETURN_IF_ERROR(searcher->Prepare(limit));
    return searcher;
  }

 private:
  const std::string path_;
};

absl::StatusOr<std::unique_ptr<OpenIndex>> Open(const std::string& index) {
  return std::make_unique<Fts5Index>(index);
}

}  // namespace

Engine Fts5Engine() {
  return {kFts5, absl::StrCat("SQLite ", sqlite3_libversion()), Build, Open};
}

}  // namespace footnote::bench
