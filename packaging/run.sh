#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run.sh [ARGUMENT…]: from a fresh clone to a running Picket. Installs the packages that are missing, builds
# the release preset and starts it; the arguments are Picket's own. Without a display it starts `picket serve`.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

"$top/packaging/deps.sh" build
# The build speaks on stderr: stdout belongs to Picket, whose commands print JSON Lines there.
(
    cd "$top"
    cmake --preset release
    cmake --build --preset release
) >&2

# A first word that is no option is a command of Picket's: it needs no display.
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [[ ${1:--} == -* ]]; then
    case "${1:-}" in
    -h | --help | -v | --version) ;;
    *)
        echo "No display (DISPLAY and WAYLAND_DISPLAY are empty): starting \`picket serve\` without a window." >&2
        set -- serve "$@"
        ;;
    esac
fi
exec "$top/build/release/bin/picket" "$@"
