#!/bin/bash
# Builds the image and tries the container stack on a real engine.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'USAGE'
usage: tests/container/run.sh

Builds the image `footnote-test` as docker-compose.yml says, runs the stack of it
under a project name and a port of its own, checks what is said of it and takes it
down; the image stays. Ends in 77, with a message, where there is no engine.

FOOTNOTE_COMPOSE        the compose command, by default each that is there of
                        `docker compose` and `docker-compose`
FOOTNOTE_DOCKER_ENGINE  where no engine is reached: a program that runs one. It
                        knows `up build` (its builds reach the network), `up run`
                        (it has networks of its own), `exec COMMAND...` (with the
                        engine reached) and `down`.
USAGE
}

skip() {
  echo "run.sh: skipped: $*" >&2
  exit 77
}

engine=()  # What runs an engine for us; none if one is there already.

engine_up() {
  [[ ${#engine[@]} -eq 0 ]] || "${engine[@]}" up "$1"
}

with_engine() {
  if [[ ${#engine[@]} -eq 0 ]]; then
    "$@"
  else
    "${engine[@]}" exec "$@"
  fi
}

find_engine() {
  if docker info >/dev/null 2>&1; then
    return
  fi
  if [[ -z ${FOOTNOTE_DOCKER_ENGINE:-} ]]; then
    skip "no Docker engine is reached. Start one (Debian: apt-get install" \
      "docker.io docker-compose), or name in FOOTNOTE_DOCKER_ENGINE a program" \
      "that does."
  fi
  engine=("$FOOTNOTE_DOCKER_ENGINE")
  trap '"${engine[@]}" down' EXIT
}

# Prints the compose commands to try, one a line, none twice.
compose_commands() {
  local candidate version seen=' '
  if [[ -n ${FOOTNOTE_COMPOSE:-} ]]; then
    echo "$FOOTNOTE_COMPOSE"
    return
  fi
  for candidate in 'docker compose' 'docker-compose'; do
    # shellcheck disable=SC2086 # Words of a command.
    version=$(with_engine $candidate version --short 2>/dev/null) || continue
    [[ $seen == *" $version "* ]] || echo "$candidate"
    seen+="$version "
  done
}

case ${1:-} in
  '') ;;
  -h | --help) usage && exit 0 ;;
  *) usage >&2 && exit 2 ;;
esac

export FOOTNOTE_IMAGE=footnote-test
find_engine
engine_up build ||
  skip "${engine[0]:-} could not run a Docker engine on this machine."
mapfile -t commands < <(compose_commands)
if [[ ${#commands[@]} -eq 0 ]]; then
  skip "no compose. Debian: apt-get install docker-compose."
fi

echo "run.sh: builds with ${commands[0]}"
begin=$SECONDS
# shellcheck disable=SC2086 # Words of a command.
with_engine ${commands[0]} build
echo "run.sh: built in $((SECONDS - begin)) s," \
  "$(with_engine docker image inspect --format '{{.Size}}' \
    "$FOOTNOTE_IMAGE") bytes"

engine_up run
failures=0
for command in "${commands[@]}"; do
  # shellcheck disable=SC2086 # Words of a command.
  with_engine tests/container/stack.sh $command || failures=$((failures + 1))
done
exit $((failures > 0))
