#!/bin/bash
# gRPC stacks of other languages use the real server.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
readonly here root work=$root/build/interop
readonly all=(cpp python node go grpcurl buf)
readonly seconds_to_start=30
programs=$root/build/release/bin

usage() {
  cat <<'USAGE'
usage: tests/interop/run.sh [--programs DIR] [LANGUAGE...]

Starts footnoted on a free port and a fresh data directory, imports the example
news, and lets clients in other languages use it: cpp, python, node, go, grpcurl;
buf reads the contract alone (by default all). A language whose tools are missing
is skipped with a message.
  --programs DIR  where footnoted and footnote stand (build/release/bin)

Stubs and programs are made in build/interop, where each language leaves a log.
Exit status: 0 passed, 1 failed, 2 usage, 77 nothing could be run.
USAGE
}

languages=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --programs) [[ $# -gt 1 ]] || { usage >&2 && exit 2; }
      programs=$(cd "$2" && pwd) && shift ;;
    cpp | python | node | go | grpcurl | buf) languages+=("$1") ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
[[ ${#languages[@]} -gt 0 ]] || languages=("${all[@]}")

if ! command -v python3 >/dev/null; then
  echo "interop: all skipped: python3 is not installed"
  exit 77
fi
for program in footnoted footnote; do
  if [[ ! -x $programs/$program ]]; then
    echo "interop: $programs has no $program; build it, or name another" \
      "directory with --programs" >&2
    exit 1
  fi
done

mkdir -p "$work"
data=$(mktemp -d)
server_pid=

stop() {
  local status=0
  if [[ -n $server_pid ]]; then
    kill -TERM "$server_pid" 2>/dev/null || status=1
    wait "$server_pid" || status=$?
    server_pid=
  fi
  rm -rf "$data"
  return "$status"
}
trap stop EXIT

start() {
  local log=$work/footnoted.log deadline=$((SECONDS + seconds_to_start))
  : >"$log"  # The server before has said that it serves, too.
  "$programs/footnoted" --data-dir "$data" --listen 127.0.0.1:0 \
    >"$log" 2>&1 </dev/null &
  server_pid=$!
  until grep -q '^footnoted: serving on ' "$log"; do
    if ! kill -0 "$server_pid" 2>/dev/null || ((SECONDS >= deadline)); then
      echo "interop: the server does not serve:" >&2
      cat "$log" >&2
      return 1
    fi
    sleep 0.1
  done
  FOOTNOTE_SERVER=$(sed -n 's/^footnoted: serving on //p' "$log")
}

# What every language is compared with: the command line's own answers.
ask_by_command_line() {
  "$FOOTNOTE_PROGRAM" import "$root/examples/corpus" >/dev/null
  "$FOOTNOTE_PROGRAM" ask --input "$QUESTIONS" \
    --output jsonl >"$ANSWERS" || [[ $? -eq 1 ]]
  cmp <(wc -l <"$ANSWERS") <(wc -l <"$QUESTIONS")
}

# The checks that passed, as unittest, go test and node:test print them.
count_checks() {
  grep -cE '\.\.\. ok$|^--- PASS: |^ok [0-9]+ ' "$1" || true
}

failures=0
skipped=0
run_language() {
  local language=$1 log=$work/$1.log begin=$SECONDS status=0 checks
  mkdir -p "$work/$language"
  WORK=$work/$language "$here/$language/test.sh" >"$log" 2>&1 || status=$?
  checks=$(count_checks "$log")
  if [[ $status -eq 77 ]]; then
    skipped=$((skipped + 1))
    echo "interop: $language skipped: $(tail -n 1 "$log")"
  elif [[ $status -ne 0 || $checks -eq 0 ]]; then
    failures=$((failures + 1))
    cat "$log" >&2
    echo "interop: $language FAILED ($((SECONDS - begin)) s), see $log"
  else
    echo "interop: $language passed ($checks checks, $((SECONDS - begin)) s)"
  fi
}

start
export FOOTNOTE_SERVER QUESTIONS=$root/examples/questions.jsonl
export ANSWERS=$work/answers.jsonl
export FOOTNOTE_PROGRAM=$programs/footnote
ask_by_command_line
for language in "${languages[@]}"; do
  run_language "$language"
done
if ! stop; then
  failures=$((failures + 1))
  echo "interop: the server did not end well:" >&2
  cat "$work/footnoted.log" >&2
fi
[[ $failures -eq 0 ]] || exit 1
[[ $skipped -lt ${#languages[@]} ]] || exit 77
