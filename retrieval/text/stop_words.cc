#include "retrieval/text/stop_words.h"

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

}  // namespace

bool IsStopWord(absl::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>(
      std::begin(kStopWords), std::end(kStopWords));
  return kWords->contains(word);
}

}  // namespace footnote
