// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QLocalServer;

namespace picket::app {

// GUI thread only. One window per workspace: the first listens on a socket of this user's, a second start asks it to
// come to the front. The socket carries nothing else.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString &workspace, QObject *parent = nullptr);
    ~SingleInstance() override;

    // True when a window of this workspace answered; this process then has nothing to do.
    [[nodiscard]] bool raiseOther() const;
    // Becomes the one that is raised.
    void listen();

Q_SIGNALS:
    void raiseRequested();

private:
    const QString m_socket;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace picket::app
