// Every conflict that examples/conflicts.jsonl tells of is found in the
// examples, and no other.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "footnote/v1/question_answering.pb.h"
#include "tests/end_to_end/json_files.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using google::protobuf::Struct;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kExamples = FOOTNOTE_EXAMPLES_DIR;

// The documents of each side of a conflict, by its value.
using Sides = std::map<std::string, std::set<std::string>>;

Sides ExpectedSides(const Struct& conflict) {
  Sides sides;
  for (const auto& side :
       conflict.fields().at("positions").list_value().values()) {
    const auto& fields = side.struct_value().fields();
    std::set<std::string>& ids = sides[fields.at("value").string_value()];
    for (const auto& id : fields.at("documentIds").list_value().values()) {
      ids.insert(id.string_value());
    }
  }
  return sides;
}

Sides FoundSides(const v1::Conflict& conflict) {
  Sides sides;
  for (const v1::ConflictPosition& side : conflict.positions()) {
    std::set<std::string>& ids = sides[side.value()];
    for (const v1::CitedSentence& sentence : side.sentences()) {
      ids.insert(sentence.citation().document_id());
    }
  }
  return sides;
}

class ExampleConflictsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NE(server_.address(), "");
    const ProgramResult import =
        server_.Footnote({"import", kExamples + "/corpus"});
    ASSERT_EQ(import.exit_status, 0) << import.err;
  }

  v1::Answer Ask(const std::string& question) {
    const ProgramResult result =
        server_.Footnote({"--output", "json", "ask", question});
    return FromJson<v1::AskResponse>(result.out).answer();
  }

  TemporaryDirectory directory_;
  ServerProcess server_{directory_.File("data")};
};

TEST_F(ExampleConflictsTest, FindsThoseOfTheExamplesAndNoOthers) {
  for (const Struct& line :
       FromJsonLines<Struct>(ReadFile(kExamples + "/conflicts.jsonl"))) {
    const auto& fields = line.fields();
    const std::string question = fields.at("question").string_value();
    SCOPED_TRACE(question);
    const auto& expected = fields.at("conflicts").list_value().values();
    const v1::Answer answer = Ask(question);
    EXPECT_GT(answer.sentences_size(), 0);
    ASSERT_THAT(answer.conflicts(), SizeIs(expected.size()));
    for (int i = 0; i < expected.size(); ++i) {
      const Struct& conflict = expected[i].struct_value();
      EXPECT_EQ(v1::ConflictKind_Name(answer.conflicts(i).kind()),
                conflict.fields().at("kind").string_value());
      EXPECT_EQ(FoundSides(answer.conflicts(i)), ExpectedSides(conflict));
    }
  }
}

TEST_F(ExampleConflictsTest, CountsCopiesOnceAndNamesTheLaterReport) {
  const v1::Answer answer =
      Ask("How many passengers did the ferry Kestrel carry?");
  ASSERT_THAT(answer.conflicts(), SizeIs(1));
  const v1::Conflict& conflict = answer.conflicts(0);
  ASSERT_EQ(conflict.positions_size(), 2);
  EXPECT_EQ(conflict.positions(0).independent_sources(), 1u);
  EXPECT_FALSE(conflict.positions(0).is_later());
  EXPECT_EQ(conflict.positions(1).independent_sources(), 1u);
  EXPECT_TRUE(conflict.positions(1).is_later());
}

}  // namespace
}  // namespace footnote::testing
