// Corpora and questions made by chance, for tests that compare two ways to the
// same result.

#ifndef FOOTNOTE_TESTS_TESTING_RANDOM_CORPUS_H_
#define FOOTNOTE_TESTS_TESTING_RANDOM_CORPUS_H_

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/document.h"

namespace footnote::testing {

// Draws documents whose words are distributed as those of a language are: the
// n-th word of its vocabulary is about n times rarer than the first.
class RandomCorpus {
 public:
  explicit RandomCorpus(unsigned seed, int vocabulary = 60)
      : random_(seed), vocabulary_(vocabulary) {}

  // Returns a word such as "w7", which is a term as it stands.
  std::string Word() {
    const double u = std::uniform_real_distribution<>(0, 1)(random_);
    return absl::StrCat("w", static_cast<int>(std::pow(vocabulary_, u)));
  }

  std::string Words(int count) {
    std::string words;
    for (int i = 0; i < count; ++i)
      absl::StrAppend(&words, i ? " " : "", Word());
    return words;
  }

  // Returns a document of a few paragraphs.
  Document MakeDocument(int number) {
    Document document;
    document.id = absl::StrCat("d", number);
    document.title = Words(Number(0, 4));
    const int sentences = Number(1, 30);
    for (int i = 0; i < sentences; ++i) {
      absl::StrAppend(&document.text, "The ", Words(Number(2, 25)), ".",
                      Number(0, 4) == 0 ? "\n\n" : " ");
    }
    return document;
  }

  std::vector<Document> MakeDocuments(int first, int count) {
    std::vector<Document> documents;
    for (int i = 0; i < count; ++i) {
      documents.push_back(MakeDocument(first + i));
    }
    return documents;
  }

  // Returns a number in [low, high].
  int Number(int low, int high) {
    return std::uniform_int_distribution<>(low, high)(random_);
  }

 private:
  std::mt19937 random_;
  int vocabulary_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_RANDOM_CORPUS_H_
