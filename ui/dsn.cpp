// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dsn.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

QString listenerName(const http::Listening &listening)
{
    if (listening.addresses.empty()) {
        return {};
    }
    if (listening.addresses.size() > 1) {
        return u"localhost:%1"_s.arg(listening.port);
    }
    return QString::fromStdString(listening.addresses.front());
}

QString dsnText(const http::Listening &listening)
{
    const QString name = listenerName(listening);
    return name.isEmpty() ? QString() : u"http://picket@%1/1"_s.arg(name);
}

QUrl envelopeUrl(const http::Listening &listening)
{
    if (listening.addresses.empty()) {
        return {};
    }
    return QUrl(u"http://%1/api/1/envelope/"_s.arg(QString::fromStdString(listening.addresses.front())));
}

} // namespace picket::ui
