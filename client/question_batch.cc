#include "client/question_batch.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/failure.h"
#include "client/json.h"
#include "client/line_reader.h"
#include "client/ordered_answers.h"
#include "client/stop_signal.h"

namespace footnote {
namespace {

// A batch on its way through the program: one thread reads and asks, another
// prints.
class Batch {
 public:
  Batch(const Session& session, int fd)
      : session_(session),
        reader_(fd, stop_),
        answers_(session.connection.questions(), kMaxQuestionsInFlight,
                 session.options.timeout) {}

  ExitStatus Run() {
    std::thread printer([this] { PrintResults(); });
    const bool read = AskLines();
    answers_.Close();
    printer.join();
    if (unreached_) return Stopped();
    if (refused_ || !read) return ExitStatus::kRefused;
    return late_ ? ExitStatus::kNotReached : ExitStatus::kDone;
  }

 private:
  // Asks line after line. Returns whether the input could be read.
  bool AskLines() {
    std::string line;
    while (true) {
      switch (reader_.Next(&line, absl::InfiniteDuration())) {
        case LineEvent::kLine:
          AskLine(line);
          break;
        case LineEvent::kTooLong:
          Refuse(absl::StrCat("longer than ", kMaxLineBytes, " bytes"));
          break;
        case LineEvent::kFailed:
          Complain(session_, absl::StrCat("the questions cannot be read: ",
                                          std::strerror(errno)));
          return false;
        case LineEvent::kIdle:
          break;
        case LineEvent::kEnd:
        case LineEvent::kStopped:
          return true;
      }
    }
  }

  void AskLine(const std::string& line) {
    if (absl::StripAsciiWhitespace(line).empty()) return;
    v1::AskRequest request;
    const absl::Status parsed = ParseJson(line, request);
    if (!parsed.ok()) return Refuse(parsed.message());
    if (request.corpus().empty()) request.set_corpus(session_.options.corpus);
    answers_.Ask(std::move(request));
  }

  void Refuse(absl::string_view reason) {
    answers_.Refuse(MalformedInput(
        absl::StrCat("line ", reader_.line_number(), ": ", reason)));
  }

  void PrintResults() {
    while (const auto result = answers_.Take()) {
      std::ostream& out = session_.console.out;
      if (result->error.code() == 0) {
        out << ToJson(result->response, JsonLayout::kOneLine) << std::endl;
      } else {
        out << ErrorToJson(result->error) << std::endl;
        Count(result->error);
      }
    }
  }

  void Count(const google::rpc::Status& error) {
    if (IsUnreached(error) && !unreached_) {
      unreached_ = true;
      failure_ = error;
      stop_.Stop();
    }
    const ExitStatus status = ExitStatusOf(error);
    refused_ = refused_ || status == ExitStatus::kRefused;
    late_ = late_ || status == ExitStatus::kNotReached;
  }

  ExitStatus Stopped() const {
    Complain(session_, DescribeFailure(failure_, session_.options.server));
    Complain(session_, absl::StrCat("stopped after line ",
                                    reader_.line_number(), " of the input"));
    return ExitStatus::kNotReached;
  }

  const Session& session_;
  StopSignal stop_;
  LineReader reader_;
  OrderedAnswers answers_;
  // Written by the printing thread only, read after it has ended.
  bool refused_ = false;
  bool late_ = false;
  bool unreached_ = false;
  google::rpc::Status failure_;
};

}  // namespace

ExitStatus AskBatch(const Session& session, const std::string& input) {
  if (input == "-") return Batch(session, STDIN_FILENO).Run();
  const int fd = open(input.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    Complain(session,
             absl::StrCat("cannot open ", input, ": ", std::strerror(errno)));
    return ExitStatus::kUsage;
  }
  const ExitStatus status = Batch(session, fd).Run();
  close(fd);
  return status;
}

}  // namespace footnote
