#!/bin/bash
# The example in C++, built by itself (see ../run.sh).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)

for tool in cmake ninja g++ protoc grpc_cpp_plugin; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is not installed (cmake ninja-build g++ libgrpc++-dev" \
      "libprotobuf-dev protobuf-compiler protobuf-compiler-grpc)"
    exit 77
  fi
done

options=(-G Ninja "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror")
if command -v ccache >/dev/null; then
  options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cmake -S "$root/examples/clients/cpp" -B "$WORK" "${options[@]}"
cmake --build "$WORK"
FOOTNOTE_CLIENT=$WORK/ask \
  python3 "$root/tests/interop/client_test.py" --verbose
