#include "bench/peers/corpus_generator.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/string_view.h"

namespace footnote::bench {
namespace {

constexpr uint64_t kCoreWords = 7'873;
constexpr double kShift = 2.7;
constexpr double kExponentBeyond = 1.77;
constexpr double kMostWords = 1e12;  // Of which the rarest are never drawn.

// How many new words weigh as much as those a passage has.
constexpr double kUrnWeight = 300;

constexpr double kMeanLength = 60;
constexpr double kLengthSpread = 0.4;  // Of the logarithm.
constexpr double kLeastLength = 8;
constexpr double kGreatestLength = 400;

constexpr absl::string_view kConsonants = "bdfghklmnprstvz";
constexpr absl::string_view kVowels = "aeiou";
// No suffix that the stemmer knows ends in one of these.
constexpr absl::string_view kLastLetters = "bfhkpx";

// Returns the frequencies of the words of the core, and behind them that of all
// others together: where they begin, both laws agree.
std::vector<double> CoreFrequencies() {
  std::vector<double> frequencies;
  for (uint64_t rank = 1; rank <= kCoreWords; ++rank) {
    frequencies.push_back(1 / (static_cast<double>(rank) + kShift));
  }
  // The integral of (1 / core) * (rank / core)^-exponent beyond the core.
  frequencies.push_back(1 / (kExponentBeyond - 1));
  return frequencies;
}

}  // namespace

std::string WordOf(uint64_t number) {
  std::string word(1, kLastLetters[number % kLastLetters.size()]);
  number /= kLastLetters.size();
  // Numbers whose digits are syllables, none of them nothing.
  const size_t syllables = kConsonants.size() * kVowels.size();
  for (++number; number > 0; number = (number - 1) / syllables) {
    const size_t digit = (number - 1) % syllables;
    word.push_back(kVowels[digit % kVowels.size()]);
    word.push_back(kConsonants[digit / kVowels.size()]);
  }
  std::reverse(word.begin(), word.end());
  return word;
}

std::vector<std::string> DrawQuestion(const std::vector<std::string>& words,
                                      size_t count, std::mt19937_64& random) {
  std::vector<std::string> question;
  const size_t last = words.size() > 2 * count ? words.size() - 2 * count : 0;
  size_t place = std::uniform_int_distribution<size_t>(0, last)(random);
  for (; place < words.size() && question.size() < count; ++place) {
    if (std::find(question.begin(), question.end(), words[place]) ==
        question.end()) {
      question.push_back(words[place]);
    }
  }
  return question;
}

CorpusGenerator::CorpusGenerator(uint64_t seed)
    : random_(seed),
      length_(std::log(kMeanLength) - kLengthSpread * kLengthSpread / 2,
              kLengthSpread) {
  const std::vector<double> frequencies = CoreFrequencies();
  core_ = {frequencies.begin(), frequencies.end()};
}

std::vector<std::string> CorpusGenerator::NextPassage() {
  const auto length = static_cast<size_t>(
      std::clamp(length_(random_), kLeastLength, kGreatestLength));
  std::vector<std::string> words;
  words.reserve(length);
  while (words.size() < length) {
    // Either one of the words so far, each as likely, or a new one.
    const double place =
        std::uniform_real_distribution<>(
            0, kUrnWeight + static_cast<double>(words.size()))(random_) -
        kUrnWeight;
    words.push_back(place < 0 ? WordOf(DrawWord())
                              : words[static_cast<size_t>(place)]);
  }
  return words;
}

uint64_t CorpusGenerator::DrawWord() {
  const uint64_t number = core_(random_);
  if (number < kCoreWords) return number;
  const double u = std::uniform_real_distribution<>(0, 1)(random_);
  const double rank = static_cast<double>(kCoreWords) *
                      std::pow(1 - u, -1 / (kExponentBeyond - 1));
  return static_cast<uint64_t>(std::min(rank, kMostWords));
}

}  // namespace footnote::bench
