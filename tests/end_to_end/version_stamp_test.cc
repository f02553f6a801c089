// Answers never mix two revisions: every sentence of every document carries the
// number of the import that brought it, and readers ask while one import
// follows another.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "tests/end_to_end/calls.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

constexpr int kReaders = 8;
constexpr int kDocuments = 5;
constexpr char kStamp[] = "stamp ";

// Answers to ask for in all.
int AnswersWanted() {
  const char* const wanted = std::getenv("FOOTNOTE_STAMP_ANSWERS");
  int answers = 0;
  return wanted != nullptr && absl::SimpleAtoi(wanted, &answers) ? answers
                                                                 : 2000;
}

v1::ImportDocumentsRequest Stamped(int stamp) {
  constexpr const char* kSentences[] = {
      "The pilots of the harbour counted nine ships at dawn",
      "Harbour pilots refuse to sail ships in fog",
      "No ships left the harbour without its oldest pilots"};
  v1::ImportDocumentsRequest request;
  for (int i = 0; i < kDocuments; ++i) {
    v1::Document* document = request.add_documents();
    document->set_id(absl::StrCat("d", i));
    for (const char* sentence : kSentences) {
      document->mutable_text()->append(absl::StrCat(
          sentence, ", says report ", i, ", ", kStamp, stamp, ". "));
    }
  }
  return request;
}

int StampOf(const std::string& sentence) {
  const size_t begin = sentence.find(kStamp);
  EXPECT_NE(begin, std::string::npos) << sentence;
  return std::atoi(sentence.c_str() + begin + sizeof(kStamp) - 1);
}

// Asks again and again, and counts what must never be.
class StampReader {
 public:
  explicit StampReader(const std::shared_ptr<grpc::Channel>& channel)
      : stub_(v1::QuestionAnsweringService::NewStub(channel)) {
    request_.mutable_question()->set_text(
        "How many ships did the harbour pilots count?");
    request_.mutable_options()->set_max_sentences(10);
    request_.mutable_options()->set_min_confidence(0);
  }

  void Run(std::atomic<int>* answers_left) {
    while (answers_left->fetch_sub(1) > 0) {
      grpc::ClientContext context;
      v1::AskResponse response;
      const grpc::Status status = stub_->Ask(&context, request_, &response);
      ASSERT_TRUE(status.ok()) << status.error_message();
      Look(response);
    }
  }

  int answers() const { return answers_; }
  int mixed() const { return mixed_; }
  int backwards() const { return backwards_; }

 private:
  void Look(const v1::AskResponse& response) {
    ASSERT_GT(response.answer().sentences_size(), 1);
    const int stamp = StampOf(response.answer().sentences(0).text());
    for (const v1::CitedSentence& sentence : response.answer().sentences()) {
      // The first import is revision 1.
      if (StampOf(sentence.text()) != stamp ||
          sentence.citation().document_revision() !=
              response.corpus_revision() ||
          response.corpus_revision() != static_cast<uint64_t>(stamp)) {
        ++mixed_;
      }
    }
    if (response.corpus_revision() < last_revision_) ++backwards_;
    last_revision_ = response.corpus_revision();
    ++answers_;
  }

  std::unique_ptr<v1::QuestionAnsweringService::Stub> stub_;
  v1::AskRequest request_;
  uint64_t last_revision_ = 0;
  int answers_ = 0;
  int mixed_ = 0;
  int backwards_ = 0;
};

TEST(VersionStampTest, AnswersAreOfOneRevisionAndNeverGoBack) {
  const TemporaryDirectory directory;
  ServerProcess server(directory.path());
  ASSERT_FALSE(server.address().empty());
  ImportCall imports(server.Channel());
  ASSERT_EQ(imports.Import(Stamped(1)), 1u);
  std::atomic<int> answers_left = AnswersWanted();
  std::vector<StampReader> readers;
  for (int i = 0; i < kReaders; ++i) readers.emplace_back(server.Channel());
  std::vector<std::thread> threads;
  for (StampReader& reader : readers) {
    threads.emplace_back([&] { reader.Run(&answers_left); });
  }
  int stamp = 1;
  while (answers_left.load() > 0) {
    ++stamp;
    ASSERT_EQ(imports.Import(Stamped(stamp)), static_cast<uint64_t>(stamp));
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(imports.Finish().ok());
  int answers = 0;
  for (const StampReader& reader : readers) {
    EXPECT_EQ(reader.mixed(), 0);
    EXPECT_EQ(reader.backwards(), 0);
    answers += reader.answers();
  }
  EXPECT_EQ(answers, AnswersWanted());
  EXPECT_GT(stamp, 2);
  RecordProperty("imports", stamp);
  EXPECT_EQ(server.Stop().exit_status, 0);
}

}  // namespace
}  // namespace footnote::testing
