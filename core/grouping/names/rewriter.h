// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string>
#include <string_view>

namespace picket::grouping {

// Reads a name once from left to right and writes what is kept of it. Each step moves on, so that the work is linear.
class Rewriter final
{
public:
    explicit Rewriter(std::string_view name)
        : m_name(name)
        , m_rest(name)
    {
        m_out.reserve(name.size());
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    [[nodiscard]] std::string_view written() const { return m_out; }
    [[nodiscard]] bool startsWith(std::string_view text) const { return m_rest.starts_with(text); }
    [[nodiscard]] char next() const { return m_rest.front(); }
    [[nodiscard]] char previous() const { return m_out.empty() ? '\0' : m_out.back(); }

    void copy(std::size_t count = 1)
    {
        m_out.append(m_rest.substr(0, count));
        skip(count);
    }
    void skip(std::size_t count) { m_rest.remove_prefix(count < m_rest.size() ? count : m_rest.size()); }
    void write(std::string_view text) { m_out.append(text); }
    void skipDigits() { skip(digitsAt(m_rest, 0)); }

    // The name itself if nothing was changed, else what was written, kept in the arena.
    [[nodiscard]] std::string_view result(TextArena &arena) const
    {
        return m_out == m_name ? m_name : arena.keep(m_out);
    }

private:
    std::string_view m_name;
    std::string_view m_rest;
    std::string m_out;
};

} // namespace picket::grouping
