// Prints docs/api.md: api_reference CONTRACT PACKAGE, where CONTRACT is a file
// of descriptors with their comments. Exit status: 0 printed, 1 not, 2 usage.

#include <google/protobuf/descriptor.pb.h>

#include <fstream>
#include <iostream>

#include "proto/api_reference.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: api_reference CONTRACT PACKAGE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  google::protobuf::FileDescriptorSet contract;
  if (!file || !contract.ParseFromIstream(&file)) {
    std::cerr << "api_reference: " << argv[1]
              << " is no file of descriptors; protoc writes one with "
                 "--descriptor_set_out\n";
    return 1;
  }
  const auto reference = footnote::ApiReference(contract, argv[2]);
  if (!reference.ok()) {
    std::cerr << "api_reference: " << reference.status().message() << "\n";
    return 1;
  }
  std::cout << *reference << std::flush;
  return std::cout ? 0 : 1;
}
