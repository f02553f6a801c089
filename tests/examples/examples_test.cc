// The examples are what examples/README.md says they are.

#include <gmock/gmock.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "footnote/v1/document.pb.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {
namespace {

using ::footnote::v1::AskRequest;
using ::footnote::v1::Document;
using ::google::protobuf::Struct;
using ::google::protobuf::util::JsonStringToMessage;
using Documents = std::map<std::string, Document>;

std::filesystem::path ExamplesFolder() { return FOOTNOTE_EXAMPLES_DIR; }

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << "cannot open " << path;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// One message a line, parsed as strict proto3 JSON.
template <typename Message>
std::vector<Message> ReadJsonLines(const std::filesystem::path& path) {
  std::vector<Message> messages;
  const std::string text = ReadText(path);
  for (absl::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    const auto status =
        JsonStringToMessage(std::string(line), &messages.emplace_back());
    EXPECT_TRUE(status.ok()) << status.ToString() << " in " << line;
  }
  return messages;
}

std::vector<Document> NewsItems() {
  return ReadJsonLines<Document>(ExamplesFolder() / "corpus" / "news.jsonl");
}

std::vector<Document> NorhavenItems() {
  return ReadJsonLines<Document>(ExamplesFolder() / "corpus" /
                                 "norhaven.jsonl");
}

std::vector<Document> AllItems() {
  std::vector<Document> items = NewsItems();
  for (Document& item : NorhavenItems()) items.push_back(std::move(item));
  return items;
}

// Every document by its id, as an import of examples/corpus names them.
Documents CorpusDocuments() {
  Documents documents;
  for (Document& item : AllItems()) {
    std::string id = item.id();
    documents[std::move(id)] = std::move(item);
  }
  const std::filesystem::path root = ExamplesFolder() / "corpus";
  for (const auto& entry :
       std::filesystem::directory_iterator(root / "articles")) {
    const auto name = entry.path().lexically_relative(root);
    Document& article = documents[name.parent_path() / name.stem()];
    article.set_id(name.parent_path() / name.stem());
    article.set_text(ReadText(entry.path()));
  }
  return documents;
}

// The time of an RFC 3339 date or date and time.
bool ParsePublished(const std::string& published, absl::Time* time) {
  std::string error;
  return absl::ParseTime("%Y-%m-%d", published, time, &error) ||
         absl::ParseTime(absl::RFC3339_full, published, time, &error);
}

absl::Time PublishedTime(const Document& document) {
  absl::Time time;
  EXPECT_TRUE(ParsePublished(document.published(), &time)) << document.id();
  return time;
}

std::set<std::string> Words(absl::string_view text) {
  return absl::StrSplit(text, absl::ByAnyChar(" \n"), absl::SkipEmpty());
}

// |a ∩ b| / |a ∪ b| of the words of two texts: the resemblance of A. Broder,
// "On the resemblance and containment of documents", 1997.
double Resemblance(absl::string_view a, absl::string_view b) {
  const std::set<std::string> words_a = Words(a);
  const std::set<std::string> words_b = Words(b);
  std::vector<std::string> common;
  std::set_intersection(words_a.begin(), words_a.end(), words_b.begin(),
                        words_b.end(), std::back_inserter(common));
  const size_t united = words_a.size() + words_b.size() - common.size();
  return static_cast<double>(common.size()) / static_cast<double>(united);
}

// The document that `item` names under `key`, or null if it names none.
const Document* RelatedItem(const Documents& documents, const Document& item,
                            const std::string& key) {
  const auto named = item.metadata().find(key);
  if (named == item.metadata().end()) return nullptr;
  const auto found = documents.find(named->second);
  EXPECT_NE(found, documents.end()) << item.id() << ": " << named->second;
  return found == documents.end() ? nullptr : &found->second;
}

TEST(ExamplesTest, NewsItemsAreCompleteAndTheirIdsUnique) {
  std::set<std::string> ids;
  std::set<std::string> sources;
  for (const Document& item : AllItems()) {
    SCOPED_TRACE(item.id());
    EXPECT_TRUE(ids.insert(item.id()).second) << "id given twice";
    EXPECT_FALSE(item.title().empty());
    EXPECT_TRUE(absl::StartsWith(item.uri(), "https://example.com/"));
    EXPECT_TRUE(absl::EndsWith(item.source(), " (invented)"));
    EXPECT_EQ(item.language(), "en");
    EXPECT_TRUE(item.metadata().contains("topic"));
    sources.insert(item.source());
  }
  EXPECT_EQ(ids.size(), 61u);
  EXPECT_EQ(sources.size(), 9u);
  EXPECT_EQ(CorpusDocuments().size(), 64u);
}

TEST(ExamplesTest, TextsAreOfTheLengthOfShortNews) {
  for (const auto& [id, document] : CorpusDocuments()) {
    SCOPED_TRACE(id);
    const std::vector<std::string> words = absl::StrSplit(
        document.text(), absl::ByAnyChar(" \n"), absl::SkipEmpty());
    EXPECT_GE(words.size(), 60u);
    EXPECT_LE(words.size(), 220u);
  }
}

void ExpectInOrder(const std::vector<Document>& items) {
  std::string day_before;
  for (const Document& item : items) {
    SCOPED_TRACE(item.id());
    absl::Time time;
    ASSERT_TRUE(ParsePublished(item.published(), &time)) << item.published();
    const std::string day = item.published().substr(0, 10);
    EXPECT_GE(day, "2024-08-01");
    EXPECT_LE(day, "2025-03-31");
    EXPECT_LE(day_before, day);
    day_before = day;
  }
}

TEST(ExamplesTest, ItemsAreDatedAndOrderedByDay) {
  ExpectInOrder(NewsItems());
  ExpectInOrder(NorhavenItems());
}

TEST(ExamplesTest, CopiesAreNearlyVerbatim) {
  const Documents documents = CorpusDocuments();
  int copies = 0;
  for (const auto& [id, document] : documents) {
    SCOPED_TRACE(id);
    const Document* original = RelatedItem(documents, document, "copy_of");
    if (original == nullptr) continue;
    ++copies;
    EXPECT_GE(Resemblance(document.text(), original->text()), 0.8);
    EXPECT_NE(document.source(), original->source());
    EXPECT_GE(PublishedTime(document), PublishedTime(*original));
  }
  EXPECT_EQ(copies, 5);
}

TEST(ExamplesTest, NothingElseIsACopy) {
  const std::vector<Document> items = AllItems();
  for (size_t i = 0; i < items.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (items[i].metadata().contains("copy_of")) continue;
      if (items[j].metadata().contains("copy_of")) continue;
      EXPECT_LT(Resemblance(items[i].text(), items[j].text()), 0.4)
          << items[i].id() << " and " << items[j].id();
    }
  }
}

TEST(ExamplesTest, UpdatesAppearLaterThanWhatTheyUpdate) {
  const Documents documents = CorpusDocuments();
  int updates = 0;
  for (const auto& [id, document] : documents) {
    SCOPED_TRACE(id);
    const Document* earlier = RelatedItem(documents, document, "updates");
    if (earlier == nullptr) continue;
    ++updates;
    EXPECT_GT(PublishedTime(document), PublishedTime(*earlier));
  }
  EXPECT_EQ(updates, 11);
}

TEST(ExamplesTest, DisagreementIsMutual) {
  const Documents documents = CorpusDocuments();
  int disagreeing = 0;
  for (const auto& [id, document] : documents) {
    SCOPED_TRACE(id);
    const Document* other = RelatedItem(documents, document, "disagrees_with");
    if (other == nullptr) continue;
    ++disagreeing;
    const Document* back = RelatedItem(documents, *other, "disagrees_with");
    ASSERT_NE(back, nullptr);
    EXPECT_EQ(back->id(), id);
  }
  EXPECT_EQ(disagreeing, 2);
}

TEST(ExamplesTest, ReadmeNamesEveryRelatedItem) {
  const std::string readme = ReadText(ExamplesFolder() / "README.md");
  for (const Document& item : AllItems()) {
    for (const auto& [key, related] : item.metadata()) {
      if (key == "topic") continue;
      EXPECT_THAT(readme, ::testing::HasSubstr("`" + key + "`"));
      EXPECT_THAT(readme, ::testing::HasSubstr("`" + item.id() + "`"));
      EXPECT_THAT(readme, ::testing::HasSubstr("`" + related + "`"));
    }
  }
}

TEST(ExamplesTest, QuestionsAndAnswersCorrespondLineByLine) {
  const auto questions =
      ReadJsonLines<AskRequest>(ExamplesFolder() / "questions.jsonl");
  const auto answers =
      ReadJsonLines<Struct>(ExamplesFolder() / "answers.jsonl");
  ASSERT_EQ(questions.size(), 30u);
  ASSERT_EQ(answers.size(), questions.size());
  std::set<std::string> texts;
  for (size_t i = 0; i < questions.size(); ++i) {
    const std::string& text = questions[i].question().text();
    EXPECT_TRUE(texts.insert(text).second) << "asked twice: " << text;
    EXPECT_EQ(answers[i].fields().at("question").string_value(), text);
  }
}

TEST(ExamplesTest, ConflictsAreBetweenDocumentsThatExist) {
  const Documents documents = CorpusDocuments();
  size_t conflicts = 0;
  for (const Struct& line :
       ReadJsonLines<Struct>(ExamplesFolder() / "conflicts.jsonl")) {
    for (const auto& conflict :
         line.fields().at("conflicts").list_value().values()) {
      ++conflicts;
      for (const auto& side : conflict.struct_value()
                                  .fields()
                                  .at("positions")
                                  .list_value()
                                  .values()) {
        for (const auto& id : side.struct_value()
                                  .fields()
                                  .at("documentIds")
                                  .list_value()
                                  .values()) {
          EXPECT_EQ(documents.count(id.string_value()), 1u)
              << id.string_value();
        }
      }
    }
  }
  EXPECT_EQ(conflicts, 5u);
}

TEST(ExamplesTest, EveryGoldSubstringStandsInItsDocument) {
  const Documents documents = CorpusDocuments();
  size_t unanswerable = 0;
  for (const Struct& answer :
       ReadJsonLines<Struct>(ExamplesFolder() / "answers.jsonl")) {
    SCOPED_TRACE(answer.fields().at("question").string_value());
    const auto& golds = answer.fields().at("gold").list_value().values();
    EXPECT_EQ(answer.fields().at("answerable").bool_value(), !golds.empty());
    if (golds.empty()) ++unanswerable;
    for (const auto& gold : golds) {
      const auto& fields = gold.struct_value().fields();
      const auto& contains = fields.at("contains").string_value();
      const auto found = documents.find(fields.at("documentId").string_value());
      ASSERT_NE(found, documents.end());
      ASSERT_FALSE(contains.empty());
      EXPECT_THAT(found->second.text(), ::testing::HasSubstr(contains));
    }
  }
  EXPECT_EQ(unanswerable, 6u);
}

}  // namespace
}  // namespace footnote
