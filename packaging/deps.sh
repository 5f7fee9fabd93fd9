#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/deps.sh STAGE…: installs what packaging/debian-packages.txt lists for these stages (build, test) and this
# system lacks. Says what it installs; touches apt only when something is missing.
set -euo pipefail

list=$(dirname "${BASH_SOURCE[0]}")/debian-packages.txt

has_node() {
    command -v npm >/dev/null && command -v node >/dev/null \
        && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 18 || (a === 18 && b >= 19) ? 0 : 1)'
}

has() {
    command -v "$1" >/dev/null
}

is_installed() {
    [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This system has no apt: install what $list names, as your system calls it. Going on." >&2
    exit 0
fi

# Toolchains of the SDK tests: whatever is in PATH already, from wherever, is good enough.
stages=" $* "
if [[ $stages == *" test "* ]]; then
    has_node || stages+="node "
    has go || stages+="go "
    { has cargo && has rustc; } || stages+="rust "
    { has mvn && has javac; } || stages+="java "
    { has chromium || has google-chrome; } || stages+="browser "
fi

missing=()
purposes=()
while read -r stage package purpose; do
    if [[ $stages == *" $stage "* ]] && ! is_installed "$package"; then
        missing+=("$package")
        purposes+=("$purpose")
    fi
done <<< "$(grep -v '^#' "$list")"

if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

echo "Picket needs ${#missing[@]} more package(s) from this system's own archive:" >&2
for i in "${!missing[@]}"; do
    printf '  %-24s %s\n' "${missing[i]}" "${purposes[i]}" >&2
done

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Only root can install them and there is no sudo. As root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q)
# What comes out goes to stderr: stdout belongs to the program that is started afterwards.
{
    "${apt[@]}" update
    "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"
} >&2
