# SPDX-License-Identifier: GPL-3.0-or-later
"""What files of the project say about each other: citations, limits, signals, pairs of files, rooms. run_lint.py runs it.

Each check takes the texts of all files of the project by their names and yields sentences that begin with a name. What
was wrong before a check existed is in a list with its reason; an entry that is not needed any more is reported as well,
so that the lists only shrink.
"""
import pathlib
import re

PROTOCOL = "core/protocol/PROTOCOL.md"
GUIDE = "CONTRIBUTING.md"
LIMITS = "core/base/limits.h"

COMMENT_BREAK = re.compile(r"\n[ \t]*(?://+|#+|--|\*)?[ \t]*")
HEADING = re.compile(r"^#+ ([A-Z](?:\.\d+)?)\.? ", re.M)
SECTION = r"[A-Z]\.\d+"
CITATION = re.compile(rf"\bPROTOCOL ([A-Z](?:\.\d+)?\b(?:(?:,? and |, | to ){SECTION}\b)*)")
PROMISE_CITED = re.compile(r"\b[Pp]romises? (\d+(?:(?:,? and |, | to )\d+)*)\b")
PAGE_FILE = re.compile(r"\b([A-Z][A-Z_]+\.md)\b")
PAGE_CITED = re.compile(r"\b((?:ARCHITECTURE|SAFETY|STYLE|WIRE|UX) (?:section|promise|§|\d)\S*)")

LIMIT = re.compile(r"^inline constexpr (?:auto|[\w:]+) (\w+) =", re.M)
UNITS = {"KiB", "MiB"}
# Known, to be enforced or deleted with the next change of the store.
UNUSED_LIMITS = {"readTransaction"}

# Known, to be split by responsibility: parts of a class that was cut for its length, or functions whose declarations are
# in a common header.
CPP_WITHOUT_HEADER = {
    "core/grouping/parameteriser.cpp",
    "core/http/endpoint.cpp",
    "core/ingest/attachmenttaker.cpp",
    "core/ingest/checkintaker.cpp",
    "core/ingest/crashtaker.cpp",
    "core/ingest/envelopetaker.cpp",
    "core/ingest/feedbacktaker.cpp",
    "core/ingest/reporttaker.cpp",
    "core/ingest/storetaker.cpp",
    "core/ingest/telemetrytaker.cpp",
    "core/ingest/uploadtaker.cpp",
    "core/protocol/dsn.cpp",
    "core/protocol/eventtags.cpp",
    "core/protocol/eventwriter.cpp",
    "core/protocol/jsondocument.cpp",
    "core/protocol/jsonrepair.cpp",
    "core/protocol/query.cpp",
    "ui/window/maindocks.cpp",
    "ui/window/mainmenus.cpp",
    "ui/values/contextroots.cpp",
    "ui/events/eventcells.cpp",
    "ui/issues/issuecells.cpp",
    "ui/values/requestroots.cpp",
    "ui/telemetry/tracecells.cpp",
    "ui/timeline/timeaxisviewinput.cpp",
    "ui/timeline/timelinestripinput.cpp",
}

CLASS = re.compile(r"\s*(?:template <.*> )?class (\w+)(?: final)?\s*(?::\s*(.*))?$")
SIGNALS_BEGIN = re.compile(r"\s*(?:Q_SIGNALS|signals):")
SIGNALS_END = re.compile(r"\s*(?:public|protected|private)\b.*:\s*$|\};")
SIGNAL = re.compile(r"\s+void (\w+)\(")
MEMBER_POINTER = re.compile(r"&((?:\w+::)*)(\w+)::(\w+)\b")
# Known, to be connected: a text of an event as the filter of the issue list, and an error of the list of events.
UNCONNECTED_SIGNALS = {("EventDock", "filterWanted"), ("TagsDock", "filterWanted"), ("EventListModel", "failed")}

ROOM = re.compile(r"^picket_(ui_)?room\(\s*(\w+)([^)]*)\)", re.M)
ROOM_FUNCTION = re.compile(r"^function\(picket_(ui_)?room\b(.*?)^endfunction", re.M | re.S)
LINKING = re.compile(r"target_link_libraries\(\s*(\S+)([^)]*)\)")
KEYWORD = re.compile(r"^[A-Z_]+$")
INCLUDE = re.compile(r'^#include "((?:core|ui)/[^"]+)"', re.M)


def is_code(name):
    return name.endswith((".cpp", ".h", ".cpp.in"))


def is_product(name):
    return name.startswith(("core/", "ui/", "app/"))


def is_cited_from(name):
    return is_code(name) or name.startswith(("resources/", "packaging/")) or name.endswith((".md", ".py", ".txt", ".sql"))


def one_line(text):
    """Comments that go on in the next line, joined."""
    return COMMENT_BREAK.sub(" ", text)


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def check_citations(texts):
    """Every `PROTOCOL x.y` is a heading; so is every section that the page itself names."""
    page = texts.get(PROTOCOL, "")
    headings = set(HEADING.findall(page))
    for name, text in texts.items():
        if not is_cited_from(name) or "PROTOCOL" not in text:
            continue
        lists = CITATION.findall(one_line(text))
        cited = {section for list_ in lists for section in re.findall(SECTION + "|[A-Z]\\b", list_)}
        for section in sorted(cited - headings):
            yield f"{name}: cites PROTOCOL {section}, which is no heading of {PROTOCOL}"
    for section in sorted(set(re.findall(rf"(?<![\w`/.]){SECTION}\b(?!\.)", page)) - headings):
        yield f"{PROTOCOL}: names {section}, which it does not have"


def numbered(text, heading):
    """The numbers of the list below a heading."""
    part = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return set(re.findall(r"^(\d+)\. ", part.group(1), re.M)) if part else set()


def check_promises(texts):
    promises = numbered(texts.get(GUIDE, ""), "Promises")
    for name, text in texts.items():
        if is_cited_from(name) and "romise" in text:
            cited = {number for list_ in PROMISE_CITED.findall(one_line(text)) for number in re.findall(r"\d+", list_)}
            for number in sorted(cited - promises, key=int):
                yield f"{name}: cites promise {number}, which {GUIDE} does not have"


def check_pages(texts):
    """No reference to a page that is not in the project."""
    pages = {pathlib.PurePath(name).name for name in texts}
    for name, text in texts.items():
        if is_cited_from(name):
            missing = set(PAGE_FILE.findall(text)) - pages
            for page in sorted(missing.union(PAGE_CITED.findall(one_line(text)))):
                yield f"{name}: refers to {page}, which is not in the project"


def check_limits(texts):
    used_names = set()
    for name, text in texts.items():
        if is_product(name) and is_code(name):
            used_names.update(re.findall(r"\blimits::(\w+)", without_comments(text)))
    own = without_comments(texts.get(LIMITS, ""))
    for limit in LIMIT.findall(own):
        used = limit in used_names or limit in UNITS
        derived = len(re.findall(rf"\b{limit}\b", own)) > 1
        if not used and not derived and limit not in UNUSED_LIMITS:
            yield f"{LIMITS}: nothing uses {limit}"
        if (used or derived) and limit in UNUSED_LIMITS:
            yield f"tests/lint/crosschecks.py: {limit} is used: remove it from UNUSED_LIMITS"
    for limit in sorted(UNUSED_LIMITS - set(LIMIT.findall(own))):
        yield f"tests/lint/crosschecks.py: there is no limit {limit}: remove it from UNUSED_LIMITS"


def check_pairs(texts):
    """A .cpp file of core and ui has the header of its name."""
    lone = {name for name in texts if name.startswith(("core/", "ui/")) and name.endswith(".cpp")
            and name.removesuffix(".cpp") + ".h" not in texts}
    for name in sorted(lone - CPP_WITHOUT_HEADER):
        yield f"{name}: has no header of its name; split by responsibility, not by length"
    for name in sorted(CPP_WITHOUT_HEADER - lone):
        yield f"tests/lint/crosschecks.py: {name} has its header or is gone: remove it from CPP_WITHOUT_HEADER"


def declared_signals(texts):
    """(file, class, signal) of every signal, and the base classes of every class."""
    signals = []
    bases = {}
    for name, text in texts.items():
        if not is_product(name) or not name.endswith((".h", ".cpp")):
            continue
        current, inside = None, False
        for line in without_comments(text).split("\n"):
            line = line.rstrip()
            if not line.endswith(";") and (found := CLASS.match(line)):
                current, inside = found.group(1), False
                bases.setdefault(current, set()).update(re.findall(r"public (?:\w+::)*(\w+)", found.group(2) or ""))
            elif SIGNALS_BEGIN.match(line):
                inside = True
            elif SIGNALS_END.match(line):
                inside = False
            elif inside and (found := SIGNAL.match(line)):
                signals.append((name, current, found.group(1)))
    return signals, bases


def arguments(text, opening):
    """What stands between the bracket at `opening` and the one that closes it."""
    depth = 0
    for at in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return text[opening:at]
    return text[opening:]


def connected_signals(texts):
    """(class, member) of every pointer to a member among the arguments of connect()."""
    found = set()
    for name, text in texts.items():
        if is_product(name) and is_code(name):
            for call in re.finditer(r"\bconnect\(", text):
                found.update((owner, member) for _, owner, member in MEMBER_POINTER.findall(arguments(text, call.end() - 1)))
    return found


def check_signals(texts):
    """A signal of ui or core is connected somewhere in the program; a test does not count."""
    signals, bases = declared_signals(texts)
    connected = connected_signals(texts)

    def descends(derived, base):
        return derived == base or any(descends(each, base) for each in bases.get(derived, ()) if each != derived)

    lone = {}
    for name, owner, signal in signals:
        # A class that is declared nowhere is a template's parameter or an alias.
        if not any(member == signal and (each not in bases or descends(each, owner)) for each, member in connected):
            lone[(owner, signal)] = name
    for (owner, signal), name in sorted(lone.items()):
        if (owner, signal) not in UNCONNECTED_SIGNALS:
            yield f"{name}: nothing connects {owner}::{signal}"
    for owner, signal in sorted(UNCONNECTED_SIGNALS - set(lone)):
        yield f"tests/lint/crosschecks.py: {owner}::{signal} is connected or gone: remove it from UNCONNECTED_SIGNALS"


def words_by_keyword(text):
    """{"": …, "SOURCES": […], "LINKS": […]} of the arguments of a CMake command."""
    words = {"": []}
    keyword = ""
    for word in re.sub(r"#[^\n]*", "", text).split():
        if KEYWORD.match(word):
            keyword = word
            words.setdefault(keyword, [])
        else:
            words[keyword].append(word)
    return words


def read_rooms(texts):
    """Folder -> library of each room, and library -> (what it passes on, what it links for itself)."""
    folders, links = {}, {}
    implied = {"": set(), "ui_": set()}  # what the function links for every room
    cmake = {name: text for name, text in texts.items() if name.endswith("CMakeLists.txt") and is_product(name)}
    for text in cmake.values():
        for kind, body in ROOM_FUNCTION.findall(text):
            for _, linked in LINKING.findall(body):
                implied[kind].update(re.findall(r"\bpicket_\w+\b(?!\$)", linked))
    for name, text in cmake.items():
        for kind, room, rest in ROOM.findall(text):
            words = words_by_keyword(rest)
            library = f"picket_{kind}{room}"
            folders[str(pathlib.PurePosixPath(name).parent)] = library
            links[library] = (set(words.get("LINKS", [])) | implied[kind] - {library}, set(words.get("PRIVATE_LINKS", [])))
        for library, rest in LINKING.findall(text):
            if "$" not in library:
                words = words_by_keyword(rest)
                public, private = links.setdefault(library, (set(), set()))
                public.update(words.get("PUBLIC", []), words.get("INTERFACE", []))
                private.update(words.get("PRIVATE", []))
    return folders, links


def reachable(library, links):
    """What the files of a library may include: what it links, and what that passes on."""
    public, private = links.get(library, (set(), set()))
    seen, open_ = set(), [*public, *private]
    while open_:
        each = open_.pop()
        if each not in seen:
            seen.add(each)
            open_ += links.get(each, (set(), set()))[0]
    return seen


def check_rooms(texts):
    """A room includes only what it links, and no room links itself in a circle."""
    folders, links = read_rooms(texts)

    def room_of(path):
        return next((folders[str(parent)] for parent in pathlib.PurePosixPath(path).parents if str(parent) in folders), None)

    allowed = {library: reachable(library, links) for library in folders.values()}
    for library in sorted(allowed):
        every = set(allowed[library])
        for each in allowed[library]:
            every |= allowed.get(each, set())
        if library in every:
            yield f"{library}: links itself in a circle"
    for name, text in texts.items():
        own = room_of(name) if is_code(name) else None
        for included in INCLUDE.findall(text) if own else ():
            room = room_of(included)
            if room is None:
                yield f"{name}: includes {included}, which is in no room"
            elif room != own and room not in allowed[own]:
                yield f"{name}: includes {included}, but {own} does not link {room}"


CHECKS = [check_citations, check_promises, check_pages, check_limits, check_pairs, check_signals, check_rooms]


def problems(texts):
    return [sentence for check in CHECKS for sentence in check(texts)]
