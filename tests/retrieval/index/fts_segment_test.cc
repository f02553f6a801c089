// What is read from FTS5's segments is what FTS5 reads.

#include "retrieval/index/fts_segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "retrieval/index/postings.h"
#include "retrieval/index/schema.h"
#include "tests/testing/index_file.h"
#include "tests/testing/instance_postings.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::IndexFile;
using testing::InstanceReader;
using ::testing::IsEmpty;
using testing::StatusIs;

PostingList After(const PostingList& postings, PassageNumber after) {
  PostingList later;
  for (const Posting& posting : postings) {
    if (posting.passage > after) later.push_back(posting);
  }
  return later;
}

class FtsSegmentTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto file = IndexFile::Create();
    ASSERT_OK(file);
    file_ = *std::move(file);
  }

  void Insert(int64_t passage, const std::string& title,
              const std::string& text) {
    ASSERT_OK(file_->Insert(passage, title, text));
  }

  void Command(absl::string_view command, int64_t value) {
    ASSERT_OK(file_->Command(command, value));
  }

  // Runs `change` as one transaction, which writes one segment or more.
  template <typename Change>
  void Commit(Change change) {
    auto transaction =
        Transaction::Begin(file_->database(), Transaction::Kind::kWrite);
    ASSERT_OK(transaction);
    change();
    ASSERT_OK(transaction->Commit());
  }

  // Compares both ways for every term of the index and some that it lacks.
  void ExpectSame() {
    auto database = OpenForReading(file_->path());
    ASSERT_OK(database);
    auto reader = PostingReader::Create(**database);
    ASSERT_OK(reader);
    auto instances = InstanceReader::Create(**database);
    ASSERT_OK(instances);
    auto transaction = Transaction::Begin(**database, Transaction::Kind::kRead);
    ASSERT_OK(transaction);
    for (const std::string& term : AllTerms(**database)) {
      ExpectSame(term, *reader, *instances);
      if (HasFatalFailure()) return;
    }
  }

  void ExpectSame(const std::string& term, PostingReader& reader,
                  InstanceReader& instances) {
    SCOPED_TRACE(term.substr(0, 40));
    const auto expected = instances.ReadPostings(term);
    ASSERT_OK(expected);
    const auto postings = reader.ReadPostings(term);
    ASSERT_OK(postings);
    ASSERT_EQ(*postings, *expected);
    ExpectVisits(term, *expected, reader);
    const auto expected_places = instances.ReadPlaces(term);
    ASSERT_OK(expected_places);
    const auto places = reader.ReadPlaces(term);
    ASSERT_OK(places);
    ASSERT_EQ(*places, *expected_places);
    for (const PassageNumber after : DrawPassages(*expected)) {
      const auto later = reader.ReadPostingsAfter(term, after);
      ASSERT_OK(later);
      ASSERT_EQ(*later, After(*expected, after)) << "after " << after;
    }
  }

  // Compares what is given one at a time, where that can be done.
  void ExpectVisits(const std::string& term, const PostingList& expected,
                    PostingReader& reader) {
    PostingList given;
    std::vector<PassageNumber> removed;
    const auto is_whole = reader.VisitPostings(
        term,
        [&given](absl::Span<const Posting> some) {
          given.insert(given.end(), some.begin(), some.end());
        },
        &removed);
    ASSERT_OK(is_whole);
    ++(*is_whole ? whole_visits_ : broken_visits_);
    if (!*is_whole) return;
    std::erase_if(given, [&removed](const Posting& posting) {
      return std::count(removed.begin(), removed.end(), posting.passage) > 0;
    });
    ASSERT_EQ(given, expected);
  }

  std::set<std::string> AllTerms(Database& database) {
    std::set<std::string> terms = {"absent", "zzz", std::string(1, '\0')};
    auto read = database.Prepare("SELECT DISTINCT term FROM passage_instance");
    EXPECT_OK(read);
    while (true) {
      const auto found = read->Step();
      EXPECT_OK(found);
      if (!found.ok() || !*found) return terms;
      const std::string term(read->Text(0));
      terms.insert(term);
      terms.insert(term.substr(0, term.size() / 2));
      terms.insert(absl::StrCat(term, "a"));
    }
  }

  // Draws numbers to read after: of the list, beside it and beyond it.
  std::vector<PassageNumber> DrawPassages(const PostingList& postings) {
    std::vector<PassageNumber> passages = {1, kMaxPassageNumber};
    if (postings.empty()) return passages;
    for (const size_t at : {size_t{0}, random_() % postings.size(),
                            random_() % postings.size(), postings.size() - 1}) {
      passages.push_back(postings[at].passage);
      passages.push_back(postings[at].passage - 1);
    }
    return passages;
  }

  std::unique_ptr<IndexFile> file_;
  std::mt19937 random_{11};
  int whole_visits_ = 0;   // Of terms whose segments could be read in order,
  int broken_visits_ = 0;  // and of others.
};

TEST_F(FtsSegmentTest, ReadsAnEmptyIndex) { ExpectSame(); }

TEST_F(FtsSegmentTest, ReadsOnePassage) {
  Insert(1, "talk", "talk of the talk");
  ExpectSame();
}

TEST_F(FtsSegmentTest, ReadsTheGreatestNumbers) {
  Insert(1, "", "first");
  Insert(kMaxPassageNumber - 1, "", "first last");
  Insert(kMaxPassageNumber, "last", "first last");
  ExpectSame();
}

TEST_F(FtsSegmentTest, RefusesANumberThatNoPassageHas) {
  Insert(kMaxPassageNumber + 1, "", "beyond");
  auto reader = PostingReader::Create(file_->database());
  ASSERT_OK(reader);
  EXPECT_THAT(reader->ReadPostings("beyond"),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(FtsSegmentTest, BelievesTheNewestSegment) {
  Command("automerge", 0);
  for (int i = 1; i <= 20; ++i) Insert(i, "", absl::StrCat("all w", i));
  for (const int i : {20, 3, 7}) ASSERT_OK(file_->Remove(i));
  Insert(7, "all", "all all");
  Insert(3, "", "w7 w3");
  ASSERT_OK(file_->Remove(3));
  ExpectSame();
  EXPECT_GT(broken_visits_, 0);
}

TEST_F(FtsSegmentTest, ReadsWhatIsRemovedAltogether) {
  for (int i = 1; i <= 9; ++i) Insert(i, "gone", "all gone");
  for (int i = 1; i <= 9; ++i) ASSERT_OK(file_->Remove(i));
  ExpectSame();
  Command("optimize", 0);
  ExpectSame();
  EXPECT_GT(whole_visits_, 0);
  EXPECT_EQ(broken_visits_, 0);
}

TEST_F(FtsSegmentTest, ReadsPositionsOverManyLeaves) {
  Command("pgsz", 64);
  std::string often;
  for (int i = 0; i < 5000; ++i) {
    absl::StrAppend(&often, i % 7 == 0 ? "rare " : "", "often ");
  }
  Insert(1, "", "often");
  Insert(2, often, often);
  Insert(3, "", often);
  Insert(4, often, "rare");
  for (int i = 5; i < 500; ++i) Insert(i, "", "often");
  ExpectSame();
  Command("optimize", 0);
  ExpectSame();
}

TEST_F(FtsSegmentTest, ReadsFarPositions) {
  std::string far;
  for (int i = 0; i < 70'000; ++i) {
    absl::StrAppend(&far, i % 20'000 == 19'999 ? "mark " : "filler ");
  }
  Insert(1, far, far);
  ExpectSame();
}

TEST_F(FtsSegmentTest, ReadsLongTermsAndSharedBeginnings) {
  Command("pgsz", 64);
  std::vector<std::string> terms;
  std::string term = "a";
  for (int i = 0; i < 300; ++i) {
    terms.push_back(term);
    term.push_back(static_cast<char>('a' + i % 3));
  }
  for (const size_t size : {60u, 61u, 62u, 63u, 64u, 65u, 500u, 20'000u}) {
    terms.emplace_back(size, 'q');
  }
  for (int i = 1; i <= 3; ++i) {
    Commit([&] { Insert(i, "", absl::StrJoin(terms, " ")); });
  }
  ExpectSame();
  Command("optimize", 0);
  ExpectSame();
}

// How the index is kept: the size of leaves, how eagerly segments are merged.
struct Keeping {
  int leaf_bytes;
  int automerge;
  int crisismerge;
};

class RandomChangesTest : public FtsSegmentTest,
                          public ::testing::WithParamInterface<Keeping> {
 protected:
  // Changes the index by a transaction of passages that come and go; now and
  // then one comes under a number lower than those before.
  void Change() {
    for (int left = corpus_.Number(1, 40); left > 0; --left) {
      const int64_t passage =
          corpus_.Number(0, 9) == 0 ? corpus_.Number(1, next_) : next_;
      if (corpus_.Number(0, 3) == 0) Remove(corpus_.Number(1, next_));
      if (file_->Contains(passage)) continue;
      Insert(passage, corpus_.Words(corpus_.Number(0, 4)),
             corpus_.Words(corpus_.Number(0, 40)));
      next_ += corpus_.Number(1, 5) == 1 ? 300 : 1;
    }
  }

  void Remove(int64_t passage) {
    if (!file_->Contains(passage)) return;
    ASSERT_OK(file_->Remove(passage));
  }

  testing::RandomCorpus corpus_{5, 400};
  int next_ = 1;
};

TEST_P(RandomChangesTest, AreReadAsFtsReadsThem) {
  Command("pgsz", GetParam().leaf_bytes);
  Command("automerge", GetParam().automerge);
  Command("crisismerge", GetParam().crisismerge);
  for (int round = 0; round < 30; ++round) {
    SCOPED_TRACE(round);
    Commit([this] { Change(); });
    // A merge of a few leaves is left half done.
    if (round % 4 == 0) Command("merge", corpus_.Number(1, 4));
    if (round % 14 == 13) Command("optimize", 0);
    if (round % 5 == 0) ExpectSame();
    if (HasFatalFailure()) return;
  }
  ExpectSame();
}

std::string NameOf(const ::testing::TestParamInfo<Keeping>& keeping) {
  return absl::StrCat(keeping.param.leaf_bytes, "Bytes",
                      keeping.param.automerge, "Auto",
                      keeping.param.crisismerge, "Crisis");
}

INSTANTIATE_TEST_SUITE_P(
    All, RandomChangesTest,
    ::testing::Values(Keeping{32, 2, 4}, Keeping{64, 4, 16},
                      Keeping{64, 0, 100}, Keeping{100, 2, 16},
                      Keeping{500, 4, 16}, Keeping{4050, 0, 100},
                      Keeping{4050, 4, 16}, Keeping{65536, 4, 16}),
    NameOf);

// Reads every term of a small index, in each way. Damage is an error,
// or leaves the index as well-formed as before.
class DamagedIndexTest : public FtsSegmentTest {
 protected:
  void SetUp() override {
    FtsSegmentTest::SetUp();
    Command("pgsz", 128);
    Command("automerge", 0);
    testing::RandomCorpus corpus(9, kVocabulary);
    for (int round = 0; round < 4; ++round) {
      Commit([&] {
        for (int i = 1; i <= 40; ++i) {
          Insert(round * 40 + i, corpus.Words(3), corpus.Words(30));
        }
        if (round > 0) {
          ASSERT_OK(file_->Remove(round * 40));
        }
      });
    }
    // FTS5 lets nobody else write its tables on a defensive connection.
    auto database = Database::Open(file_->path(), Database::Mode::kReadWrite);
    ASSERT_OK(database);
    writer_ = *std::move(database);
    auto read = writer_->Prepare("SELECT id, block FROM passage_index_data");
    ASSERT_OK(read);
    while (*read->Step()) {
      blocks_.emplace_back(read->Int64(0), std::string(read->Blob(1)));
    }
    ASSERT_GT(blocks_.size(), 50u);
  }

  void Write(int64_t id, absl::string_view block) {
    auto write = writer_->Prepare(
        "INSERT OR REPLACE INTO passage_index_data VALUES (?1, ?2)");
    ASSERT_OK(write);
    write->Bind(1, id);
    write->BindBlob(2, block);
    ASSERT_OK(write->Run());
  }

  void Delete(int64_t id) {
    ASSERT_OK(writer_->Execute(
        absl::StrCat("DELETE FROM passage_index_data WHERE id = ", id)));
  }

  // Returns how many readings found the damage.
  int ReadAll() {
    auto reader = PostingReader::Create(file_->database());
    EXPECT_OK(reader);
    int found = 0;
    for (int i = 0; i <= kVocabulary; ++i) {
      const std::string term = absl::StrCat("w", i);
      for (const absl::Status& status :
           {reader->ReadPostings(term).status(),
            reader->ReadPlaces(term).status(),
            reader->ReadPostingsAfter(term, 100).status()}) {
        if (status.ok()) continue;
        EXPECT_TRUE(absl::IsDataLoss(status) ||
                    absl::IsFailedPrecondition(status))
            << status;
        ++found;
      }
    }
    return found;
  }

  static constexpr int kVocabulary = 30;

  std::unique_ptr<Database> writer_;
  std::vector<std::pair<int64_t, std::string>> blocks_;
};

TEST_F(DamagedIndexTest, IntactIsReadWithoutErrors) { EXPECT_EQ(ReadAll(), 0); }

TEST_F(DamagedIndexTest, FlippedBitsAreErrorsAtWorst) {
  int found = 0;
  for (int round = 0; round < 200; ++round) {
    const auto& [id, block] = blocks_[random_() % blocks_.size()];
    if (block.empty()) continue;
    std::string flipped = block;
    for (auto left = 1 + random_() % 3; left > 0; --left) {
      char& byte = flipped[random_() % flipped.size()];
      byte = static_cast<char>(byte ^ (1 << random_() % 8));
    }
    Write(id, flipped);
    found += ReadAll() > 0;
    Write(id, block);
  }
  EXPECT_GT(found, 50);
}

TEST_F(DamagedIndexTest, ShortenedBlocksAreErrorsAtWorst) {
  int found = 0;
  for (const auto& [id, block] : blocks_) {
    Write(id, absl::string_view(block).substr(0, random_() % block.size()));
    found += ReadAll() > 0;
    Write(id, block);
  }
  EXPECT_GT(found, static_cast<int>(blocks_.size()) / 2);
}

TEST_F(DamagedIndexTest, MissingBlocksAreFound) {
  for (const auto& [id, block] : blocks_) {
    // The sums and the index of a doclist, whose flag stands above the leaf's
    // number, are not read.
    if (id == 1 || (id >> 36 & 1) != 0) continue;
    Delete(id);
    EXPECT_GT(ReadAll(), 0) << id;
    Write(id, block);
  }
}

TEST_F(DamagedIndexTest, SwappedBlocksAreErrorsAtWorst) {
  for (int round = 0; round < 100; ++round) {
    const auto& a = blocks_[random_() % blocks_.size()];
    const auto& b = blocks_[random_() % blocks_.size()];
    Write(a.first, b.second);
    Write(b.first, a.second);
    ReadAll();
    Write(a.first, a.second);
    Write(b.first, b.second);
  }
  EXPECT_EQ(ReadAll(), 0);
}

}  // namespace
}  // namespace footnote
