#include <string>

#include "client/commands.h"
#include "client/corpus_text.h"
#include "grpc/health/v1/health.pb.h"

namespace footnote {

using grpc::health::v1::HealthCheckResponse;

ExitStatus ShowStatus(const Session& session) {
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  v1::GetStatusResponse response;
  const grpc::Status status =
      session.connection.corpora().GetStatus(&context, {}, &response);
  if (!status.ok()) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else {
    session.console.out << StatusText(response);
  }
  return ExitStatus::kDone;
}

ExitStatus CheckHealth(const Session& session) {
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  HealthCheckResponse response;
  const grpc::Status status =
      session.connection.health().Check(&context, {}, &response);
  if (!status.ok()) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else {
    session.console.out << HealthCheckResponse::ServingStatus_Name(
                               response.status())
                        << "\n";
  }
  return response.status() == HealthCheckResponse::SERVING
             ? ExitStatus::kDone
             : ExitStatus::kNotReached;
}

}  // namespace footnote
