#!/bin/bash
# Makes the stubs of the Go client from the contract, below OUT (by default this
# folder). protoc-gen-go and protoc-gen-go-grpc are installed beside them, in
# the versions that Go 1.19 builds.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly out=${1:-$here}
readonly proto=$here/../../../proto

export GOBIN=$here/bin
[[ $# -eq 0 ]] || GOBIN=$(cd "$out" && pwd)/bin
go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.33.0
go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.3.0

# The contract names no Go module, as it cannot know in whose its stubs stand.
files=(footnote/v1/{document,error_reason,question_answering,corpus}.proto)
options=(paths=source_relative)
for file in "${files[@]}"; do
  options+=("M$file=footnote.example/client/footnote/v1")
done
PATH=$GOBIN:$PATH protoc --proto_path="$proto" \
  --go_out="$out" "${options[@]/#/--go_opt=}" \
  --go-grpc_out="$out" "${options[@]/#/--go-grpc_opt=}" "${files[@]}"
