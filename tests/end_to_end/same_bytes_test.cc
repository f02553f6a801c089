// The same request on the same revision gives the same bytes: again, from eight
// threads at once, after a restart, and from a copy. A copy taken while the
// corpus changes is the corpus at its revision.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "footnote/v1/question_answering.pb.h"
#include "tests/end_to_end/calls.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using ::testing::ContainerEq;

// Returns a sentence that names someone, speaks of a time, or both.
std::string DrawReport(RandomCorpus* random) {
  constexpr const char* kForms[] = {
      "Mayor Ida Brandt opened $0 of $1 on January $2, 2025. ",
      "\"The $0 is $1,\" Ines Falk said on January $2. ",
      "He said the $0 and $1 cost $$$2 million in Halden. ",
      "The Halden Port Office (HPO) counted $2 boats of $0 and $1. "};
  return absl::Substitute(kForms[random->Number(0, 3)], random->Word(),
                          random->Word(), random->Number(1, 28));
}

// Returns batch `n` of documents, of which many replace earlier ones.
v1::ImportDocumentsRequest Batch(int n) {
  RandomCorpus random(static_cast<unsigned>(n) + 1, 200);
  v1::ImportDocumentsRequest request;
  for (int i = 0; i < 10; ++i) {
    const Document drawn = random.MakeDocument(random.Number(0, 400));
    v1::Document* document = request.add_documents();
    document->set_id(drawn.id);
    document->set_title(drawn.title);
    document->set_text(absl::StrCat(drawn.text, DrawReport(&random),
                                    DrawReport(&random), "Batch ", n, "."));
    document->set_source(absl::StrCat("source", n % 3));
    document->set_published(absl::StrCat("2025-01-", 10 + n % 20));
    for (const char* key : {"a", "b", "c", "d", "e"}) {
      (*document->mutable_metadata())[key] = random.Word();
    }
  }
  return request;
}

// Draws whom, which kind of answer and which time `question` asks for.
void DrawStatement(RandomCorpus* random, v1::Question* question) {
  if (random->Number(0, 3) == 0) {
    question->set_answer_type(
        static_cast<v1::AnswerType>(random->Number(1, v1::AnswerType_MAX)));
  }
  if (random->Number(0, 3) == 0) {
    question->add_entities(random->Number(0, 1) == 0 ? "the mayor" : "HPO");
  }
  if (random->Number(0, 4) == 0) question->set_speaker("Falk");
  if (random->Number(0, 4) == 0) {
    question->mutable_event()->set_begin("2025-01-10");
    question->mutable_event()->set_end("2025-02");
  }
}

v1::AskRequest DrawQuestion(RandomCorpus* random) {
  v1::AskRequest request;
  v1::Question* question = request.mutable_question();
  question->set_text(absl::StrCat("Where is ", random->Words(4), "?"));
  v1::AskOptions* options = request.mutable_options();
  options->set_max_sentences(random->Number(1, 10));
  if (random->Number(0, 1) == 0) options->set_min_confidence(0);
  options->set_explain(random->Number(0, 1) == 0);
  options->set_include_rejected(random->Number(0, 1) == 0);
  if (random->Number(0, 2) == 0) question->set_as_of("2025-01-20");
  if (random->Number(0, 2) == 0) {
    question->mutable_filter()->add_sources("source1");
  }
  if (random->Number(0, 3) == 0) question->add_excluded_terms(random->Word());
  DrawStatement(random, question);
  options->set_context_sentences(random->Number(0, 2));
  options->set_max_sentences_per_document(random->Number(0, 3));
  if (random->Number(0, 1) == 0) options->set_order(v1::SENTENCE_ORDER_TIME);
  return request;
}

// Returns `count` requests of every kind that reads.
std::vector<Call> DrawCalls(int count) {
  RandomCorpus random(77, 200);
  std::vector<Call> calls;
  for (int i = 0; i < count; ++i) {
    const v1::AskRequest question = DrawQuestion(&random);
    v1::SearchRequest search;
    search.set_query(question.question().text());
    v1::GetDocumentRequest get;
    get.set_document_id(absl::StrCat("d", random.Number(0, 400)));
    v1::BatchAskRequest batch;
    *batch.add_requests() = question;
    *batch.add_requests() = DrawQuestion(&random);
    switch (i % 10) {
      case 0:
        calls.push_back(QuestionCall("Search", search));
        break;
      case 1:
        calls.push_back(CorpusCall("GetDocument", get));
        break;
      case 2:
        calls.push_back(QuestionCall("BatchAsk", batch));
        break;
      case 3:
        calls.push_back(
            CorpusCall("ListDocuments", v1::ListDocumentsRequest()));
        break;
      default:
        calls.push_back(QuestionCall("Ask", question));
    }
  }
  return calls;
}

// Imports batches `first` to `last` and returns the revision that holds them.
uint64_t ImportBatches(const ServerProcess& server, int first, int last) {
  ImportCall imports(server.Channel());
  uint64_t revision = 0;
  for (int n = first; n <= last; ++n) revision = imports.Import(Batch(n));
  EXPECT_TRUE(imports.Finish().ok());
  return revision;
}

// Copies the corpus of `server` into a new data directory in `*home`, and
// returns that.
std::string CopyInto(const TemporaryDirectory& home,
                     const ServerProcess& server) {
  const std::string file = home.File("copy.snapshot");
  const ProgramResult copied = server.Footnote({"snapshot", "--to", file});
  EXPECT_EQ(copied.exit_status, 0) << copied.err;
  const std::string directory = home.File("restored");
  Program restore({"--restore", file, "--data-dir", directory}, {},
                  FOOTNOTED_PROGRAM);
  const ProgramResult restored = restore.Wait();
  EXPECT_EQ(restored.exit_status, 0) << restored.out << restored.err;
  return directory;
}

TEST(SameBytesTest, WhoeverAsksWheneverAndWhereverItIs) {
  const TemporaryDirectory home;
  auto server = std::make_unique<ServerProcess>(home.File("data"));
  ASSERT_FALSE(server->address().empty());
  ASSERT_GT(ImportBatches(*server, 1, 30), 0u);
  const std::vector<Call> calls = DrawCalls(200);
  const std::vector<std::string> want = RepliesTo(calls, server->Channel());
  EXPECT_THAT(RepliesTo(calls, server->Channel()), ContainerEq(want));

  std::vector<std::vector<std::string>> replies(8);
  std::vector<std::thread> threads;
  for (auto& of_thread : replies) {
    threads.emplace_back([&calls, &of_thread, channel = server->Channel()] {
      of_thread = RepliesTo(calls, channel);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& of_thread : replies)
    EXPECT_THAT(of_thread, ContainerEq(want));

  const ServerProcess copy(CopyInto(home, *server));
  EXPECT_THAT(RepliesTo(calls, copy.Channel()), ContainerEq(want));

  ASSERT_EQ(server->Stop().exit_status, 0);
  server = std::make_unique<ServerProcess>(home.File("data"));
  EXPECT_THAT(RepliesTo(calls, server->Channel()), ContainerEq(want));
}

// The oracle is a server that was sent the same changes, as many as the copy
// holds: it is what the original was at that revision.
TEST(SameBytesTest, ACopyTakenUnderWritesIsTheCorpusAtItsRevision) {
  const TemporaryDirectory home;
  ServerProcess server(home.File("data"));
  ASSERT_FALSE(server.address().empty());
  ASSERT_EQ(ImportBatches(server, 1, 20), 20u);
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    ImportCall imports(server.Channel());
    for (int n = 21; !stop.load(); ++n) {
      ASSERT_EQ(imports.Import(Batch(n)), static_cast<uint64_t>(n));
    }
    EXPECT_TRUE(imports.Finish().ok());
  });
  const std::string directory = CopyInto(home, server);
  stop.store(true);
  writer.join();

  const ServerProcess copy(directory);
  ASSERT_FALSE(copy.address().empty());
  const auto stub = v1::CorpusService::NewStub(copy.Channel());
  grpc::ClientContext context;
  v1::GetCorpusResponse held;
  ASSERT_TRUE(stub->GetCorpus(&context, v1::GetCorpusRequest(), &held).ok());
  const auto revision = static_cast<int>(held.corpus().corpus_revision());
  EXPECT_GE(revision, 20);
  const ServerProcess replica(home.File("replica"));
  ASSERT_EQ(ImportBatches(replica, 1, revision),
            held.corpus().corpus_revision());
  const std::vector<Call> calls = DrawCalls(1000);
  EXPECT_THAT(RepliesTo(calls, copy.Channel()),
              ContainerEq(RepliesTo(calls, replica.Channel())));
}

}  // namespace
}  // namespace footnote::testing
