#!/bin/bash
# Measures how fast Footnote and its peers find passages, and writes that into
# docs/performance.md. Without options it takes hours, 20 GB below TMPDIR and
# 16 GB of memory; options go to `peers measure`.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/install-debian.sh --build --test
cmake --preset release -DFOOTNOTE_BUILD_BENCH=ON
cmake --build --preset release --target peers
if command -v mvn >/dev/null; then
  cmake --build --preset release --target lucene_baseline
fi
if command -v cargo >/dev/null; then
  cmake --build --preset release --target tantivy_peer
fi
if [[ $# -eq 0 ]]; then
  set -- --passages=10000,100000,1000000,10000000
fi
build/release/bin/peers measure "$@" --out=build/release/peers.json
build/release/bin/peers report build/release/peers.json --docs=docs
