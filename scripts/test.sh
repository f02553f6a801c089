#!/bin/bash
# Installs what is needed, builds everything in release and runs every test.
set -euo pipefail

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
  cat <<'USAGE'
usage: scripts/test.sh [CTEST OPTION...]

Installs, builds and tests in build/release. Options go to ctest, such as
-R PATTERN for some of the tests or -L LABEL for those of a kind.
USAGE
  exit 0
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/install-debian.sh --build --test
cmake --preset release -DFOOTNOTE_BUILD_TESTS=ON -DFOOTNOTE_BUILD_BENCH=ON
cmake --build --preset release
ctest --preset release --parallel "$(nproc)" "$@"
