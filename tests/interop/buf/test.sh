#!/bin/bash
# buf, which others lint contracts with, finds nothing in ours, and nothing that
# breaks the released one (see ../run.sh).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
readonly here root config=$here/buf.yaml
readonly released=$root/proto/footnote-v1.binpb
readonly version=1.26.1  # Go 1.19 builds it.
readonly buf=$WORK/bin/buf

if ! command -v go >/dev/null; then
  echo "go is not installed (golang-go)"
  exit 77
fi
# Minutes the first time; then it is kept.
if [[ $("$buf" --version 2>&1) != "$version" ]]; then
  GOBIN=$WORK/bin go install "github.com/bufbuild/buf/cmd/buf@v$version"
fi

lint() { "$buf" lint "$1" --config "$config"; }
breaking() { "$buf" breaking "$1" --config "$config" --against "$released"; }

# What is wrong is found: fails if the command passes, or does not name it.
finds() {
  local what=$1 found
  shift
  ! found=$("$@") && grep -qF "$what" <<<"$found"
}

lint "$root/proto"
echo "ok 1 lint"
breaking "$root/proto"
echo "ok 2 breaking"

rm -rf "$WORK/proto"
cp -r "$root/proto" "$WORK/proto"
echo 'message misnamed {}' >>"$WORK/proto/footnote/v1/document.proto"
finds misnamed lint "$WORK/proto"
echo "ok 3 lint finds a wrong name"
sed -i 's/string corpus = 1;/string corpus = 99;/' \
  "$WORK/proto/footnote/v1/corpus.proto"
finds '"corpus" on message' breaking "$WORK/proto"
echo "ok 4 breaking finds a changed number"
