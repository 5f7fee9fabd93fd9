// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window and of each dock with events that real SDKs sent, to be looked at after a change of looks.
// Usage: screenshots FOLDER [DATA], DATA being tests/data.
#include "core/protocol/envelope.h"
#include "tests/ui/workspacefixture.h"
#include "ui/currentevent.h"
#include "ui/docks/dock.h"
#include "ui/layoutmanager.h"
#include "ui/mainwindow.h"
#include "ui/models/issuemodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdio>
#include <regex>

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

// The event in a file, without its id and its time: it happens again and again, and not years ago.
std::string eventIn(const QString &path)
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
    static const std::regex own("\"(event_id|timestamp)\"\\s*:\\s*(\"[^\"]*\"|[0-9.]+)");
    return std::regex_replace(bytes, own, "\"$1\":null", std::regex_constants::format_first_only);
}

void fill(test::WorkspaceFixture &workspace, const QDir &data)
{
    for (const Sample &sample : samples) {
        const std::string event = eventIn(data.filePath(QLatin1String(sample.file)));
        for (int i = sample.count - 1; i >= 0; --i) {
            workspace.deliver(event, sample.age + i * i * 1min + i * 7min);
        }
    }
    const std::string shop = read(QStringLiteral(":/picket/sample-event.json"));
    for (int i = 13; i >= 0; --i) {
        workspace.deliver(shop, 2min + i * 13min);
    }
    workspace.refuse("forbidden_origin: https://myapp.test", 403);
    workspace.refuse("bad_encoding: gzip stream ends early", 400);
    workspace.refuse("body_timeout: 4096 bytes came", 408);
}

class Studio final
{
public:
    Studio(QDir folder, const QDir &data)
        : m_folder(std::move(folder))
    {
        fill(m_filled, data);
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
