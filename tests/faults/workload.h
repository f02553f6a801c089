// Clients that change a corpus and ask it, until they are stopped or the server
// is gone.

#ifndef FOOTNOTE_TESTS_FAULTS_WORKLOAD_H_
#define FOOTNOTE_TESTS_FAULTS_WORKLOAD_H_

#include <atomic>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "grpcpp/channel.h"
#include "tests/faults/ledger.h"

namespace footnote::testing {

// Documents of one owner.
inline constexpr int kDocumentsOfAnOwner = 40;

// How a call ended that did not end well.
struct FailedCall {
  std::string method;
  grpc::Status status;
};

// Returns the reason that the details of `status` give, or "".
std::string ReasonOf(const grpc::Status& status);

// Makes changes by chance, one after the other: imports batches that add,
// replace and repeat documents, and deletes some. Notes what was acknowledged.
class Editor {
 public:
  // `ledger` outlives the editor.
  Editor(const std::shared_ptr<grpc::Channel>& channel, Ledger* ledger,
         std::mt19937::result_type seed);

  // Works until `stop`, or until a call fails; returns that one, or OK.
  FailedCall Run(const std::atomic<bool>& stop);

 private:
  grpc::Status Import();
  grpc::Status Delete();

  const std::unique_ptr<v1::CorpusService::Stub> corpora_;
  Ledger* const ledger_;
  std::mt19937 random_;
};

// Asks about documents of the owners, one question after the other, and checks
// every citation against what FactDocument() says of its document.
class Asker {
 public:
  Asker(const std::shared_ptr<grpc::Channel>& channel, std::string owners,
        std::mt19937::result_type seed);

  // As Editor::Run().
  FailedCall Run(const std::atomic<bool>& stop);

  // Asks about one document, and returns the id that the first sentence cites,
  // or "" without an answer.
  grpc::Status Ask(char owner, int number, std::string* cited_id);

  // What was wrong in answers so far.
  const std::vector<std::string>& violations() const { return violations_; }

  int answers() const { return answers_; }

 private:
  void Check(const v1::CitedSentence& sentence);

  const std::unique_ptr<v1::QuestionAnsweringService::Stub> answers_stub_;
  const std::string owners_;
  std::mt19937 random_;
  std::vector<std::string> violations_;
  int answers_ = 0;
};

// Reads the whole corpus: every document by its id, as it is got one by one.
grpc::Status ReadAll(const std::shared_ptr<grpc::Channel>& channel,
                     std::map<std::string, v1::Document>* stored);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_FAULTS_WORKLOAD_H_
