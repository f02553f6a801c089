#!/bin/bash
# Installs what Footnote needs on a bare Debian 12.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/install-debian.sh [--build] [--test] [--lint] [--interop]

Installs Debian packages, as root or with sudo; what is installed is left alone.
  --build    what the programs need: compiler, CMake, libraries (the default)
  --test     what the tests and benchmarks need beside that
  --lint     formatter, linters, and clang for the fuzzers
  --interop  what clients in other languages need; Node and Go only if there
             are none on PATH
USAGE
}

readonly build_packages=(
  ca-certificates cmake g++ ninja-build
  libabsl-dev libcli11-dev libgrpc++-dev libicu-dev libjemalloc-dev
  libprotobuf-dev
  libspdlog-dev libsqlite3-dev libssl-dev libstemmer-dev
  libxml2-dev libzstd-dev
  protobuf-compiler protobuf-compiler-grpc wordnet-base)
readonly test_packages=(
  ccache git libbenchmark-dev libgmock-dev libgtest-dev libxapian-dev
  libxgboost-dev)
readonly lint_packages=(
  clang-14 clang-format-14 clang-tidy-14 git libclang-rt-14-dev shellcheck)
interop_packages=(
  cmake g++ libgrpc++-dev ninja-build protobuf-compiler protobuf-compiler-grpc
  python3 python3-grpcio python3-protobuf)
is_on_path() { command -v "$1" >/dev/null; }
is_on_path go || interop_packages+=(golang-go)
is_on_path node || interop_packages+=(nodejs)
is_on_path npm || interop_packages+=(npm)
readonly interop_packages

packages=()
for option in "$@"; do
  case $option in
    --build) packages+=("${build_packages[@]}") ;;
    --test) packages+=("${test_packages[@]}") ;;
    --lint) packages+=("${lint_packages[@]}") ;;
    --interop) packages+=("${interop_packages[@]}") ;;
    -h | --help) usage && exit 0 ;;
    *)
      echo "install-debian.sh: unknown option $option" >&2
      usage >&2
      exit 2
      ;;
  esac
done
if [[ $# -eq 0 ]]; then
  packages=("${build_packages[@]}")
fi

is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" \
    2>/dev/null) == installed ]]
}

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
  exit 0
fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "install-debian.sh: run as root, or install sudo, to install:" \
      "${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "Installing ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq \
  --yes --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null
