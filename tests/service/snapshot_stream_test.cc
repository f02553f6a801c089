#include "service/snapshot_stream.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus_check.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/sha256.h"
#include "tests/service/bytes_call.h"
#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using testing::AwaitThat;
using testing::BytesCall;
using testing::CallWithBytes;
using ::testing::Contains;
using testing::FailsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kCreateSnapshot[] = "/footnote.v1.CorpusService/CreateSnapshot";

// More than the transport takes in advance of a caller that does not read.
constexpr int kManyDocuments = 120;

constexpr size_t kMebibyte = 1 << 20;

std::string RequestFor(const std::string& corpus) {
  v1::CreateSnapshotRequest request;
  request.set_corpus(corpus);
  return request.SerializeAsString();
}

class SnapshotStreamTest : public testing::ServiceFixture {
 protected:
  explicit SnapshotStreamTest(
      std::chrono::milliseconds silence = std::chrono::hours(1))
      : ServiceFixture(silence, /*readers=*/1, /*max_in_flight=*/8) {}

  // Imports documents of about 64 KiB each into the default corpus.
  void Import(int documents) {
    const auto corpus = library_->Find("", Deadline::Infinite());
    ASSERT_OK(corpus);
    std::vector<Document> batch(static_cast<size_t>(documents));
    for (Document& document : batch) {
      document.id = absl::StrCat("d", &document - batch.data());
      document.text = "The two ministers signed the treaty in Kyoto.";
      for (int i = 0; i < 64; ++i) {
        document.metadata[absl::StrCat("label", i)] = std::string(1024, 'x');
      }
    }
    ASSERT_OK((*corpus)->Import(batch, Deadline::Infinite()));
  }

  // Returns the next message of `call`.
  static v1::CreateSnapshotResponse Next(BytesCall* call) {
    grpc::ByteBuffer reply;
    v1::CreateSnapshotResponse response;
    EXPECT_TRUE(call->Receive(&reply));
    EXPECT_OK(ReadMessage(reply, &response));
    return response;
  }

  // Returns a call whose header has come and whose chunks are not read.
  std::unique_ptr<BytesCall> Begun() {
    auto call = std::make_unique<BytesCall>(channel_, kCreateSnapshot);
    EXPECT_TRUE(call->Send(RequestFor("")));
    EXPECT_TRUE(Next(call.get()).has_header());
    return call;
  }

  void ExpectGone() {
    EXPECT_TRUE(streams_.WaitUntilEmpty(std::chrono::steady_clock::now() +
                                        std::chrono::seconds(20)));
    EXPECT_THAT(CopiesLeft(), IsEmpty());
  }

  std::vector<std::string> CopiesLeft() const {
    std::vector<std::string> left;
    for (const auto& entry :
         std::filesystem::directory_iterator(directory_.path())) {
      const std::string name = entry.path().filename();
      if (name.find("snapshot") != std::string::npos) left.push_back(name);
    }
    return left;
  }
};

TEST_F(SnapshotStreamTest, SendsChunkAfterChunk) {
  Import(kManyDocuments);
  BytesCall call(channel_, kCreateSnapshot);
  ASSERT_TRUE(call.Send(RequestFor("")));
  const uint64_t size = Next(&call).header().size_bytes();
  uint64_t received = 0;
  uint64_t chunks = 0;
  grpc::ByteBuffer reply;
  for (; call.Receive(&reply); ++chunks) received += reply.Length();
  EXPECT_TRUE(call.Finish().ok());
  EXPECT_GT(received, size);
  // The tag of a chunk and its length take up to four bytes.
  EXPECT_LE(received, size + 4 * chunks);
  EXPECT_EQ(chunks, (size + kMebibyte - 1) / kMebibyte);
  EXPECT_GT(chunks, 5u);
}

TEST_F(SnapshotStreamTest, SendsAnIntactCopy) {
  // Small: ThreadSanitizer doesn't see into gRPC and looks at every byte that
  // comes out of it as at a race, to find it suppressed.
  Import(1);
  BytesCall call(channel_, kCreateSnapshot);
  ASSERT_TRUE(call.Send(RequestFor("default")));
  const v1::CreateSnapshotResponse first = Next(&call);
  ASSERT_TRUE(first.has_header());
  EXPECT_EQ(first.header().corpus(), "default");
  EXPECT_EQ(first.header().corpus_revision(), 1u);
  std::string bytes;
  while (bytes.size() < first.header().size_bytes()) {
    const v1::CreateSnapshotResponse next = Next(&call);
    ASSERT_TRUE(next.has_chunk());
    bytes += next.chunk();
  }
  EXPECT_TRUE(call.Finish().ok());
  EXPECT_EQ(Sha256Hex(bytes), first.header().sha256());
  const std::string path = directory_.File("copy");
  std::ofstream(path, std::ios::binary) << bytes;
  {
    const auto copy = Database::Open(path, Database::Mode::kReadWrite);
    ASSERT_OK(copy);
    EXPECT_OK((*copy)->Execute("PRAGMA journal_mode = WAL"));
  }
  const auto check = CheckCorpus(path);
  ASSERT_OK(check);
  EXPECT_THAT(check->damages, IsEmpty());
  EXPECT_EQ(check->counts.documents, 1u);
  ExpectGone();
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("method=CreateSnapshot "
                                               "corpus=default code=OK")));
}

TEST_F(SnapshotStreamTest, RefusesWhatItCanNotCopy) {
  EXPECT_THAT(CallWithBytes(channel_, kCreateSnapshot, RequestFor("nowhere")),
              FailsWith(grpc::NOT_FOUND, "CORPUS_NOT_FOUND"));
  EXPECT_THAT(CallWithBytes(channel_, kCreateSnapshot, RequestFor("No Name")),
              FailsWith(grpc::INVALID_ARGUMENT, "INVALID_FIELD"));
  EXPECT_THAT(CallWithBytes(channel_, kCreateSnapshot, "\xff\xff"),
              FailsWith(grpc::INVALID_ARGUMENT, "MALFORMED_MESSAGE"));
  ExpectGone();
}

TEST_F(SnapshotStreamTest, NobodyWaitsForACopy) {
  std::promise<void> release;
  ASSERT_TRUE(pool_.SubmitCopy([&] { release.get_future().wait(); }));
  BytesCall call(channel_, kCreateSnapshot);
  ASSERT_TRUE(call.Send(RequestFor("")));
  AwaitThat([&] { return pool_.in_flight() == 2; });
  grpc::ClientContext context;
  EXPECT_TRUE(AskAside(&context).get().ok());
  v1::DeleteDocumentsRequest deletion;
  deletion.add_document_ids("d1");
  EXPECT_TRUE(CallWithBytes(channel_,
                            "/footnote.v1.CorpusService/DeleteDocuments",
                            deletion.SerializeAsString())
                  .ok());
  EXPECT_EQ(pool_.in_flight(), 2);
  release.set_value();
  EXPECT_TRUE(Next(&call).has_header());
  EXPECT_TRUE(call.Finish().ok());
}

TEST_F(SnapshotStreamTest, IsRefusedWhenThePoolIsFull) {
  std::promise<void> release;
  const std::shared_future<void> released(release.get_future());
  while (pool_.SubmitRead([released] { released.wait(); })) {
  }
  EXPECT_THAT(CallWithBytes(channel_, kCreateSnapshot, RequestFor("")),
              FailsWith(grpc::RESOURCE_EXHAUSTED, "SERVER_BUSY"));
  release.set_value();
}

TEST_F(SnapshotStreamTest, ThereAreOnlySoManyAtOnce) {
  Import(kManyDocuments);
  std::vector<std::unique_ptr<BytesCall>> calls;
  for (int i = 0; i < SnapshotPlaces::kMost; ++i) calls.push_back(Begun());
  EXPECT_THAT(CallWithBytes(channel_, kCreateSnapshot, RequestFor("")),
              FailsWith(grpc::RESOURCE_EXHAUSTED, "SERVER_BUSY"));
  for (const auto& call : calls) call->Cancel();
  ExpectGone();
  AwaitThat([&] {
    return CallWithBytes(channel_, kCreateSnapshot, RequestFor("")).ok();
  });
}

TEST_F(SnapshotStreamTest, IsGoneWhenItsCallerIs) {
  Import(kManyDocuments);
  Begun()->Cancel();
  ExpectGone();
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("reason=CANCELLED")));
}

TEST_F(SnapshotStreamTest, EndsBetweenChunksWhenTheServerStops) {
  Import(kManyDocuments);
  const auto call = Begun();
  admission_.Close();
  streams_.Stop();
  EXPECT_THAT(call->Finish(), FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
  ExpectGone();
}

TEST_F(SnapshotStreamTest, EndsBeforeItsCopyWhenTheServerStops) {
  std::promise<void> release;
  ASSERT_TRUE(pool_.SubmitCopy([&] { release.get_future().wait(); }));
  BytesCall call(channel_, kCreateSnapshot);
  ASSERT_TRUE(call.Send(RequestFor("")));
  AwaitThat([&] { return pool_.in_flight() == 2; });
  admission_.Close();
  streams_.Stop();
  release.set_value();
  EXPECT_THAT(call.Finish(), FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
  ExpectGone();
}

class SlowReaderTest : public SnapshotStreamTest {
 protected:
  SlowReaderTest() : SnapshotStreamTest(std::chrono::milliseconds(300)) {}
};

TEST_F(SlowReaderTest, ACallerThatTakesNothingIsLeft) {
  Import(kManyDocuments);
  const auto call = Begun();
  // The stream ends although nobody reads what was sent on it.
  ExpectGone();
  EXPECT_EQ(call->Finish().error_code(), grpc::DEADLINE_EXCEEDED);
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("reason=DEADLINE_EXCEEDED")));
}

TEST_F(SlowReaderTest, TheTimeThatTheServerTakesIsNoSilence) {
  std::promise<void> release;
  ASSERT_TRUE(pool_.SubmitCopy([&] { release.get_future().wait(); }));
  BytesCall call(channel_, kCreateSnapshot);
  ASSERT_TRUE(call.Send(RequestFor("")));
  AwaitThat([&] { return pool_.in_flight() == 2; });
  const auto queued = std::chrono::steady_clock::now();
  AwaitThat([&] {
    return std::chrono::steady_clock::now() - queued >
           std::chrono::milliseconds(900);
  });
  release.set_value();
  EXPECT_TRUE(Next(&call).has_header());
  call.Cancel();
}

}  // namespace
}  // namespace footnote
