// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/descriptor.h"

#include <QSocketNotifier>

#include <cstdint>
#include <functional>
#include <memory>

namespace picket::http {

// Listener thread only. Waits for thousands of sockets at the price of those that are ready: with a QSocketNotifier for
// each, every turn of the event loop would look at all of them.
class SocketPoller final
{
public:
    // Called from the event loop. `id` may be of a socket that an earlier call has closed.
    using OnReady = std::function<void(std::uint64_t id, bool readable, bool writable)>;

    explicit SocketPoller(OnReady onReady);
    ~SocketPoller();
    SocketPoller(const SocketPoller &) = delete;
    SocketPoller &operator=(const SocketPoller &) = delete;

    // Once, before anything is watched. Errors: CannotListen.
    [[nodiscard]] Result<void> open();

private:
    friend class PolledSocket;
    void dispatch();

    const OnReady m_onReady;
    Descriptor m_poll;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

// What is waited for on one socket. Not notified of anything, a broken connection included, while both are off.
class PolledSocket final
{
public:
    PolledSocket(SocketPoller &poller, int socket, std::uint64_t id)
        : m_poller(poller)
        , m_socket(socket)
        , m_id(id)
    {
    }
    PolledSocket(const PolledSocket &) = delete;
    PolledSocket &operator=(const PolledSocket &) = delete;

    void setReading(bool on) { set(on, m_isWriting); }
    void setWriting(bool on) { set(m_isReading, on); }
    // Before the socket is closed.
    void stop() { set(false, false); }

private:
    void set(bool reading, bool writing);

    SocketPoller &m_poller;
    const int m_socket;
    const std::uint64_t m_id;
    bool m_isReading = false;
    bool m_isWriting = false;
};

} // namespace picket::http
