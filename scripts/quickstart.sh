#!/bin/bash
# From a bare Debian 12 to a cited answer, in one command.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly state=$root/build/quickstart
readonly pid_file=$state/footnoted.pid
readonly log_file=$state/footnoted.log
readonly address=${FOOTNOTE_SERVER:-127.0.0.1:50051}
readonly bin=$root/build/release/bin
readonly question="What was Ishiba's gift to Trump?"
readonly seconds_to_start=30

usage() {
  cat <<'USAGE'
usage: scripts/quickstart.sh [--stop]

Installs what the build needs, builds the server and the client, starts the
server, imports the example news and asks a question. Can be run again.
  --stop   only stops the server that a run before has left running

FOOTNOTE_SERVER is the address to serve on, by default 127.0.0.1:50051.
build/quickstart/ holds the corpus (data/), the server's log and its pid.
USAGE
}

build() {
  "$root/scripts/install-debian.sh" --build
  cd "$root"
  cmake --preset release -DFOOTNOTE_BUILD_TESTS=OFF -DFOOTNOTE_BUILD_BENCH=OFF
  cmake --build --preset release --target footnoted footnote
}

# The pid of the server that a run before has started, if it still runs.
running_pid() {
  local pid
  [[ -s $pid_file ]] || return 1
  pid=$(<"$pid_file")
  [[ $(cat "/proc/$pid/comm" 2>/dev/null) == footnoted ]] || return 1
  echo "$pid"
}

stop() {
  local pid
  if pid=$(running_pid); then
    kill -TERM "$pid"
    timeout "$seconds_to_start" tail --pid="$pid" -f /dev/null || {
      echo "quickstart.sh: the server (pid $pid) did not stop" >&2
      return 1
    }
    echo "Stopped the server (pid $pid)."
  fi
  rm -f "$pid_file"
}

start() {
  mkdir -p "$state/data"
  nohup "$bin/footnoted" --data-dir "$state/data" --listen "$address" \
    >"$log_file" 2>&1 </dev/null &
  local pid=$!
  echo "$pid" >"$pid_file"

  # Both: another server on this address would be healthy, too.
  local deadline=$((SECONDS + seconds_to_start))
  until grep -q '^footnoted: serving on ' "$log_file" &&
    "$bin/footnote" --server "$address" health >/dev/null 2>&1; do
    if ! kill -0 "$pid" 2>/dev/null || ((SECONDS >= deadline)); then
      echo "quickstart.sh: the server does not serve on $address:" >&2
      tail -n 20 "$log_file" >&2
      echo "quickstart.sh: FOOTNOTE_SERVER may name another address" >&2
      return 1
    fi
    sleep 0.1
  done
}

ask() {
  "$bin/footnote" --server "$address" import "$root/examples/corpus"
  printf '\n$ footnote ask "%s"\n\n' "$question"
  "$bin/footnote" --server "$address" ask "$question"
}

case ${1:-} in
  '') ;;
  --stop) stop && exit 0 || exit 1 ;;
  -h | --help) usage && exit 0 ;;
  *) usage >&2 && exit 2 ;;
esac

build
stop
start
ask
cat <<NEXT

The server goes on serving on $address. Ask it more:

    build/release/bin/footnote --server $address ask "How many Marines are to leave Okinawa?"

Stop it with:

    scripts/quickstart.sh --stop
NEXT
