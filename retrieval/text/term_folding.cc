#include "retrieval/text/term_folding.h"

#include <libstemmer.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "absl/hash/hash.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

// Sets `*folded` to `text` in lower case and returns true if it is ASCII.
bool FoldAscii(absl::string_view text, std::string* folded) {
  folded->assign(text.data(), text.size());
  char* const bytes = folded->data();
  unsigned char seen = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    seen |= c;
    bytes[i] = absl::ascii_tolower(c);
  }
  return seen < 0x80;
}

// Appends `text` in NFKC_Casefold, decomposed, without its marks.
void AppendUnicodeFolded(absl::string_view text, std::string* folded) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const auto* decompose = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return;
  std::string cased;
  std::string parts;
  icu::StringByteSink<std::string> cased_sink(&cased);
  casefold->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())},
                          cased_sink, nullptr, error);
  icu::StringByteSink<std::string> parts_sink(&parts);
  decompose->normalizeUTF8(0, cased, parts_sink, nullptr, error);
  if (U_FAILURE(error)) return;
  for (size_t i = 0; i < parts.size();) {
    const size_t begin = i;
    const int32_t code_point = ReadCodePoint(parts, &i);
    if (code_point >= 0 && u_charType(code_point) != U_NON_SPACING_MARK) {
      folded->append(parts, begin, i - begin);
    }
  }
}

// Replaces the typographic apostrophes by the ASCII one.
void StraightenApostrophes(std::string* word) {
  absl::StrReplaceAll({{"\u2019", "'"}, {"\u02BC", "'"}, {"\uFF07", "'"}},
                      word);
}

void CutAtCodePoint(std::string* word, size_t max_bytes) {
  if (word->size() <= max_bytes) return;
  while (max_bytes > 0 &&
         U8_IS_TRAIL(static_cast<uint8_t>((*word)[max_bytes]))) {
    --max_bytes;
  }
  word->resize(max_bytes);
}

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Stems words and keeps the stems of those of late: a text says most of its
// words again and again, and stemming one takes longer than all else that is
// done to it. A word drives out the one that has its place.
class Stemmer {
 public:
  // Returns the stem of `word`, of the letters a to z and apostrophes, or
  // `word` itself if there is no memory to stem it. The view lives until the
  // next call, or as long as `word`.
  absl::string_view Stem(absl::string_view word) {
    if (word.size() > kMaxBytes) return Snowball(word);
    KeptStem& kept = kept_[absl::HashOf(word) % kWordsKept];
    if (kept.Word() == word) return kept.Stem();
    // Before it is stemmed: it may be the stem of the last call.
    kept.SetWord(word);
    const absl::string_view stem = Snowball(word);
    const bool is_stemmed = stem.data() != word.data();
    if (!is_stemmed || !kept.SetStem(stem)) kept.SetWord("");
    return stem;
  }

 private:
  // Few and small enough to stay in the processor's cache. Longer words are
  // rare.
  static constexpr size_t kWordsKept = 16384;
  static constexpr size_t kMaxBytes = 15;

  // A word, none if it is empty, and its stem.
  class KeptStem {
   public:
    absl::string_view Word() const { return {word_, word_size_}; }
    absl::string_view Stem() const { return {stem_, stem_size_}; }

    void SetWord(absl::string_view word) {
      word_size_ = static_cast<uint8_t>(word.copy(word_, kMaxBytes));
    }

    // Returns whether there is room for `stem`.
    bool SetStem(absl::string_view stem) {
      stem_size_ = static_cast<uint8_t>(stem.copy(stem_, kMaxBytes));
      return stem_size_ == stem.size();
    }

   private:
    uint8_t word_size_ = 0;
    uint8_t stem_size_ = 0;
    char word_[kMaxBytes];
    char stem_[kMaxBytes];
  };

  absl::string_view Snowball(absl::string_view word) {
    if (stemmer_ == nullptr) return word;
    const sb_symbol* stem = sb_stemmer_stem(
        stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
        static_cast<int>(word.size()));
    if (stem == nullptr) return word;
    return {reinterpret_cast<const char*>(stem),
            static_cast<size_t>(sb_stemmer_length(stemmer_.get()))};
  }

  const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_{
      sb_stemmer_new("english", "UTF_8")};
  std::array<KeptStem, kWordsKept> kept_;
};

// A stemmer holds the word it works on, so each thread has one.
Stemmer& ThreadStemmer() {
  thread_local const auto stemmer = std::make_unique<Stemmer>();
  return *stemmer;
}

}  // namespace

void FoldWord(absl::string_view word, std::string* folded) {
  if (!FoldAscii(word, folded)) {
    folded->clear();
    std::string straight(word);
    StraightenApostrophes(&straight);
    AppendUnicodeFolded(straight, folded);
  }
  if (absl::EndsWith(*folded, "'s")) folded->resize(folded->size() - 2);
  CutAtCodePoint(folded, kMaxTermBytes);
}

absl::string_view StemWord(absl::string_view folded) {
  const bool is_word = std::all_of(folded.begin(), folded.end(), [](char c) {
    return absl::ascii_islower(c) || c == '\'';
  });
  if (!is_word || folded.size() < 3) return folded;
  return ThreadStemmer().Stem(folded);
}

}  // namespace footnote
