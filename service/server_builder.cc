#include "service/server_builder.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

#include "grpcpp/impl/server_builder_option.h"
#include "grpcpp/impl/server_builder_plugin.h"
#include "grpcpp/resource_quota.h"

namespace footnote {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// Above our own limit, so that a request over that is refused by us.
constexpr int kTransportMessageBytes = 16 * 1024 * 1024;

constexpr int kMetadataBytes = 8 * 1024;
constexpr int kStreamsPerConnection = 100;
constexpr size_t kTransportMemoryBytes = 512 * 1024 * 1024;
constexpr char kReflectionPlugin[] = "proto_server_reflection";

void SetTime(const char* name, milliseconds time,
             grpc::ServerBuilder* builder) {
  builder->AddChannelArgument(name, static_cast<int>(time.count()));
}

class WithoutReflection : public grpc::ServerBuilderOption {
 public:
  void UpdateArguments(grpc::ChannelArguments* /*args*/) override {}

  void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>*
                         plugins) override {
    plugins->erase(std::remove_if(plugins->begin(), plugins->end(),
                                  [](const auto& plugin) {
                                    return plugin->name() == kReflectionPlugin;
                                  }),
                   plugins->end());
  }
};

}  // namespace

void HardenTransport(grpc::ServerBuilder* builder) {
  builder->SetMaxReceiveMessageSize(kTransportMessageBytes);
  builder->AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytes);
  builder->AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS,
                              kStreamsPerConnection);
  // Otherwise a second server would start on the same port and take half.
  builder->AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  SetTime(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, seconds(5), builder);
  SetTime(GRPC_ARG_KEEPALIVE_TIME_MS, seconds(30), builder);
  SetTime(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, seconds(10), builder);
  // Pings without calls are what finds idle connections to be dead.
  builder->AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder->AddChannelArgument(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
  SetTime(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, seconds(10),
          builder);
  SetTime(GRPC_ARG_MAX_CONNECTION_IDLE_MS, minutes(5), builder);
  SetTime(GRPC_ARG_MAX_CONNECTION_AGE_MS, minutes(30), builder);
  // Long imports are whole only if their connection may finish them.
  SetTime(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, hours(1), builder);
  grpc::ResourceQuota quota("footnoted");
  quota.Resize(kTransportMemoryBytes);
  builder->SetResourceQuota(quota);
}

void RemoveReflection(grpc::ServerBuilder* builder) {
  builder->SetOption(std::make_unique<WithoutReflection>());
}

}  // namespace footnote
