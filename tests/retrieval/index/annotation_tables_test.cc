// The tables of annotations, written and read through a corpus file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus_check.h"
#include "retrieval/index/annotation_reader.h"
#include "retrieval/index/annotation_rows.h"
#include "retrieval/index/reader.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/writer.h"
#include "retrieval/ingest/preparer.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using Passages = std::vector<PassageNumber>;
using Rows = std::vector<std::string>;

constexpr const char* kTables[] = {"name", "name_word", "mention", "event",
                                   "acronym"};

// A corpus file of its own, written and read.
class CorpusFile {
 public:
  explicit CorpusFile(std::string path) : path_(std::move(path)) {
    auto writer = Writer::Open(path_);
    EXPECT_OK(writer);
    writer_ = *std::move(writer);
  }

  const std::string& path() const { return path_; }

  void Put(const std::string& id, const std::string& text,
           const std::string& published = "") {
    BeginWith(id, text, published);
    ASSERT_OK(writer_->Commit());
  }

  // Puts a document in a change that is given up.
  void PutAndAbandon(const std::string& id, const std::string& text) {
    BeginWith(id, text, "");
    writer_->Abandon();
  }

  void Remove(absl::string_view id) {
    ASSERT_OK(writer_->Begin(Deadline::Infinite()));
    ASSERT_OK(writer_->Remove(id));
    ASSERT_OK(writer_->Commit());
  }

  // Returns a reader of the corpus as it is now.
  std::unique_ptr<Reader> Read() {
    auto reader = Reader::Open(path_);
    EXPECT_OK(reader);
    EXPECT_OK((*reader)->Begin(Deadline::Infinite()));
    return *std::move(reader);
  }

  // Returns the rows of a query, their columns joined by '|'.
  Rows Query(absl::string_view sql) {
    const auto database = OpenForReading(path_);
    EXPECT_OK(database);
    auto statement = (*database)->Prepare(
        absl::StrCat("SELECT concat_row FROM (", sql, ") ORDER BY concat_row"));
    EXPECT_OK(statement);
    Rows rows;
    while (*statement->Step()) rows.emplace_back(statement->Text(0));
    return rows;
  }

  int64_t CountOf(absl::string_view table) {
    const auto database = OpenForReading(path_);
    EXPECT_OK(database);
    return *(*database)->QueryInt64(
        absl::StrCat("SELECT count(*) FROM ", table));
  }

 private:
  // Begins a change and puts a document.
  void BeginWith(const std::string& id, const std::string& text,
                 const std::string& published) {
    Document document;
    document.id = id;
    document.text = text;
    document.published = published;
    ASSERT_OK(writer_->Begin(Deadline::Infinite()));
    const auto prepared = Prepare(document);
    ASSERT_OK(prepared);
    ASSERT_OK(writer_->Put(*prepared));
  }

  std::string path_;
  std::unique_ptr<Writer> writer_;
};

class AnnotationTablesTest : public ::testing::Test {
 protected:
  static Passages Members(const absl::StatusOr<PassageSet>& found) {
    EXPECT_OK(found);
    Passages passages;
    for (PassageNumber passage = 0; passage < 100; ++passage) {
      if (found->Contains(passage)) passages.push_back(passage);
    }
    return passages;
  }

  Passages Naming(absl::string_view asked) {
    return Members(file_.Read()->annotations().FindNaming(asked, false));
  }

  Passages Speaking(absl::string_view asked) {
    return Members(file_.Read()->annotations().FindNaming(asked, true));
  }

  Passages SpeakingOf(const TimePeriod& period) {
    return Members(file_.Read()->annotations().FindSpeakingOf(period));
  }

  std::string LongForm(absl::string_view acronym) {
    const auto found = file_.Read()->annotations().FindLongForm(acronym);
    EXPECT_OK(found);
    return found->value_or("none");
  }

  std::string Acronym(absl::string_view long_form) {
    const auto found = file_.Read()->annotations().FindAcronym(long_form);
    EXPECT_OK(found);
    return found->value_or("none");
  }

  testing::TemporaryDirectory directory_;
  CorpusFile file_{directory_.File("corpus.db")};
};

// Each document is one passage: the first has number 1.

TEST_F(AnnotationTablesTest, FindsNamesByTheirParts) {
  file_.Put("a", "Norwegian Prime Minister Ines Falk opened the harbour.");
  file_.Put("b", "The ships waited for Jonas Lind in the fog.");
  for (const char* asked : {"Ines Falk", "Falk", "falk's", "Falk Ines",
                            "Prime Minister Falk", "the prime minister"}) {
    EXPECT_THAT(Naming(asked), ElementsAre(1u)) << asked;
  }
  EXPECT_THAT(Naming("Lind"), ElementsAre(2u));
  for (const char* asked : {"Jonas Falk", "Ines Lind", "harbour", "", "..."}) {
    EXPECT_THAT(Naming(asked), IsEmpty()) << asked;
  }
}

TEST_F(AnnotationTablesTest, FindsWhatIsNamedByAnotherWord) {
  file_.Put("a",
            "Ines Falk opened the harbour on Monday.\n\n"
            "Lind was late.\n\nShe said that the fog had lifted.");
  EXPECT_THAT(Naming("Ines Falk"), Not(IsEmpty()));
  EXPECT_EQ(Naming("Falk"), Naming("Ines Falk"));
}

TEST_F(AnnotationTablesTest, TellsWhoSpeaksFromWhoIsNamed) {
  file_.Put("a", "Ines Falk said that Jonas Lind had left the harbour.");
  file_.Put("b", "Ines Falk met Jonas Lind in Narvik.");
  EXPECT_THAT(Naming("Falk"), ElementsAre(1u, 2u));
  EXPECT_THAT(Naming("Lind"), ElementsAre(1u, 2u));
  EXPECT_THAT(Speaking("Falk"), ElementsAre(1u));
  EXPECT_THAT(Speaking("Lind"), IsEmpty());
}

TEST_F(AnnotationTablesTest, FindsTimesThatLieMostlyInAPeriod) {
  file_.Put("a", "The port opened on February 1, 2025.");
  file_.Put("b", "The port closed on February 28, 2025.");
  file_.Put("c", "The port will move in March 2025.");
  file_.Put("d", "The port lost money in 2025.");
  EXPECT_THAT(SpeakingOf(*ParsePeriod("2025-02")), ElementsAre(1u, 2u));
  EXPECT_THAT(SpeakingOf(*ParsePeriod("2025-02-01")), ElementsAre(1u));
  EXPECT_THAT(SpeakingOf(*ParsePeriod("2025")), ElementsAre(1u, 2u, 3u, 4u));
  EXPECT_THAT(SpeakingOf(*ParsePeriod("2024")), IsEmpty());
  // The end is not in it.
  EXPECT_THAT(SpeakingOf({ParsePeriod("2025-02-01")->begin,
                          ParsePeriod("2025-02-28")->begin}),
              ElementsAre(1u));
  // March has 31 days: half of it is not enough.
  const absl::Time march = ParsePeriod("2025-03")->begin;
  const absl::Duration half = absl::Hours(31 * 24) / 2;
  EXPECT_THAT(SpeakingOf({march, march + half}), IsEmpty());
  EXPECT_THAT(SpeakingOf({march, march + half + absl::Microseconds(1)}),
              ElementsAre(3u));
  EXPECT_THAT(SpeakingOf(TimePeriod()), ElementsAre(1u, 2u, 3u, 4u));
}

TEST_F(AnnotationTablesTest, FindsAcronymsBothWays) {
  file_.Put("a", "The Narvik Harbour Authority (NHA) met.");
  EXPECT_EQ(LongForm("NHA"), "Narvik Harbour Authority");
  EXPECT_EQ(LongForm("nha"), "Narvik Harbour Authority");
  EXPECT_EQ(Acronym("Narvik Harbour Authority"), "NHA");
  EXPECT_EQ(Acronym("narvik harbour authorities"), "NHA");
  EXPECT_EQ(LongForm("NHB"), "none");
  EXPECT_EQ(LongForm(""), "none");
  EXPECT_EQ(Acronym("Harbour Authority"), "none");
}

TEST_F(AnnotationTablesTest, TheMostDefinedFormWins) {
  // Within a document a definition counts once.
  file_.Put("a",
            "The Narvik Harbour Authority (NHA) met. The Narvik Harbour "
            "Authority (NHA) left. The Narvik Harbour Authority (NHA) slept.");
  file_.Put("b", "The Northern Hunting Association (NHA) met.");
  file_.Put("c", "The Northern Hunting Association (NHA) left.");
  EXPECT_EQ(LongForm("NHA"), "Northern Hunting Association");
  file_.Remove("b");
  file_.Put("d", "The Narvik Harbour Authority (NHA) slept.");
  EXPECT_EQ(LongForm("NHA"), "Narvik Harbour Authority");
}

TEST_F(AnnotationTablesTest, OrderOfImportDoesNotTell) {
  const char* const kHarbour = "The Narvik Harbour Authority (NHA) met.";
  const char* const kOther = "The NARVIK HARBOUR AUTHORITY (NHA) left.";
  file_.Put("a", kHarbour);
  file_.Put("b", kOther);
  const std::string first = LongForm("NHA");
  file_.Remove("a");
  EXPECT_EQ(LongForm("NHA"), "NARVIK HARBOUR AUTHORITY");
  file_.Put("a", kHarbour);
  EXPECT_EQ(LongForm("NHA"), first);
}

constexpr char kEverything[] =
    "The Narvik Harbour Authority (NHA) met on February 7, 2025. Prime "
    "Minister Ines Falk said that the fog had lifted.";

TEST_F(AnnotationTablesTest, NothingIsLeftOfWhatIsReplaced) {
  file_.Put("a", kEverything);
  for (const char* table : kTables) EXPECT_GT(file_.CountOf(table), 0) << table;
  file_.Put("a", "the fog came back.");
  for (const char* table : kTables) EXPECT_EQ(file_.CountOf(table), 0) << table;
}

TEST_F(AnnotationTablesTest, NothingIsLeftOfWhatIsRemoved) {
  file_.Put("a", kEverything);
  file_.Remove("a");
  for (const char* table : kTables) EXPECT_EQ(file_.CountOf(table), 0) << table;
}

TEST_F(AnnotationTablesTest, NothingIsLeftOfWhatIsAbandoned) {
  file_.PutAndAbandon("a", kEverything);
  for (const char* table : kTables) EXPECT_EQ(file_.CountOf(table), 0) << table;
  // Nor is it thought to be there.
  file_.Put("b", kEverything);
  for (const char* table : kTables) EXPECT_GT(file_.CountOf(table), 0) << table;
  EXPECT_THAT(Naming("Falk"), ElementsAre(1u));
}

TEST_F(AnnotationTablesTest, WhatAnotherDocumentNamesStays) {
  file_.Put("a", kEverything);
  file_.Put("b", kEverything);
  file_.Remove("a");
  EXPECT_THAT(Naming("Falk"), ElementsAre(2u));
  EXPECT_THAT(Speaking("Falk"), ElementsAre(2u));
  EXPECT_THAT(SpeakingOf(*ParsePeriod("2025-02")), ElementsAre(2u));
  EXPECT_EQ(LongForm("NHA"), "Narvik Harbour Authority");
}

TEST_F(AnnotationTablesTest, CheckFindsARowTakenAway) {
  file_.Put("a", kEverything);
  const auto whole = CheckCorpus(file_.path());
  ASSERT_OK(whole);
  ASSERT_THAT(whole->damages, IsEmpty());
  for (const char* table : kTables) {
    SCOPED_TRACE(table);
    const testing::TemporaryDirectory directory;
    CorpusFile file(directory.File("damaged.db"));
    file.Put("a", kEverything);
    const auto database = OpenForWriting(file.path());
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(
        table == std::string("name")
            ? "DELETE FROM name WHERE number = 1"
            : absl::StrCat("DELETE FROM ", table, " WHERE true")));
    const auto check = CheckCorpus(file.path());
    ASSERT_OK(check);
    EXPECT_THAT(check->damages, Not(IsEmpty()));
  }
}

TEST_F(AnnotationTablesTest, CheckFindsASpeakerWhoFellSilent) {
  file_.Put("a", kEverything);
  const auto database = OpenForWriting(file_.path());
  ASSERT_OK(database);
  ASSERT_OK((*database)->Execute("UPDATE mention SET speaks = 0"));
  const auto check = CheckCorpus(file_.path());
  ASSERT_OK(check);
  EXPECT_THAT(check->damages, Contains(HasSubstr("mentions")));
}

TEST(AnnotationRowsTest, TakesWhatOverlapsAPassage) {
  Annotations annotations;
  annotations.names = {{"Ines Falk", "", NameKind::kPerson},
                       {"Jonas Lind", "", NameKind::kPerson}};
  annotations.places = {{{0, 9}, 0, true}, {{10, 20}, 1, true}};
  annotations.speeches = {{{15, 35}, {0, 9}, 0, true}};
  TimeExpression day;
  day.range = {29, 31};
  day.period = *ParsePeriod("2025-02-07");
  TimeExpression vague;
  vague.range = {32, 34};
  annotations.times = {day, vague};
  const PassageRun run = {1, 5, {{0, 10}, {10, 20}, {20, 30}, {30, 40}}};
  EXPECT_EQ(FindMentions(annotations, run), (MentionRows{{{5, 0}, false},
                                                         {{6, 0}, true},
                                                         {{6, 1}, false},
                                                         {{7, 0}, true},
                                                         {{8, 0}, true}}));
  const int64_t begin = absl::ToUnixMicros(day.period->begin);
  const int64_t end = absl::ToUnixMicros(day.period->end);
  EXPECT_EQ(FindEvents(annotations, run),
            (EventRows{{begin, end, 7}, {begin, end, 8}}));
  EXPECT_THAT(FindMentions(annotations, {1, 5, {}}), IsEmpty());
}

TEST(AnnotationRowsTest, CutsNamesIntoTerms) {
  EXPECT_THAT(NameTerms({"Ines Falk", "Prime Minister", NameKind::kPerson}),
              ElementsAre("falk", "ine", "minist", "prime"));
  EXPECT_EQ(TermKey("Status of Forces"), TermKey("  status OF force "));
  EXPECT_EQ(TermKey("..."), "");
}

// Returns every row of the tables with what it belongs to in place of numbers.
std::vector<Rows> Contents(CorpusFile& file) {
  constexpr const char* kQueries[] = {
      "SELECT full_name || '|' || title AS concat_row FROM name",
      "SELECT full_name || '|' || title || '|' || word AS concat_row "
      "FROM name_word JOIN name ON name.number = name",
      "SELECT full_name || '|' || name.title || '|' || speaks || '|' || "
      "document.id || '|' || first_sentence AS concat_row FROM mention "
      "JOIN name ON name.number = name "
      "JOIN passage ON passage.number = passage "
      "JOIN document ON document.number = document",
      "SELECT begin_at || '|' || end_at || '|' || document.id || '|' || "
      "first_sentence AS concat_row FROM event "
      "JOIN passage ON passage.number = passage "
      "JOIN document ON document.number = document",
      "SELECT acronym_key || '|' || long_form_key || '|' || document.id || "
      "'|' || acronym || '|' || long_form AS concat_row FROM acronym "
      "JOIN document ON document.number = document"};
  std::vector<Rows> contents;
  for (const char* query : kQueries) contents.push_back(file.Query(query));
  return contents;
}

// Returns a text of sentences drawn by chance, in several passages.
std::string RandomText(testing::RandomCorpus& random) {
  constexpr const char* kSentences[] = {
      "Prime Minister Ines Falk opened the harbour on February 7, 2025.",
      "Ines Falk said that the fog had lifted.",
      "\"The fog has lifted,\" Jonas Lind said.",
      "He said that the ships would leave in May 2025.",
      "The Narvik Harbour Authority (NHA) fined Jonas Lind in 2019.",
      "The Northern Hunting Association (NHA) met in Bergen.",
      "a senior official said that the ships were late.",
      "the ships were late.",
      "Read more:"};
  std::string text;
  const int count = random.Number(1, 40);
  for (int i = 0; i < count; ++i) {
    absl::StrAppend(&text,
                    kSentences[random.Number(0, std::size(kSentences) - 1)],
                    random.Number(0, 3) == 0 ? "\n\n" : " ");
  }
  return text;
}

TEST_F(AnnotationTablesTest, RandomChangesLeaveWhatAFreshCorpusHas) {
  testing::RandomCorpus random(11);
  std::map<std::string, std::string> documents;
  for (int i = 0; i < 60; ++i) {
    const std::string id = absl::StrCat("d", random.Number(0, 9));
    const int change = static_cast<int>(random.Number(0, 4));
    if (change == 0) {
      file_.Remove(id);
      documents.erase(id);
    } else if (change == 1) {
      file_.PutAndAbandon(id, RandomText(random));
    } else {
      documents[id] = RandomText(random);
      file_.Put(id, documents[id]);
    }
  }
  CorpusFile fresh(directory_.File("fresh.db"));
  for (const auto& [id, text] : documents) fresh.Put(id, text);
  const std::vector<Rows> contents = Contents(file_);
  EXPECT_EQ(contents, Contents(fresh));
  for (const Rows& rows : contents) EXPECT_THAT(rows, Not(IsEmpty()));
  for (size_t i = 0; i < std::size(kTables); ++i) {
    EXPECT_THAT(contents[i], SizeIs(file_.CountOf(kTables[i])));
  }
  const auto check = CheckCorpus(file_.path());
  ASSERT_OK(check);
  EXPECT_THAT(check->damages, IsEmpty());
}

}  // namespace
}  // namespace footnote
