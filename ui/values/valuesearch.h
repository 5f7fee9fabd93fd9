// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/value.h"
#include "ui/values/valuetext.h"
#include "ui/widgets/textfinder.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace picket::ui {

// A row at the top of a tree of values.
struct ValueRoot {
    std::string key;
    std::shared_ptr<const model::Value> value; // null: the row is a text only
    ValueStyle style = ValueStyle::Json;
    bool heading = false; // it names the rows below it
    bool closedAtFirst = false; // long or seldom looked at
    QString note; // of a heading: what stands beside it, in our words
    std::vector<std::string_view> searched; // found by these texts, too
    std::shared_ptr<const void> owner; // of those texts
};

// What of a tree is shown while something is looked for. What is in no list is shown whole: it lies below a match.
struct ValueMatches {
    std::vector<std::uint32_t> roots;
    std::unordered_map<const model::Value *, std::vector<std::uint32_t>> members;
    std::size_t count = 0;
    bool more = false; // limits::treeMatches was reached
};

// One thread at a time. Looks for a text in the keys and values of a tree, a slice of time at a time.
class ValueSearch final
{
public:
    ValueSearch(std::vector<ValueRoot> roots, const QString &needle);

    // True when it is done.
    [[nodiscard]] bool advance(std::chrono::milliseconds budget);
    [[nodiscard]] ValueMatches take() { return std::move(m_matches); }

private:
    struct Open {
        const model::Value *value; // null: the roots
        std::uint32_t next = 0;
        std::vector<std::uint32_t> shown;
    };

    // One step of the walk: a piece of a text, a member, or the end of a container.
    void step();
    void beginEntry(std::string_view key, const model::Value *value);
    void endEntry(bool matched);
    void closeContainer();

    std::vector<ValueRoot> m_roots;
    TextFinder m_finder;
    ValueMatches m_matches;
    std::vector<Open> m_open;
    std::vector<std::string_view> m_texts; // of the entry at hand that are still to be looked at, the next one last
    bool m_looking = false;
    bool m_done = false;
};

} // namespace picket::ui
