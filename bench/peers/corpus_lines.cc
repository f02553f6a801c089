#include "bench/peers/corpus_lines.h"

#include <algorithm>
#include <fstream>
#include <random>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "bench/dataset.h"
#include "bench/page.h"
#include "bench/peers/corpus_generator.h"
#include "retrieval/ingest/preparer.h"
#include "retrieval/status.h"
#include "retrieval/text/terms.h"

namespace footnote::bench {
namespace {

constexpr size_t kQuestionWords = 7;
constexpr uint64_t kAskedPassages = 10'000;

// Writes a corpus line by line.
class CorpusWriter {
 public:
  explicit CorpusWriter(const std::string& folder) {
    files_.passages = folder + "/passages.txt";
    files_.questions_file = folder + "/questions.txt";
    passages_.open(files_.passages);
  }

  void AddPassage(const std::vector<std::string>& words) {
    const std::string line = absl::StrCat(absl::StrJoin(words, " "), "\n");
    passages_ << line;
    ++files_.passage_count;
    files_.words += words.size();
    files_.bytes += line.size();
  }

  void AddQuestion(const std::vector<std::string>& words) {
    files_.questions.push_back(absl::StrJoin(words, " "));
  }

  absl::StatusOr<CorpusLines> Finish() {
    passages_.close();
    if (!passages_) {
      return absl::UnavailableError(
          absl::StrCat("Cannot write ", files_.passages));
    }
    FOOTNOTE_RETURN_IF_ERROR(
        WriteText(absl::StrCat(absl::StrJoin(files_.questions, "\n"), "\n"),
                  files_.questions_file));
    return files_;
  }

 private:
  CorpusLines files_;
  std::ofstream passages_;
};

// Gives each term a word of its own.
class Spelling {
 public:
  // Returns the words of the terms of `text`, in order.
  std::vector<std::string> WordsOf(absl::string_view text) {
    std::vector<std::string> words;
    ForEachTerm(text, [&](absl::string_view term, ByteRange) {
      words.push_back(
          WordOf(numbers_.try_emplace(term, numbers_.size()).first->second));
      return true;
    });
    return words;
  }

 private:
  absl::flat_hash_map<std::string, uint64_t> numbers_;
};

std::vector<std::string> EachOnce(const std::vector<std::string>& words) {
  std::vector<std::string> once;
  absl::flat_hash_set<std::string> seen;
  for (const std::string& word : words) {
    if (seen.insert(word).second) once.push_back(word);
  }
  return once;
}

}  // namespace

absl::StatusOr<CorpusLines> WriteGeneratedCorpus(uint64_t seed,
                                                 uint64_t passages,
                                                 uint32_t questions,
                                                 const std::string& folder) {
  CorpusGenerator generator(seed);
  std::mt19937_64 random(seed);
  CorpusWriter writer(folder);
  const uint64_t between = std::max<uint64_t>(
      1, std::min(passages, kAskedPassages) / std::max(questions, 1U));
  uint32_t asked = 0;
  for (uint64_t i = 0; i < passages; ++i) {
    const std::vector<std::string> words = generator.NextPassage();
    writer.AddPassage(words);
    if (asked == questions || i < asked * between) continue;
    const auto question = DrawQuestion(words, kQuestionWords, random);
    if (question.size() < kQuestionWords) continue;
    writer.AddQuestion(question);
    ++asked;
  }
  return writer.Finish();
}

absl::StatusOr<CorpusLines> WriteDataCorpus(const std::string& data,
                                            const std::string& questions_file,
                                            uint32_t questions,
                                            const std::string& folder) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Dataset set,
                            ReadDataset(data, questions_file));
  CorpusWriter writer(folder);
  Spelling spelling;
  for (const Document& document : set.documents) {
    FOOTNOTE_ASSIGN_OR_RETURN(const PreparedDocument prepared,
                              Prepare(document));
    for (const SentenceRun& passage : prepared.passages) {
      writer.AddPassage(spelling.WordsOf(
          absl::string_view(document.text)
              .substr(passage.range.begin,
                      passage.range.end - passage.range.begin)));
    }
  }
  const size_t asked = std::min<size_t>(questions, set.questions.size());
  for (size_t i = 0; i < asked; ++i) {
    const auto words = EachOnce(spelling.WordsOf(set.questions[i].text));
    if (!words.empty()) writer.AddQuestion(words);
  }
  return writer.Finish();
}

}  // namespace footnote::bench
