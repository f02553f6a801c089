// Any text: its sentences keep the contract, and boilerplate is told of each.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/boilerplate.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/utf8.h"
#include "tests/testing/sentence_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (footnote::FirstInvalidUtf8Byte(text).has_value()) return 0;
  const std::vector<footnote::ByteRange> sentences =
      footnote::SplitSentences(text);
  const std::string broken =
      footnote::testing::BrokenInvariant(text, sentences);
  if (!broken.empty()) {
    std::cerr << broken << "\n";
    std::abort();
  }
  const absl::string_view title = text.substr(0, text.find('\n'));
  if (footnote::FindBoilerplate(text, title, sentences).size() !=
      sentences.size()) {
    std::abort();
  }
  return 0;
}
