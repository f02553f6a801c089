#include "client/quotations.h"

#include <memory>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/json.h"
#include "client/line_reader.h"

namespace footnote {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using google::protobuf::Struct;

// Returns an empty message of the type that `object` is the JSON of, or null.
std::unique_ptr<Message> EmptyMessageOf(const Struct& object) {
  const auto& fields = object.fields();
  if (fields.contains("answer")) return std::make_unique<v1::AskResponse>();
  if (fields.contains("passages") || fields.contains("interpretation")) {
    return std::make_unique<v1::SearchResponse>();
  }
  if (fields.contains("results")) {
    return std::make_unique<v1::BatchAskResponse>();
  }
  if (fields.contains("quotations")) {
    return std::make_unique<v1::VerifyCitationsRequest>();
  }
  return nullptr;
}

// Takes `message` for a quotation if it has the fields of one.
void TakeQuotation(const Message& message,
                   std::vector<v1::Quotation>* quotations) {
  const auto& type = *message.GetDescriptor();
  const FieldDescriptor* text = type.FindFieldByName("text");
  const FieldDescriptor* citation = type.FindFieldByName("citation");
  if (text == nullptr || citation == nullptr ||
      text->type() != FieldDescriptor::TYPE_STRING || text->is_repeated() ||
      citation->message_type() != v1::Citation::descriptor() ||
      citation->is_repeated()) {
    return;
  }
  const Reflection& reflection = *message.GetReflection();
  v1::Quotation quotation;
  quotation.set_text(reflection.GetString(message, text));
  quotation.mutable_citation()->CopyFrom(
      reflection.GetMessage(message, citation));
  quotations->push_back(std::move(quotation));
}

// Collects what the objects of a file hold.
class Collector {
 public:
  absl::Status Add(absl::string_view json) {
    const absl::StatusOr<Struct> object = ParseJsonObject(json);
    if (!object.ok()) return object.status();
    const std::unique_ptr<Message> message = EmptyMessageOf(*object);
    if (message != nullptr) {
      const absl::Status parsed =
          ParseJson(json, *message, UnknownJson::kIgnore);
      if (!parsed.ok()) return parsed;
      ++answers_;
      return AddMessage(*message);
    }
    if (!object->fields().contains("error")) {
      return absl::InvalidArgumentError(
          "no answer of the server: it holds none of `answer`, `passages`, "
          "`results`, `quotations`");
    }
    ++saved_.errors;
    return absl::OkStatus();
  }

  absl::StatusOr<SavedAnswers> Finish() {
    if (answers_ == 0) {
      return absl::InvalidArgumentError("there is no answer in it");
    }
    return std::move(saved_);
  }

 private:
  absl::Status AddMessage(const Message& message) {
    if (const auto* batch =
            dynamic_cast<const v1::BatchAskResponse*>(&message)) {
      for (const v1::BatchAskResult& result : batch->results()) {
        if (result.has_error()) ++saved_.errors;
      }
    }
    if (const auto* request =
            dynamic_cast<const v1::VerifyCitationsRequest*>(&message)) {
      const std::string& corpus = request->corpus();
      if (corpus != saved_.corpus.value_or(corpus)) {
        return absl::InvalidArgumentError(absl::StrCat(
            "it is for the corpus `", corpus, "`, what stands before for `",
            *saved_.corpus, "`; verify them one by one"));
      }
      saved_.corpus = corpus;
    }
    std::vector<v1::Quotation> quotations;
    CollectQuotations(message, &quotations);
    for (v1::Quotation& quotation : quotations) {
      const absl::Status added = AddQuotation(std::move(quotation));
      if (!added.ok()) return added;
    }
    return absl::OkStatus();
  }

  absl::Status AddQuotation(v1::Quotation quotation) {
    if (quotation.text().empty() ||
        quotation.citation().document_id().empty() ||
        !quotation.citation().has_span()) {
      return absl::InvalidArgumentError(
          "a quotation lacks its text, `documentId` or `span`; save answers as "
          "they are printed with --output json");
    }
    if (seen_.insert(quotation.SerializeAsString()).second) {
      saved_.quotations.push_back(std::move(quotation));
    }
    return absl::OkStatus();
  }

  SavedAnswers saved_;
  int answers_ = 0;
  absl::flat_hash_set<std::string> seen_;
};

bool IsBlank(absl::string_view line) {
  return absl::StripAsciiWhitespace(line).empty();
}

}  // namespace

void CollectQuotations(const Message& message,
                       std::vector<v1::Quotation>* quotations) {
  TakeQuotation(message, quotations);
  const Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      CollectQuotations(reflection.GetMessage(message, field), quotations);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      CollectQuotations(reflection.GetRepeatedMessage(message, field, i),
                        quotations);
    }
  }
}

absl::StatusOr<SavedAnswers> ReadSavedAnswers(absl::string_view text) {
  Collector collector;
  absl::ConsumePrefix(&text, kByteOrderMark);
  const std::vector<absl::string_view> lines = absl::StrSplit(text, '\n');
  size_t first = 0;
  while (first < lines.size() && IsBlank(lines[first])) ++first;
  // Of indented JSON the first line is no object by itself.
  if (first == lines.size() || !ParseJsonObject(lines[first]).ok()) {
    const absl::Status added = collector.Add(text);
    if (!added.ok()) return added;
    return collector.Finish();
  }
  for (size_t i = first; i < lines.size(); ++i) {
    if (IsBlank(lines[i])) continue;
    const absl::Status added = collector.Add(lines[i]);
    if (!added.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", i + 1, ": ", added.message()));
    }
  }
  return collector.Finish();
}

}  // namespace footnote
