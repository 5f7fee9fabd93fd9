#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/test.sh: from a fresh clone to every check passed. Installs the packages that are missing, builds with
# warnings as errors and runs all tests, then the rooms with threads under ThreadSanitizer and the readers of outside
# bytes under AddressSanitizer. With CI=true a skipped test counts as failed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
summary=()

note() {
    printf '\n== %s\n' "$*"
}

# ctest's count of a preset, kept for the closing lines; a failing preset ends the script only after the others ran.
failed=0
run_preset() {
    local preset=$1 log=build/$1/ctest.log status=0
    shift
    note "ctest --preset $preset"
    "$@" ctest --preset "$preset" 2>&1 | tee "$log" || status=$?
    summary+=("$preset: $(grep -E '^[0-9]+% tests passed' "$log" || echo 'ctest did not finish')")
    if [ "$status" -ne 0 ]; then
        failed=1
    fi
    check_skips "$preset" "$log"
}

# Skips are legitimate where a tool is missing; where everything was installed they hide a hole.
check_skips() {
    local skipped
    skipped=$(grep -E '\*\*\*Skipped' "$2" || true)
    skipped+=$(grep -aE '^SKIP +: ' "build/$1/Testing/Temporary/LastTest.log" || true)
    if [ -n "$skipped" ]; then
        printf 'Skipped:\n%s\n' "$skipped"
        if [ "${CI:-}" = true ]; then
            summary+=("$1: skipped tests count as failed here")
            failed=1
        fi
    fi
}

# GCC's ThreadSanitizer needs its shadow memory at fixed addresses: on kernels that randomise more widely than it
# expects a program ends at once, and must be started without randomisation.
tsan_runner() {
    local probe=build/tsan-probe
    echo 'int main() { return 0; }' | g++ -fsanitize=thread -x c++ - -o "$probe"
    local tries
    for tries in 1 2 3 4 5 6 7 8; do
        if ! "$probe" 2>/dev/null; then
            if setarch "$(uname -m)" -R "$probe" 2>/dev/null; then
                echo setarch "$(uname -m)" -R
                return
            fi
            echo "ThreadSanitizer does not run on this kernel, with or without address randomisation." >&2
            return 1
        fi
    done
}

packaging/deps.sh build test

note "build the dev preset, warnings are errors"
cmake --preset dev -DPICKET_WARNINGS_AS_ERRORS=ON
cmake --build --preset dev
run_preset dev

note "build for ThreadSanitizer"
cmake --preset tsan
cmake --build --preset tsan
runner=$(tsan_runner)
# shellcheck disable=SC2086 # several words, or none
run_preset tsan $runner

note "build for AddressSanitizer and UndefinedBehaviorSanitizer"
cmake --preset asan
cmake --build --preset asan
run_preset asan

note "summary"
printf '%s\n' "${summary[@]}"
exit "$failed"
