// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/testevent.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// The sample gives their times in seconds from the event.
QJsonArray breadcrumbsBefore(const QJsonArray &breadcrumbs, Timestamp time)
{
    QJsonArray moved;
    for (const auto &breadcrumb : breadcrumbs) {
        QJsonObject object = breadcrumb.toObject();
        object["timestamp"_L1] = double(toMicros(time)) / 1e6 + object["timestamp"_L1].toDouble();
        moved.append(object);
    }
    return moved;
}

} // namespace

QByteArray testEnvelope(const EventUuid &id, Timestamp time)
{
    QFile file(u":/picket/sample-event.json"_s);
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT(found);
    QJsonObject event = found ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const QString hex = QString::fromStdString(id.hex());
    const QString now = QString::fromStdString(toRfc3339(time));
    event["event_id"_L1] = hex;
    event["timestamp"_L1] = now;
    event["breadcrumbs"_L1] = breadcrumbsBefore(event["breadcrumbs"_L1]["values"_L1].toArray(), time);
    const QByteArray payload = QJsonDocument(event).toJson(QJsonDocument::Compact);
    const QJsonObject header{{u"event_id"_s, hex}, {u"sent_at"_s, now}};
    const QJsonObject item{{u"type"_s, u"event"_s}, {u"length"_s, payload.size()}};
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n'
        + QJsonDocument(item).toJson(QJsonDocument::Compact) + '\n' + payload + '\n';
}

TestEvent::TestEvent(QObject *parent)
    : QObject(parent)
{
    // The request must not leave this machine, whatever proxy is set.
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void TestEvent::send(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-sentry-envelope"_ba);
    request.setRawHeader("X-Sentry-Auth",
                         "Sentry sentry_version=7, sentry_client=picket/" PICKET_VERSION ", sentry_key=picket");
    request.setTransferTimeout(10'000);
    QNetworkReply *reply = m_network.post(request, testEnvelope(EventUuid::generate(), now()));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        Q_EMIT answered(status, status == 200 ? QString() : reply->errorString());
    });
}

} // namespace picket::ui
