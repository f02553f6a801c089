#include "bench/dataset.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstddef>
#include <fstream>

#include "absl/container/flat_hash_set.h"
#include "absl/functional/function_ref.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "retrieval/text/utf8.h"

namespace footnote::bench {
namespace {

using google::protobuf::ListValue;
using google::protobuf::Struct;
using google::protobuf::Value;

absl::Status ForEachLine(const std::string& path,
                         absl::FunctionRef<void(const Struct&)> visit) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("Cannot read ", path));
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    Struct object;
    const auto status =
        google::protobuf::util::JsonStringToMessage(line, &object);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": no JSON object"));
    }
    visit(object);
  }
  return absl::OkStatus();
}

const Value& Get(const Struct& object, const std::string& key) {
  static const auto* const kNothing = new Value();
  const auto found = object.fields().find(key);
  return found == object.fields().end() ? *kNothing : found->second;
}

std::string String(const Struct& object, const std::string& key) {
  return Get(object, key).string_value();
}

const google::protobuf::RepeatedPtrField<Value>& List(const Struct& object,
                                                      const std::string& key) {
  return Get(object, key).list_value().values();
}

Document ReadDocument(const Struct& object) {
  Document document;
  document.id = String(object, "id");
  document.title = String(object, "title");
  document.text = String(object, "text");
  document.source = String(object, "source");
  document.published = String(object, "published");
  if (document.published.empty()) document.published = String(object, "date");
  return document;
}

std::vector<std::string> Strings(const Struct& object, const std::string& key) {
  std::vector<std::string> strings;
  for (const Value& value : List(object, key)) {
    strings.push_back(value.string_value());
  }
  return strings;
}

void ReadCandidates(const Struct& object, LabelledQuestion* question) {
  absl::flat_hash_set<std::string> seen;
  for (const Value& value : List(object, "candidates")) {
    const Struct& candidate = value.struct_value();
    std::string id = String(candidate, "sentence");
    if (!seen.insert(id).second) continue;
    question->candidates.push_back(
        {std::move(id), Get(candidate, "label").number_value() > 0});
  }
}

void ReadGoldTexts(const Struct& object, LabelledQuestion* question) {
  for (const Value& gold : List(object, "gold_sentences")) {
    if (!gold.has_struct_value()) continue;
    question->gold_texts.emplace_back(String(gold.struct_value(), "doc"),
                                      String(gold.struct_value(), "text"));
  }
  for (const Value& gold : List(object, "gold")) {
    const Struct& fields = gold.struct_value();
    std::string id = String(fields, "doc");
    if (id.empty()) id = String(fields, "documentId");
    question->gold_texts.emplace_back(std::move(id),
                                      String(fields, "contains"));
  }
}

LabelledQuestion ReadQuestion(const Struct& object) {
  LabelledQuestion question;
  question.id = String(object, "id");
  question.text = String(object, "question");
  if (question.id.empty()) question.id = question.text;
  const Value& answerable = Get(object, "answerable");
  question.answerable = !answerable.has_bool_value() || answerable.bool_value();
  question.gold_documents = Strings(object, "gold_docs");
  question.near_documents = Strings(object, "near_docs");
  ReadCandidates(object, &question);
  if (!answerable.has_bool_value() && !question.candidates.empty()) {
    question.answerable =
        std::any_of(question.candidates.begin(), question.candidates.end(),
                    [](const LabelledCandidate& c) { return c.is_right; });
  }
  ReadGoldTexts(object, &question);
  for (const Value& span : List(object, "answer_spans")) {
    const ListValue& ends = span.list_value();
    if (ends.values_size() != 2) continue;
    question.spans.emplace_back(
        static_cast<uint32_t>(ends.values(0).number_value()),
        static_cast<uint32_t>(ends.values(1).number_value()));
  }
  return question;
}

// A text without its white space, and where each of its bytes stood.
struct Squeezed {
  std::string bytes;
  std::vector<size_t> positions;
};

Squeezed Squeeze(absl::string_view text) {
  Squeezed squeezed;
  for (size_t i = 0; i < text.size(); ++i) {
    if (absl::ascii_isspace(static_cast<unsigned char>(text[i]))) continue;
    squeezed.bytes.push_back(text[i]);
    squeezed.positions.push_back(i);
  }
  return squeezed;
}

// Adds `gold` as it stands in `document`, unless it does not or is there.
void Locate(const std::string& gold, const Document& document,
            std::vector<GoldSentence>* sentences) {
  const Squeezed text = Squeeze(document.text);
  const std::string sought = Squeeze(gold).bytes;
  const size_t found = text.bytes.find(sought);
  if (sought.empty() || found == std::string::npos) return;
  const absl::string_view all = document.text;
  const size_t begin = text.positions[found];
  const size_t end = text.positions[found + sought.size() - 1] + 1;
  const auto first =
      static_cast<uint32_t>(CountCodePoints(all.substr(0, begin)));
  const auto length =
      static_cast<uint32_t>(CountCodePoints(all.substr(begin, end - begin)));
  const bool is_known = std::any_of(
      sentences->begin(), sentences->end(), [&](const GoldSentence& known) {
        return known.document_id == document.id && known.begin == first;
      });
  if (is_known) return;
  sentences->push_back({document.id, first, first + length});
}

// Gold sentences that are given as texts need the documents to be read.
void ReadGoldSentences(const Struct& object, const Dataset& dataset,
                       LabelledQuestion* question) {
  std::vector<std::string> texts = Strings(object, "gold_sentences");
  for (const Value& annotator : List(object, "gold_sentences")) {
    for (const Value& gold : annotator.list_value().values()) {
      texts.push_back(gold.string_value());
    }
  }
  for (const std::string& text : texts) {
    for (const std::string& id : question->gold_documents) {
      const auto found = dataset.document_positions.find(id);
      if (found == dataset.document_positions.end()) continue;
      Locate(text, dataset.documents[found->second], &question->gold_sentences);
    }
  }
}

bool Overlaps(const LabelledQuestion& question, const TextSpan& span) {
  return std::any_of(question.spans.begin(), question.spans.end(),
                     [&span](const auto& gold) {
                       return span.begin_code_point < gold.second &&
                              gold.first < span.end_code_point;
                     });
}

}  // namespace

absl::StatusOr<Dataset> ReadDataset(const std::string& directory,
                                    const std::string& questions_file) {
  return ReadDatasetFiles(absl::StrCat(directory, "/corpus.jsonl"),
                          absl::StrCat(directory, "/", questions_file));
}

absl::StatusOr<Dataset> ReadDatasetFiles(const std::string& corpus_path,
                                         const std::string& questions_path) {
  Dataset dataset;
  FOOTNOTE_RETURN_IF_ERROR(ForEachLine(corpus_path, [&](const Struct& object) {
    dataset.documents.push_back(ReadDocument(object));
    dataset.document_positions[dataset.documents.back().id] =
        dataset.documents.size() - 1;
  }));
  if (questions_path.empty()) return dataset;
  FOOTNOTE_RETURN_IF_ERROR(
      ForEachLine(questions_path, [&](const Struct& object) {
        dataset.questions.push_back(ReadQuestion(object));
        ReadGoldSentences(object, dataset, &dataset.questions.back());
      }));
  return dataset;
}

absl::StatusOr<std::vector<ImportResult>> ImportAll(
    const std::vector<Document>& documents, Corpus* corpus) {
  constexpr size_t kBatch = 100;
  std::vector<ImportResult> refused;
  for (size_t i = 0; i < documents.size(); i += kBatch) {
    const auto begin = documents.begin() + static_cast<std::ptrdiff_t>(i);
    const auto count = std::min(kBatch, documents.size() - i);
    FOOTNOTE_ASSIGN_OR_RETURN(
        const ImportReport report,
        corpus->Import({begin, begin + static_cast<std::ptrdiff_t>(count)},
                       Deadline::Infinite()));
    for (const ImportResult& result : report.results) {
      if (!result.error.ok()) refused.push_back(result);
    }
  }
  return refused;
}

bool Overlaps(const GoldSentence& gold, const CitedSentence& sentence) {
  const TextSpan& span = sentence.citation.span;
  return sentence.citation.document_id == gold.document_id &&
         span.begin_code_point < gold.end && gold.begin < span.end_code_point;
}

bool IsRight(const LabelledQuestion& question, const CitedSentence& sentence) {
  const std::string& id = sentence.citation.document_id;
  const auto& documents = question.gold_documents;
  const bool is_known = !question.spans.empty() ||
                        !question.gold_texts.empty() ||
                        !question.gold_sentences.empty();
  if (std::find(documents.begin(), documents.end(), id) != documents.end() &&
      (!is_known || Overlaps(question, sentence.citation.span))) {
    return true;
  }
  return std::any_of(question.gold_texts.begin(), question.gold_texts.end(),
                     [&](const auto& gold) {
                       return gold.first == id &&
                              absl::StrContains(sentence.text, gold.second);
                     }) ||
         std::any_of(
             question.gold_sentences.begin(), question.gold_sentences.end(),
             [&](const auto& gold) { return Overlaps(gold, sentence); });
}

}  // namespace footnote::bench
