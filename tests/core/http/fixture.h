// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QByteArray>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <vector>

namespace picket::http::test {

// Keeps what the listener reports. Answers every request at once with its path and body size, unless told to hold.
class RecordingHandler final : public RequestHandler
{
public:
    void accepted(Peer &peer, const SocketEnds &ends) override;
    std::optional<Response> admit(const RequestHead &head, const Peer &peer) override;
    void handle(Ticket ticket, Request &&request) override;
    void refused(Refusal &&refusal) override;
    void decorate(Response &response, const RequestHead &head) override;

    std::function<std::optional<Response>(const RequestHead &)> onAdmit;
    std::function<void(const Request &)> onHandle;
    std::function<std::int64_t(std::uint16_t port)> processOf; // of a peer's port
    bool hold = false;
    Listener *listener = nullptr;
    std::vector<Request> requests;
    std::vector<Ticket> held;
    std::vector<Refusal> refusals;
    std::vector<std::string> admitted; // paths
};

// A listener on a free port of 127.0.0.1 with its handler; times are short unless a test sets them.
struct Server {
    explicit Server(std::function<void(ListenOptions &)> change = {});

    void answerHeld(int status = 200);

    QTemporaryDir folder;
    RecordingHandler handler;
    Listener listener;
    ListenOptions options;
    std::uint16_t port = 0;
};

// A peer that writes raw bytes and keeps what comes back.
struct Client {
    explicit Client(const Server &server);
    explicit Client(std::uint16_t port);

    void write(const QByteArray &bytes);
    // The status codes of all answers received so far.
    [[nodiscard]] QList<int> statuses() const;
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
    QByteArray received;
};

[[nodiscard]] QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &moreHeaders = {});

} // namespace picket::http::test
