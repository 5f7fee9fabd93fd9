// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace picket::model {

// One node of the answer to "why is this event in this issue?": what was looked at, whether it counted, and why not.
struct GroupingPart {
    std::string id; // "app", "exception", "stacktrace", "frame", "function" …: PROTOCOL D's names
    bool contributes = false;
    std::string hint; // code of the reason, such as "not_in_app"; `ui` words it; empty if there is nothing to say
    std::string value; // leaves only: the text that goes into the hash, or would have
    std::vector<GroupingPart> children;
};

// A key that events of one issue share. Our own digest: length-prefixed SHA-256, cut to 16 bytes (PROTOCOL D.2 LOCAL).
struct GroupingHash {
    std::array<std::uint8_t, 16> bytes{};

    friend auto operator<=>(const GroupingHash &, const GroupingHash &) = default;
};

// The frame that culprit and title come from: where one would look first.
struct CrashSite {
    enum class Stack : std::uint8_t { None, Exception, Thread, Event };

    Stack stack = Stack::None;
    std::size_t owner = 0; // index into Event::exceptions or Event::threads
    std::size_t frame = 0;
};

struct Grouping {
    std::vector<GroupingHash> hashes; // app before system; never empty
    std::vector<GroupingPart> variants; // "app", "system", "default", "custom_fingerprint", "checksum", "fallback"
    int algorithm = 0; // version of the rules that made this
    std::string title; // one line, PROTOCOL D.10
    std::string culprit;
    std::string type; // of the main exception; empty for messages
    std::string value; // of the main exception, or the message's first line
    CrashSite crash;
};

} // namespace picket::model
