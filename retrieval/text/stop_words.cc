#include "retrieval/text/stop_words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "absl/container/flat_hash_set.h"

namespace footnote {
namespace {

constexpr absl::string_view kStopWords[] = {
    "a",        "about",      "after",      "again",    "against",   "all",
    "also",     "am",         "an",         "and",      "any",       "are",
    "aren't",   "as",         "at",         "be",       "been",      "before",
    "being",    "between",    "both",       "but",      "by",        "can",
    "can't",    "cannot",     "could",      "couldn't", "did",       "didn't",
    "do",       "does",       "doesn't",    "doing",    "don't",     "during",
    "each",     "either",     "else",       "every",    "few",       "for",
    "from",     "had",        "hadn't",     "has",      "hasn't",    "have",
    "haven't",  "having",     "he",         "he'd",     "he'll",     "her",
    "here",     "hers",       "herself",    "him",      "himself",   "his",
    "how",      "i",          "i'd",        "i'll",     "i'm",       "i've",
    "if",       "in",         "into",       "is",       "isn't",     "it",
    "it'll",    "its",        "itself",     "just",     "me",        "mine",
    "must",     "my",         "myself",     "neither",  "no",        "nor",
    "not",      "of",         "off",        "on",       "once",      "only",
    "onto",     "or",         "our",        "ours",     "ourselves", "shall",
    "she",      "she'd",      "she'll",     "should",   "shouldn't", "so",
    "some",     "such",       "than",       "that",     "the",       "their",
    "theirs",   "them",       "themselves", "then",     "there",     "these",
    "they",     "they'd",     "they'll",    "they're",  "they've",   "this",
    "those",    "through",    "to",         "too",      "under",     "until",
    "upon",     "us",         "very",       "was",      "wasn't",    "we",
    "we'd",     "we'll",      "we're",      "we've",    "were",      "weren't",
    "what",     "when",       "where",      "whether",  "which",     "while",
    "who",      "whom",       "whose",      "why",      "will",      "with",
    "within",   "without",    "won't",      "would",    "wouldn't",  "you",
    "you'd",    "you'll",     "you're",     "you've",   "your",      "yours",
    "yourself", "yourselves",
};

// Tells for most words that are no stop words that they are none, by their
// first and last letter and their length.
class StopWordShapes {
 public:
  StopWordShapes() {
    for (const absl::string_view word : kStopWords) {
      sizes_[Ends(word)] |= static_cast<uint16_t>(1U << word.size());
    }
  }

  bool MayHold(absl::string_view word) const {
    return !word.empty() && word.size() < kSizes &&
           (sizes_[Ends(word)] >> word.size() & 1) != 0;
  }

 private:
  static constexpr size_t kSizes = 16;
  static constexpr size_t kLetters = 32;

  // Returns one number for the first and the last letter.
  static size_t Ends(absl::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return first % kLetters * kLetters + last % kLetters;
  }

  // By Ends(): the lengths of such words, a bit each.
  std::array<uint16_t, kLetters* kLetters> sizes_ = {};
};

}  // namespace

bool IsStopWord(absl::string_view word) {
  static const auto* const kShapes = new StopWordShapes();
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>(
      std::begin(kStopWords), std::end(kStopWords));
  // A look-up takes ten times as long, and most words are none.
  return kShapes->MayHold(word) && kWords->contains(word);
}

}  // namespace footnote
