// Postings and places read by FTS5 itself, place by place: slow, and what any
// other way to them has to find.

#ifndef FOOTNOTE_TESTS_TESTING_INSTANCE_POSTINGS_H_
#define FOOTNOTE_TESTS_TESTING_INSTANCE_POSTINGS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/posting.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"

namespace footnote::testing {

// Reads through a table `fts5vocab` of one connection.
class InstanceReader {
 public:
  // Makes the table `passage_instance`, a row for each place of each term, that
  // this connection alone has.
  static constexpr char kTable[] =
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.passage_instance "
      "USING fts5vocab (main, passage_index, instance)";

  // `database`, a connection to a corpus, outlives the reader.
  static absl::StatusOr<InstanceReader> Create(Database& database) {
    FOOTNOTE_RETURN_IF_ERROR(database.Execute(kTable));
    InstanceReader reader;
    FOOTNOTE_ASSIGN_OR_RETURN(
        reader.instances_,
        database.Prepare(
            "SELECT doc, col, offset FROM passage_instance WHERE term = ?1"));
    return reader;
  }

  absl::StatusOr<PostingList> ReadPostings(absl::string_view term) {
    const StatementReset reset(instances_);
    instances_.BindText(1, term);
    PostingList postings;
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool found, instances_.Step());
      if (!found) return postings;
      const auto passage = static_cast<PassageNumber>(instances_.Int64(0));
      if (postings.empty() || postings.back().passage != passage) {
        postings.push_back({passage, 0, 0});
      }
      ++(instances_.Text(1) == "title" ? postings.back().title_frequency
                                       : postings.back().text_frequency);
    }
  }

  absl::StatusOr<std::vector<TermPlace>> ReadPlaces(absl::string_view term) {
    const StatementReset reset(instances_);
    instances_.BindText(1, term);
    std::vector<TermPlace> places;
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool found, instances_.Step());
      if (!found) return places;
      places.push_back({static_cast<PassageNumber>(instances_.Int64(0)),
                        instances_.Text(1) != "title",
                        static_cast<uint32_t>(instances_.Int64(2))});
    }
  }

 private:
  Statement instances_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_INSTANCE_POSTINGS_H_
