# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what Picket says with facts.json (README.md says what each fact means). Pure functions.

Every `missing_…` returns the differences as sentences; an empty list means that all facts hold.
"""
import json


def brief(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= 200 else f"{text[:200]}…"


def missing_value(fact, value, where):
    """An object holds at least the fact's members; everything else is equal."""
    if not isinstance(fact, dict):
        return [] if fact == value else [f"{where} is {brief(value)}, not {brief(fact)}"]
    if not isinstance(value, dict):
        return [f"{where} is {brief(value)}, not an object"]
    differences = []
    for key, member in fact.items():
        if key not in value:
            differences.append(f"{where} has no '{key}'")
        else:
            differences += missing_value(member, value[key], f"{where}.{key}")
    return differences


def missing_in_order(facts, values, where):
    """Each fact holds for a value behind the one before; others may stand between them."""
    position = 0
    for fact in facts:
        tried = []
        while position < len(values):
            differences = missing_value(fact, values[position], where)
            position += 1
            if not differences:
                break
            tried.append(differences)
        else:
            best = min(tried, key=len, default=["nothing is left to compare with"])
            return [f"{where}: no {brief(fact)}; nearest: {'; '.join(best)}"]
    return []


def missing_exceptions(facts, exceptions):
    if len(facts) != len(exceptions):
        return [f"{len(exceptions)} exceptions, not {len(facts)}"]
    differences = []
    for number, (fact, exception) in enumerate(zip(facts, exceptions)):
        where = f"exceptions[{number}]"
        plain = {key: value for key, value in fact.items() if key != "frames"}
        differences += missing_value(plain, exception, where)
        differences += missing_in_order(fact.get("frames", []), exception["frames"], f"{where}.frames")
    return differences


def missing_event(fact, event):
    """`event` as view.event_view() gives it."""
    differences = []
    for key, value in fact.items():
        if key == "exceptions":
            differences += missing_exceptions(value, event["exceptions"])
        elif key == "breadcrumbs":
            differences += missing_in_order(value, event["breadcrumbs"], "breadcrumbs")
        elif key == "extra_lengths":
            lengths = {name: len(text) for name, text in event["extra"].items() if isinstance(text, str)}
            differences += missing_value(value, lengths, "length of extra")
        else:
            differences += missing_value(value, event.get(key), key)
    return differences


def missing_each_its_own(facts, values, compare, noun):
    """As many values as facts, and each fact holds for a value of its own."""
    if len(facts) != len(values):
        return [f"{len(values)} {noun}s, not {len(facts)}: {brief([value.get('title') for value in values])}"]
    left = list(values)
    differences = []
    for fact in facts:
        results = [compare(fact, value) for value in left]
        best = min(range(len(left)), key=lambda n: len(results[n]))
        if results[best]:
            differences += [f"{noun}: {sentence}" for sentence in results[best]]
        left.pop(best)
    return differences
