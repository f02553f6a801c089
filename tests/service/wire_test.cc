#include "service/wire.h"

#include <gmock/gmock.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.pb.h"
#include "retrieval/status.h"
#include "service/error_status.h"
#include "tests/service/bytes_call.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::Bytes;

std::string ReasonOfReading(const std::string& bytes) {
  v1::ImportDocumentsRequest request;
  const absl::Status status = ReadMessage(Bytes(bytes), &request);
  return status.ok() ? "OK" : ReasonOf(status).value_or("");
}

TEST(WireTest, ReadsWhatItWrote) {
  v1::ImportDocumentsRequest request;
  request.set_corpus("news");
  for (int i = 0; i < 50; ++i) {
    request.add_documents()->set_text(std::string(10'000, 'x'));
  }
  v1::ImportDocumentsRequest read;
  ASSERT_OK(ReadMessage(WriteMessage(request), &read));
  EXPECT_EQ(read.SerializeAsString(), request.SerializeAsString());
}

TEST(WireTest, AnEmptyMessageIsAMessage) {
  v1::GetStatusRequest request;
  EXPECT_OK(ReadMessage(WriteMessage(request), &request));
  EXPECT_EQ(ReasonOfReading(""), "OK");
}

// Returns `bytes` in one piece.
std::string Flat(const grpc::ByteBuffer& bytes) {
  grpc::Slice slice;
  EXPECT_TRUE(bytes.DumpToSingleSlice(&slice).ok());
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

TEST(WireTest, WritesMapsInTheOrderOfTheirKeys) {
  std::string expected;
  v1::Document document;
  for (int i = 10; i < 74; ++i) {
    const std::string key = absl::StrCat("key", i);
    document.mutable_metadata()->insert({key, "v"});
    // Field 8, ten bytes: field 1 of five bytes, field 2 of one.
    absl::StrAppend(&expected, "\x42\x0a\x0a\x05", key, "\x12\x01v");
  }
  EXPECT_EQ(Flat(WriteMessage(document)), expected);
}

TEST(WireTest, RefusesWhatIsNoMessage) {
  EXPECT_EQ(ReasonOfReading("\xff\xff\xff"), "MALFORMED_MESSAGE");
  EXPECT_EQ(ReasonOfReading("\x0a\x7fshort"), "MALFORMED_MESSAGE");
  EXPECT_EQ(ReasonOfReading("\x0a\x02\xc3("), "MALFORMED_MESSAGE");
  v1::GetStatusRequest request;
  EXPECT_EQ(ReasonOf(ReadMessage(grpc::ByteBuffer(), &request)),
            "MALFORMED_MESSAGE");
}

TEST(WireTest, TakesFourMebibytesAndNoMore) {
  v1::ImportDocumentsRequest request;
  request.set_corpus(std::string(kMaxMessageBytes - 5, 'c'));
  ASSERT_EQ(request.ByteSizeLong(), kMaxMessageBytes);
  EXPECT_EQ(ReasonOfReading(request.SerializeAsString()), "OK");
  request.mutable_corpus()->push_back('c');
  EXPECT_EQ(ReasonOfReading(request.SerializeAsString()), "MESSAGE_TOO_LARGE");
  request.mutable_corpus()->resize(kMaxMessageBytes - 6);
  EXPECT_EQ(ReasonOfReading(request.SerializeAsString()), "OK");
}

}  // namespace
}  // namespace footnote
