#!/usr/bin/env python3
"""Runs clang-tidy over the sources of the programs, in parallel.

Needs a finished build in build/release. A source that passed is not looked at
again until it, one of its headers, its command or .clang-tidy changes; what
passed is remembered in FOOTNOTE_LINT_CACHE, by default ~/.cache/footnote-lint.
Ends in 1 if clang-tidy found anything.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "release"
COMMANDS = BUILD / "lint"
FOLDERS = ("proto", "retrieval", "service", "client", "bench")
CACHE = pathlib.Path(
    os.environ.get("FOOTNOTE_LINT_CACHE", "~/.cache/footnote-lint")
).expanduser()


def headers_by_object():
    """Maps each object file to the project's files that it was made of."""
    headers, current = {}, []
    listing = subprocess.run(
        ["ninja", "-C", BUILD, "-t", "deps"], check=True, text=True,
        capture_output=True).stdout
    for line in listing.splitlines():
        if line.startswith("    "):
            path = (BUILD / line.strip()).resolve()
            if ROOT in path.parents:
                current.append(path)
        elif ": #deps" in line:
            current = headers.setdefault(line.split(": #deps")[0], [])
    return headers


def write_commands():
    """Copies the compile commands without GCC's precompiled headers, which
    clang-tidy cannot read."""
    commands = (BUILD / "compile_commands.json").read_text()
    COMMANDS.mkdir(exist_ok=True)
    (COMMANDS / "compile_commands.json").write_text(
        re.sub(r" -Winvalid-pch -include \S+/cmake_pch\.hxx", "", commands))


def own_sources():
    commands = json.loads((COMMANDS / "compile_commands.json").read_text())
    for entry in commands:
        path = pathlib.Path(entry["file"])
        if any(ROOT / folder in path.parents for folder in FOLDERS):
            yield path, entry


def object_of(entry):
    """The object that a compile command writes, relative to the build."""
    words = entry["command"].split()
    return words[words.index("-o") + 1]


def tidy_command(path):
    return ["clang-tidy-14", "-quiet", "-p", str(COMMANDS),
            "--extra-arg=-Wno-sign-conversion",  # As the build has it.
            str(path)]


def fingerprint(path, entry, headers):
    """What the verdict on a source depends on."""
    digest = hashlib.sha256()
    commands = " ".join(tidy_command(path)) + entry["command"]
    # The same in every checkout.
    digest.update(commands.replace(str(ROOT), "").encode())
    for part in [ROOT / ".clang-tidy", path, *sorted(set(headers))]:
        digest.update(part.read_bytes())
    return digest.hexdigest()


def lint(path, mark):
    """Lints one source; returns what was found, or nothing."""
    result = subprocess.run(
        tidy_command(path), text=True, capture_output=True)
    if result.returncode == 0:
        mark.touch()
        return ""
    return result.stdout + result.stderr


def main():
    CACHE.mkdir(parents=True, exist_ok=True)
    write_commands()
    headers = headers_by_object()
    work = []
    for path, entry in own_sources():
        known = headers.get(object_of(entry), [])
        mark = CACHE / fingerprint(path, entry, known)
        if not (known and mark.exists()):
            work.append((path, mark))
    print(f"{len(work)} sources to lint", flush=True)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda item: lint(*item), work):
            if found:
                failed += 1
                print(found, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
