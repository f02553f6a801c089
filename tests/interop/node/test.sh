#!/bin/bash
# grpc-js by reflection alone, and the example in Node (see ../run.sh).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)

for tool in node npm; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is not installed (nodejs npm)"
    exit 77
  fi
done

# The sources stand elsewhere than the packages: Node looks for them there.
export NODE_PATH=$WORK/node_modules
cp "$root"/examples/clients/node/{package,package-lock}.json "$WORK"
if ! cmp --silent "$WORK/package-lock.json" "$WORK/installed.json"; then
  (cd "$WORK" && npm ci --ignore-scripts --no-audit --no-fund)
  cp "$WORK/package-lock.json" "$WORK/installed.json"
fi

node --test --test-reporter=tap "$root/tests/interop/node/footnote.test.js"
FOOTNOTE_CLIENT="node $root/examples/clients/node/ask.js" \
  python3 "$root/tests/interop/client_test.py" --verbose
