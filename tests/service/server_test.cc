#include "service/server.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "grpcpp/create_channel.h"
#include "retrieval/answer/learned_model.h"
#include "retrieval/index/sqlite.h"
#include "service/error_status.h"
#include "tests/service/bytes_call.h"
#include "tests/service/captured_log.h"
#include "tests/service/error_details.h"
#include "tests/testing/index_segments.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::BytesCall;
using testing::CallWithBytes;
using testing::FailsWith;
using Health = grpc::health::v1::HealthCheckResponse;

const std::vector<std::string> kUnaryMethods = {
    "/footnote.v1.QuestionAnsweringService/Ask",
    "/footnote.v1.QuestionAnsweringService/Search",
    "/footnote.v1.CorpusService/GetDocument",
    "/footnote.v1.CorpusService/ListDocuments",
    "/footnote.v1.CorpusService/DeleteDocuments",
    "/footnote.v1.CorpusService/CreateCorpus",
    "/footnote.v1.CorpusService/GetCorpus",
    "/footnote.v1.CorpusService/DeleteCorpus",
    "/footnote.v1.CorpusService/ListCorpora",
    "/footnote.v1.CorpusService/GetStatus",
};

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() : log_({}) {
    options_.data_dir = directory_.path() + "/corpora";
    options_.listen = "127.0.0.1:0";
    options_.workers = 2;
  }

  // Listens, without a library yet.
  void Listen() {
    absl::StatusOr<std::unique_ptr<Server>> server =
        Server::Start(options_, &log_.log());
    ASSERT_OK(server);
    server_ = *std::move(server);
    channel_ = grpc::CreateChannel(server_->address(),
                                   grpc::InsecureChannelCredentials());
  }

  void Serve() {
    Listen();
    ASSERT_OK(server_->OpenLibrary());
  }

  Health::ServingStatus HealthOf(const std::string& service) {
    grpc::health::v1::HealthCheckRequest request;
    request.set_service(service);
    Health response;
    grpc::ClientContext context;
    const grpc::Status status =
        grpc::health::v1::Health::NewStub(channel_)->Check(&context, request,
                                                           &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response.status();
  }

  // Returns the next health that a watcher is told.
  static Health::ServingStatus ReadHealth(BytesCall* watch) {
    grpc::ByteBuffer reply;
    Health response;
    EXPECT_TRUE(watch->Receive(&reply));
    EXPECT_OK(ReadMessage(reply, &response));
    return response.status();
  }

  void ExpectHealth(Health::ServingStatus status) {
    for (const char* const service :
         {"", "footnote.v1.QuestionAnsweringService",
          "footnote.v1.CorpusService"}) {
      SCOPED_TRACE(service);
      EXPECT_EQ(HealthOf(service), status);
    }
  }

  v1::GetStatusResponse StatusOf() {
    grpc::ClientContext context;
    v1::GetStatusResponse response;
    const grpc::Status status = v1::CorpusService::NewStub(channel_)->GetStatus(
        &context, {}, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  // Imports one document into `corpus`.
  void Import(const std::string& corpus, const std::string& id,
              const std::string& text) {
    grpc::ClientContext context;
    auto stream =
        v1::CorpusService::NewStub(channel_)->ImportDocuments(&context);
    v1::ImportDocumentsRequest request;
    request.set_corpus(corpus);
    request.add_documents()->set_id(id);
    request.mutable_documents(0)->set_text(text);
    v1::ImportDocumentsResponse response;
    ASSERT_TRUE(stream->Write(request) && stream->Read(&response));
    EXPECT_EQ(response.results(0).outcome(), v1::IMPORT_OUTCOME_ADDED);
    stream->WritesDone();
    EXPECT_TRUE(stream->Finish().ok());
  }

  testing::TemporaryDirectory directory_;
  testing::CapturedLog log_;
  ServerOptions options_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

TEST_F(ServerTest, ServesOnlyOnceTheLibraryIsOpen) {
  Listen();
  ExpectHealth(Health::NOT_SERVING);
  EXPECT_THAT(CallWithBytes(channel_, kUnaryMethods[0], ""),
              FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
  EXPECT_THAT(
      CallWithBytes(channel_, "/footnote.v1.CorpusService/ImportDocuments", ""),
      FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
  ASSERT_OK(server_->OpenLibrary());
  ExpectHealth(Health::SERVING);
  EXPECT_TRUE(CallWithBytes(channel_, kUnaryMethods.back(), "").ok());
}

TEST_F(ServerTest, TellsWhatRanks) {
  RankingModelParts parts;
  parts.origin = {"2026-02-28",
                  "test",
                  1,
                  {{"a", std::string(64, 'a')}, {"b", std::string(64, 'b')}}};
  const auto file = RankingModel::Create(parts);
  ASSERT_OK(file);
  auto model = LearnedModel::Create(*file, nullptr);
  ASSERT_OK(model);
  options_.model = std::make_shared<const LearnedModel>(*std::move(model));
  Serve();
  const v1::GetStatusResponse status = StatusOf();
  EXPECT_EQ(status.ranking_model(), v1::RANKING_MODEL_LEARNED);
  EXPECT_EQ(status.learned_model().sha256(), file->sha256());
  EXPECT_EQ(status.learned_model().created_date(), "2026-02-28");
  ASSERT_EQ(status.learned_model().training_sets_size(), 2);
  EXPECT_EQ(status.learned_model().training_sets(1).name(), "b");
  EXPECT_EQ(status.learned_model().training_sets(1).sha256(),
            std::string(64, 'b'));
}

TEST_F(ServerTest, RanksByThePlainScoreWithoutAModel) {
  Serve();
  EXPECT_EQ(StatusOf().ranking_model(), v1::RANKING_MODEL_PLAIN);
  EXPECT_FALSE(StatusOf().has_learned_model());
}

TEST_F(ServerTest, AnswersWhatIsNoMessageAndGoesOn) {
  Serve();
  for (const std::string& method : kUnaryMethods) {
    SCOPED_TRACE(method);
    for (const std::string& bytes :
         {std::string("\xff\xff\xff\xff"), std::string("\x0a\x7f"),
          std::string("GET / HTTP/1.1\r\n"), std::string(1000, '\x0b')}) {
      EXPECT_THAT(CallWithBytes(channel_, method, bytes),
                  FailsWith(grpc::INVALID_ARGUMENT, "MALFORMED_MESSAGE"));
    }
  }
  // Field 1 is a string in all but the last two: two bytes that are not UTF-8.
  for (size_t i = 0; i + 2 < kUnaryMethods.size(); ++i) {
    SCOPED_TRACE(kUnaryMethods[i]);
    EXPECT_THAT(CallWithBytes(channel_, kUnaryMethods[i], "\x0a\x02\xc3\x28"),
                FailsWith(grpc::INVALID_ARGUMENT, "MALFORMED_MESSAGE"));
  }
  EXPECT_TRUE(CallWithBytes(channel_, kUnaryMethods.back(), "").ok());
}

TEST_F(ServerTest, AnswersARequestWithoutAMessage) {
  Serve();
  for (const std::string& method : kUnaryMethods) {
    SCOPED_TRACE(method);
    const grpc::Status status = BytesCall(channel_, method).Finish();
    EXPECT_NE(status.error_code(), grpc::UNKNOWN);
    EXPECT_FALSE(status.ok());
  }
  EXPECT_TRUE(CallWithBytes(channel_, kUnaryMethods.back(), "").ok());
}

TEST_F(ServerTest, RefusesAnOverLargeMessageByName) {
  Serve();
  for (const std::string& method : kUnaryMethods) {
    SCOPED_TRACE(method);
    EXPECT_THAT(
        CallWithBytes(channel_, method, std::string(kMaxMessageBytes + 1, 'x')),
        FailsWith(grpc::INVALID_ARGUMENT, "MESSAGE_TOO_LARGE"));
  }
}

TEST_F(ServerTest, KeepsWhatItAcknowledgedOverAStop) {
  Serve();
  Import("", "d1", "The treaty was signed.");
  server_->Stop();
  server_.reset();
  Serve();
  v1::GetDocumentRequest get;
  get.set_document_id("d1");
  EXPECT_TRUE(
      CallWithBytes(channel_, kUnaryMethods[2], get.SerializeAsString()).ok());
}

TEST_F(ServerTest, MergesTheIndexOnceItIsQuiet) {
  Serve();
  for (int i = 0; i < 7; ++i) {
    Import("", absl::StrCat("d", i), absl::StrCat("The ", i, "th treaty."));
  }
  const auto segments = [this] {
    return testing::CountSegments(options_.data_dir + "/default.footnote.db");
  };
  EXPECT_GE(segments(), 1);
  const auto give_up =
      std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (segments() > 1 && std::chrono::steady_clock::now() < give_up) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_EQ(segments(), 1);
  EXPECT_EQ(StatusOf().corpora(0).corpus_revision(), 7u);
}

TEST_F(ServerTest, ClearsAwayTheCopyOfACrash) {
  std::filesystem::create_directory(options_.data_dir);
  const std::string left = options_.data_dir + "/.snapshot-Ab3xYz";
  std::ofstream(left) << "x";
  Serve();
  EXPECT_FALSE(std::filesystem::exists(left));
}

TEST_F(ServerTest, KeepsAsManyCorporaOpenAsItsThreadsNeed) {
  options_.max_open_corpora = 1;
  Serve();
  EXPECT_EQ(StatusOf().max_open_corpora(), 5u);
  server_.reset();
  options_.max_open_corpora = 6;
  Serve();
  EXPECT_EQ(StatusOf().max_open_corpora(), 6u);
}

TEST_F(ServerTest, AnOpenStreamDoesNotHoldUpAStop) {
  Serve();
  BytesCall call(channel_, "/footnote.v1.CorpusService/ImportDocuments");
  v1::ImportDocumentsRequest request;
  ASSERT_TRUE(call.Send(request.SerializeAsString()));
  grpc::ByteBuffer reply;
  ASSERT_TRUE(call.Receive(&reply));
  const auto begin = std::chrono::steady_clock::now();
  server_->Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, options_.drain);
  EXPECT_THAT(call.Finish(), FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
}

// A change waits for a lock that another program holds on the file.
TEST_F(ServerTest, IsNotDrainedAgainAfterADrainThatFailed) {
  options_.drain = std::chrono::milliseconds(100);
  Serve();
  const auto other = Database::Open(options_.data_dir + "/default.footnote.db",
                                    Database::Mode::kReadWrite);
  ASSERT_OK(other);
  ASSERT_OK((*other)->Execute("BEGIN IMMEDIATE"));
  v1::DeleteDocumentsRequest request;
  request.add_document_ids("d1");
  std::future<grpc::Status> deleted = std::async(std::launch::async, [&] {
    return CallWithBytes(channel_, kUnaryMethods[4],
                         request.SerializeAsString());
  });
  while (StatusOf().requests_in_flight() < 2) std::this_thread::yield();
  EXPECT_FALSE(server_->Drain());
  ASSERT_OK((*other)->Execute("ROLLBACK"));
  deleted.wait();
  // Nothing is in flight any more; a second drain would succeed.
  EXPECT_FALSE(server_->Drain());
  server_->Stop();
}

TEST_F(ServerTest, AWatcherOfTheHealthSeesTheStop) {
  Serve();
  BytesCall watch(channel_, "/grpc.health.v1.Health/Watch");
  ASSERT_TRUE(watch.Send(""));
  EXPECT_EQ(ReadHealth(&watch), Health::SERVING);
  std::future<void> stopped =
      std::async(std::launch::async, [this] { server_->Stop(); });
  EXPECT_EQ(ReadHealth(&watch), Health::NOT_SERVING);
  EXPECT_EQ(stopped.wait_for(std::chrono::seconds(10)),
            std::future_status::ready);
}

TEST_F(ServerTest, SaysWhyItCannotStart) {
  Serve();
  ServerOptions other = options_;
  other.listen = server_->address();
  other.data_dir = directory_.path() + "/other";
  const auto second = Server::Start(other, &log_.log());
  EXPECT_THAT(second, testing::StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(second.status().message(), ::testing::HasSubstr("--listen"));
  other.listen = "127.0.0.1:0";
  other.data_dir = options_.data_dir;
  auto third = Server::Start(other, &log_.log());
  ASSERT_OK(third);
  EXPECT_THAT((*third)->OpenLibrary(),
              testing::StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(ServerTest, ReflectionCanBeLeftOut) {
  const std::string method =
      "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
  Serve();
  EXPECT_TRUE(BytesCall(channel_, method).Finish().ok());
  server_.reset();
  options_.reflection = false;
  Serve();
  EXPECT_EQ(BytesCall(channel_, method).Finish().error_code(),
            grpc::UNIMPLEMENTED);
}

}  // namespace
}  // namespace footnote
