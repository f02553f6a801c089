// The settings by which the transport guards itself.

#ifndef FOOTNOTE_SERVICE_SERVER_BUILDER_H_
#define FOOTNOTE_SERVICE_SERVER_BUILDER_H_

#include "grpcpp/server_builder.h"

namespace footnote {

// Bounds what a connection may hold and for how long: message and metadata
// size, streams, memory, handshake, idleness, age; and has one process alone
// listen on a port. Values: gRPC's guide to keepalive and measurements with
// slow, silent and greedy clients.
void HardenTransport(grpc::ServerBuilder* builder);

// Leaves the reflection service out, which is there once it is linked.
void RemoveReflection(grpc::ServerBuilder* builder);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_SERVER_BUILDER_H_
