// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textsearch.h"

#include <QString>

#include <sqlite3.h>

#include <algorithm>

namespace picket::store {

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

QString folded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).toCaseFolded();
}

std::string_view textOf(sqlite3_value *value)
{
    const void *bytes = sqlite3_value_blob(value);
    const int size = sqlite3_value_bytes(value);
    return bytes ? std::string_view(static_cast<const char *>(bytes), static_cast<std::size_t>(size))
                 : std::string_view();
}

void containsTextFunction(sqlite3_context *context, int, sqlite3_value **arguments)
{
    sqlite3_result_int(context, containsText(textOf(arguments[0]), textOf(arguments[1])) ? 1 : 0);
}

} // namespace

bool containsText(std::string_view utf8, std::string_view needle)
{
    // The usual case, a hundred times faster; U+212A (Kelvin) and its like are found by the slow way only.
    if (isAscii(utf8) && isAscii(needle)) {
        return needle.empty()
            || std::search(utf8.begin(), utf8.end(), needle.begin(), needle.end(),
                           [](char a, char b) { return lower(a) == lower(b); })
            != utf8.end();
    }
    return folded(utf8).contains(folded(needle));
}

Result<void> addTextSearch(Database &database)
{
    const int code = sqlite3_create_function_v2(database.handle(), "contains_text", 2,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                                containsTextFunction, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, sqlite3_errmsg(database.handle())));
    }
    return {};
}

} // namespace picket::store
