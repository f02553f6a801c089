#include "client/snapshot_command.h"

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "client/call_watch.h"
#include "client/checksum.h"
#include "client/corpus_text.h"
#include "client/failure.h"
#include "client/import_progress.h"
#include "client/new_file.h"
#include "client/stop_signal.h"

namespace footnote {
namespace {

using Reader = grpc::ClientReader<v1::CreateSnapshotResponse>;

absl::Status WrongCopy(absl::string_view what) {
  return absl::DataLossError(absl::StrCat(
      "the copy is not what its header says (", what, "); take it again"));
}

// A copy on its way into a file.
class Copy {
 public:
  Copy(const Session& session, NewFile& file)
      : session_(session), file_(file) {}

  // Receives, checks and keeps the copy. What fails on this side is a failure
  // of the command as those of the server are.
  google::rpc::Status Run() {
    stop_.StopOnInterrupt();
    grpc::ClientContext context;
    v1::CreateSnapshotRequest request;
    request.set_corpus(session_.options.corpus);
    const std::unique_ptr<Reader> reader =
        session_.connection.corpora().CreateSnapshot(&context, request);
    CallWatch watch(context, stop_, session_.options.timeout);
    absl::Status received = Receive(*reader, watch);
    interrupted_ = stop_.stopped();
    if (!received.ok()) context.TryCancel();
    watch.BeginWait();
    const grpc::Status ended = reader->Finish();
    if (!received.ok()) return FailureOf(received);
    if (watch.was_late()) {
      return FailureOf(absl::DeadlineExceededError("a message is late"));
    }
    if (!ended.ok()) return RichStatus(ended);
    received = Check();
    if (received.ok()) received = file_.Finish();
    return FailureOf(received);
  }

  const v1::SnapshotHeader& header() const { return header_; }

  // Whether a signal ended it.
  bool interrupted() const { return interrupted_; }

 private:
  // Reads until the stream ends, however that is.
  absl::Status Receive(Reader& reader, CallWatch& watch) {
    std::optional<ImportProgress> progress;
    v1::CreateSnapshotResponse part;
    while (Read(reader, watch, &part)) {
      if (part.has_header() == progress.has_value()) {
        return WrongCopy("it is not one header and then bytes");
      }
      if (!progress.has_value()) {
        header_ = part.header();
        const Console& console = session_.console;
        progress.emplace(console.err, console.err_is_terminal, Start());
        continue;
      }
      const absl::Status kept = Keep(part.chunk());
      if (!kept.ok()) return kept;
      progress->Add(0, part.chunk().size());
    }
    return absl::OkStatus();
  }

  static bool Read(Reader& reader, CallWatch& watch,
                   v1::CreateSnapshotResponse* part) {
    watch.BeginWait();
    const bool came = reader.Read(part);
    watch.EndWait();
    return came;
  }

  ImportFigures Start() const {
    ImportFigures figures;
    figures.documents.reset();
    figures.total_bytes = header_.size_bytes();
    return figures;
  }

  absl::Status Keep(absl::string_view chunk) {
    bytes_ += chunk.size();
    // What is longer than announced need not fill the disk.
    if (bytes_ > header_.size_bytes()) return WrongCopy("it is longer");
    hash_.Add(chunk);
    return file_.Write(chunk);
  }

  absl::Status Check() {
    if (header_.sha256().empty()) return WrongCopy("there is no header");
    if (bytes_ != header_.size_bytes()) return WrongCopy("it is shorter");
    if (hash_.Finish() != header_.sha256()) {
      return WrongCopy("its SHA-256 is another");
    }
    return absl::OkStatus();
  }

  const Session& session_;
  NewFile& file_;
  StopSignal stop_;
  v1::SnapshotHeader header_;
  Checksum hash_;
  uint64_t bytes_ = 0;
  bool interrupted_ = false;
};

std::string HeaderText(const v1::SnapshotHeader& header) {
  return absl::StrCat("revision ", header.corpus_revision(), "\nsize     ",
                      header.size_bytes(), " bytes (",
                      BytesText(header.size_bytes()), ")\nsha256   ",
                      header.sha256(), "\n");
}

}  // namespace

ExitStatus TakeSnapshot(const Session& session,
                        const SnapshotArguments& arguments) {
  const auto file = NewFile::Create(
      arguments.path, arguments.force ? OldFile::kReplace : OldFile::kKeep);
  if (!file.ok()) return ReportFailure(session, FailureOf(file.status()));
  Copy copy(session, **file);
  const google::rpc::Status status = copy.Run();
  if (status.code() != 0 && copy.interrupted()) {
    Complain(session, "interrupted; nothing was written");
    return ExitStatus::kRefused;
  }
  if (status.code() != 0) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, copy.header());
  } else {
    session.console.out << HeaderText(copy.header());
  }
  return ExitStatus::kDone;
}

}  // namespace footnote
