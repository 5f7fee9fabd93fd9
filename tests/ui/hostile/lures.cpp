// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostile/lures.h"

#include "core/base/limits.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace picket::test {

namespace {

void write(const std::string &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) {
        qFatal("%s cannot be written", path.c_str());
    }
}

void makeFifo(const std::string &path)
{
    if (::mkfifo(path.c_str(), 0600) != 0) {
        qFatal("%s: %s", path.c_str(), std::strerror(errno));
    }
}

} // namespace

Lures::Lures()
    : m_top(QDir(m_folder.path()).canonicalPath().toStdString())
    , m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    const std::string agreed = agreedFolder();
    std::filesystem::create_directories(m_top + "/folder");
    std::filesystem::create_directories(agreed + "/folder.py");
    for (const char *name : {"picture.png", "style.css", "secret.py"}) {
        write(path(name), "what nobody may see\n");
    }
    makeFifo(path("fifo"));
    makeFifo(agreed + "/fifo.py");
    std::filesystem::create_symlink(path("secret.py"), agreed + "/link.py");
    write(agreed + "/large.py", std::string(limits::sourceFile + 1, 'x'));
    write(agreed + "/longline.py", std::string(limits::sourceFile, 'x'));
    write(agreed + "/lines.py", std::string(limits::sourceFile, '\n'));
    write(agreed + "/nul.py", std::string(limits::sourceFile, '\0'));
    write(agreed + "/honest.py", "one\ntwo\nthree\n");
    for (const char *name : {"fifo", "picture.png", "style.css", "secret.py"}) {
        watch(path(name));
    }
    watch(agreed + "/fifo.py");
}

Lures::~Lures()
{
    ::close(m_inotify);
}

void Lures::watch(const std::string &path)
{
    const int number = ::inotify_add_watch(m_inotify, path.c_str(), IN_OPEN);
    if (number < 0) {
        qFatal("%s cannot be watched: %s", path.c_str(), std::strerror(errno));
    }
    m_watched.emplace_back(number, path);
}

std::string Lures::path(const char *name) const
{
    return m_top + '/' + name;
}

std::string Lures::agreedFolder() const
{
    return m_top + "/agreed";
}

std::string Lures::takeOpened()
{
    std::string opened;
    // A thread that hangs in open() has not opened the FIFO yet, but counts as its reader: then this succeeds.
    for (const std::string &fifo : {path("fifo"), agreedFolder() + "/fifo.py"}) {
        const int fd = ::open(fifo.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (fd >= 0 || errno != ENXIO) {
            opened += "somebody waits in " + fifo + '\n';
            ::close(fd);
        }
    }
    std::array<char, 4096> buffer{};
    for (ssize_t length = 0; (length = ::read(m_inotify, buffer.data(), buffer.size())) > 0;) {
        for (ssize_t at = 0; at < length;) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const auto watched = std::find_if(m_watched.begin(), m_watched.end(),
                                              [&](const auto &entry) { return entry.first == event.wd; });
            opened += watched == m_watched.end() ? "more than can be told\n" : watched->second + " was opened\n";
            at += static_cast<ssize_t>(sizeof event + event.len);
        }
    }
    return opened;
}

} // namespace picket::test
