// Imports any bytes as a document and asks any bytes as a question: no failure
// is a defect of ours, and every citation is true.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/corpus.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/temporary_directory.h"

namespace {

using footnote::Corpus;
using footnote::Deadline;
using footnote::Document;
using footnote::Question;

void Require(bool condition) {
  if (!condition) std::abort();
}

// One corpus for all inputs: a document replaces the one before.
Corpus& SharedCorpus() {
  static const auto* const directory =
      new footnote::testing::TemporaryDirectory();
  static const auto* const corpus =
      new std::unique_ptr<Corpus>(*Corpus::Open(directory->File("corpus.db")));
  return **corpus;
}

bool IsOurDefect(const absl::Status& status) {
  return absl::IsInternal(status) || absl::IsUnknown(status) ||
         absl::IsDataLoss(status);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view input(reinterpret_cast<const char*>(bytes), size);
  const size_t cut = input.find('\n');
  const std::string question(input.substr(0, cut));
  Document document;
  document.id = "fuzzed";
  document.title = question;
  document.text = std::string(
      cut == absl::string_view::npos ? input : input.substr(cut + 1));
  const auto report = SharedCorpus().Import({document}, Deadline::Infinite());
  Require(report.ok());
  const auto answer =
      SharedCorpus().Ask({question, {}}, {10, 0.0}, Deadline::Infinite());
  Require(!IsOurDefect(answer.status()));
  for (const Question& query :
       {Question{question, {}},
        Question{
            question, {{}, {question}}, {question}, {"the"}, {question}}}) {
    const auto found =
        SharedCorpus().Search(query, {0, 10}, 0, Deadline::Infinite());
    Require(!IsOurDefect(found.status()));
  }
  if (!answer.ok() || !report->results[0].error.ok()) return 0;
  for (const auto& sentence : answer->sentences) {
    Require(Slice(document.text, sentence.citation.span.bytes) ==
            sentence.text);
    Require(sentence.citation.sha256 == footnote::Sha256Hex(sentence.text));
  }
  return 0;
}
