// What goes there and back is what it was, whatever it holds. A field that was
// added to the contract and forgotten in a conversion is found here.

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/message_differencer.h>

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/document.pb.h"
#include "footnote/v1/question_answering.pb.h"
#include "service/answer_conversion.h"
#include "service/document_conversion.h"
#include "service/question_conversion.h"
#include "service/sentence_conversion.h"
#include "service/wire.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/random_message.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;
using google::protobuf::util::MessageDifferencer;
using testing::RandomMessage;

constexpr int kRounds = 200;
constexpr unsigned kSeed = 20250131;

TEST(RoundTripTest, DocumentsThroughTheLibrary) {
  RandomMessage random(kSeed);
  std::set<const FieldDescriptor*> seen;
  for (int i = 0; i < kRounds; ++i) {
    v1::Document document;
    random.Fill(&document);
    std::vector<const FieldDescriptor*> set;
    document.GetReflection()->ListFields(document, &set);
    seen.insert(set.begin(), set.end());

    v1::ImportDocumentsRequest request;
    *request.add_documents() = document;
    DocumentAtRevision read;
    read.document.document = std::move(TakeDocuments(&request).front());
    v1::GetDocumentResponse response;
    ToProto(std::move(read), &response);
    EXPECT_TRUE(
        MessageDifferencer::Equals(response.document().document(), document))
        << document.ShortDebugString() << "\nbecame\n"
        << response.document().document().ShortDebugString();
  }
  EXPECT_EQ(static_cast<int>(seen.size()),
            v1::Document::descriptor()->field_count());
}

TEST(RoundTripTest, QuotationsThroughTheLibrary) {
  RandomMessage random(kSeed);
  for (int i = 0; i < kRounds; ++i) {
    v1::Quotation quotation;
    random.Fill(&quotation);
    quotation.mutable_citation()->mutable_span();  // The library always has it.
    const Quotation converted = ToQuotation(quotation);
    v1::Quotation back;
    back.set_text(converted.text);
    ToProto(converted.citation, back.mutable_citation());
    EXPECT_TRUE(MessageDifferencer::Equals(back, quotation))
        << quotation.ShortDebugString();
  }
}

// Returns `time` as a request has it, or nothing for what has no bound.
std::string TimeText(absl::Time time) {
  if (time == absl::InfinitePast() || time == absl::InfiniteFuture()) return "";
  return absl::FormatTime(absl::RFC3339_full, time, absl::UTCTimeZone());
}

// Fills in everything that `from` says, but for its text.
template <typename Request>
void WriteConditions(const Question& from, Request* to) {
  const DocumentFilter& filter = from.filter;
  for (const auto& id : filter.document_ids) {
    to->mutable_filter()->add_document_ids(id);
  }
  for (const auto& source : filter.sources) {
    to->mutable_filter()->add_sources(source);
  }
  for (const auto& language : filter.languages) {
    to->mutable_filter()->add_languages(language);
  }
  for (const MetadataFilter& label : filter.metadata) {
    v1::MetadataFilter* added = to->mutable_filter()->add_metadata();
    added->set_key(label.key);
    for (const auto& value : label.values) added->add_values(value);
  }
  if (filter.published.has_value()) {
    to->mutable_published()->set_begin(TimeText(filter.published->begin));
    to->mutable_published()->set_end(TimeText(filter.published->end));
  }
  for (const auto& term : from.required_terms) to->add_required_terms(term);
  for (const auto& term : from.excluded_terms) to->add_excluded_terms(term);
  for (const auto& phrase : from.phrases) to->add_phrases(phrase);
}

TEST(RoundTripTest, QuestionsOfTheLibrary) {
  testing::RandomCorpus random(kSeed);
  const auto words = [&random] {
    std::vector<std::string> drawn;
    while (random.Number(0, 2) > 0) drawn.push_back(random.Word());
    return drawn;
  };
  for (int i = 0; i < kRounds; ++i) {
    Question question;
    question.text = random.Words(3);
    question.filter = {words(), words(), words(), {}, {}};
    while (random.Number(0, 1) > 0) {
      question.filter.metadata.push_back({random.Word(), words()});
    }
    if (random.Number(0, 2) > 0) {
      TimePeriod period;
      period.begin = absl::FromUnixMicros(random.Number(-2'000'000, 2'000'000));
      if (random.Number(0, 1) > 0) {
        period.end = period.begin + absl::Microseconds(random.Number(1, 999));
      }
      question.filter.published = period;
    }
    question.required_terms = words();
    question.excluded_terms = words();
    question.phrases = words();

    v1::AskRequest ask;
    WriteConditions(question, ask.mutable_question());
    ask.mutable_question()->set_text(question.text);
    Question asked = question;
    asked.entities = words();
    asked.speaker = random.Number(0, 1) > 0 ? random.Word() : "";
    asked.answer_type = static_cast<AnswerType>(random.Number(1, 17));
    asked.event = question.filter.published;
    for (const auto& entity : asked.entities) {
      ask.mutable_question()->add_entities(entity);
    }
    ask.mutable_question()->set_speaker(asked.speaker);
    ask.mutable_question()->set_answer_type(
        static_cast<v1::AnswerType>(*asked.answer_type));
    if (asked.event.has_value()) {
      ask.mutable_question()->mutable_event()->set_begin(
          TimeText(asked.event->begin));
      ask.mutable_question()->mutable_event()->set_end(
          TimeText(asked.event->end));
    }
    EXPECT_EQ(ToQuestion(ask), asked) << ask.ShortDebugString();
    v1::SearchRequest search;
    WriteConditions(question, &search);
    search.set_query(question.text);
    EXPECT_EQ(ToQuestion(search), question) << search.ShortDebugString();
  }
}

TEST(RoundTripTest, EveryMessageOverTheWire) {
  RandomMessage random(kSeed);
  int types = 0;
  for (const FileDescriptor* file : {v1::Document::descriptor()->file(),
                                     v1::AskRequest::descriptor()->file(),
                                     v1::CorpusStatus::descriptor()->file()}) {
    for (int i = 0; i < file->message_type_count(); ++i, ++types) {
      const Message& prototype =
          *MessageFactory::generated_factory()->GetPrototype(
              file->message_type(i));
      for (int round = 0; round < kRounds / 10; ++round) {
        const std::unique_ptr<Message> message(prototype.New());
        random.Fill(message.get());
        const std::unique_ptr<Message> read(prototype.New());
        ASSERT_OK(ReadMessage(WriteMessage(*message), read.get()));
        EXPECT_TRUE(MessageDifferencer::Equals(*read, *message))
            << message->ShortDebugString();
      }
    }
  }
  EXPECT_GT(types, 40);
}

}  // namespace
}  // namespace footnote
