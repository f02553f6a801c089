#include "service/wire.h"

#include "google/protobuf/io/coded_stream.h"
#include "grpcpp/support/proto_buffer_reader.h"
#include "grpcpp/support/proto_buffer_writer.h"
#include "service/error_status.h"

namespace footnote {
namespace {

// How much of a message is copied at a time.
constexpr int kBlockBytes = 64 * 1024;

}  // namespace

absl::Status ReadMessage(const grpc::ByteBuffer& bytes,
                         google::protobuf::Message* message) {
  if (!bytes.Valid()) return MalformedMessageError();
  if (bytes.Length() > kMaxMessageBytes) {
    return MessageTooLargeError(bytes.Length());
  }
  grpc::ByteBuffer shared(bytes);  // The reader wants it mutable.
  grpc::ProtoBufferReader reader(&shared);
  if (!reader.status().ok() || !message->ParseFromZeroCopyStream(&reader)) {
    return MalformedMessageError();
  }
  return absl::OkStatus();
}

grpc::ByteBuffer WriteMessage(const google::protobuf::Message& message) {
  grpc::ByteBuffer bytes;
  const size_t size = message.ByteSizeLong();
  // Unlike one made without slices, this buffer is valid.
  if (size == 0) return grpc::ByteBuffer(nullptr, 0);
  {
    // Hands its last block over when it is destroyed.
    grpc::ProtoBufferWriter writer(&bytes, kBlockBytes, static_cast<int>(size));
    google::protobuf::io::CodedOutputStream stream(&writer);
    stream.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&stream);
  }
  return bytes;
}

}  // namespace footnote
