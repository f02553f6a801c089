#include "bench/dataset.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstddef>
#include <fstream>

#include "absl/functional/function_ref.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

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

LabelledQuestion ReadQuestion(const Struct& object) {
  LabelledQuestion question;
  question.id = String(object, "id");
  question.text = String(object, "question");
  const Value& answerable = Get(object, "answerable");
  question.answerable = !answerable.has_bool_value() || answerable.bool_value();
  for (const Value& id : List(object, "gold_docs")) {
    question.gold_documents.push_back(id.string_value());
  }
  for (const Value& span : List(object, "answer_spans")) {
    const ListValue& ends = span.list_value();
    if (ends.values_size() != 2) continue;
    question.spans.emplace_back(
        static_cast<uint32_t>(ends.values(0).number_value()),
        static_cast<uint32_t>(ends.values(1).number_value()));
  }
  for (const Value& gold : List(object, "gold_sentences")) {
    question.gold_texts.emplace_back(String(gold.struct_value(), "doc"),
                                     String(gold.struct_value(), "text"));
  }
  for (const Value& gold : List(object, "gold")) {
    question.gold_texts.emplace_back(String(gold.struct_value(), "doc"),
                                     String(gold.struct_value(), "contains"));
  }
  return question;
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
  Dataset dataset;
  FOOTNOTE_RETURN_IF_ERROR(ForEachLine(
      absl::StrCat(directory, "/corpus.jsonl"), [&](const Struct& object) {
        dataset.documents.push_back(ReadDocument(object));
        dataset.document_positions[dataset.documents.back().id] =
            dataset.documents.size() - 1;
      }));
  FOOTNOTE_RETURN_IF_ERROR(ForEachLine(
      absl::StrCat(directory, "/", questions_file), [&](const Struct& object) {
        dataset.questions.push_back(ReadQuestion(object));
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

bool IsRight(const LabelledQuestion& question, const CitedSentence& sentence) {
  const std::string& id = sentence.citation.document_id;
  const auto& documents = question.gold_documents;
  if (std::find(documents.begin(), documents.end(), id) != documents.end() &&
      Overlaps(question, sentence.citation.span)) {
    return true;
  }
  return std::any_of(question.gold_texts.begin(), question.gold_texts.end(),
                     [&](const auto& gold) {
                       return gold.first == id &&
                              absl::StrContains(sentence.text, gold.second);
                     });
}

}  // namespace footnote::bench
