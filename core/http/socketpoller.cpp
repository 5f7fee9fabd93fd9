// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socketpoller.h"

#include <sys/epoll.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace picket::http {

namespace {

// Handled in one turn of the event loop; the rest comes in the next one, behind timers and wake-ups.
constexpr int readyAtOnce = 256;

} // namespace

SocketPoller::SocketPoller(OnReady onReady)
    : m_onReady(std::move(onReady))
{
}

SocketPoller::~SocketPoller() = default;

Result<void> SocketPoller::open()
{
    m_notifier.reset();
    m_poll = Descriptor(::epoll_create1(EPOLL_CLOEXEC));
    if (!m_poll.isValid()) {
        return failure(ErrorCode::CannotListen, std::generic_category().message(errno));
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_poll.get(), QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { dispatch(); });
    return {};
}

void SocketPoller::dispatch()
{
    std::array<epoll_event, readyAtOnce> ready;
    const int count = ::epoll_wait(m_poll.get(), ready.data(), readyAtOnce, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = ready[static_cast<std::size_t>(i)];
        const bool broken = (event.events & (EPOLLHUP | EPOLLERR)) != 0; // reading and writing then say how
        m_onReady(event.data.u64, broken || (event.events & EPOLLIN) != 0, broken || (event.events & EPOLLOUT) != 0);
    }
}

void PolledSocket::set(bool reading, bool writing)
{
    if (reading == m_isReading && writing == m_isWriting) {
        return;
    }
    const bool was = m_isReading || m_isWriting;
    const bool is = reading || writing;
    m_isReading = reading;
    m_isWriting = writing;
    epoll_event event{};
    event.events = (reading ? EPOLLIN : 0U) | (writing ? EPOLLOUT : 0U);
    event.data.u64 = m_id;
    // When the kernel has no memory for it, the connection's deadline ends it.
    (void)::epoll_ctl(m_poller.m_poll.get(), was ? (is ? EPOLL_CTL_MOD : EPOLL_CTL_DEL) : EPOLL_CTL_ADD, m_socket,
                      &event);
}

} // namespace picket::http
