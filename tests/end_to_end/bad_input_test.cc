// What software breaks on: each ends in a clear status, nothing is lost, and
// the server goes on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "tests/end_to_end/json_files.h"
#include "tests/end_to_end/server_process.h"
#include "tests/service/bytes_call.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using google::protobuf::ListValue;
using google::protobuf::Struct;
using grpc::StatusCode;
using ::testing::AnyOf;
using ::testing::HasSubstr;

// Returns the length of `bytes`, at most 127 of them, as Protobuf writes it.
std::string Length(const std::string& bytes) {
  EXPECT_LT(bytes.size(), 128u);
  return std::string(1, static_cast<char>(bytes.size()));
}

class BadInputTest : public ::testing::Test {
 protected:
  void SetUp() override {
    server_ = std::make_unique<ServerProcess>(directory_.File("data"));
    ASSERT_NE(server_->address(), "");
    questions_ = v1::QuestionAnsweringService::NewStub(server_->Channel());
    corpora_ = v1::CorpusService::NewStub(server_->Channel());
    const ProgramResult kept = server_->Footnote(
        {"import", "-"}, R"({"id": "kept", "text": "Ida Brandt was here."})");
    ASSERT_EQ(kept.exit_status, 0) << kept.err;
  }

  // Whatever came before: the server answers, and holds what it held.
  void TearDown() override {
    const ProgramResult answer =
        server_->Footnote({"ask", "Who was here? Ida Brandt?"});
    EXPECT_EQ(answer.exit_status, 0) << answer.err;
    EXPECT_THAT(answer.out, HasSubstr("Ida Brandt was here."));
    EXPECT_EQ(server_->Stop().exit_status, 0);
  }

  grpc::Status Ask(const std::string& question) {
    grpc::ClientContext context;
    v1::AskRequest request;
    request.mutable_question()->set_text(question);
    v1::AskResponse response;
    const grpc::Status status = questions_->Ask(&context, request, &response);
    outcome_ = response.answer().outcome();
    return status;
  }

  grpc::Status Search(const std::string& query) {
    grpc::ClientContext context;
    v1::SearchRequest request;
    request.set_query(query);
    v1::SearchResponse response;
    return questions_->Search(&context, request, &response);
  }

  // Imports one document and returns what became of it.
  v1::ImportResult Import(const v1::Document& document) {
    grpc::ClientContext context;
    auto stream = corpora_->ImportDocuments(&context);
    v1::ImportDocumentsRequest request;
    *request.add_documents() = document;
    stream->Write(request);
    stream->WritesDone();
    v1::ImportDocumentsResponse response;
    EXPECT_TRUE(stream->Read(&response));
    EXPECT_TRUE(stream->Finish().ok());
    return response.results(0);
  }

  TemporaryDirectory directory_;
  std::unique_ptr<ServerProcess> server_;
  std::unique_ptr<v1::QuestionAnsweringService::Stub> questions_;
  std::unique_ptr<v1::CorpusService::Stub> corpora_;
  v1::Outcome outcome_ = v1::OUTCOME_UNSPECIFIED;
};

TEST_F(BadInputTest, TakesEveryNaughtyString) {
  FOOTNOTE_REQUIRE_TEST_DATA();
  const auto strings =
      FromJson<ListValue>(ReadFile(TestData() + "/data/blns/blns.json"));
  ASSERT_GT(strings.values_size(), 500);
  int number = 0;
  for (const auto& value : strings.values()) {
    const std::string& text = value.string_value();
    SCOPED_TRACE(text);
    EXPECT_THAT(Ask(text).error_code(),
                AnyOf(StatusCode::OK, StatusCode::INVALID_ARGUMENT));
    EXPECT_THAT(Search(text).error_code(),
                AnyOf(StatusCode::OK, StatusCode::INVALID_ARGUMENT));
    v1::Document document;
    document.set_id(absl::StrCat("blns-", number++));
    document.set_text(text);
    const v1::ImportResult result = Import(document);
    if (text.empty()) {
      EXPECT_EQ(result.outcome(), v1::IMPORT_OUTCOME_REFUSED);
      continue;
    }
    ASSERT_EQ(result.outcome(), v1::IMPORT_OUTCOME_ADDED)
        << result.error().message();
    grpc::ClientContext context;
    v1::GetDocumentRequest request;
    request.set_document_id(document.id());
    v1::GetDocumentResponse response;
    ASSERT_TRUE(corpora_->GetDocument(&context, request, &response).ok());
    EXPECT_EQ(response.document().document().text(), text);
  }
}

TEST_F(BadInputTest, RefusesEveryMalformedUtf8ByName) {
  FOOTNOTE_REQUIRE_TEST_DATA();
  for (const Struct& line : FromJsonLines<Struct>(
           ReadFile(TestData() + "/data/bad_utf8/cases.jsonl"))) {
    std::string bytes;
    ASSERT_TRUE(absl::Base64Unescape(line.fields().at("base64").string_value(),
                                     &bytes));
    SCOPED_TRACE(line.fields().at("id").string_value());
    const ProgramResult result = server_->Footnote(
        {"import", "-"},
        absl::StrCat("{\"id\": \"good\", \"text\": \"Good.\"}\n",
                     "{\"id\": \"bad\", \"text\": \"", bytes, "\"}\n",
                     "{\"id\": \"good too\", \"text\": \"Good.\"}\n"));
    EXPECT_EQ(result.exit_status, 4);
    EXPECT_THAT(result.out + result.err, HasSubstr("1 refused"));
    EXPECT_THAT(result.out + result.err, HasSubstr(":2"));
    EXPECT_EQ(server_->Footnote({"get", "bad"}).exit_status, 4);
    EXPECT_EQ(server_->Footnote({"get", "good too"}).exit_status, 0);
    EXPECT_EQ(server_->Footnote({"delete", "good", "good too"}).exit_status, 0);

    if (line.fields().at("valid_utf8").bool_value()) continue;
    // As a question, the bytes are no valid message: field 2 with field 1.
    const std::string text = absl::StrCat("\x0a", Length(bytes), bytes);
    EXPECT_EQ(CallWithBytes(server_->Channel(),
                            "/footnote.v1.QuestionAnsweringService/Ask",
                            absl::StrCat("\x12", Length(text), text))
                  .error_code(),
              StatusCode::INVALID_ARGUMENT);
  }
}

TEST_F(BadInputTest, LimitsQuestions) {
  EXPECT_EQ(Ask("").error_code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(Ask(" \t\n").error_code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_TRUE(Ask("who is the").ok());
  EXPECT_EQ(outcome_, v1::OUTCOME_NOT_ANSWERED);
  for (const std::string& character :
       {std::string("x"), std::string("\u65E5")}) {
    std::string question;
    for (int i = 0; i < 1023; ++i) question += i < 900 ? " " : character;
    EXPECT_TRUE(Ask(question + "?").ok());
    EXPECT_EQ(Ask(question + "??").error_code(), StatusCode::INVALID_ARGUMENT);
  }
}

TEST_F(BadInputTest, LimitsDocuments) {
  v1::Document document;
  document.set_id("kept");
  document.set_text(std::string(1'000'001, 'x'));
  EXPECT_EQ(Import(document).outcome(), v1::IMPORT_OUTCOME_REFUSED);
  document.set_id("long");
  document.set_text(std::string(1'000'000, 'x'));
  EXPECT_EQ(Import(document).outcome(), v1::IMPORT_OUTCOME_ADDED);
}

TEST_F(BadInputTest, NamesUnknownKeys) {
  const std::string line = R"({"id": "u", "text": "Text.", "colour": "red"})";
  const ProgramResult strict = server_->Footnote({"import", "-"}, line);
  EXPECT_EQ(strict.exit_status, 4);
  EXPECT_THAT(strict.out + strict.err, HasSubstr("colour"));
  EXPECT_EQ(server_->Footnote({"import", "--lenient", "-"}, line).exit_status,
            0);
}

TEST_F(BadInputTest, AnswersMessagesThatAreNone) {
  for (const char* method : {"/footnote.v1.QuestionAnsweringService/Ask",
                             "/footnote.v1.QuestionAnsweringService/Search",
                             "/footnote.v1.CorpusService/GetDocument",
                             "/footnote.v1.CorpusService/ListDocuments",
                             "/footnote.v1.CorpusService/DeleteDocuments",
                             "/footnote.v1.CorpusService/GetStatus",
                             "/footnote.v1.CorpusService/ImportDocuments"}) {
    SCOPED_TRACE(method);
    EXPECT_EQ(
        CallWithBytes(server_->Channel(), method, "\xff\xff\xff no message")
            .error_code(),
        StatusCode::INVALID_ARGUMENT);
  }
}

TEST_F(BadInputTest, KeepsWhatAStreamBroughtBeforeItBroke) {
  grpc::ClientContext context;
  auto stream = corpora_->ImportDocuments(&context);
  v1::ImportDocumentsRequest request;
  v1::Document* document = request.add_documents();
  document->set_id("before");
  document->set_text("Before.");
  ASSERT_TRUE(stream->Write(request));
  v1::ImportDocumentsResponse response;
  ASSERT_TRUE(stream->Read(&response));
  context.TryCancel();
  EXPECT_EQ(stream->Finish().error_code(), StatusCode::CANCELLED);
  EXPECT_EQ(server_->Footnote({"get", "before"}).exit_status, 0);
}

}  // namespace
}  // namespace footnote::testing
