#include "client/verify_command.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "client/failure.h"
#include "client/given_documents.h"
#include "client/offline_verification.h"
#include "client/quotations.h"
#include "client/text_layout.h"
#include "client/verification_text.h"

namespace footnote {
namespace {

using Quotations = std::vector<v1::Quotation>;

// Returns all of `input`, or nothing with `errno` set.
std::optional<std::string> ReadInput(const std::string& input) {
  std::ifstream file;
  if (input != "-") {
    file.open(input, std::ios::binary);
    if (!file) return std::nullopt;
  }
  std::istream& stream = input == "-" ? std::cin : file;
  std::string text;
  std::vector<char> chunk(size_t{1} << 20);
  while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size())),
         stream.gcount() > 0) {
    text.append(chunk.data(), static_cast<size_t>(stream.gcount()));
  }
  if (stream.bad()) return std::nullopt;
  return text;
}

// Takes as many of the quotations from `begin` on as fit one request.
v1::VerifyCitationsRequest NextRequest(const Quotations& quotations,
                                       size_t begin) {
  v1::VerifyCitationsRequest request;
  size_t bytes = 0;
  for (size_t i = begin; i < quotations.size(); ++i) {
    bytes += quotations[i].ByteSizeLong();
    if (request.quotations_size() == kMaxQuotations ||
        (i > begin && bytes > kMaxRequestBytes)) {
      break;
    }
    *request.add_quotations() = quotations[i];
  }
  return request;
}

// Verifies the quotations of one file.
class Verification {
 public:
  Verification(const Session& session, std::string corpus)
      : session_(session), corpus_(std::move(corpus)) {}

  // By the server.
  ExitStatus Ask(const Quotations& quotations) {
    for (size_t done = 0; done < quotations.size();) {
      v1::VerifyCitationsRequest request = NextRequest(quotations, done);
      request.set_corpus(corpus_);
      grpc::ClientContext context;
      SetTimeout(context, session_.options.timeout);
      v1::VerifyCitationsResponse response;
      const grpc::Status status =
          session_.connection.questions().VerifyCitations(&context, request,
                                                          &response);
      if (!status.ok()) return ReportFailure(session_, status);
      if (response.verifications_size() != request.quotations_size()) {
        return ReportFailure(
            session_, FailureOf(absl::InternalError(
                          "the server verified another number of citations "
                          "than it was asked to; is it footnoted, of this "
                          "program's version?")));
      }
      Print(request, response);
      done += static_cast<size_t>(request.quotations_size());
    }
    const ExitStatus status = Conclude();
    const int missing = counts_[v1::CITATION_STATUS_NOT_FOUND];
    if (corpus_.empty() && missing > 0 && missing == Total()) {
      Complain(session_,
               "a saved answer does not name its corpus; give --corpus as when "
               "it was asked");
    }
    return status;
  }

  // By documents at hand.
  ExitStatus Compare(const Quotations& quotations,
                     const DocumentTexts& documents) {
    for (size_t done = 0; done < quotations.size();) {
      const v1::VerifyCitationsRequest request = NextRequest(quotations, done);
      v1::VerifyCitationsResponse response;
      for (const v1::Quotation& quotation : request.quotations()) {
        *response.add_verifications() = VerifyOffline(quotation, documents);
      }
      Print(request, response);
      done += static_cast<size_t>(request.quotations_size());
    }
    return Conclude();
  }

 private:
  void Print(const v1::VerifyCitationsRequest& request,
             const v1::VerifyCitationsResponse& response) {
    if (PrintsJson(session_)) PrintJson(session_, response);
    for (int i = 0; i < response.verifications_size(); ++i) {
      const v1::CitationVerification& verification = response.verifications(i);
      const bool known = v1::CitationStatus_IsValid(verification.status());
      ++counts_[known ? static_cast<size_t>(verification.status()) : 0];
      if (!PrintsJson(session_)) {
        session_.console.out
            << VerificationLine(request.quotations(i).citation(), verification);
      }
    }
  }

  int Total() const {
    return std::accumulate(counts_.begin(), counts_.end(), 0);
  }

  ExitStatus Conclude() {
    const std::string summary = VerificationSummary(counts_);
    const int intact = counts_[v1::CITATION_STATUS_INTACT];
    const int all = Total();
    if (!PrintsJson(session_)) {
      session_.console.out << summary << "\n";
    } else if (all == 0) {
      PrintJson(session_, v1::VerifyCitationsResponse());
      Complain(session_, summary);
    }
    return intact == all ? ExitStatus::kDone : ExitStatus::kNotAnswered;
  }

  const Session& session_;
  const std::string corpus_;
  StatusCounts counts_ = {};
};

ExitStatus CompareWithFiles(const Session& session, Verification& verification,
                            const Quotations& quotations,
                            const std::vector<std::string>& paths) {
  const absl::StatusOr<GivenDocuments> given =
      ReadGivenDocuments(paths, quotations);
  if (!given.ok()) {
    Complain(session, Printable(given.status().message()));
    return ExitStatus::kUsage;
  }
  for (const std::string& refusal : given->refusals) {
    Complain(session, absl::StrCat("passed over ", Printable(refusal)));
  }
  return verification.Compare(quotations, given->texts);
}

}  // namespace

ExitStatus VerifyAnswers(const Session& session,
                         const VerifyArguments& arguments) {
  const auto& paths = arguments.document_paths;
  if (arguments.input == "-" &&
      std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    Complain(session, "answer and document cannot both be standard input");
    return ExitStatus::kUsage;
  }
  const std::string name =
      arguments.input == "-" ? "standard input" : arguments.input;
  const std::optional<std::string> text = ReadInput(arguments.input);
  if (!text.has_value()) {
    Complain(session, absl::StrCat("cannot read ", Printable(name), ": ",
                                   std::strerror(errno)));
    return ExitStatus::kUsage;
  }
  const absl::StatusOr<SavedAnswers> saved = ReadSavedAnswers(*text);
  if (!saved.ok()) {
    return ReportFailure(
        session, MalformedInput(absl::StrCat(Printable(name), ": ",
                                             saved.status().message())));
  }
  if (saved->errors > 0) {
    Complain(session, absl::StrCat("passed over ", saved->errors,
                                   saved->errors == 1 ? " failure that stands"
                                                      : " failures that stand",
                                   " in the place of an answer"));
  }
  const std::string& corpus = session.options.corpus;
  Verification verification(
      session, corpus.empty() ? saved->corpus.value_or("") : corpus);
  return paths.empty() ? verification.Ask(saved->quotations)
                       : CompareWithFiles(session, verification,
                                          saved->quotations, paths);
}

}  // namespace footnote
