// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/breadcrumbtext.h"

#include "ui/values/valuetext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Breadcrumb)
};

constexpr std::array<std::string_view, 10> knownTypes{"default", "debug", "error",       "navigation", "http",
                                                      "info",    "query", "transaction", "ui",         "user"};

bool isKnown(const std::string &type)
{
    return std::find(knownTypes.begin(), knownTypes.end(), type) != knownTypes.end();
}

QString member(const model::Value &data, std::string_view key)
{
    const model::Value &value = data[key];
    return value.isContainer() ? QString() : toLine(value.text(), 500);
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString httpText(const model::Value &data)
{
    QString status = member(data, "status_code");
    if (status.isEmpty()) {
        status = member(data, "http.response.status_code");
    }
    QString method = member(data, "method");
    if (method.isEmpty()) {
        method = member(data, "http.method");
    }
    return joined({method, member(data, "url"), status, member(data, "reason")});
}

} // namespace

std::string breadcrumbType(const model::Breadcrumb &breadcrumb)
{
    const std::string &category = breadcrumb.category;
    if (breadcrumb.type != "default" && !breadcrumb.type.empty()) {
        return breadcrumb.type;
    }
    if (category == "console") {
        return "debug";
    }
    if (category == "navigation") {
        return "navigation";
    }
    if (category == "sentry.transaction" || category == "sentry.event") {
        return "transaction";
    }
    if (category == "ui" || category.rfind("ui.", 0) == 0) {
        return "ui";
    }
    return "default";
}

QString breadcrumbTypeWord(const std::string &type)
{
    return type == "default"    ? Words::tr("default")
        : type == "debug"       ? Words::tr("debug")
        : type == "error"       ? Words::tr("error")
        : type == "navigation"  ? Words::tr("navigation")
        : type == "http"        ? Words::tr("HTTP")
        : type == "info"        ? Words::tr("info")
        : type == "query"       ? Words::tr("query")
        : type == "transaction" ? Words::tr("event")
        : type == "ui"          ? Words::tr("user interface")
        : type == "user"        ? Words::tr("user")
                                : toLine(type, 60);
}

QString breadcrumbIconName(const std::string &type)
{
    return u"breadcrumb-"_s + (isKnown(type) ? QString::fromStdString(type) : u"default"_s);
}

QString breadcrumbMessage(const model::Breadcrumb &breadcrumb)
{
    if (!breadcrumb.message.empty()) {
        return toLine(breadcrumb.message);
    }
    const model::Value &data = breadcrumb.data;
    QString text;
    if (breadcrumb.type == "http") {
        text = httpText(data);
    } else if (const QString to = member(data, "to"); !to.isEmpty()) {
        const QString from = member(data, "from");
        text = from.isEmpty() ? to : from + u" → "_s + to;
    }
    return text.isEmpty() && !data.isEmpty() ? valueLine(data, ValueStyle::Json) : text;
}

QString relativeTime(std::chrono::microseconds toEvent)
{
    const QString sign = toEvent.count() < 0 ? QString(QChar(0x2212)) : toEvent.count() > 0 ? u"+"_s : QString();
    const qint64 micros = std::abs(toEvent.count());
    const qint64 seconds = micros / 1'000'000;
    const double exact = static_cast<double>(micros) / 1e6;
    if (micros == 0) {
        return Words::tr("0 s");
    }
    if (micros < 10'000) {
        return Words::tr("%1%2 ms").arg(sign, QLocale().toString(exact * 1e3, 'f', 1));
    }
    if (seconds < 60) {
        return Words::tr("%1%2 s").arg(sign, QLocale().toString(exact, 'f', seconds < 10 ? 2 : 1));
    }
    if (seconds < 3600) {
        return Words::tr("%1%2 min %3 s").arg(sign).arg(seconds / 60).arg(seconds % 60);
    }
    if (seconds < 86'400) {
        return Words::tr("%1%2 h %3 min").arg(sign).arg(seconds / 3600).arg(seconds / 60 % 60);
    }
    return Words::tr("%1%2 d").arg(sign).arg(seconds / 86'400);
}

} // namespace picket::ui
