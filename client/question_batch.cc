#include "client/question_batch.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "client/failure.h"
#include "client/json.h"
#include "client/line_reader.h"
#include "client/ordered_batches.h"
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
        batches_(session.connection.questions(), kMaxBatchesInFlight,
                 session.options.timeout) {}

  ExitStatus Run() {
    std::thread printer([this] { PrintResults(); });
    const bool read = AskLines();
    Flush();
    batches_.Close();
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
      const absl::Duration patience =
          gathered_.empty() ? absl::InfiniteDuration() : absl::ZeroDuration();
      switch (reader_.Next(&line, patience)) {
        case LineEvent::kLine:
          TakeLine(line);
          break;
        case LineEvent::kTooLong:
          Refuse(absl::StrCat("longer than ", kMaxLineBytes, " bytes"));
          break;
        case LineEvent::kFailed:
          Complain(session_, absl::StrCat("the questions cannot be read: ",
                                          std::strerror(errno)));
          return false;
        case LineEvent::kIdle:
          Flush();
          break;
        case LineEvent::kEnd:
        case LineEvent::kStopped:
          return true;
      }
    }
  }

  void TakeLine(absl::string_view line) {
    if (reader_.line_number() == 1) absl::ConsumePrefix(&line, kByteOrderMark);
    if (absl::StripAsciiWhitespace(line).empty()) return;
    AskedQuestion question;
    const absl::Status parsed = ParseJson(line, question.request);
    if (!parsed.ok()) return Refuse(parsed.message());
    if (question.request.corpus().empty()) {
      question.request.set_corpus(session_.options.corpus);
    }
    const size_t bytes = question.request.ByteSizeLong();
    if (gathered_bytes_ + bytes > kMaxRequestBytes) Flush();
    gathered_bytes_ += bytes;
    Gather(std::move(question));
  }

  void Refuse(absl::string_view reason) {
    AskedQuestion question;
    question.error = MalformedInput(
        absl::StrCat("line ", reader_.line_number(), ": ", reason));
    Gather(std::move(question));
  }

  void Gather(AskedQuestion question) {
    gathered_.push_back(std::move(question));
    if (gathered_.size() == kMaxBatchQuestions) Flush();
  }

  // Asks what was gathered.
  void Flush() {
    gathered_bytes_ = 0;
    if (gathered_.empty()) return;
    batches_.Ask(std::exchange(gathered_, {}));
  }

  void PrintResults() {
    while (const auto questions = batches_.Take()) {
      for (const AskedQuestion& question : *questions) Print(question);
      session_.console.out << std::flush;
    }
  }

  void Print(const AskedQuestion& question) {
    std::ostream& out = session_.console.out;
    if (question.error.code() == 0) {
      out << ToJson(question.response, JsonLayout::kOneLine) << "\n";
    } else {
      out << ErrorToJson(question.error) << "\n";
      Count(question.error);
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
  OrderedBatches batches_;
  std::vector<AskedQuestion> gathered_;  // Lines of the next request, in order.
  size_t gathered_bytes_ = 0;            // Of those that are asked.
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
