// The index of a corpus, changed as no corpus would change it.

#ifndef FOOTNOTE_TESTS_TESTING_INDEX_FILE_H_
#define FOOTNOTE_TESTS_TESTING_INDEX_FILE_H_

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// A corpus file of its own whose index holds passages of no document.
class IndexFile {
 public:
  static absl::StatusOr<std::unique_ptr<IndexFile>> Create() {
    std::unique_ptr<IndexFile> file(new IndexFile());
    FOOTNOTE_ASSIGN_OR_RETURN(file->database_, OpenForWriting(file->path_, {}));
    FOOTNOTE_RETURN_IF_ERROR(file->database_->PrepareAll({
        {&file->insert_,
         "INSERT INTO passage_index (rowid, title, text) VALUES (?1, ?2, ?3)"},
        {&file->remove_,
         "INSERT INTO passage_index (passage_index, rowid, title, text) "
         "VALUES ('delete', ?1, ?2, ?3)"},
        {&file->command_,
         "INSERT INTO passage_index (passage_index, rank) VALUES (?1, ?2)"},
    }));
    return file;
  }

  absl::Status Insert(int64_t passage, const std::string& title,
                      const std::string& text) {
    passages_[passage] = {title, text};
    return Run(insert_, passage);
  }

  // Removes a passage that was inserted.
  absl::Status Remove(int64_t passage) {
    FOOTNOTE_RETURN_IF_ERROR(Run(remove_, passage));
    passages_.erase(passage);
    return absl::OkStatus();
  }

  // Gives FTS5 a command, such as "pgsz", with its value.
  absl::Status Command(absl::string_view command, int64_t value) {
    command_.BindText(1, command);
    command_.Bind(2, value);
    return command_.Run();
  }

  bool Contains(int64_t passage) const { return passages_.contains(passage); }

  // The connection that writes.
  Database& database() { return *database_; }

  const std::string& path() const { return path_; }

 private:
  absl::Status Run(Statement& statement, int64_t passage) {
    const auto& [title, text] = passages_[passage];
    statement.Bind(1, passage);
    statement.BindText(2, title);
    statement.BindText(3, text);
    return statement.Run();
  }

  TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Database> database_;
  Statement insert_;
  Statement remove_;
  Statement command_;
  std::map<int64_t, std::pair<std::string, std::string>> passages_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_INDEX_FILE_H_
