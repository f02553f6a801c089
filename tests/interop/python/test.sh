#!/bin/bash
# Debian's gRPC for Python, with stubs made from proto/ (see ../run.sh).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
readonly plugin=/usr/bin/grpc_python_plugin

# The first that has gRPC: another may stand before Debian's on PATH.
python=
for candidate in python3 /usr/bin/python3; do
  if "$candidate" -c 'import grpc, google.protobuf' 2>/dev/null; then
    python=$candidate
    break
  fi
done
if [[ -z $python || ! -x $plugin ]] || ! command -v protoc >/dev/null; then
  echo "gRPC for Python is not installed (python3-grpcio python3-protobuf" \
    "protobuf-compiler protobuf-compiler-grpc)"
  exit 77
fi

cd "$root/proto"
protoc --proto_path=. --python_out="$WORK" --grpc_python_out="$WORK" \
  --plugin=protoc-gen-grpc_python="$plugin" \
  footnote/v1/*.proto google/rpc/*.proto
# Below grpc/ the health stubs would stand in the way of gRPC itself.
protoc --proto_path=grpc/health/v1 --python_out="$WORK" health.proto

export PYTHONPATH=$WORK PYTHONDONTWRITEBYTECODE=1
"$python" "$root/tests/interop/python/footnote_test.py" --verbose
FOOTNOTE_CLIENT="$python $root/examples/clients/python/ask.py" \
  "$python" "$root/tests/interop/client_test.py" --verbose
