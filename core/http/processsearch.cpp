// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/processsearch.h"

#include "core/base/limits.h"
#include "core/http/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <functional>
#include <memory>

namespace picket::http {

namespace {

// Programs under test at a time, with the workers of their servers.
constexpr std::size_t knownMost = 8;

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

std::optional<std::int64_t> toNumber(std::string_view text)
{
    std::int64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [parsed, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && parsed == end && number > 0 ? std::optional(number) : std::nullopt;
}

std::string readSmallFile(const std::string &path)
{
    std::array<char, 256> buffer{};
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const ssize_t count = file.isValid() ? ::read(file.get(), buffer.data(), buffer.size()) : -1;
    std::string text(buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) {
        text.pop_back();
    }
    return text;
}

std::string readLinkAt(int folder, const char *name)
{
    std::array<char, PATH_MAX> buffer{};
    const ssize_t count = ::readlinkat(folder, name, buffer.data(), buffer.size());
    return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

} // namespace

std::optional<std::uint64_t> socketInode(std::string_view link)
{
    constexpr std::string_view prefix = "socket:[";
    if (!link.starts_with(prefix) || !link.ends_with(']')) {
        return std::nullopt;
    }
    const auto inode = toNumber(link.substr(prefix.size(), link.size() - prefix.size() - 1));
    return inode ? std::optional(static_cast<std::uint64_t>(*inode)) : std::nullopt;
}

std::string programName(std::string_view path)
{
    constexpr std::string_view replaced = " (deleted)"; // by an update while it runs
    if (path.ends_with(replaced)) {
        path.remove_suffix(replaced.size());
    }
    return std::string(path.substr(path.rfind('/') + 1).substr(0, limits::shortText));
}

void sortNewestFirst(std::vector<std::int64_t> &processes, std::int64_t last)
{
    std::sort(processes.begin(), processes.end(), std::greater<>());
    const auto newest =
        std::find_if(processes.begin(), processes.end(), [last](std::int64_t process) { return process <= last; });
    if (last > 0) {
        std::rotate(processes.begin(), newest, processes.end());
    }
}

std::int64_t lastProcess(std::string_view loadavg)
{
    return toNumber(loadavg.substr(loadavg.rfind(' ') + 1)).value_or(0);
}

ProcessSearch::ProcessSearch(std::string proc)
    : m_proc(std::move(proc))
{
}

void ProcessSearch::searchKnown(Inodes &wanted, Found &found)
{
    const std::deque<std::int64_t> known = m_known; // finding one puts it first
    for (const std::int64_t process : known) {
        if (wanted.empty()) {
            return;
        }
        search(process, wanted, found);
    }
}

void ProcessSearch::searchAll(Inodes &wanted, Found &found)
{
    std::vector<std::int64_t> processes;
    if (const Folder folder(::opendir(m_proc.c_str())); folder) {
        while (const dirent *entry = ::readdir(folder.get())) {
            if (const auto process = toNumber(entry->d_name)) {
                processes.push_back(*process);
            }
        }
    }
    sortNewestFirst(processes, lastProcess(readSmallFile(m_proc + "/loadavg")));
    for (const std::int64_t process : processes) {
        if (wanted.empty()) {
            return;
        }
        search(process, wanted, found);
    }
}

void ProcessSearch::search(std::int64_t process, Inodes &wanted, Found &found)
{
    const Folder folder(::opendir((m_proc + '/' + std::to_string(process) + "/fd").c_str()));
    bool isIts = false;
    while (folder && !wanted.empty()) {
        const dirent *entry = ::readdir(folder.get());
        if (!entry) {
            break;
        }
        const auto inode =
            entry->d_name[0] == '.' ? std::nullopt : socketInode(readLinkAt(::dirfd(folder.get()), entry->d_name));
        if (inode && wanted.erase(*inode) > 0) {
            found[*inode] = {process, programOf(process)};
            isIts = true;
        }
    }
    if (isIts) {
        remember(process);
    }
}

void ProcessSearch::remember(std::int64_t process)
{
    if (const auto at = std::find(m_known.begin(), m_known.end(), process); at != m_known.end()) {
        m_known.erase(at);
    }
    m_known.push_front(process);
    m_known.resize(std::min(m_known.size(), knownMost));
}

// The file that runs tells more than the process's own name: that is cut at 15 characters, and Node's and others'
// is that of a thread.
std::string ProcessSearch::programOf(std::int64_t process) const
{
    const std::string folder = m_proc + '/' + std::to_string(process);
    const std::string program = programName(readLinkAt(AT_FDCWD, (folder + "/exe").c_str()));
    return program.empty() ? readSmallFile(folder + "/comm") : program;
}

} // namespace picket::http
