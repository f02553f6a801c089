#include "retrieval/text/glued_leftovers.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

constexpr const char* kLead = "The port reopened on Monday after a storm.";

TEST(GluedLeftoversTest, EndBeforeTheLead) {
  for (const char* leftover :
       {"(Photo by Ana Lind)", "[Image: Reuters]", "Advertisement",
        "Share Tweet Email", "Updated: Jan 24, 2025 5:12 PM IST",
        "Monday, May 18, 2015", "Photo: AFP", "Ana Lind of the Greens"}) {
    SCOPED_TRACE(leftover);
    EXPECT_EQ(GluedLeftoverEnd(absl::StrCat(leftover, " ", kLead)),
              std::string(leftover).size());
  }
  EXPECT_EQ(
      GluedLeftoverEnd("By Ana Lind DOVER (AP) - The port reopened today"),
      size_t{11});
}

TEST(GluedLeftoversTest, AreNotSeenInASentence) {
  for (const char* block :
       {"The port reopened on Monday after a storm.",
        "(Reuters) - The port reopened on Monday after a storm.",
        "DOVER (AP) - The port reopened on Monday after a storm.",
        "Share prices fell on Monday after the storm in the port.",
        "Published in 1999, The Port became the talk of the town.",
        "By Monday, The Courier said, the port was open to all ships.",
        "Her novel In the Port was read by all of the town.",
        "Photo: AFP The port", "Advertisement"}) {
    SCOPED_TRACE(block);
    EXPECT_EQ(GluedLeftoverEnd(block), size_t{0});
  }
}

TEST(GluedLeftoversTest, ShowTheLabelOfACredit) {
  const std::string block = "The port at dusk Image: Harbour Authority";
  EXPECT_EQ(GluedCreditBefore(block, block.find(':')), size_t{17});
  for (const std::string& other : std::vector<std::string>{
           "Image: Harbour Authority", "He saw the image: a port",
           "The port: a ruin", "It was dusk. Falk said: no"}) {
    SCOPED_TRACE(other);
    EXPECT_EQ(GluedCreditBefore(other, other.find(':')), std::nullopt);
  }
}

}  // namespace
}  // namespace footnote
