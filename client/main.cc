#include <iostream>
#include <variant>

#include "client/command_line.h"
#include "client/commands.h"
#include "client/connection.h"
#include "client/exit_status.h"
#include "client/import_command.h"
#include "client/question_batch.h"
#include "client/session.h"
#include "client/snapshot_command.h"
#include "client/terminal.h"
#include "client/verify_command.h"

namespace footnote {
namespace {

ExitStatus Run(const Session& session, const AskArguments& arguments) {
  return arguments.input.empty() ? AskQuestion(session, arguments)
                                 : AskBatch(session, arguments.input);
}
ExitStatus Run(const Session& session, const SearchArguments& arguments) {
  return SearchPassages(session, arguments);
}
ExitStatus Run(const Session& session, const VerifyArguments& arguments) {
  return VerifyAnswers(session, arguments);
}
ExitStatus Run(const Session& session, const ImportArguments& arguments) {
  return ImportDocuments(session, arguments);
}
ExitStatus Run(const Session& session, const GetArguments& arguments) {
  return GetDocument(session, arguments);
}
ExitStatus Run(const Session& session, const ListArguments& arguments) {
  return ListDocuments(session, arguments);
}
ExitStatus Run(const Session& session, const DeleteArguments& arguments) {
  return DeleteDocuments(session, arguments);
}
ExitStatus Run(const Session& session, const ListCorporaArguments&) {
  return ListCorpora(session);
}
ExitStatus Run(const Session& session, const CreateCorpusArguments& arguments) {
  return CreateCorpus(session, arguments);
}
ExitStatus Run(const Session& session, const GetCorpusArguments& arguments) {
  return GetCorpus(session, arguments);
}
ExitStatus Run(const Session& session, const DeleteCorpusArguments& arguments) {
  return DeleteCorpus(session, arguments);
}
ExitStatus Run(const Session& session, const SnapshotArguments& arguments) {
  return TakeSnapshot(session, arguments);
}
ExitStatus Run(const Session& session, const StatusArguments&) {
  return ShowStatus(session);
}
ExitStatus Run(const Session& session, const HealthArguments&) {
  return CheckHealth(session);
}

ExitStatus Main(const CommandLine& line) {
  Connection connection(line.options.server);
  Console console = StandardConsole(line.options.color);
  const Session session = {line.options, connection, console};
  const ExitStatus status =
      std::visit([&](const auto& arguments) { return Run(session, arguments); },
                 line.command);
  if (!console.out.flush()) {
    Complain(session, "the output cannot be written; is the disk full?");
    return ExitStatus::kRefused;
  }
  return status;
}

}  // namespace
}  // namespace footnote

int main(int argc, char** argv) {
  const auto parsed =
      footnote::ParseCommandLine(argc, argv, std::cout, std::cerr);
  if (const auto* status = std::get_if<footnote::ExitStatus>(&parsed)) {
    return static_cast<int>(*status);
  }
  return static_cast<int>(
      footnote::Main(std::get<footnote::CommandLine>(parsed)));
}
