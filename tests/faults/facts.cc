#include "tests/faults/facts.h"

#include <cstdint>
#include <random>

#include "absl/strings/str_cat.h"

namespace footnote::testing {
namespace {

constexpr int kMostSentences = 400;

// Returns a name of its own for each harbour; no two share a stem.
std::string Harbour(char owner, int number) {
  static constexpr absl::string_view kSyllables[] = {
      "ba", "do", "fu", "ga", "ko", "lu", "ma", "no", "pu", "ra"};
  std::string name(1, static_cast<char>(owner - 'a' + 'A'));
  for (int rest = number + 1000; rest > 0; rest /= 10) {
    absl::StrAppend(&name, kSyllables[rest % 10]);
  }
  return absl::StrCat(name, "k");
}

}  // namespace

v1::Document FactDocument(char owner, int number, int version) {
  std::mt19937 random(
      static_cast<std::mt19937::result_type>(version * 1000 + number));
  const std::string harbour = Harbour(owner, number);
  v1::Document document;
  document.set_id(absl::StrCat(std::string(1, owner), "-", number));
  document.set_title(absl::StrCat("Report ", version, " of a harbour"));
  document.set_source("Harbour Office");
  (*document.mutable_metadata())["version"] = absl::StrCat(version);
  std::string text = absl::StrCat("The harbour of ", harbour, " counted ",
                                  version, " crates this year.");
  // Most are short; some run over many pages of the file.
  const auto shape = random() % 10;
  const auto sentences = shape == 0 ? random() % kMostSentences : shape;
  for (uint64_t i = 0; i < sentences; ++i) {
    absl::StrAppend(&text, i % 5 == 4 ? "\n" : " ", "Pier ", random() % 1000,
                    " took ", random() % 100000, " barrels of fish and salt.");
  }
  document.set_text(text);
  return document;
}

std::string FactQuestion(char owner, int number) {
  return absl::StrCat("How many crates did the harbour of ",
                      Harbour(owner, number), " count?");
}

}  // namespace footnote::testing
