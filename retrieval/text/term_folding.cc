#include "retrieval/text/term_folding.h"

#include <libstemmer.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

bool IsAscii(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
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

// A stemmer holds the word it works on, so each thread has one.
sb_stemmer* ThreadStemmer() {
  thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(
      sb_stemmer_new("english", "UTF_8"));
  return stemmer.get();
}

}  // namespace

void FoldWord(absl::string_view word, std::string* folded) {
  folded->clear();
  if (IsAscii(word)) {
    folded->assign(word.data(), word.size());
    absl::AsciiStrToLower(folded);
  } else {
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
  sb_stemmer* stemmer = is_word ? ThreadStemmer() : nullptr;
  if (stemmer == nullptr || folded.size() < 3) return folded;
  const sb_symbol* stem = sb_stemmer_stem(
      stemmer, reinterpret_cast<const sb_symbol*>(folded.data()),
      static_cast<int>(folded.size()));
  if (stem == nullptr) return folded;
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace footnote
