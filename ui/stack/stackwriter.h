// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "ui/stack/exceptiontree.h"
#include "ui/stack/stacklanguages.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::ui {

// One thread at a time. Gathers the lines of a stack's text; what the limits leave out is told in a line of its own.
class StackWriter final
{
public:
    // The event must live as long.
    explicit StackWriter(const model::Event &event);

    [[nodiscard]] const model::Event &event() const { return m_event; }
    [[nodiscard]] StackLanguage language() const { return m_language; }
    // Outermost first, at most limits::exceptions.
    [[nodiscard]] const std::vector<PlacedException> &placed() const { return m_placed; }
    [[nodiscard]] bool isGrouped() const;
    [[nodiscard]] const model::Exception &exceptionAt(std::size_t place) const;
    // Null: it has none.
    [[nodiscard]] const model::Stacktrace *stackAt(std::size_t place) const;
    // The places of the exceptions right below one.
    [[nodiscard]] std::vector<std::size_t> childrenOf(std::size_t parent) const;

    // Stands before each line from here on.
    void setPrefix(std::string prefix) { m_prefix = std::move(prefix); }
    [[nodiscard]] const std::string &prefix() const { return m_prefix; }
    // Each line of a text of several lines gets the prefix.
    void line(std::string_view text);
    // Goes on where the last line ended.
    void append(std::string_view text);
    // From `skip` on, in the order printed.
    void frames(const model::Stacktrace &stack, std::size_t skip = 0);

    [[nodiscard]] std::string take();

private:
    [[nodiscard]] bool isFull() const;

    const model::Event &m_event;
    const StackLanguage m_language;
    std::vector<PlacedException> m_placed;
    std::string m_prefix;
    std::string m_out; // each line ended
    std::size_t m_lines = 0;
};

// What an exception is to another one: "__cause__", "cause", "errors[0]"; empty where the SDK does not say.
[[nodiscard]] std::string_view sourceOf(const model::Exception &exception);

} // namespace picket::ui
