#!/bin/bash
# grpcurl, by what the server's reflection tells it (see ../run.sh).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)

if ! command -v go >/dev/null; then
  echo "go is not installed (golang-go)"
  exit 77
fi
# The last version that Go 1.19 builds.
GOBIN=$WORK/bin go install github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.1

GRPCURL=$WORK/bin/grpcurl \
  python3 "$root/tests/interop/grpcurl/grpcurl_test.py" --verbose
