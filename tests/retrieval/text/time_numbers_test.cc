#include "retrieval/text/time_numbers.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

TEST(TimeNumberAtTest, ReadsEachForm) {
  const struct {
    const char* text;
    size_t end;
    TimeWord word;
    int32_t value;
  } kCases[] = {
      {"25 ", 2, TimeWord::kNumber, 25},
      {"2024.", 4, TimeWord::kNumber, 2024},
      {"2024-02-29", 10, TimeWord::kIsoDay, 20240229},
      {"2024-02-29T09:30:00Z.", 20, TimeWord::kIsoDay, 20240229},
      {"2023-02-29", 4, TimeWord::kNumber, 2023},
      {"2/27/2025", 9, TimeWord::kIsoDay, 20250227},
      {"27/2/2025", 9, TimeWord::kIsoDay, 20250227},
      {"2/2/2025", 8, TimeWord::kIsoDay, 20250202},
      {"2/3/2025", 8, TimeWord::kAmount, 0},
      {"2025/02/03", 10, TimeWord::kIsoDay, 20250203},
      {"24/7", 4, TimeWord::kAmount, 0},
      {"9:30", 4, TimeWord::kClock, 570},
      {"23:59:59", 8, TimeWord::kClock, 1439},
      {"1990s", 5, TimeWord::kDecade, 1990},
      {"1990's", 6, TimeWord::kDecade, 1990},
      {"80s", 3, TimeWord::kDecade, 1980},
      {"3rd", 3, TimeWord::kOrdinal, 3},
      {"9pm", 1, TimeWord::kNumber, 9},
  };
  for (const auto& c : kCases) {
    const TimeNumber number = TimeNumberAt(c.text, 0);
    EXPECT_EQ(number.end, c.end) << c.text;
    EXPECT_EQ(number.word, c.word) << c.text;
    EXPECT_EQ(number.value, c.value) << c.text;
  }
}

TEST(TimeNumberAtTest, TakesTheRestForAmounts) {
  for (const char* text : {"1,000", "2.5", "1/2", "737s", "10kg", "1234567",
                           "99:99", "99999999999999999999/1/1"}) {
    const TimeNumber number = TimeNumberAt(text, 0);
    EXPECT_EQ(number.word, TimeWord::kAmount) << text;
    EXPECT_EQ(number.end, std::string(text).size()) << text;
  }
}

}  // namespace
}  // namespace footnote
