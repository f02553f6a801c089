// What goes there and back is what it was, whatever it holds. A field that was
// added to the contract and forgotten in a conversion is found here.

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/message_differencer.h>

#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/document.pb.h"
#include "footnote/v1/question_answering.pb.h"
#include "service/document_conversion.h"
#include "service/wire.h"
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
