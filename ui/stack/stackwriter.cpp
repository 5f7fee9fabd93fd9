// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stackwriter.h"

#include "core/base/limits.h"
#include "core/model/framenames.h"
#include "core/protocol/utf8.h"

#include <algorithm>

namespace picket::ui {

StackWriter::StackWriter(const model::Event &event)
    : m_event(event)
    , m_language(stackLanguage(event.platform))
    , m_placed(placeExceptions(event.exceptions))
{
    m_placed.resize(std::min(m_placed.size(), limits::exceptions));
}

bool StackWriter::isGrouped() const
{
    return std::any_of(m_placed.begin(), m_placed.end(), [](const PlacedException &p) { return p.indent > 0; });
}

const model::Exception &StackWriter::exceptionAt(std::size_t place) const
{
    return m_event.exceptions[m_placed[place].index];
}

const model::Stacktrace *StackWriter::stackAt(std::size_t place) const
{
    return stackOfException(m_event, m_placed[place].index).stack;
}

std::vector<std::size_t> StackWriter::childrenOf(std::size_t parent) const
{
    std::vector<std::size_t> children;
    for (std::size_t i = parent + 1; i < m_placed.size() && m_placed[i].indent > m_placed[parent].indent; ++i) {
        if (m_placed[i].indent == m_placed[parent].indent + 1) {
            children.push_back(i);
        }
    }
    return children;
}

bool StackWriter::isFull() const
{
    return m_out.size() >= limits::rawShown || m_lines >= limits::shownLines;
}

void StackWriter::line(std::string_view text)
{
    while (!isFull()) {
        const std::size_t end = text.find('\n');
        m_out += m_prefix;
        m_out += protocol::cutWithMark(text.substr(0, end), limits::sourceLine);
        m_out += '\n';
        ++m_lines;
        if (end == std::string_view::npos) {
            return;
        }
        text.remove_prefix(end + 1);
    }
}

void StackWriter::append(std::string_view text)
{
    if (!m_out.empty()) {
        m_out.insert(m_out.size() - 1, text);
    }
}

void StackWriter::frames(const model::Stacktrace &stack, std::size_t skip)
{
    const std::size_t count = stack.frames.size();
    const std::size_t kept = std::min(count, limits::frames);
    std::size_t gaps = 0; // they have no number
    for (std::size_t i = skip; i < count && !isFull(); ++i) {
        if (i == kept / 2 && kept < count) {
            line("    … " + std::to_string(count - kept) + " more frames");
            i += count - kept;
        }
        const model::Frame &frame = stack.frames[printsNewestFirst(m_language) ? count - 1 - i : i];
        for (const std::string &text : frameLines(m_language, frame, i - gaps)) {
            line(text);
        }
        gaps += model::isAsynchronousGap(frame) ? 1 : 0;
    }
}

std::string StackWriter::take()
{
    m_prefix.clear();
    if (m_placed.size() < m_event.exceptions.size()) {
        line("… " + std::to_string(m_event.exceptions.size() - m_placed.size()) + " more exceptions");
    }
    if (isFull()) {
        m_out += "…\n";
    }
    return std::move(m_out);
}

std::string_view sourceOf(const model::Exception &exception)
{
    return exception.mechanism ? std::string_view(exception.mechanism->source) : std::string_view();
}

} // namespace picket::ui
