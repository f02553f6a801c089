#include "client/import_command.h"

#include <utility>

#include "client/document_files.h"
#include "client/document_reader.h"
#include "client/failure.h"
#include "client/import_batch.h"
#include "client/import_progress.h"
#include "client/import_report.h"
#include "client/import_sender.h"
#include "client/stop_signal.h"

namespace footnote {
namespace {

// How long a batch that is not full waits for more input.
constexpr absl::Duration kBatchPatience = absl::Milliseconds(200);

ImportFigures Start(const DocumentFiles& files) {
  ImportFigures figures;
  if (files.sized) figures.total_bytes = files.bytes;
  return figures;
}

// An import on its way: reads, sends, and reports what becomes of it.
class Import {
 public:
  Import(const Session& session, DocumentFiles files, UnknownKeys unknown_keys)
      : session_(session),
        progress_(session.console.err, session.console.err_is_terminal,
                  Start(files)),
        report_(session, progress_),
        reader_(std::move(files.files), unknown_keys, stop_),
        sender_(session.connection.corpora(), session.options.timeout,
                [this](const ImportBatch& batch,
                       const v1::ImportDocumentsResponse& response) {
                  report_.Acknowledge(batch, response);
                }),
        skipped_(files.skipped) {
    for (const RefusedPath& path : files.refused) report_.Refuse(path);
    batch_.request.set_corpus(session_.options.corpus);
  }

  ExitStatus Run() {
    stop_.StopOnInterrupt();
    google::rpc::Status status = SendAll();
    if (status.code() == 0) status = sender_.Finish();
    progress_.Wipe();
    const ExitStatus exit_status = Conclude(status);
    Summarize();
    return exit_status;
  }

 private:
  // Reads and sends until there is no more, or a reason to end.
  google::rpc::Status SendAll() {
    ReadItem item;
    while (true) {
      google::rpc::Status status;
      switch (reader_.Next(&item, Patience())) {
        case ReadEvent::kDocument:
          status = Add(std::move(item));
          break;
        case ReadEvent::kRefused:
          report_.Refuse(item);
          break;
        case ReadEvent::kIdle:
          status = Flush();
          break;
        case ReadEvent::kEnd:
          return Flush();
        case ReadEvent::kStopped:
          return {};
      }
      if (status.code() == 0) status = sender_.Collect();
      if (status.code() != 0) return status;
    }
  }

  absl::Duration Patience() const {
    const bool waits_for_nothing =
        batch_.request.documents().empty() && sender_.unacknowledged() == 0;
    return waits_for_nothing ? absl::InfiniteDuration() : kBatchPatience;
  }

  google::rpc::Status Add(ReadItem item) {
    google::rpc::Status status;
    if (!HasRoom(batch_, item)) status = Flush();
    AddToBatch(std::move(item), &batch_);
    return status;
  }

  google::rpc::Status Flush() {
    if (batch_.request.documents().empty()) return {};
    ImportBatch full = std::exchange(batch_, ImportBatch());
    batch_.request.set_corpus(session_.options.corpus);
    return sender_.Send(std::move(full));
  }

  ExitStatus Conclude(const google::rpc::Status& status) {
    if (status.code() != 0) {
      const ExitStatus exit_status = ReportFailure(session_, status);
      Complain(session_,
               "the import broke off; run the same command again: what was "
               "imported is kept");
      return exit_status;
    }
    if (stop_.stopped()) {
      Complain(session_,
               "interrupted; run the same command again for the rest: what was "
               "imported is kept");
      return ExitStatus::kRefused;
    }
    return report_.counts().refused > 0 ? ExitStatus::kRefused
                                        : ExitStatus::kDone;
  }

  // Among JSON there is no place for words.
  void Summarize() {
    std::ostream& out =
        PrintsJson(session_) ? session_.console.err : session_.console.out;
    out << SummaryText(report_.counts(), skipped_, progress_.figures().elapsed)
        << std::endl;
  }

  const Session& session_;
  StopSignal stop_;
  ImportProgress progress_;
  ImportReport report_;
  DocumentReader reader_;
  ImportSender sender_;
  ImportBatch batch_;
  const int64_t skipped_;
};

}  // namespace

ExitStatus ImportDocuments(const Session& session,
                           const ImportArguments& arguments) {
  const UnknownKeys unknown_keys =
      arguments.lenient ? UnknownKeys::kIgnore : UnknownKeys::kRefuse;
  return Import(session, FindDocumentFiles(arguments.paths), unknown_keys)
      .Run();
}

}  // namespace footnote
