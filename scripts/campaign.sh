#!/bin/bash
# Shows, from nothing, that the stack runs, survives and speaks to strangers.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
usage: scripts/campaign.sh [--short]

Runs the checks `faults`, `interop`, `stack` and `newcomer` of scripts/check.sh:
the server is killed 2,000 times, 10,000 damaged copies are read, 100 servers are
stopped under load, disks fill, 100,000 answers are given while documents change;
clients in other languages use it, and buf reads the contract; the container stack
is built and tried; the README is followed on a fresh Debian. Takes hours.
  --short  200 kills, 300 copies, 10 stops, 10,000 answers, no buf, which takes
           minutes to build, and no fresh Debian: some minutes
USAGE
}

checks=(faults interop stack)
case ${1:-} in
  --short)
    export FOOTNOTE_CRASH_ROUNDS=${FOOTNOTE_CRASH_ROUNDS:-200}
    export FOOTNOTE_FLIP_ROUNDS=${FOOTNOTE_FLIP_ROUNDS:-300}
    export FOOTNOTE_STOP_ROUNDS=${FOOTNOTE_STOP_ROUNDS:-10}
    export FOOTNOTE_STAMP_ANSWERS=${FOOTNOTE_STAMP_ANSWERS:-10000}
    export FOOTNOTE_INTEROP=${FOOTNOTE_INTEROP:-cpp python node go grpcurl}
    ;;
  '')
    export FOOTNOTE_CRASH_ROUNDS=${FOOTNOTE_CRASH_ROUNDS:-2000}
    export FOOTNOTE_FLIP_ROUNDS=${FOOTNOTE_FLIP_ROUNDS:-10000}
    export FOOTNOTE_STOP_ROUNDS=${FOOTNOTE_STOP_ROUNDS:-100}
    export FOOTNOTE_STAMP_ANSWERS=${FOOTNOTE_STAMP_ANSWERS:-100000}
    checks+=(newcomer)
    ;;
  -h | --help) usage && exit 0 ;;
  *) usage >&2 && exit 2 ;;
esac

failed=()
for check in "${checks[@]}"; do
  begin=$SECONDS
  scripts/check.sh "$check" || failed+=("$check")
  echo "campaign: $check took $((SECONDS - begin)) s"
done
if [[ ${#failed[@]} -gt 0 ]]; then
  echo "campaign: FAILED: ${failed[*]}" >&2
  exit 1
fi
