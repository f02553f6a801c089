#include "retrieval/text/number_words.h"

#include <cstddef>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

using Kind = NumberWordKind;
using WordMap = absl::flat_hash_map<absl::string_view, NumberWord>;

// The shortest and the longest word of the list below.
constexpr size_t kShortest = 3;
constexpr size_t kLongest = 11;

const WordMap& Words() {
  static const auto* const words = new WordMap{
      {"zero", {Kind::kOnes, 0}},         {"one", {Kind::kOnes, 1}},
      {"two", {Kind::kOnes, 2}},          {"three", {Kind::kOnes, 3}},
      {"four", {Kind::kOnes, 4}},         {"five", {Kind::kOnes, 5}},
      {"six", {Kind::kOnes, 6}},          {"seven", {Kind::kOnes, 7}},
      {"eight", {Kind::kOnes, 8}},        {"nine", {Kind::kOnes, 9}},
      {"ten", {Kind::kTeens, 10}},        {"eleven", {Kind::kTeens, 11}},
      {"twelve", {Kind::kTeens, 12}},     {"thirteen", {Kind::kTeens, 13}},
      {"fourteen", {Kind::kTeens, 14}},   {"fifteen", {Kind::kTeens, 15}},
      {"sixteen", {Kind::kTeens, 16}},    {"seventeen", {Kind::kTeens, 17}},
      {"eighteen", {Kind::kTeens, 18}},   {"nineteen", {Kind::kTeens, 19}},
      {"twenty", {Kind::kTens, 20}},      {"thirty", {Kind::kTens, 30}},
      {"forty", {Kind::kTens, 40}},       {"fourty", {Kind::kTens, 40}},
      {"fifty", {Kind::kTens, 50}},       {"sixty", {Kind::kTens, 60}},
      {"seventy", {Kind::kTens, 70}},     {"eighty", {Kind::kTens, 80}},
      {"ninety", {Kind::kTens, 90}},      {"dozen", {Kind::kScale, 12}},
      {"hundred", {Kind::kScale, 1e2}},   {"thousand", {Kind::kScale, 1e3}},
      {"million", {Kind::kScale, 1e6}},   {"billion", {Kind::kScale, 1e9}},
      {"trillion", {Kind::kScale, 1e12}}, {"quadrillion", {Kind::kScale, 1e15}},
      {"half", {Kind::kPart, 2}},         {"third", {Kind::kPart, 3}},
      {"thirds", {Kind::kPart, 3}},       {"quarter", {Kind::kPart, 4}},
      {"quarters", {Kind::kPart, 4}},     {"fourth", {Kind::kPart, 4}},
      {"fourths", {Kind::kPart, 4}},      {"fifth", {Kind::kPart, 5}},
      {"fifths", {Kind::kPart, 5}},       {"sixth", {Kind::kPart, 6}},
      {"sixths", {Kind::kPart, 6}},       {"seventh", {Kind::kPart, 7}},
      {"sevenths", {Kind::kPart, 7}},     {"eighth", {Kind::kPart, 8}},
      {"eighths", {Kind::kPart, 8}},      {"ninth", {Kind::kPart, 9}},
      {"ninths", {Kind::kPart, 9}},       {"tenth", {Kind::kPart, 10}},
      {"tenths", {Kind::kPart, 10}}};
  return *words;
}

// Returns whether a number word may begin as `word` does: few words do, so that
// few are looked up.
bool MayBeNumber(absl::string_view word) {
  constexpr char kLowerCase = 0x20;
  const char second = static_cast<char>(word[1] | kLowerCase);
  switch (word[0] | kLowerCase) {
    case 'b':
    case 'm':
    case 'n':
      return second == 'i';
    case 'd':
      return second == 'o';
    case 'e':
      return second == 'i' || second == 'l';
    case 'f':
      return second == 'i' || second == 'o';
    case 'h':
      return second == 'a' || second == 'u';
    case 'o':
      return second == 'n';
    case 'q':
      return second == 'u';
    case 's':
      return second == 'e' || second == 'i';
    case 't':  // Not "the", "that".
      return second == 'h' ? word.size() > 4
                           : second == 'e' || second == 'r' || second == 'w';
    case 'z':
      return second == 'e';
    default:
      return false;
  }
}

}  // namespace

std::optional<NumberWord> FindNumberWord(absl::string_view word) {
  if (word.size() < kShortest || word.size() > kLongest || !MayBeNumber(word)) {
    return std::nullopt;
  }
  char buffer[kLongest];
  const auto found = Words().find(LowerAscii(word, buffer, sizeof(buffer)));
  if (found == Words().end()) return std::nullopt;
  return found->second;
}

double ScaleOfSuffix(absl::string_view suffix, bool money) {
  static constexpr struct {
    absl::string_view suffix;
    double scale;
    bool money;  // Of money alone.
  } kSuffixes[] = {
      {"bn", 1e9, false},  {"bln", 1e9, false}, {"mn", 1e6, false},
      {"mln", 1e6, false}, {"tn", 1e12, false}, {"trn", 1e12, false},
      {"k", 1e3, true},    {"m", 1e6, true},    {"mm", 1e6, true},
      {"b", 1e9, true},    {"t", 1e12, true}};
  for (const auto& entry : kSuffixes) {
    if ((money || !entry.money) &&
        absl::EqualsIgnoreCase(entry.suffix, suffix)) {
      return entry.scale;
    }
  }
  return 0;
}

double ValueOfFractionSign(char32_t sign) {
  switch (sign) {
    case 0xBC:  // ¼
      return 0.25;
    case 0xBD:  // ½
      return 0.5;
    case 0xBE:  // ¾
      return 0.75;
    case 0x2153:  // ⅓
      return 1.0 / 3;
    case 0x2154:  // ⅔
      return 2.0 / 3;
    default:
      return 0;
  }
}

}  // namespace footnote
