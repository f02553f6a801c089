#include "bench/load/respelling.h"

#include "absl/container/flat_hash_set.h"
#include "absl/functional/function_ref.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace footnote::bench {
namespace {

// A word that more documents hold is common.
constexpr size_t kFewDocuments = 12;

// Shorter ones have too few spellings.
constexpr size_t kLeastLetters = 3;

constexpr absl::string_view kVowels = "aeiou";
constexpr absl::string_view kConsonants = "bcdfghjklmnpqrstvwxz";
static_assert(kVowels.size() * kConsonants.size() == Respelling::kEditions);

bool IsLetter(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c));
}

// Calls `visit` with the runs of letters of `text` and with what stands between
// them, in order.
void ForEachRun(absl::string_view text,
                absl::FunctionRef<void(absl::string_view run)> visit) {
  while (!text.empty()) {
    const bool is_word = IsLetter(text.front());
    size_t size = 1;
    while (size < text.size() && IsLetter(text[size]) == is_word) ++size;
    visit(text.substr(0, size));
    text.remove_prefix(size);
  }
}

// Returns the letter `steps` behind `letter` in `alphabet`, around its end.
char Shifted(absl::string_view alphabet, char letter, size_t steps) {
  const size_t at = alphabet.find(letter);
  if (at == absl::string_view::npos) return letter;
  return alphabet[(at + steps) % alphabet.size()];
}

std::string Spelled(absl::string_view word, size_t edition) {
  std::string spelled;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    char letter = absl::ascii_tolower(byte);
    letter = Shifted(kVowels, letter, edition % kVowels.size());
    letter = Shifted(kConsonants, letter, edition / kVowels.size());
    spelled += absl::ascii_isupper(byte)
                   ? absl::ascii_toupper(static_cast<unsigned char>(letter))
                   : letter;
  }
  return spelled;
}

}  // namespace

Respelling::Respelling(const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    absl::flat_hash_set<std::string> words;
    ForEachRun(document.text, [&](absl::string_view run) {
      if (IsLetter(run.front())) words.insert(absl::AsciiStrToLower(run));
    });
    for (const std::string& word : words) ++documents_with_[word];
  }
}

Document Respelling::Edition(const Document& document, size_t edition) const {
  Document copy = document;
  if (edition == 0) return copy;
  copy.id = absl::StrCat("edition-", edition, "-", document.id);
  copy.title = Respell(document.title, edition);
  copy.text = Respell(document.text, edition);
  return copy;
}

std::string Respelling::Respell(absl::string_view text, size_t edition) const {
  std::string respelled;
  ForEachRun(text, [&](absl::string_view run) {
    const auto known = documents_with_.find(absl::AsciiStrToLower(run));
    const bool is_common =
        known != documents_with_.end() && known->second > kFewDocuments;
    if (!IsLetter(run.front()) || run.size() < kLeastLetters || is_common) {
      absl::StrAppend(&respelled, run);
    } else {
      absl::StrAppend(&respelled, Spelled(run, edition));
    }
  });
  return respelled;
}

}  // namespace footnote::bench
