// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/textmatches.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace picket::ui {

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

// memmem() looks at every byte a bounded number of times; std::search() would not.
TextMatches findAscii(std::string_view utf8, const std::string &words, std::size_t most)
{
    TextMatches matches;
    const std::string text = lowered(utf8);
    std::size_t from = 0;
    while (const void *at = memmem(text.data() + from, text.size() - from, words.data(), words.size())) {
        if (matches.found.size() == most) {
            matches.more = true;
            break;
        }
        const auto start = static_cast<std::size_t>(static_cast<const char *>(at) - text.data());
        matches.found.push_back({start, words.size()});
        from = start + words.size();
    }
    return matches;
}

// Letters beyond ASCII may take more or fewer bytes in the other case, so places are counted anew.
TextMatches findAny(std::string_view utf8, const QString &words, std::size_t most)
{
    TextMatches matches;
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const auto bytes = [&](qsizetype from, qsizetype to) {
        return static_cast<std::size_t>(QStringView(text).sliced(from, to - from).toUtf8().size());
    };
    qsizetype counted = 0;
    std::size_t place = 0; // of `counted`, in bytes
    for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(words, at + words.size(), Qt::CaseInsensitive)) {
        if (matches.found.size() == most) {
            matches.more = true;
            break;
        }
        place += bytes(counted, at);
        const std::size_t length = bytes(at, at + words.size());
        matches.found.push_back({place, length});
        place += length;
        counted = at + words.size();
    }
    return matches;
}

} // namespace

TextMatches findMatches(std::string_view utf8, const QString &words, std::size_t most)
{
    if (words.isEmpty()) {
        return {};
    }
    const bool ascii = std::all_of(words.begin(), words.end(), [](QChar c) { return c.unicode() < 0x80; });
    return ascii ? findAscii(utf8, words.toLower().toStdString(), most) : findAny(utf8, words, most);
}

} // namespace picket::ui
