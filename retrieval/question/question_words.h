// The words of a question, as its kind is told from them.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_WORDS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_WORDS_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A word of a question.
struct QuestionWord {
  std::string lower;          // In lower case, without a possessive ending.
  ByteRange range;            // In the question.
  bool capital = false;       // Begins with a capital letter.
  bool all_capitals = false;  // Two letters or more, none of them small.
  bool owns = false;          // Has a possessive ending.
  bool joined = false;        // A hyphen joins it to the word before.
  bool pause = false;         // A comma or another mark stands before it.
};

// The words of a question. A word that is asked for and not there is empty.
class QuestionWords {
 public:
  // `question` outlives the words.
  explicit QuestionWords(absl::string_view question);

  size_t size() const { return words_.size(); }
  const QuestionWord& operator[](size_t i) const;

  // Return whether word `i` is `word`, or one of `words`.
  bool Is(size_t i, absl::string_view word) const;
  bool IsOneOf(size_t i, std::initializer_list<absl::string_view> words) const;

  // Return whether word `i` is a form of "be", one of those or another verb
  // that opens a question, a preposition, a word like "who".
  bool IsBe(size_t i) const;
  bool IsAuxiliary(size_t i) const;
  bool IsPreposition(size_t i) const;
  bool IsQuestionWord(size_t i) const;

  // Returns whether one of `words` stands at `from` or behind it.
  bool HasFrom(size_t from,
               std::initializer_list<absl::string_view> words) const;

  // Returns the question from word `begin` up to, not including, word `end`, as
  // it was typed.
  std::string Typed(size_t begin, size_t end) const;

 private:
  absl::string_view question_;
  std::vector<QuestionWord> words_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_WORDS_H_
