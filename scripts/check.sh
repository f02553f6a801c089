#!/bin/bash
# The checks beside the tests, one or several a run.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly fuzz_seconds=${FOOTNOTE_FUZZ_SECONDS:-20}
readonly bench_seconds=${FOOTNOTE_BENCH_SECONDS:-0.05}

usage() {
  cat <<'USAGE'
usage: scripts/check.sh CHECK...

  format   clang-format would change nothing, the scripts pass shellcheck
  lint     clang-tidy finds nothing
  asan     the tests pass under AddressSanitizer and UBSan
  tsan     the tests labelled "threads" pass under ThreadSanitizer
  fuzz     each fuzzer finds nothing in FOOTNOTE_FUZZ_SECONDS (20)
  bench    each benchmark runs, FOOTNOTE_BENCH_SECONDS (0.05) a case, ranking is
           exact beside its peers, and with FOOTNOTE_TEST_DATA set every citation is true and enough are right
  faults   the server survives kills, losses of power, full disks, and stops
           under load, and damage is found: FOOTNOTE_CRASH_ROUNDS (20),
           FOOTNOTE_STOP_ROUNDS (5), FOOTNOTE_FLIP_ROUNDS (100); and no answer
           mixes two revisions: FOOTNOTE_STAMP_ANSWERS (2000)
  stack    the container stack is built, run and tried; skipped, with a message,
           where there is no engine
  interop  clients in other languages use the server, FOOTNOTE_INTEROP (all)
  newcomer the README holds on a fresh Debian; skipped, with a message, where
           none can be made
USAGE
}

check_format() {
  scripts/install-debian.sh --lint
  git ls-files -z '*.cc' '*.h' |
    xargs -0 --no-run-if-empty clang-format-14 --dry-run -Werror
  git ls-files -z '*.sh' '.ci/run' | xargs -0 shellcheck
}

check_lint() {
  scripts/install-debian.sh --build --test --lint
  cmake --preset release -DFOOTNOTE_BUILD_TESTS=ON -DFOOTNOTE_BUILD_BENCH=ON
  cmake --build --preset release
  scripts/lint.py
}

check_asan() {
  scripts/install-debian.sh --build --test
  cmake --preset asan
  cmake --build --preset asan
  ASAN_OPTIONS=detect_stack_use_after_return=1 \
    UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --preset asan --parallel "$(nproc)"
}

check_tsan() {
  scripts/install-debian.sh --build --test
  cmake --preset tsan
  cmake --build --preset tsan --target threads_tests
  ctest --preset tsan --parallel "$(nproc)"
}

check_fuzz() {
  scripts/install-debian.sh --build --test --lint
  local names name
  names=$(basename --suffix=.cc tests/fuzz/*_fuzz.cc)
  cmake --preset fuzz
  # shellcheck disable=SC2086 # One target a word.
  cmake --build --preset fuzz --target $names
  for name in $names; do
    local found=build/fuzz/found/$name
    mkdir -p "$found"
    "build/fuzz/bin/$name" -max_total_time="$fuzz_seconds" \
      -artifact_prefix="$found-" "$found" "tests/fuzz/corpus/$name"
  done
}

# That the engines run, and that Footnote finds what it has to. Tantivy takes
# minutes to build; where it is built it takes part.
compare_peers() {
  if command -v mvn >/dev/null; then
    cmake --build --preset release --target lucene_baseline ||
      echo "check.sh: Lucene cannot be built here and is left out"
  fi
  build/release/bin/peers measure --passages=2000 --questions=20 \
    --warm-ups=1 --rounds=1 --threads=2 --load-seconds=0.05 \
    --out=build/release/peers-short.json
}

check_bench() {
  scripts/install-debian.sh --build --test
  cmake --preset release -DFOOTNOTE_BUILD_BENCH=ON
  cmake --build --preset release
  local bench
  for bench in build/release/bin/*_bench; do
    "$bench" --benchmark_min_time="$bench_seconds"
  done
  compare_peers
  build/release/bin/import_rate --generated=200 --rounds=1
  build/release/bin/load --seconds=0.2 --turns=1 --during-import
  if [[ -z ${FOOTNOTE_TEST_DATA:-} ]]; then
    echo "check.sh: FOOTNOTE_TEST_DATA names no data; nothing is evaluated"
    return
  fi
  local data=$FOOTNOTE_TEST_DATA/data
  build/release/bin/sentence_evaluation --data="$data"
  build/release/bin/evaluate --data="$data/xquad_r_en" --at-least=0.72
  build/release/bin/evaluate --data="$data/squad2_half" --at-least=0.7
  build/release/bin/quality measure --data="$data/clapnq" --baselines=fts5 \
    --check='f1_default>=0.43,auc>=0.7'
  build/release/bin/quality measure --data="$data/trecqa" --baselines=fts5 \
    --questions=queries_dev.jsonl --check='map>=0.7'
}

check_faults() {
  scripts/install-debian.sh --build --test
  cmake --preset release -DFOOTNOTE_BUILD_TESTS=ON
  cmake --build --preset release --target faults_tests version_stamp_test
  local test
  for test in crash disk_full shutdown data_directory bit_flip version_stamp; do
    "build/release/bin/${test}_test"
  done
}

# Runs a check that may not be possible here, which it has said then.
unless_skipped() {
  local status=0
  "$@" || status=$?
  ((status == 77)) || return "$status"
}

check_stack() {
  unless_skipped tests/container/run.sh
}

check_newcomer() {
  unless_skipped tests/newcomer/run.sh --test
}

check_interop() {
  scripts/install-debian.sh --build --interop
  cmake --preset release
  cmake --build --preset release --target footnoted footnote
  # shellcheck disable=SC2086 # One language a word.
  tests/interop/run.sh ${FOOTNOTE_INTEROP:-}
}

if [[ $# -eq 0 ]]; then
  usage >&2
  exit 2
fi
for check in "$@"; do
  case $check in
    format | lint | asan | tsan | fuzz | bench | faults | stack | interop | newcomer)
      "check_$check"
      ;;
    -h | --help) usage ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done
