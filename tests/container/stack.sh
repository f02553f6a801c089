#!/bin/bash
# Runs the stack of docker-compose.yml on the engine that `docker` reaches, and
# checks what is said of it. The image has been built. A claim a line; ends in 1
# if one does not hold, and leaves nothing behind.
#
# usage: stack.sh COMPOSE...    the compose command: docker compose, say
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly compose_command=("$@")
readonly project=footnote-test-$$
readonly documents=64
readonly patience=60  # Seconds for what should take a few.
readonly question="What was Ishiba's gift to Trump?"
readonly unanswerable="Who won the chess olympiad in Budapest?"
export FOOTNOTE_PORT=0  # Any that is free.
failures=0

compose() {
  "${compose_command[@]}" --file "$here/../../docker-compose.yml" \
    --project-name "$project" "$@"
}

# claim TEXT COMMAND...: holds if the command succeeds.
claim() {
  local text=$1 said
  shift
  if said=$("$@" 2>&1); then
    echo "  ok      $text"
  else
    echo "  FAILED  $text: $*"
    [[ -z $said ]] || tail -n 20 <<<"$said" | sed 's/^/          | /'
    failures=$((failures + 1))
  fi
}

equal() {
  [[ $1 == "$2" ]] || { echo "$1 is not $2" && false; }
}

fails_with() {
  local status=0
  "${@:2}" || status=$?
  equal "exit status $status" "exit status $1"
}

# Tries until the command succeeds; says what it said last if it never does.
in_time() {
  local said deadline=$((SECONDS + patience))
  until said=$("$@" 2>&1); do
    ((SECONDS < deadline)) || { echo "$said" && return 1; }
    sleep 0.2
  done
}

# container SERVICE: its id.
container() {
  docker ps --all --quiet --filter "label=com.docker.compose.service=$1" \
    --filter "label=com.docker.compose.project=$project"
}

# state SERVICE FORMAT
state() {
  docker inspect --format "$2" "$(container "$1")"
}

is() {
  equal "$(state "$1" "$2")" "$3"
}

# The command line in the server's container: starts and imports nothing.
footnote() {
  compose exec -T footnoted footnote "$@"
}

client() {
  compose run --rm -T client "$@"
}

has_documents() {
  equal "$(footnote list | wc -l) listed" "$documents listed"
}

# Reached again, with the documents and the answer of before.
serves_as_before() {
  in_time is footnoted '{{.State.Health.Status}}' healthy && has_documents &&
    equal "$(footnote ask --output json "$question")" "$answer"
}

cites() {
  local said
  said=$(client ask "$question") &&
    grep -q 'golden samurai helmet.*\[1\]' <<<"${said//$'\n'/ }" &&
    grep -q '^\[1\] .*summit-notes' <<<"${said//$'\n' /}"
}

ranks_as_learned() {
  footnote status | grep '^ranking model: learned, of '
}

check_way() {
  local begin=$EPOCHREALTIME
  claim "up -d starts it" compose up --detach --no-build
  claim "the server is healthy" \
    in_time is footnoted '{{.State.Health.Status}}' healthy
  awk -v a="$begin" -v b="$EPOCHREALTIME" \
    'BEGIN { printf "          %.1f s from up to healthy\n", b - a }'
  claim "the import ends with 0" in_time \
    is import '{{.State.Status}} {{.State.ExitCode}}' 'exited 0'
  claim "the server has $documents documents" has_documents
  claim "the server ranks by the model of the image" ranks_as_learned
  claim "the client prints a cited answer" cites
  claim "no answer is exit status 1" fails_with 1 client ask "$unanswerable"
  answer=$(footnote ask --output json "$question") || answer="none at first"
}

# check_restricted SERVICE: seen from inside.
check_restricted() {
  local service=$1 facts
  if [[ $service == footnoted ]]; then
    facts=$(compose exec -T footnoted sh -c "$(<"$here/facts.sh")") || true
  else
    facts=$(compose run --rm -T --no-deps --entrypoint sh "$service" \
      -c "$(<"$here/facts.sh")") || true
  fi
  fact() {
    equal "$(sed -n "s/^$1 //p" <<<"$facts")" "$2"
  }
  local set
  claim "$service: is not root" fact user 65532:65532
  for set in CapInh CapPrm CapEff CapBnd CapAmb; do
    claim "$service: $set is empty" fact "$set" 0000000000000000
  done
  claim "$service: gains no privileges" fact NoNewPrivs 1
  claim "$service: its root is mounted read-only" fact root ro
  claim "$service: cannot write to /" fact writes-root no
  claim "$service: cannot change programs" fact writes-programs no
  claim "$service: can write to /tmp" fact writes-tmp yes
  claim "$service: has 512 MiB" fact memory $((512 << 20))
  claim "$service: has 512 threads" fact pids 512
  claim "$service: has 4096 files" fact files "4096 4096"
}

# Root may write where its files' owner may: only the mount forbids it.
cannot_write_as_root() {
  equal "$(compose exec -T --user 0 footnoted touch /probe 2>&1 | tr -d '\r')" \
    "touch: cannot touch '/probe': Read-only file system"
}

# in_image SCRIPT: as a root that may read everything.
in_image() {
  docker run --rm --user 0 --network none --entrypoint sh "$image" -c "$1"
}

finds_none() {
  local found
  found=$(in_image "$1") && equal "$found" ""
}

check_image() {
  claim "root cannot write to / either" cannot_write_as_root
  claim "its programs are the two" equal \
    "$(in_image 'ls /usr/local/bin /usr/local/sbin' | tr '\n' ' ')" \
    "/usr/local/bin: footnote footnoted  /usr/local/sbin: "
  claim "it has no compiler" finds_none \
    'ls /usr/bin | sed -nE "/^(cc|[cg]\+\+|gcc|cpp|cmake|ninja|protoc|as$|ld$)/p"'
  claim "it has no package lists" finds_none \
    'find /var/lib/apt/lists /var/cache/apt -type f'
  claim "it has no shell history" finds_none \
    'find / -xdev -name ".*_history"'
  claim "it has nothing setuid" finds_none \
    'find / -xdev -type f -perm /6000'
  claim "it makes no volumes of its own" equal \
    "$(docker image inspect --format '{{len .Config.Volumes}}' "$image")" 0
}

# On the machine of the engine, outside of the stack's network.
outside() {
  docker run --rm --network host --entrypoint footnote "$image" \
    --timeout 2s --server "$1" health
}

check_published() {
  local port gateway
  port=$(compose port footnoted 50051) || true
  port=${port##*:}
  gateway=$(state footnoted \
    '{{range .NetworkSettings.Networks}}{{.Gateway}}{{end}}') || true
  claim "published on 127.0.0.1 alone" equal "$(docker port \
    "$(container footnoted)")" "50051/tcp -> 127.0.0.1:$port"
  claim "reached at 127.0.0.1:$port" outside "127.0.0.1:$port"
  claim "not reached at $gateway:$port" fails_with 3 outside "$gateway:$port"
}

# As a fault would: `docker kill` counts as a wish, and a process in the same
# pid namespace cannot kill its first.
kill_server() {
  docker run --rm --pid host --user 0 --cap-drop ALL --cap-add KILL \
    --network none --entrypoint sh "$image" \
    -c "kill -9 $(state footnoted '{{.State.Pid}}')"
}

is_restarted() {
  is footnoted '{{.RestartCount}} {{.State.Running}}' '1 true'
}

stops_in_time() {
  local begin=$SECONDS
  docker stop "$(container footnoted)" &&
    is footnoted '{{.State.ExitCode}} {{.State.OOMKilled}}' '0 false' &&
    ((SECONDS - begin <= 10))
}

is_gone() {
  local left by="label=com.docker.compose.project=$project"
  left=$(docker ps --all --quiet --filter "$by" &&
    docker "$1" ls --quiet --filter "$by") && equal "$left" ""
}

check_lifetime() {
  claim "restarts" compose restart footnoted
  claim "serves as before" serves_as_before
  claim "is killed" kill_server
  claim "is started again" in_time is_restarted
  claim "serves as before" serves_as_before
  claim "stops in its own time, with 0" stops_in_time
  claim "down" compose down
  claim "up again, the server alone" \
    compose up --detach --no-build footnoted
  claim "serves as before" serves_as_before
  claim "down -v" compose down --volumes
  claim "leaves no container and no volume" is_gone volume
  claim "leaves no network" is_gone network
}

end() {
  compose --profile client down --volumes --remove-orphans >/dev/null 2>&1 ||
    true
}
trap end EXIT

image=$(compose config | sed -n 's/^ *image: //p' | sort -u)
echo "stack.sh: with ${compose_command[*]}, $(compose version --short)"
check_way
for service in footnoted import client; do
  check_restricted "$service"
done
check_image
check_published
check_lifetime
echo "stack.sh: $failures failed, $SECONDS s"
((failures == 0))
