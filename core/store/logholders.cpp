// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logholders.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

#include <unistd.h>

namespace picket::store {

namespace {

// Bytes of the index that SQLite locks for its five read marks (wal.c: WAL_READ_LOCK(0) to (4), from byte 120 on).
constexpr std::int64_t firstReadLock = 123;
constexpr std::int64_t lastReadLock = 127;

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) {
            parts.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<std::int64_t> number(std::string_view text, int base = 10)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

// "1: POSIX  ADVISORY  READ 4711 08:01:131090 123 123": kind, mandatory or not, mode, process, file, first, last byte.
// Some file systems (btrfs) give another device there than stat() does: the inode and the byte then have to do.
std::vector<std::int64_t> readersOf(std::string_view locks, const FileIdentity &index, std::int64_t own)
{
    std::vector<std::int64_t> processes;
    for (const std::string_view line : split(locks, '\n')) {
        const auto words = split(line, ' ');
        if (words.size() != 8 || words[1] != "POSIX" || words[3] != "READ") {
            continue;
        }
        const auto file = split(words[5], ':');
        const auto process = number(words[4]);
        const auto first = number(words[6]);
        if (file.size() != 3 || number(file[2]) != static_cast<std::int64_t>(index.inode) || !process || *process <= 0
            || *process == own || !first || *first < firstReadLock || *first > lastReadLock) {
            continue;
        }
        if (std::find(processes.begin(), processes.end(), *process) == processes.end()) {
            processes.push_back(*process);
        }
    }
    return processes;
}

std::vector<LogHolder> findLogHolders(const std::string &databasePath)
{
    std::vector<LogHolder> holders;
    const auto index = FileIdentity::of(databasePath + "-shm");
    if (!index) {
        return holders;
    }
    for (const std::int64_t process : readersOf(contentOf("/proc/locks"), *index, ::getpid())) {
        std::string program = contentOf("/proc/" + std::to_string(process) + "/comm");
        while (!program.empty() && program.back() == '\n') {
            program.pop_back();
        }
        holders.push_back({process, std::move(program)});
    }
    return holders;
}

} // namespace picket::store
