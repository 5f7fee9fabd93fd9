// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace picket::ui {

// The sample event of the resources as one envelope.
[[nodiscard]] QByteArray testEnvelope(const EventUuid &id, Timestamp time);

// GUI thread only. Sends the sample event the way an SDK would: a real HTTP request to our own listener.
class TestEvent final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestEvent)

public:
    explicit TestEvent(QObject *parent = nullptr);

    void send(const QUrl &url);

Q_SIGNALS:
    // `status` 0: no answer came, and `problem` says why.
    void answered(int status, const QString &problem);

private:
    QNetworkAccessManager m_network;
};

} // namespace picket::ui
