// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace picket::app {

namespace {

constexpr int answerMillis = 1000;

// In the runtime folder (0700) under a short name: a socket's path must stay below 108 bytes, a workspace's need not.
QString socketPath(const QString &workspace)
{
    const QByteArray digest = QCryptographicHash::hash(workspace.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty()) {
        folder = workspace;
    }
    return folder + QStringLiteral("/picket-") + QString::fromLatin1(digest);
}

} // namespace

SingleInstance::SingleInstance(const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_socket(socketPath(workspace))
{
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    return socket.waitForConnected(answerMillis) && socket.waitForReadyRead(answerMillis);
}

void SingleInstance::listen()
{
    // Whoever owned an old socket is dead: it did not answer, and the workspace's lock is ours.
    QLocalServer::removeServer(m_socket);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->write("raised\n");
            socket->disconnectFromServer();
            Q_EMIT raiseRequested();
        }
    });
    m_server->listen(m_socket);
}

} // namespace picket::app
