#include "bench/quality/server_answers.h"

#include <algorithm>
#include <iostream>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "bench/quality/answer_reading.h"
#include "bench/quality/document_message.h"
#include "client/failure.h"
#include "client/import_sender.h"
#include "client/ordered_batches.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

constexpr char kCorpus[] = "quality";
constexpr size_t kQuestionsOfBatch = 20;
constexpr size_t kBatchesInFlight = 2;
constexpr int kRankedSentences = 10;
constexpr int kCandidateSentences = 100;
constexpr absl::Duration kPatience = absl::Seconds(30);

// What an answer is asked for.
enum class Purpose { kRanking, kDecision, kDefaultOverlap, kFourOverlap };

struct Errand {
  size_t question = 0;  // Its position.
  Purpose purpose = Purpose::kRanking;
};

absl::Status ToStatus(const google::rpc::Status& status) {
  return absl::Status(static_cast<absl::StatusCode>(status.code()),
                      status.message());
}

absl::Status ToStatus(const grpc::Status& status) {
  return ToStatus(RichStatus(status));
}

std::vector<Errand> ErrandsOf(const std::vector<LabelledQuestion>& questions) {
  std::vector<Errand> errands;
  for (size_t i = 0; i < questions.size(); ++i) {
    errands.push_back({i, Purpose::kRanking});
    errands.push_back({i, Purpose::kDecision});
    if (questions[i].gold_sentences.empty()) continue;
    errands.push_back({i, Purpose::kDefaultOverlap});
    errands.push_back({i, Purpose::kFourOverlap});
  }
  return errands;
}

// Less than what all but an impossible answer has, and not 0.
constexpr double kHardlySure = 1e-9;

v1::AskRequest RequestFor(const LabelledQuestion& question, Purpose purpose) {
  v1::AskRequest request;
  request.set_corpus(kCorpus);
  request.mutable_question()->set_text(question.text);
  for (const LabelledCandidate& candidate : question.candidates) {
    request.mutable_question()->mutable_filter()->add_document_ids(
        candidate.document_id);
  }
  v1::AskOptions* options = request.mutable_options();
  // 0 brings the unlikely, too: what an order is measured by, no answer.
  if (purpose != Purpose::kDecision) {
    options->set_min_confidence(purpose == Purpose::kRanking ? 0 : kHardlySure);
  }
  if (purpose == Purpose::kRanking) {
    options->set_max_sentences(
        question.candidates.empty() ? kRankedSentences : kCandidateSentences);
  }
  if (purpose == Purpose::kFourOverlap) {
    options->set_max_sentences(static_cast<int>(kFourSentences));
  }
  return request;
}

void TakeRanking(const v1::AskResponse& response, const Sentences& sentences,
                 Reply* reply) {
  reply->sentences = sentences;
  reply->confidence = response.answer().confidence();
  const std::string name =
      v1::AnswerType_Name(response.interpretation().answer_type());
  reply->answer_type = std::string(absl::StripPrefix(name, "ANSWER_TYPE_"));
}

void Take(Purpose purpose, const v1::AskResponse& response,
          const Sentences& sentences, Reply* reply) {
  switch (purpose) {
    case Purpose::kRanking:
      TakeRanking(response, sentences, reply);
      break;
    case Purpose::kDecision:
      reply->decision = sentences;
      break;
    case Purpose::kDefaultOverlap:
      reply->default_sentences = sentences;
      break;
    case Purpose::kFourOverlap:
      reply->four_sentences = sentences;
      break;
  }
}

// A refused question stays without an answer; anything else is a failure.
absl::Status TakeRefusal(const LabelledQuestion& question,
                         const google::rpc::Status& error) {
  const absl::Status status = ToStatus(error);
  if (!absl::IsInvalidArgument(status)) return status;
  std::cerr << "quality: question " << question.id
            << " is refused: " << status.message() << "\n";
  return absl::OkStatus();
}

// Asks what the errands from `begin` on want, as many as a batch holds.
std::vector<AskedQuestion> BatchFrom(
    const std::vector<LabelledQuestion>& questions,
    const std::vector<Errand>& errands, size_t begin) {
  std::vector<AskedQuestion> batch;
  const size_t end = std::min(begin + kQuestionsOfBatch, errands.size());
  for (size_t i = begin; i < end; ++i) {
    batch.push_back(
        {RequestFor(questions[errands[i].question], errands[i].purpose),
         {},
         {}});
  }
  return batch;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ServerCorpus>> ServerCorpus::Create(
    const std::string& server, const std::vector<Document>& documents) {
  std::unique_ptr<ServerCorpus> corpus(new ServerCorpus(server));
  FOOTNOTE_RETURN_IF_ERROR(corpus->CreateCorpus());
  FOOTNOTE_RETURN_IF_ERROR(corpus->Import(documents));
  FOOTNOTE_RETURN_IF_ERROR(corpus->ReadStatus());
  return corpus;
}

ServerCorpus::~ServerCorpus() {
  if (!is_created_) return;
  grpc::ClientContext context;
  SetTimeout(context, kPatience);
  v1::DeleteCorpusRequest request;
  request.set_corpus(kCorpus);
  request.set_force(true);
  v1::DeleteCorpusResponse response;
  const grpc::Status status =
      connection_.corpora().DeleteCorpus(&context, request, &response);
  if (!status.ok()) {
    std::cerr << "quality: the corpus `" << kCorpus
              << "` is left behind: " << status.error_message() << "\n";
  }
}

absl::Status ServerCorpus::CreateCorpus() {
  grpc::ClientContext context;
  SetTimeout(context, kPatience);
  v1::CreateCorpusRequest request;
  request.set_corpus(kCorpus);
  v1::CreateCorpusResponse response;
  FOOTNOTE_RETURN_IF_ERROR(ToStatus(
      connection_.corpora().CreateCorpus(&context, request, &response)));
  is_created_ = true;
  return absl::OkStatus();
}

absl::Status ServerCorpus::Import(const std::vector<Document>& documents) {
  ImportSender sender(
      connection_.corpora(), kPatience,
      [](const ImportBatch& /*batch*/,
         const v1::ImportDocumentsResponse& response) {
        for (const v1::ImportResult& result : response.results()) {
          if (result.outcome() != v1::IMPORT_OUTCOME_REFUSED) continue;
          std::cerr << "quality: document " << result.document_id()
                    << " is refused: " << result.error().message() << "\n";
        }
      });
  ImportBatch batch;
  for (const Document& document : documents) {
    v1::Document message = ToMessage(document);
    const size_t bytes = message.ByteSizeLong();
    if (batch.request.documents_size() == kMaxBatchDocuments ||
        (batch.document_bytes > 0 &&
         batch.document_bytes + bytes > kMaxBatchBytes)) {
      FOOTNOTE_RETURN_IF_ERROR(
          ToStatus(sender.Send(std::exchange(batch, ImportBatch()))));
    }
    batch.request.set_corpus(kCorpus);
    *batch.request.add_documents() = std::move(message);
    batch.document_bytes += bytes;
  }
  if (batch.document_bytes > 0) {
    FOOTNOTE_RETURN_IF_ERROR(ToStatus(sender.Send(std::move(batch))));
  }
  return ToStatus(sender.Finish());
}

absl::Status ServerCorpus::ReadStatus() {
  grpc::ClientContext context;
  SetTimeout(context, kPatience);
  v1::GetStatusResponse response;
  FOOTNOTE_RETURN_IF_ERROR(
      ToStatus(connection_.corpora().GetStatus(&context, {}, &response)));
  version_ = response.version();
  ranking_model_ = std::string(absl::StripPrefix(
      v1::RankingModel_Name(response.ranking_model()), "RANKING_MODEL_"));
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Reply>> ServerCorpus::Ask(
    const std::vector<LabelledQuestion>& questions, const Dataset& dataset,
    CitationCheck* check) {
  const std::vector<Errand> errands = ErrandsOf(questions);
  std::vector<Reply> replies(questions.size());
  OrderedBatches batches(connection_.questions(), kBatchesInFlight, kPatience);
  size_t asked = 0;
  for (size_t taken = 0; taken < errands.size();) {
    while (asked < errands.size() &&
           asked < taken + kBatchesInFlight * kQuestionsOfBatch) {
      batches.Ask(BatchFrom(questions, errands, asked));
      asked += kQuestionsOfBatch;
    }
    const auto batch = batches.Take();
    for (const AskedQuestion& result : *batch) {
      const Errand& errand = errands[taken++];
      FOOTNOTE_RETURN_IF_ERROR(
          TakeRefusal(questions[errand.question], result.error));
      const Answer answer = ReadAnswer(result.response.answer());
      check->Check(dataset, answer);
      Take(errand.purpose, result.response, answer.sentences,
           &replies[errand.question]);
    }
  }
  return replies;
}

}  // namespace footnote::bench
