#include "retrieval/text/line_breaks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Blocks(absl::string_view text) {
  std::vector<std::string> blocks;
  for (const ByteRange& range : FindBlocks(text)) {
    blocks.emplace_back(Slice(text, range));
  }
  return blocks;
}

TEST(LineBreaksTest, EndBlocks) {
  EXPECT_THAT(Blocks("Head\nText."), ElementsAre("Head", "Text."));
  EXPECT_THAT(Blocks(" Head \n \n text "), ElementsAre("Head", "text"));
  EXPECT_THAT(Blocks("k\r\nl\rm\u2028n"), ElementsAre("k", "l", "m", "n"));
  EXPECT_THAT(Blocks("\n \n"), IsEmpty());
}

TEST(LineBreaksTest, AreRunOver) {
  EXPECT_THAT(Blocks("The port of\nDover"), ElementsAre("The port of\nDover"));
  EXPECT_THAT(Blocks("It was\ncold"), ElementsAre("It was\ncold"));
  EXPECT_THAT(Blocks("It was cold\nat night\nin May"),
              ElementsAre("It was cold\nat night\nin May"));
}

TEST(LineBreaksTest, OfAWrappedParagraphAreRunOver) {
  const std::string wrapped =
      "The council of the town approved the terminal that Ines\n"
      "Falk had asked for in a letter to the Ministry of Ports\n"
      "Dover and Harwich sent.";
  EXPECT_THAT(Blocks(wrapped), ElementsAre(wrapped));
}

TEST(LineBreaksTest, OfHeadlinesAreNotRunOver) {
  EXPECT_THAT(Blocks("Council of the town approves terminal after long debate\n"
                     "Storm hits port\n"
                     "Ferry lines report record numbers for a third year"),
              ::testing::SizeIs(3));
}

}  // namespace
}  // namespace footnote
