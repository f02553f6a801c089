#include "retrieval/index/fts_leaf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

constexpr auto kDataLoss = absl::StatusCode::kDataLoss;

// Returns a block whose header says where the first passage stands and that the
// content ends at `end`.
std::string Block(size_t first_passage, size_t end, const std::string& rest) {
  std::string block;
  for (const size_t number : {first_passage, end}) {
    block.push_back(static_cast<char>(number >> 8));
    block.push_back(static_cast<char>(number & 0xff));
  }
  return block + rest;
}

// Returns the block of a leaf of `content` with terms at `offsets`.
std::string LeafOf(size_t first_passage, const std::string& content,
                   const std::string& offsets) {
  return Block(first_passage, FtsLeaf::kHeaderBytes + content.size(),
               content + offsets);
}

// The terms of a leaf and what follows each.
using Doclists = std::map<std::string, std::string>;

// Returns a block of `lists`, as FTS5 writes it. Nothing in it is so long that
// its size would take a second byte.
std::string Written(const Doclists& lists) {
  std::string content;
  std::string offsets;
  std::string last;
  size_t offset = 0;
  for (const auto& [term, list] : lists) {
    const size_t next = FtsLeaf::kHeaderBytes + content.size();
    offsets.push_back(static_cast<char>(next - offset));
    offset = next;
    const auto shared =
        std::mismatch(last.begin(), last.end(), term.begin(), term.end()).first;
    const auto same = static_cast<size_t>(shared - last.begin());
    if (!last.empty()) content.push_back(static_cast<char>(same));
    content.push_back(static_cast<char>(term.size() - same));
    absl::StrAppend(&content, term.substr(same), list);
    last = term;
  }
  return LeafOf(0, content, offsets);
}

// Expects that `term` is on `leaf` exactly if it is in `lists`, and its list.
void ExpectFound(const FtsLeaf& leaf, const Doclists& lists,
                 const std::string& term) {
  SCOPED_TRACE(term);
  const auto found = FindDoclist(leaf, term);
  ASSERT_OK(found);
  const auto expected = lists.find(term);
  ASSERT_EQ(found->has_value(), expected != lists.end());
  if (!found->has_value()) return;
  EXPECT_EQ((*found)->bytes, expected->second);
  EXPECT_EQ((*found)->is_last, std::next(expected) == lists.end());
}

TEST(FtsLeafTest, TellsItsParts) {
  const std::string block = LeafOf(5, "xyz\1alist\1\1blist", {7, 6});
  const auto leaf = FtsLeaf::Parse(block);
  ASSERT_OK(leaf);
  EXPECT_TRUE(leaf->has_terms());
  EXPECT_EQ(leaf->first_passage, 5u);
  EXPECT_EQ(leaf->first_term, 7u);
  EXPECT_EQ(leaf->content, block.substr(0, block.size() - 2));
  EXPECT_EQ(leaf->term_offsets, "\7\6");
  EXPECT_EQ(leaf->BeforeTerms(FtsLeaf::kHeaderBytes), "xyz");
  EXPECT_EQ(leaf->BeforeTerms(leaf->first_passage), "yz");
}

TEST(FtsLeafTest, MayHaveNoTermsAndNothingAtAll) {
  const std::string long_list(300, 'x');
  for (const std::string& content : {std::string(), long_list}) {
    const std::string block = LeafOf(0, content, "");
    const auto leaf = FtsLeaf::Parse(block);
    ASSERT_OK(leaf);
    EXPECT_FALSE(leaf->has_terms());
    EXPECT_EQ(leaf->first_passage, 0u);
    EXPECT_EQ(leaf->BeforeTerms(FtsLeaf::kHeaderBytes), content);
    ExpectFound(*leaf, {}, "a");
  }
}

TEST(FtsLeafTest, RefusesOffsetsThatLieOutside) {
  const std::map<std::string, std::string> cases = {
      {"nothing", ""},
      {"half a header", std::string(3, '\0')},
      {"an end in the header", Block(0, 3, "xyz")},
      {"an end behind the block", Block(0, 8, "xyz")},
      {"a passage in the header", LeafOf(3, "xyz", "")},
      {"a passage at the end", LeafOf(7, "xyz", "")},
      {"a passage at the first term", LeafOf(5, "x\1alist", {5})},
      {"a term in the header", LeafOf(0, "\1alist", {3})},
      {"a term at the end", LeafOf(0, "\1a", {6})},
      {"half an offset", LeafOf(0, "\1alist", "\x84")},
  };
  for (const auto& [what, block] : cases) {
    EXPECT_THAT(FtsLeaf::Parse(block), StatusIs(kDataLoss)) << what;
  }
}

TEST(FindDoclistTest, FindsEachTermAndNoOther) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    Doclists lists;
    for (auto left = 1 + random() % 12; left > 0; --left) {
      std::string term;
      for (auto size = 1 + random() % 5; size > 0; --size) {
        term.push_back("ab\xc3"[random() % 3]);
      }
      lists[term] = std::string(1 + random() % 9, '\xff');
    }
    const std::string block = Written(lists);
    const auto leaf = FtsLeaf::Parse(block);
    ASSERT_OK(leaf);
    for (const auto& [term, list] : lists) {
      ExpectFound(*leaf, lists, term);
      ExpectFound(*leaf, lists, term + "a");
      ExpectFound(*leaf, lists, term.substr(0, term.size() - 1));
    }
    ExpectFound(*leaf, lists, "\1");
    ExpectFound(*leaf, lists, "\xff");
  }
}

TEST(FindDoclistTest, RefusesATermThatLiesOutside) {
  const std::map<std::string, std::string> cases = {
      {"longer than the leaf", LeafOf(0, "\6alist", {4})},
      {"of no bytes", LeafOf(0, std::string("\0alist", 6), {4})},
      {"shares more than there is", LeafOf(0, "\1a.\2\1c.", {4, 3})},
      {"adds nothing", LeafOf(0, std::string("\1a.\1\0.", 6), {4, 3})},
      {"begins behind the leaf", LeafOf(0, "\1a.\1\1b.", {4, 9})},
      {"has half an offset", LeafOf(0, "\1a.\1\1b.", "\4\x83")},
  };
  for (const auto& [what, block] : cases) {
    const auto leaf = FtsLeaf::Parse(block);
    ASSERT_OK(leaf) << what;
    EXPECT_THAT(FindDoclist(*leaf, "x"), StatusIs(kDataLoss)) << what;
  }
}

// A list ends where the next term begins, which has to be behind it.
TEST(FindDoclistTest, RefusesAListThatEndsBeforeItBegins) {
  const std::string block = LeafOf(0, "\3abc...", {4, 3});
  const auto leaf = FtsLeaf::Parse(block);
  ASSERT_OK(leaf);
  EXPECT_THAT(FindDoclist(*leaf, "abc"), StatusIs(kDataLoss));
}

}  // namespace
}  // namespace footnote
