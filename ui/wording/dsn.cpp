// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/dsn.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// Any key is accepted. This one has the form that the strictest SDK asks for: 32 lower-case hex digits (PROTOCOL A.1).
constexpr QLatin1String anyKey("0123456789abcdef0123456789abcdef");

} // namespace

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
    return name.isEmpty() ? QString() : u"http://%1@%2/1"_s.arg(anyKey, name);
}

QUrl envelopeUrl(const http::Listening &listening)
{
    if (listening.addresses.empty()) {
        return {};
    }
    return QUrl(u"http://%1/api/1/envelope/"_s.arg(QString::fromStdString(listening.addresses.front())));
}

} // namespace picket::ui
