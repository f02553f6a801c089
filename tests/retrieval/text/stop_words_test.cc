#include "retrieval/text/stop_words.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(IsStopWordTest, KnowsFunctionWords) {
  for (const char* word : {"a", "about", "did", "don't", "the", "us", "which",
                           "who", "you", "yourselves", "herself", "his"}) {
    EXPECT_TRUE(IsStopWord(word)) << word;
  }
}

TEST(IsStopWordTest, LeavesContentWords) {
  for (const char* word : {"", "alliance", "japan", "new", "The", "u.s"}) {
    EXPECT_FALSE(IsStopWord(word)) << word;
  }
}

}  // namespace
}  // namespace footnote
