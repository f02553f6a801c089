#include "client/session.h"

#include "client/failure.h"
#include "client/json.h"

namespace footnote {

bool PrintsJson(const Session& session) {
  return session.options.output == OutputFormat::kJson ||
         session.options.output == OutputFormat::kJsonLines;
}

void PrintJson(const Session& session,
               const google::protobuf::Message& message) {
  const JsonLayout layout = session.options.output == OutputFormat::kJson
                                ? JsonLayout::kIndented
                                : JsonLayout::kOneLine;
  session.console.out << ToJson(message, layout) << std::endl;
}

void Complain(const Session& session, absl::string_view text) {
  session.console.err << "footnote: " << text << std::endl;
}

ExitStatus ReportFailure(const Session& session,
                         const google::rpc::Status& error) {
  if (PrintsJson(session)) {
    session.console.out << ErrorToJson(error) << std::endl;
  }
  Complain(session, DescribeFailure(error, session.options.server));
  return ExitStatusOf(error);
}

ExitStatus ReportFailure(const Session& session, const grpc::Status& error) {
  return ReportFailure(session, RichStatus(error));
}

}  // namespace footnote
