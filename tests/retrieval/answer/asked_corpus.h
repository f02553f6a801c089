// A corpus of a few documents to ask.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_ANSWER_ASKED_CORPUS_H_
#define FOOTNOTE_TESTS_RETRIEVAL_ANSWER_ASKED_CORPUS_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "retrieval/answer/learned_model.h"
#include "retrieval/corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// Asks for the best there is, as many as `max_sentences`.
inline AskOptions Best(int max_sentences = 10) {
  AskOptions options;
  options.max_sentences = max_sentences;
  options.min_confidence = 0;
  return options;
}

// An empty corpus in a directory of its own.
class AskedCorpus : public ::testing::Test {
 protected:
  void SetUp() override { Open(nullptr); }

  // Opens the corpus, again or at first; `model` ranks, as Corpus::Open().
  void Open(std::shared_ptr<const LearnedModel> model) {
    corpus_.reset();
    auto corpus =
        Corpus::Open(directory_.File("corpus.db"), {}, std::move(model));
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
  }

  void Import(const std::string& id, const std::string& text,
              const std::string& published = "",
              const std::string& source = "") {
    Document document;
    document.id = id;
    document.text = text;
    document.published = published;
    document.source = source;
    ASSERT_OK(corpus_->Import({document}, Deadline::Infinite()));
  }

  Answer Ask(const Question& question, const AskOptions& options = Best()) {
    auto answer = corpus_->Ask(question, options, Deadline::Infinite());
    EXPECT_OK(answer);
    return *std::move(answer);
  }

  static Question Asking(const std::string& text) {
    Question question;
    question.text = text;
    return question;
  }

  static std::vector<std::string> TextsOf(const Answer& answer) {
    std::vector<std::string> texts;
    for (const CitedSentence& sentence : answer.sentences) {
      texts.push_back(sentence.text);
    }
    return texts;
  }

  std::unique_ptr<Corpus> corpus_;

 private:
  TemporaryDirectory directory_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_ANSWER_ASKED_CORPUS_H_
