// Any bytes are files of WordNet: what is asked of them ends, and tells no more
// than it may.
//
// The input is an index, synsets and irregular forms, parted by lines of "%%";
// they stand for those of every part of speech.

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "retrieval/question/word_relations.h"
#include "retrieval/text/wordnet.h"
#include "retrieval/text/wordnet_entry.h"
#include "retrieval/text/wordnet_lines.h"
#include "tests/testing/temporary_directory.h"

namespace {

using footnote::PartOfSpeech;
using footnote::SynsetEntry;
using footnote::SynsetPointerKind;

void Require(bool condition) {
  if (!condition) std::abort();
}

// Reads each line of `bytes` in a copy, behind which nothing may be read.
void ReadLines(absl::string_view bytes) {
  const std::vector<char> copy(bytes.begin(), bytes.end());
  const absl::string_view file(copy.data(), copy.size());
  SynsetEntry entry;
  for (uint32_t at = 0; at < file.size(); ++at) {
    if (at > 0 && file[at - 1] != '\n') continue;
    absl::string_view rest = file.substr(at);
    const absl::string_view line = footnote::TakeLine(&rest);
    for (const PartOfSpeech part : footnote::kPartsOfSpeech) {
      footnote::ReadSynset(
          file, {part, at},
          {SynsetPointerKind::kHyponym, SynsetPointerKind::kDerived}, &entry);
    }
    const absl::string_view key = line.substr(0, line.find(' '));
    for (absl::string_view found = footnote::FindLines(file, key);
         !found.empty();) {
      Require(footnote::LineFields(footnote::TakeLine(&found)).Next() == key);
    }
  }
}

void Ask(const footnote::WordNet& wordnet, absl::string_view word) {
  Require(footnote::RelatedWords(wordnet, word).size() <=
          footnote::kMaxRelatedWords);
  Require(footnote::KindsOf(wordnet, word).size() <= footnote::kMaxKinds);
  footnote::LexicalClassOf(wordnet, word);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const footnote::testing::TemporaryDirectory directory;
  const absl::string_view input(reinterpret_cast<const char*>(bytes), size);
  std::vector<absl::string_view> files =
      absl::StrSplit(input, absl::MaxSplits("%%\n", 2));
  files.resize(3);
  for (const absl::string_view file : files) ReadLines(file);
  for (const char* const part : {"noun", "verb", "adj", "adv"}) {
    for (const auto& [path, file] :
         {std::pair(absl::StrCat("index.", part), files[0]),
          std::pair(absl::StrCat("data.", part), files[1]),
          std::pair(absl::StrCat(part, ".exc"), files[2])}) {
      // An empty file is refused.
      std::ofstream(directory.File(path), std::ios::binary) << file << '\n';
    }
  }
  const auto wordnet = footnote::WordNet::Open(directory.path());
  Require(wordnet.ok());
  absl::string_view lines = files[0];
  for (int i = 0; i < 8 && !lines.empty(); ++i) {
    Ask(**wordnet, footnote::LineFields(footnote::TakeLine(&lines)).Next());
  }
  Ask(**wordnet, files[2].substr(0, files[2].find(' ')));
  return 0;
}
