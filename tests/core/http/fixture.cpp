// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/fixture.h"

#include <QTest>

namespace picket::http::test {

void RecordingHandler::accepted(Peer &peer, const SocketEnds & /*ends*/)
{
    if (processOf) {
        auto process = std::make_shared<model::PeerProcess>();
        process->set({processOf(peer.port), "program"});
        peer.process = std::move(process);
    }
}

std::optional<Response> RecordingHandler::admit(const RequestHead &head, const Peer & /*peer*/)
{
    admitted.push_back(head.path);
    return onAdmit ? onAdmit(head) : std::nullopt;
}

void RecordingHandler::handle(Ticket ticket, Request &&request)
{
    if (onHandle)
        onHandle(request);
    requests.push_back(std::move(request));
    if (hold) {
        held.push_back(ticket);
        return;
    }
    const Request &kept = requests.back();
    listener->respond(ticket, jsonResponse(200, kept.head.path + " " + std::to_string(kept.body->bytes().size())));
}

void RecordingHandler::refused(Refusal &&refusal)
{
    refusals.push_back(std::move(refusal));
}

void RecordingHandler::decorate(Response &response, const RequestHead &head)
{
    response.headers.push_back({"X-Decorated", head.path.empty() ? "no head" : head.path});
}

Server::Server(std::function<void(ListenOptions &)> change)
    : listener(handler)
{
    handler.listener = &listener;
    options.endpoint = Endpoint{"127.0.0.1", 0};
    options.spoolFolder = folder.path().toStdString();
    options.timeouts.linger = std::chrono::milliseconds(300);
    if (change)
        change(options);
    const auto listening = listener.listen(options);
    if (!listening)
        qFatal("cannot listen: %s", listening.error().detail.c_str());
    port = listening->port;
}

void Server::answerHeld(int status)
{
    const std::vector<Ticket> tickets = std::exchange(handler.held, {});
    for (const Ticket &each : tickets)
        listener.respond(each, jsonResponse(status, "{}"));
}

Client::Client(const Server &server)
    : Client(server.port)
{
}

Client::Client(std::uint16_t port)
{
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(5000))
        qFatal("cannot connect");
}

void Client::write(const QByteArray &bytes)
{
    socket.write(bytes);
    socket.flush();
}

QList<int> Client::statuses() const
{
    QList<int> found;
    for (qsizetype at = received.indexOf("HTTP/1.1 "); at >= 0; at = received.indexOf("HTTP/1.1 ", at + 1))
        found.append(received.mid(at + 9, 3).toInt());
    return found;
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &moreHeaders)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + moreHeaders
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace picket::http::test
