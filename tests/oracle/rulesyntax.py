# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/grouping/rules.txt in the syntax of the engine that it is compared with."""
import re

MATCHER = re.compile(r"(!?)(function|module|path|package):(\S+)")


def quoted(match):
    """Braces are a choice there; nothing else in a pattern differs."""
    negated, field, pattern = match.groups()
    return f'{negated}{field}:"' + pattern.replace("{", "\\{").replace("}", "\\}") + '"'


def translated(rules):
    """Every rule, a line each; what that engine cannot read, its parser names."""
    lines = []
    for line in rules.splitlines():
        if line and not line.startswith("#"):
            lines.append(MATCHER.sub(quoted, line))
    return "\n".join(lines)
