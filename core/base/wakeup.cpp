// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wakeup.h"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <sys/eventfd.h>
#include <unistd.h>

namespace picket {

namespace {

int makeEventFd()
{
    const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0) {
        qFatal("eventfd: %s", std::strerror(errno)); // without it nothing would ever be answered
    }
    return fd;
}

} // namespace

Wakeup::Wakeup(std::function<void()> action, QObject *parent)
    : QObject(parent)
    , m_action(std::move(action))
    , m_fd(makeEventFd())
    , m_notifier(m_fd, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Wakeup::run);
}

Wakeup::~Wakeup()
{
    m_notifier.setEnabled(false);
    ::close(m_fd);
}

void Wakeup::wake()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_fd, &one, sizeof one); // full means that a wake is pending
}

void Wakeup::run()
{
    // Before the action: what arrives while it runs wakes again.
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t taken = ::read(m_fd, &count, sizeof count);
    m_action();
}

} // namespace picket
