// The titles before and behind names: "Prime Minister Falk", "Falk, a
// spokeswoman for the harbour,".

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TITLES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TITLES_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/prose_words.h"

namespace footnote {

// Returns where the name begins in the capitalised words [begin, end) of
// `words`: behind the title that they begin with. `end` if they are a title and
// nothing else. `words` are those of `text`.
//
// REQUIRES: begin < end <= words.size().
size_t NameBegin(absl::string_view text, absl::Span<const ProseWord> words,
                 size_t begin, size_t end);

// Returns the title before the name that begins at the word `name` in a run of
// capitalised words that begins at `run`; empty if there is none. The sentence
// begins at the word `sentence`.
//
// REQUIRES: sentence <= run <= name < words.size().
ByteRange TitleBefore(absl::Span<const ProseWord> words, size_t sentence,
                      size_t run, size_t name);

// Returns the title behind the name that ends before the word `end`, without
// its article; empty if there is none. `words` end with the sentence.
ByteRange TitleBehind(absl::Span<const ProseWord> words, size_t end);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TITLES_H_
