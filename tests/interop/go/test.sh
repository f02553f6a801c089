#!/bin/bash
# Go's gRPC, with stubs made from proto/, and the example (see ../run.sh).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)

for tool in go protoc; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is not installed (golang-go protobuf-compiler)"
    exit 77
  fi
done

# A copy of the example's module, where the stubs and the tests join it.
mkdir -p "$WORK/interop"
cp "$root"/examples/clients/go/{go.mod,go.sum,main.go} "$WORK"
cp "$root"/tests/interop/go/footnote_test.go "$WORK/interop"
"$root/examples/clients/go/stubs.sh" "$WORK"

cd "$WORK"
go vet ./...
go test -count=1 -v ./interop
go build -o client .
FOOTNOTE_CLIENT=$WORK/client \
  python3 "$root/tests/interop/client_test.py" --verbose
