// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textfinder.h"

#include <algorithm>

namespace picket::ui {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80;
}

} // namespace

TextFinder::TextFinder(const QString &needle)
    : m_needle(needle)
{
    const bool ascii = std::all_of(needle.begin(), needle.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii) {
        m_ascii = needle.toLower().toStdString();
    }
    // Another letter case may take other bytes, four of them at most.
    m_overlap = static_cast<std::size_t>(needle.size()) * 4;
}

void TextFinder::start(std::string_view utf8)
{
    m_rest = utf8;
}

TextFinder::State TextFinder::advance()
{
    std::size_t end = std::min(m_rest.size(), piece + m_overlap);
    while (end < m_rest.size() && isContinuation(m_rest[end])) {
        ++end;
    }
    if (contains(m_rest.substr(0, end))) {
        return State::Found;
    }
    if (end == m_rest.size()) {
        return State::NotFound;
    }
    std::size_t next = end - m_overlap;
    while (next > 0 && isContinuation(m_rest[next])) {
        --next;
    }
    m_rest.remove_prefix(next);
    return State::Searching;
}

bool TextFinder::contains(std::string_view utf8) const
{
    if (!m_ascii.empty()) {
        return std::search(utf8.begin(), utf8.end(), m_ascii.begin(), m_ascii.end(),
                           [](char c, char needle) { return lower(c) == needle; })
            != utf8.end();
    }
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).contains(m_needle, Qt::CaseInsensitive);
}

} // namespace picket::ui
