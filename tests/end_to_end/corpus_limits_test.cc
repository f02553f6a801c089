// Every limit that the contract sets to messages, documents and their calls, as
// a caller meets it: what reaches the limit is taken, and what lies one beyond
// is refused by name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.pb.h"
#include "tests/end_to_end/limits.h"
#include "tests/service/bytes_call.h"
#include "tests/service/error_details.h"

namespace footnote::testing {
namespace {

using grpc::StatusCode;

using CorpusLimitsTest = LimitsTest;

constexpr int kMessageBytes = 4 * 1024 * 1024;

// Returns `size` bytes of a message that holds nothing we know.
std::string UnknownField(int size) {
  std::string bytes(1, '\x7a');  // Field 15, with a length of four bytes.
  const int length = size - 5;
  for (int shift = 0; shift < 28; shift += 7) {
    const int more = shift < 21 ? 0x80 : 0;
    bytes.push_back(static_cast<char>(((length >> shift) & 0x7f) | more));
  }
  return bytes + std::string(static_cast<size_t>(length), 'x');
}

v1::Document GoodDocument(const std::string& id) {
  v1::Document document;
  document.set_id(id);
  document.set_text("Ida Brandt was here.");
  return document;
}

// Returns the status of one part of a request as if it were that of a call.
grpc::Status AsStatus(const google::rpc::Status& status) {
  return {static_cast<StatusCode>(status.code()), status.message(),
          status.SerializeAsString()};
}

TEST_F(CorpusLimitsTest, OfReadingListingAndDeleting) {
  // What is taken is looked for, and is not there.
  ExpectEach<v1::GetDocumentRequest>(
      {},
      {{"document_id", 1, 128,
        [](int n, auto* r) {
          r->set_document_id(std::string(static_cast<size_t>(n), 'x'));
        }}},
      StatusCode::NOT_FOUND);
  ExpectEach<v1::ListDocumentsRequest>(
      {}, {{"page_size", 1, 100, [](int n, auto* r) { r->set_page_size(n); }}});
  ExpectEach<v1::DeleteDocumentsRequest>(
      {}, {{"document_ids", 1, 1000, [](int n, auto* r) {
              for (int i = 0; i < n; ++i) r->add_document_ids("a");
            }}});
}

TEST_F(CorpusLimitsTest, OfCorpora) {
  ExpectEach<v1::CreateCorpusRequest>(
      {},
      {{"settings.revisions_kept", 1, 100,
        [](int n, v1::CreateCorpusRequest* r) {
          r->set_corpus(absl::StrCat("kept-", n));
          r->mutable_settings()->set_revisions_kept(static_cast<uint32_t>(n));
        }}});
  ExpectEach<v1::ListCorporaRequest>(
      {}, {{"page_size", 1, 100, [](int n, auto* r) { r->set_page_size(n); }}});
}

TEST_F(CorpusLimitsTest, OfNamesOfCorporaToCreateAndDelete) {
  v1::CreateCorpusRequest create;
  v1::DeleteCorpusRequest remove;
  for (const size_t length : {0, 1, 62, 63, 64}) {
    SCOPED_TRACE(length);
    create.set_corpus(std::string(length, 'a'));
    remove.set_corpus(std::string(length, 'a'));
    if (length == 0 || length == 64) {
      ExpectRefused(Call(create), "corpus");
      ExpectRefused(Call(remove), "corpus");
    } else {
      EXPECT_TRUE(Call(create).ok());
      EXPECT_TRUE(Call(remove).ok());
    }
  }
}

TEST_F(CorpusLimitsTest, OfImports) {
  ExpectEach<v1::ImportDocumentsRequest>(
      {}, {{"documents", 0, 100, [](int n, auto* r) {
              for (int i = 0; i < n; ++i) {
                *r->add_documents() = GoodDocument(absl::StrCat(i));
              }
            }}});
}

// These take an empty message.
TEST_F(CorpusLimitsTest, OfMessages) {
  for (const char* method : {"/footnote.v1.CorpusService/GetStatus",
                             "/footnote.v1.CorpusService/ListDocuments",
                             "/footnote.v1.CorpusService/ImportDocuments"}) {
    SCOPED_TRACE(method);
    const auto call = [&](int size) {
      return CallWithBytes(server_->Channel(), method, UnknownField(size));
    };
    EXPECT_TRUE(call(kMessageBytes - 1).ok());
    EXPECT_TRUE(call(kMessageBytes).ok());
    const grpc::Status beyond = call(kMessageBytes + 1);
    ASSERT_THAT(beyond,
                FailsWith(StatusCode::INVALID_ARGUMENT, "MESSAGE_TOO_LARGE"));
    ExpectNumbers(beyond, kMessageBytes, kMessageBytes + 1);
  }
}

// Gives a text of a document `n` letters of one byte.
Set<v1::Document> Text(std::string* (v1::Document::*text)()) {
  return [text](int n, v1::Document* document) {
    (document->*text)()->assign(static_cast<size_t>(n), 'x');
  };
}

const std::vector<Limit<v1::Document>>& DocumentLimits() {
  static const auto* const kLimits = new std::vector<Limit<v1::Document>>{
      {"id", 1, 128, Text(&v1::Document::mutable_id)},
      {"title", 0, 1024, Text(&v1::Document::mutable_title)},
      {"text", 1, 1'000'000, Text(&v1::Document::mutable_text)},
      {"uri", 0, 2048, Text(&v1::Document::mutable_uri)},
      {"source", 0, 256, Text(&v1::Document::mutable_source)},
      {"language", 0, 35, Text(&v1::Document::mutable_language)},
      {"metadata", 0, 64,
       [](int n, v1::Document* d) {
         for (int i = 0; i < n; ++i) {
           (*d->mutable_metadata())[absl::StrCat(i)] = "value";
         }
       }},
      {"metadata", 1, 128,
       [](int n, v1::Document* d) {
         const std::string key(static_cast<size_t>(n), 'k');
         (*d->mutable_metadata())[key] = "value";
       }},
      {"metadata", 0, 1024, [](int n, v1::Document* d) {
         (*d->mutable_metadata())["key"].assign(static_cast<size_t>(n), 'v');
       }}};
  return *kLimits;
}

// A document is refused by itself: the others of its request are kept.
TEST_F(CorpusLimitsTest, OfDocuments) {
  const v1::Document good = GoodDocument("a");
  const auto import = [&](const Limit<v1::Document>& limit, int n) {
    v1::ImportDocumentsRequest request;
    limit.set(n, &(*request.add_documents() = good));
    *request.add_documents() = GoodDocument("other");
    EXPECT_TRUE(Call(request).ok());
    EXPECT_NE(response_.results(1).outcome(), v1::IMPORT_OUTCOME_REFUSED);
    return response_.results(0);
  };
  const auto expect_refused = [&](const Limit<v1::Document>& limit, int n) {
    const v1::ImportResult result = import(limit, n);
    EXPECT_EQ(result.outcome(), v1::IMPORT_OUTCOME_REFUSED);
    ExpectRefused(AsStatus(result.error()), limit.field);
  };
  for (const Limit<v1::Document>& limit : DocumentLimits()) {
    SCOPED_TRACE(absl::StrCat(limit.field, ", at most ", limit.most));
    for (const int n : {limit.least, limit.most - 1, limit.most}) {
      const v1::ImportResult result = import(limit, n);
      EXPECT_NE(result.outcome(), v1::IMPORT_OUTCOME_REFUSED)
          << n << ": " << result.error().message();
    }
    expect_refused(limit, limit.most + 1);
    if (limit.least > 0) expect_refused(limit, limit.least - 1);
  }
}

}  // namespace
}  // namespace footnote::testing
