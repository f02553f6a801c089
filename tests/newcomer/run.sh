#!/bin/bash
# Follows the README as a newcomer does, on a fresh Debian 12 with nothing in it.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'USAGE'
usage: tests/newcomer/run.sh [--test]

Makes a bare Debian 12 root, puts what is committed into it, runs the README's
first command there and compares what it prints with the README; with --test its
second command, too. Says how long each took. Needs root and mmdebstrap; ends in
77, with a message, without them.
USAGE
}

skip() {
  echo "newcomer: skipped: $*" >&2
  exit 77
}

timed() {
  local what=$1 begin=$SECONDS
  shift
  "$@" || {
    echo "newcomer: $what failed" >&2
    return 1
  }
  echo "newcomer: $what took $((SECONDS - begin)) s"
}

make_root() {
  mmdebstrap --quiet --variant=minbase bookworm "$root" &&
    cp /etc/resolv.conf /etc/hosts "$root/etc/" &&
    mkdir "$root/footnote" &&
    git archive HEAD | tar -x -C "$root/footnote"
}

# Runs a command of the README in the new machine, whose processes end with it.
as_newcomer() {
  unshare --mount --pid --fork --kill-child \
    chroot "$root" /bin/sh -c "mount -t proc proc /proc &&
      mount -t tmpfs tmpfs /tmp && mount -t devtmpfs devtmpfs /dev 2>/dev/null
      cd /footnote && $1"
}

# Prints the indented lines of the README from one that begins with $1 to the
# next that begins with $2.
from_readme() {
  awk -v first="    $1" -v last="    $2" '
    index($0, first) == 1 { inside = 1 }
    inside { print substr($0, 5) }
    inside && index($0, last) == 1 { exit }' README.md
}

quick_start() {
  # shellcheck disable=SC2016 # What it shows is the README's.
  from_readme '$ footnote ask "What was' 'confidence' >"$root/expected" &&
    as_newcomer scripts/quickstart.sh >"$root/printed" &&
    sed -n '/^\$ footnote ask/,/^confidence/p' "$root/printed" |
    diff "$root/expected" -
}

[[ ${1:-} != -h && ${1:-} != --help ]] || { usage && exit 0; }
[[ $(id -u) -eq 0 ]] || skip "only root can make a machine of its own"
command -v mmdebstrap >/dev/null ||
  skip "mmdebstrap is missing (apt-get install mmdebstrap)"
for command in scripts/quickstart.sh scripts/test.sh; do
  grep -qx "    $command" README.md || {
    echo "newcomer: the README does not say $command any more" >&2
    exit 1
  }
done

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
timed "making the machine" make_root
timed "the first command, scripts/quickstart.sh," quick_start
if [[ ${1:-} == --test ]]; then
  timed "the second command, scripts/test.sh," as_newcomer scripts/test.sh
fi
