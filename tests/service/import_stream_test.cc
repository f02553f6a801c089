#include "service/import_stream.h"

#include <gmock/gmock.h>

#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/error_status.h"
#include "tests/service/bytes_call.h"
#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using testing::AwaitThat;
using testing::BytesCall;
using ::testing::Contains;
using testing::DetailsOf;
using ::testing::ElementsAre;
using testing::FailsWith;
using ::testing::HasSubstr;
using ::testing::Key;

constexpr char kImport[] = "/footnote.v1.CorpusService/ImportDocuments";

std::string ImportOf(const std::string& id, const std::string& corpus = "") {
  v1::ImportDocumentsRequest request;
  request.set_corpus(corpus);
  v1::Document* document = request.add_documents();
  document->set_id(id);
  document->set_text("The two ministers signed the treaty in Kyoto.");
  return request.SerializeAsString();
}

class ImportStreamTest : public testing::ServiceFixture {
 protected:
  using ServiceFixture::ServiceFixture;

  // Sends one document and expects it to be acknowledged as added.
  void ExpectAdded(BytesCall* call, const std::string& id) {
    ASSERT_TRUE(call->Send(ImportOf(id)));
    grpc::ByteBuffer reply;
    ASSERT_TRUE(call->Receive(&reply));
    v1::ImportDocumentsResponse response;
    ASSERT_OK(ReadMessage(reply, &response));
    ASSERT_EQ(response.results_size(), 1);
    EXPECT_EQ(response.results(0).outcome(), v1::IMPORT_OUTCOME_ADDED);
    EXPECT_EQ(response.results(0).document_id(), id);
  }

  // Returns how many documents the default corpus holds.
  uint64_t DocumentsHeld() {
    const absl::StatusOr<std::shared_ptr<Corpus>> corpus =
        library_->Find("", Deadline::Infinite());
    EXPECT_OK(corpus);
    const auto counts = (*corpus)->Counts(Deadline::Infinite());
    EXPECT_OK(counts);
    return counts->documents;
  }

  // Waits until no stream is open and expects that nothing was lost by it.
  void ExpectHeldAtTheEnd(uint64_t documents) {
    EXPECT_TRUE(streams_.WaitUntilEmpty(std::chrono::steady_clock::now() +
                                        std::chrono::seconds(20)));
    EXPECT_EQ(DocumentsHeld(), documents);
  }
};

TEST_F(ImportStreamTest, AcknowledgesOneAfterTheOther) {
  BytesCall call(channel_, kImport);
  for (int i = 0; i < 20; ++i) ExpectAdded(&call, absl::StrCat("d", i));
  EXPECT_TRUE(call.Finish().ok());
  ExpectHeldAtTheEnd(20);
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("method=ImportDocuments "
                                               "corpus=default code=OK")));
}

TEST_F(ImportStreamTest, TakesRequestsSentAhead) {
  BytesCall call(channel_, kImport);
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(call.Send(ImportOf(absl::StrCat("d", i))));
  }
  EXPECT_TRUE(call.Finish().ok());
  ExpectHeldAtTheEnd(20);
}

TEST_F(ImportStreamTest, AMalformedMessageEndsItAndLosesNothing) {
  const std::string whole = ImportOf("second");
  for (const std::string& bad :
       {std::string("\xff\xff"), whole.substr(0, whole.size() / 2),
        std::string("\x0a\x01\x80")}) {
    BytesCall call(channel_, kImport);
    const std::string id = absl::StrCat("first", bad.size());
    ExpectAdded(&call, id);
    ASSERT_TRUE(call.Send(bad));
    EXPECT_THAT(call.Finish(),
                FailsWith(grpc::INVALID_ARGUMENT, "MALFORMED_MESSAGE"));
  }
  ExpectHeldAtTheEnd(3);
}

TEST_F(ImportStreamTest, RefusesAnOverLargeMessage) {
  BytesCall call(channel_, kImport);
  ExpectAdded(&call, "first");
  ASSERT_TRUE(call.Send(std::string(kMaxMessageBytes + 1, 'x')));
  EXPECT_THAT(call.Finish(),
              FailsWith(grpc::INVALID_ARGUMENT, "MESSAGE_TOO_LARGE"));
  ExpectHeldAtTheEnd(1);
}

TEST_F(ImportStreamTest, NamesOneCorpus) {
  BytesCall call(channel_, kImport);
  ExpectAdded(&call, "first");
  // The default corpus by its name is the same as none.
  ASSERT_TRUE(call.Send(ImportOf("second", "default")));
  ASSERT_TRUE(call.Send(ImportOf("third", "other")));
  const grpc::Status status = call.Finish();
  EXPECT_THAT(status, FailsWith(grpc::INVALID_ARGUMENT, "INVALID_FIELD"));
  EXPECT_THAT(DetailsOf(status).violations, ElementsAre(Key("corpus")));
  ExpectHeldAtTheEnd(2);
}

TEST_F(ImportStreamTest, ABadDocumentIsRefusedAlone) {
  v1::ImportDocumentsRequest request;
  ASSERT_TRUE(request.ParseFromString(ImportOf("good")));
  request.add_documents()->set_id("without-text");
  BytesCall call(channel_, kImport);
  ASSERT_TRUE(call.Send(request.SerializeAsString()));
  grpc::ByteBuffer reply;
  ASSERT_TRUE(call.Receive(&reply));
  v1::ImportDocumentsResponse response;
  ASSERT_OK(ReadMessage(reply, &response));
  ASSERT_EQ(response.results_size(), 2);
  EXPECT_EQ(response.results(0).outcome(), v1::IMPORT_OUTCOME_ADDED);
  EXPECT_EQ(response.results(1).outcome(), v1::IMPORT_OUTCOME_REFUSED);
  EXPECT_EQ(response.results(1).error().code(), grpc::INVALID_ARGUMENT);
  EXPECT_TRUE(call.Finish().ok());
  ExpectHeldAtTheEnd(1);
}

TEST_F(ImportStreamTest, IsRefusedWhenTheServerIsFull) {
  std::promise<void> release;
  const std::shared_future<void> released(release.get_future());
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(pool_.SubmitRead([released] { released.wait(); }));
  }
  BytesCall call(channel_, kImport);
  ASSERT_TRUE(call.Send(ImportOf("d")));
  EXPECT_THAT(call.Finish(),
              FailsWith(grpc::RESOURCE_EXHAUSTED, "SERVER_BUSY"));
  release.set_value();
  ExpectHeldAtTheEnd(0);
}

TEST_F(ImportStreamTest, EndsWhileItWaitsWhenTheServerStops) {
  BytesCall call(channel_, kImport);
  ExpectAdded(&call, "first");
  admission_.Close();
  streams_.Stop();
  grpc::ByteBuffer reply;
  EXPECT_FALSE(call.Receive(&reply));
  EXPECT_THAT(call.Finish(), FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
  ExpectHeldAtTheEnd(1);
}

TEST_F(ImportStreamTest, IsGoneWhenItsCallerIs) {
  {
    auto call = std::make_unique<BytesCall>(channel_, kImport);
    ExpectAdded(call.get(), "first");
    call->Cancel();
  }
  ExpectHeldAtTheEnd(1);
}

class SilentStreamTest : public ImportStreamTest {
 protected:
  SilentStreamTest() : ImportStreamTest(std::chrono::milliseconds(100)) {}
};

TEST_F(SilentStreamTest, ACallerThatFallsSilentIsLeft) {
  BytesCall call(channel_, kImport);
  ExpectAdded(&call, "first");
  grpc::ByteBuffer reply;
  EXPECT_FALSE(call.Receive(&reply));
  EXPECT_THAT(call.Finish(),
              FailsWith(grpc::DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED"));
  ExpectHeldAtTheEnd(1);
}

TEST_F(SilentStreamTest, TheTimeThatTheServerTakesIsNoSilence) {
  std::promise<void> release;
  const std::shared_future<void> released(release.get_future());
  ASSERT_TRUE(pool_.SubmitChange([released] { released.wait(); }));
  BytesCall call(channel_, kImport);
  ASSERT_TRUE(call.Send(ImportOf("first")));
  AwaitThat([&] { return pool_.in_flight() == 2; });
  const auto queued = std::chrono::steady_clock::now();
  AwaitThat([&] {
    return std::chrono::steady_clock::now() - queued >
           std::chrono::milliseconds(300);
  });
  release.set_value();
  grpc::ByteBuffer reply;
  EXPECT_TRUE(call.Receive(&reply));
  AwaitThat([&] { return pool_.in_flight() == 0; });
}

}  // namespace
}  // namespace footnote
