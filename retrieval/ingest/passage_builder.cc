#include "retrieval/ingest/passage_builder.h"

#include "absl/strings/match.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

int CountWords(absl::string_view text) {
  WordScanner scanner(text);
  Word word;
  int words = 0;
  while (scanner.Next(&word)) ++words;
  return words;
}

// Collects sentences into the passage under way.
class Builder {
 public:
  Builder(absl::string_view text, const std::vector<Sentence>& sentences)
      : text_(text), sentences_(sentences) {}

  std::vector<SentenceRun> Build() {
    for (uint32_t i = 0; i < sentences_.size(); ++i) {
      sentences_[i].kind == SentenceKind::kProse ? Add(i) : End();
    }
    End();
    return std::move(passages_);
  }

 private:
  void Add(uint32_t i) {
    const int words = CountWords(Slice(text_, sentences_[i].range));
    const bool too_long = words_ + words > kMaxPassageWords;
    if (too_long || (words_ >= kPassageWords && BeginsParagraph(i))) End();
    if (run_.sentence_count == 0) {
      run_ = {i, 0, {sentences_[i].range.begin, 0}};
    }
    ++run_.sentence_count;
    run_.range.end = sentences_[i].range.end;
    words_ += words;
  }

  // Returns whether a line ends between sentence `i` and the one before.
  bool BeginsParagraph(uint32_t i) const {
    const ByteRange gap = {sentences_[i - 1].range.end,
                           sentences_[i].range.begin};
    return absl::StrContains(Slice(text_, gap), '\n');
  }

  void End() {
    if (run_.sentence_count > 0) passages_.push_back(run_);
    run_ = {};
    words_ = 0;
  }

  absl::string_view text_;
  const std::vector<Sentence>& sentences_;
  std::vector<SentenceRun> passages_;
  SentenceRun run_;  // Under way; empty if its sentence_count is 0.
  int words_ = 0;
};

}  // namespace

std::vector<SentenceRun> BuildPassages(absl::string_view text,
                                       const std::vector<Sentence>& sentences) {
  return Builder(text, sentences).Build();
}

}  // namespace footnote
