// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window and of each dock with events that real SDKs sent, to be looked at after a change of looks.
// Usage: screenshots FOLDER [DATA], DATA being tests/data.
#include "core/protocol/envelope.h"
#include "tests/ui/tracesamples.h"
#include "tests/ui/workspacefixture.h"
#include "ui/issues/issuemodel.h"
#include "ui/state/currentevent.h"
#include "ui/telemetry/healthdock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dock.h"
#include "ui/window/layoutmanager.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstdio>

using namespace picket;
using namespace std::chrono_literals;

namespace {

struct Sample {
    const char *file; // below DATA
    int count; // how often it happened
    std::chrono::minutes age; // of the newest
};

// One of each kind: the views differ by what an SDK sends.
constexpr Sample samples[] = {
    {":/picket/sample-event.json", 14, 2min},
    {"envelopes/sentry-python-exception-group.envelope", 3, 4min},
    {"envelopes/sentry-node-caught-chained.envelope", 31, 5min},
    {"envelopes/sentry-native-crash-and-session.envelope", 2, 9min},
    {"envelopes/sentry-php-request.envelope", 7, 31min},
    {"envelopes/sentry-go-panic-recovered.envelope", 12, 18min},
    {"envelopes/sentry-ruby-caught-chained.envelope", 5, 47min},
    {"envelopes/sentry-browser-uncaught.envelope", 52, 58min},
    {"envelopes/sentry-node-unicode.envelope", 1, 90min},
    {"envelopes/raven-python-message.json", 9, 110min},
    {"events/sentry/java-chained.json", 4, 130min},
    {"events/sentry/aspnetcore.json", 6, 150min},
    {"events/sentry/android_anr2.json", 1, 160min},
    {"events/sentry/macos-amd-driver.json", 2, 180min},
    {"events/sentry/minified-javascript.json", 3, 200min},
    {"events/sentry/actix.json", 2, 220min},
};

std::string read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return file.readAll().toStdString();
}

QJsonObject eventIn(const QString &path)
{
    std::string bytes = read(path);
    if (path.endsWith(QLatin1String(".envelope"))) {
        const auto envelope = protocol::parseEnvelope(bytes);
        for (const protocol::EnvelopeItem &item : envelope->items) {
            if (item.type == "event") {
                bytes = std::string(item.payload);
                break;
            }
        }
    }
    return QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
}

double secondsOf(const QJsonValue &time)
{
    return time.isDouble() ? time.toDouble()
                           : double(QDateTime::fromString(time.toString(), Qt::ISODate).toMSecsSinceEpoch()) / 1000;
}

// The same event, but at `time` and with a new id: it happens again and again, and its breadcrumbs with it.
std::string happeningAt(QJsonObject event, double time)
{
    const double shift = time - secondsOf(event[QLatin1String("timestamp")]);
    event.remove(QLatin1String("event_id"));
    event[QLatin1String("timestamp")] = time;
    const QJsonValue crumbs = event[QLatin1String("breadcrumbs")];
    QJsonArray moved;
    for (const auto &crumb : crumbs.isObject() ? crumbs[QLatin1String("values")].toArray() : crumbs.toArray()) {
        QJsonObject object = crumb.toObject();
        object[QLatin1String("timestamp")] = secondsOf(object[QLatin1String("timestamp")]) + shift;
        moved.append(object);
    }
    event[QLatin1String("breadcrumbs")] = moved;
    return QJsonDocument(event).toJson(QJsonDocument::Compact).toStdString();
}

// What SDKs sent beside events, just now.
void fillBesideEvents(test::WorkspaceFixture &workspace, const QDir &data)
{
    const QDir items(data.filePath(QStringLiteral("items")));
    for (const QString &type : {QStringLiteral("log"), QStringLiteral("feedback"), QStringLiteral("user_report")}) {
        for (const QString &name : items.entryList({type + QStringLiteral("-*.json")})) {
            workspace.deliverEnvelope(test::itemEnvelope(QStringLiteral(R"({"type":"%1"})").arg(type).toStdString(),
                                                         read(items.filePath(name))));
        }
    }
    for (const char *name :
         {"sentry-go-logs", "sentry-browser-feedback", "sentry-browser-replay", "sentry-python-profile"}) {
        workspace.deliverEnvelope(
            read(data.filePath(QStringLiteral("envelopes/%1.envelope").arg(QLatin1String(name)))));
    }
}

void fill(test::WorkspaceFixture &workspace, const QDir &data)
{
    for (const Sample &sample : samples) {
        const QJsonObject event = eventIn(data.filePath(QLatin1String(sample.file)));
        for (int i = sample.count - 1; i >= 0; --i) {
            const std::chrono::seconds age = sample.age + i * i * 1min % 53min + i * 7min;
            const double time = double(QDateTime::currentMSecsSinceEpoch()) / 1000 - double(age.count());
            workspace.deliver(happeningAt(event, time), age);
        }
    }
    fillBesideEvents(workspace, data);
    workspace.refuse("forbidden_origin: https://myapp.test", 403);
    workspace.refuse("bad_encoding: gzip stream ends early", 400);
    workspace.refuse("body_timeout: 4096 bytes came", 408);
}

// What comes beside events.
void fillTelemetry(test::WorkspaceFixture &workspace)
{
    for (int i = 0; i < 30; ++i) {
        const std::string name = i % 3 == 0 ? "GET /cart" : i % 3 == 1 ? "GET /products/{id}" : "tasks.send_receipt";
        workspace.deliverEnvelope(
            test::transactionEnvelope(name, test::checkoutSpans(), 200 + 37 * i, EventUuid::generate().hex()));
    }
    workspace.deliverEnvelope(test::transactionEnvelope("POST /checkout", test::checkoutSpans(), 191));
    workspace.deliver(test::errorInTrace("DeclinedError", "a000000000000004", 190.3), 190s);
    workspace.deliverEnvelope(test::logEnvelope({{"info", "charging 41.80 EUR", "a000000000000004", 190.9},
                                                 {"warning", "answer took 700 ms", "a000000000000004", 190.25},
                                                 {"info", "receipt rendered", "a000000000000005", 190.15}}));
    const std::string everyFive = R"({"type":"interval","value":5,"unit":"minute"})";
    workspace.deliverEnvelope(
        test::checkInEnvelope("nightly-import", "ok", R"({"type":"crontab","value":"0 3 * * *"})"), 9h);
    workspace.deliverEnvelope(test::checkInEnvelope("send-receipts", "ok", everyFive), 11min);
    workspace.deliverEnvelope(test::checkInEnvelope("send-receipts", "error", everyFive), 6min);
    workspace.deliverEnvelope(test::checkInEnvelope("rebuild-search", "in_progress", {}, "staging"), 2min);
    for (int i = 0; i < 40; ++i) {
        const char *release = i % 4 == 0 ? "shop@1.4.1" : "shop@1.4.2";
        workspace.deliverEnvelope(test::sessionEnvelope(release, i % 13 == 0 ? "crashed" : "exited", i % 5 == 0));
    }
    workspace.deliverEnvelope(test::clientReportEnvelope("before_send", "error", 12));
    workspace.deliverEnvelope(test::clientReportEnvelope("sample_rate", "transaction", 340));
    workspace.deliverEnvelope(test::clientReportEnvelope("queue_overflow", "log_item", 3));
}

class Studio final
{
public:
    Studio(QDir folder, const QDir &data)
        : m_folder(std::move(folder))
    {
        fill(m_filled, data);
        fillTelemetry(m_filled);
    }

    void draw(const QString &look, ui::Theme::Choice choice, bool highContrast)
    {
        for (const QSize &size : {QSize(1280, 720), QSize(1440, 900)}) {
            const QString suffix = QStringLiteral("-%1-%2.png").arg(look).arg(size.width());
            auto window = open(m_filled, size, choice, highContrast);
            grab(*window, QStringLiteral("triage") + suffix);
            window->layoutManager().apply(ui::LayoutManager::Perspective::Debug);
            grab(*window, QStringLiteral("debug") + suffix);
            window->layoutManager().apply(ui::LayoutManager::Perspective::Wire);
            grab(*window, QStringLiteral("wire") + suffix);
            if (size.width() == 1440) {
                drawDocks(*window, look);
            }
            window = open(m_empty, size, choice, highContrast);
            grab(*window, QStringLiteral("empty") + suffix);
        }
    }

private:
    std::unique_ptr<ui::MainWindow> open(test::WorkspaceFixture &workspace, const QSize &size, ui::Theme::Choice choice,
                                         bool highContrast)
    {
        ui::WindowContext context{workspace.query(), nullptr, {}, QStringLiteral("default"), {}, {}};
        context.listening.addresses = {"127.0.0.1:8969", "[::1]:8969"};
        context.listening.port = 8969;
        context.ownerNote = QStringLiteral("picket serve, process 4711");
        context.settingsFile = m_folder.filePath(QStringLiteral("none.ini"));
        auto window = std::make_unique<ui::MainWindow>(context);
        window->theme().setHighContrastWanted(highContrast);
        window->theme().setChoice(choice);
        window->resize(size);
        window->show();
        return window;
    }

    void drawDocks(ui::MainWindow &window, const QString &look)
    {
        window.layoutManager().reset();
        for (ui::Dock *dock : window.layoutManager().docks()) {
            window.layoutManager().bringUp(dock);
            grab(*dock, QStringLiteral("dock-%1-%2.png").arg(dock->id(), look));
        }
        window.navigator().selectTrace(*EventUuid::parse(test::traceHex));
        auto &trace = *window.layoutManager().find(QStringLiteral("trace"));
        window.layoutManager().bringUp(&trace);
        grab(trace, QStringLiteral("dock-trace-chosen-%1.png").arg(look));
        auto &health = static_cast<ui::HealthDock &>(*window.layoutManager().find(QStringLiteral("health")));
        window.layoutManager().bringUp(&health);
        health.showPage(ui::HealthDock::Page::Sessions);
        grab(health, QStringLiteral("dock-health-sessions-%1.png").arg(look));
        health.showPage(ui::HealthDock::Page::Dropped);
        grab(health, QStringLiteral("dock-health-dropped-%1.png").arg(look));
        // Every issue once: what one SDK leaves out another one sends.
        const ui::IssueModel &issues = window.issues();
        window.layoutManager().reset();
        for (int row = 0; look == QLatin1String("dark") && row < issues.rowCount(); ++row) {
            window.navigator().selectIssue(issues.idAt(row));
            grab(window, QStringLiteral("issue-%1.png").arg(row + 1, 2, 10, QLatin1Char('0')));
        }
    }

    void grab(QWidget &widget, const QString &name)
    {
        QTest::qWait(700); // whatever is asked has been answered and painted
        const QString path = m_folder.filePath(name);
        if (!widget.grab().save(path)) {
            qFatal("cannot write %s", qPrintable(path));
        }
        std::puts(qPrintable(path));
    }

    const QDir m_folder;
    test::WorkspaceFixture m_empty;
    test::WorkspaceFixture m_filled;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: screenshots FOLDER [DATA]\n", stderr);
        return 2;
    }
    Studio studio(QDir(arguments[1]), QDir(arguments.value(2, QStringLiteral(PICKET_TEST_DATA))));
    studio.draw(QStringLiteral("dark"), ui::Theme::Choice::Dark, false);
    studio.draw(QStringLiteral("light"), ui::Theme::Choice::Light, false);
    studio.draw(QStringLiteral("contrast"), ui::Theme::Choice::Dark, true);
    return 0;
}
