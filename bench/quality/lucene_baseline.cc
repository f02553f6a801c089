#include "bench/quality/lucene_baseline.h"

#include <google/protobuf/struct.pb.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "bench/quality/baseline_sentence.h"
#include "client/json.h"
#include "retrieval/status.h"
#include "retrieval/text/utf8.h"
#include "tests/client/program.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using google::protobuf::Struct;

void Set(const std::string& key, const std::string& value, Struct* object) {
  (*object->mutable_fields())[key].set_string_value(value);
}

void WriteDocuments(const std::string& path,
                    const std::vector<Document>& documents) {
  std::ofstream file(path);
  for (const Document& document : documents) {
    Struct object;
    Set("id", document.id, &object);
    Set("title", document.title, &object);
    Set("text", document.text, &object);
    file << ToJson(object, JsonLayout::kOneLine) << "\n";
  }
}

void WriteQuestions(const std::string& path,
                    const std::vector<LabelledQuestion>& questions) {
  std::ofstream file(path);
  for (const LabelledQuestion& question : questions) {
    Struct object;
    Set("question", question.text, &object);
    auto* candidates =
        (*object.mutable_fields())["candidates"].mutable_list_value();
    for (const LabelledCandidate& candidate : question.candidates) {
      candidates->add_values()->set_string_value(candidate.document_id);
    }
    file << ToJson(object, JsonLayout::kOneLine) << "\n";
  }
}

// Returns the byte that the UTF-16 unit `unit` of `text` begins at, or nothing
// beyond its end or amid a pair.
std::optional<uint32_t> ByteOfUtf16(const std::string& text, double unit) {
  size_t byte = 0;
  double units = 0;
  while (units < unit && byte < text.size()) {
    units += ReadCodePoint(text, &byte) > 0xFFFF ? 2 : 1;
  }
  if (units != unit) return std::nullopt;
  return static_cast<uint32_t>(byte);
}

absl::StatusOr<CitedSentence> ReadSentence(
    const Struct& object, const std::vector<Document>& documents) {
  const auto& fields = object.fields();
  for (const char* key : {"document", "begin", "end", "score"}) {
    if (fields.contains(key)) continue;
    return absl::DataLossError(absl::StrCat("Lucene names no ", key, "."));
  }
  const double place = fields.at("document").number_value();
  if (place < 0 || place >= static_cast<double>(documents.size())) {
    return absl::DataLossError("Lucene names a document that is not there.");
  }
  const Document& document = documents[static_cast<size_t>(place)];
  const auto begin =
      ByteOfUtf16(document.text, fields.at("begin").number_value());
  const auto end = ByteOfUtf16(document.text, fields.at("end").number_value());
  if (!begin.has_value() || !end.has_value() || *begin > *end) {
    return absl::DataLossError("Lucene names a place that is not there.");
  }
  CitedSentence sentence = SentenceAt(document, {*begin, *end});
  sentence.score = fields.at("score").number_value();
  return sentence;
}

absl::StatusOr<Reply> ReadReply(absl::string_view line,
                                const std::vector<Document>& documents) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Struct object, ParseJsonObject(line));
  const auto found = object.fields().find("sentences");
  if (found == object.fields().end()) {
    return absl::DataLossError("Lucene gives no sentences.");
  }
  Sentences sentences;
  for (const auto& value : found->second.list_value().values()) {
    FOOTNOTE_ASSIGN_OR_RETURN(sentences.emplace_back(),
                              ReadSentence(value.struct_value(), documents));
  }
  return BaselineReply(sentences);
}

}  // namespace

absl::StatusOr<std::vector<Reply>> AskLucene(
    const std::string& jar, const std::vector<Document>& documents,
    const std::vector<LabelledQuestion>& questions) {
  if (!std::filesystem::exists(jar)) {
    return absl::FailedPreconditionError(absl::StrCat(
        jar,
        " is missing. Build the target lucene_baseline, which needs "
        "Maven, or name the file by --lucene."));
  }
  const testing::TemporaryDirectory directory;
  WriteDocuments(directory.File("documents.jsonl"), documents);
  WriteQuestions(directory.File("questions.jsonl"), questions);
  testing::Program program(
      {"java", "-jar", jar, directory.File("documents.jsonl"),
       directory.File("questions.jsonl")},
      {}, "/usr/bin/env");
  const testing::ProgramResult result = program.Wait();
  if (result.exit_status != 0) {
    return absl::FailedPreconditionError(
        absl::StrCat("Lucene's program ended in ", result.exit_status,
                     ". It wrote: ", result.err));
  }
  std::vector<Reply> replies;
  for (const absl::string_view line :
       absl::StrSplit(result.out, '\n', absl::SkipEmpty())) {
    FOOTNOTE_ASSIGN_OR_RETURN(replies.emplace_back(),
                              ReadReply(line, documents));
  }
  if (replies.size() != questions.size()) {
    return absl::DataLossError("Lucene answers another number of questions.");
  }
  return replies;
}

}  // namespace footnote::bench
