// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window with a realistic workspace, to be looked at after a change of looks.
// Usage: picket_gallery FOLDER [EVENT.json…]
#include "tests/ui/workspacefixture.h"
#include "ui/currentevent.h"
#include "ui/layoutmanager.h"
#include "ui/mainwindow.h"
#include "ui/models/issuemodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace picket;
using namespace std::chrono_literals;

namespace {

std::string read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return file.readAll().toStdString();
}

void fill(test::WorkspaceFixture &workspace, const QStringList &events)
{
    const struct {
        const char *type;
        const char *value;
        const char *function;
        int count;
        std::chrono::minutes age;
    } issues[] = {
        {"SIGSEGV", "in Renderer::drawFrame", "Renderer::drawFrame", 2, 4min},
        {"ReferenceError", "basket is not defined", "onSubmit", 31, 5min},
        {"ValueError", "invalid literal for int() with base 10: 'twelve'", "parse_qty", 7, 31min},
        {"std::out_of_range", "vector::_M_range_check: __n (which is 7) >= this->size()", "Index::at", 3, 18min},
        {"ConnectionRefusedError", "[Errno 111] Connection refused", "connect", 5, 120min}};
    for (const auto &issue : issues) {
        for (int i = 0; i < issue.count; ++i) {
            workspace.deliver(test::errorJson(issue.type, issue.value, issue.function), issue.age + i * 37min);
        }
    }
    workspace.deliver(
        R"({"level":"warning","logger":"db.slowlog","logentry":{"message":"Slow query: 412 ms on orders"},"release":"1.4.2"})",
        5min);
    workspace.deliver(R"({"level":"info","logger":"billing.provider","message":"Payment provider answered 502"})",
                      60min);
    workspace.deliver(R"({"level":"fatal","logger":"app","message":"Out of memory in worker 3"})", 70min);
    for (const QString &path : events) {
        workspace.deliver(read(path), 20min);
    }
    const std::string sample = read(QStringLiteral(":/picket/sample-event.json"));
    for (int i = 13; i >= 0; --i) {
        workspace.deliver(sample, 2min + i * 13min);
    }
    workspace.refuse("forbidden_origin: https://myapp.test", 403);
    workspace.refuse("bad_encoding: gzip stream ends early", 400);
}

void grab(QWidget &window, const QString &path)
{
    QTest::qWait(1500);
    if (!window.grab().save(path)) {
        qFatal("cannot write %s", qPrintable(path));
    }
    std::puts(qPrintable(path));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: picket_gallery FOLDER [EVENT.json...]\n", stderr);
        return 2;
    }
    const QDir folder(arguments[1]);
    const auto open = [&](test::WorkspaceFixture &workspace, const QSize &size) {
        ui::WindowContext context{workspace.query(), nullptr, {}, QStringLiteral("default"), {}, {}};
        context.listening.addresses = {"127.0.0.1:8969", "[::1]:8969"};
        context.listening.port = 8969;
        context.ownerNote = QStringLiteral("picket serve, process 4711");
        context.settingsFile = folder.filePath(QStringLiteral("none.ini"));
        auto window = std::make_unique<ui::MainWindow>(context);
        window->resize(size);
        window->show();
        return window;
    };
    const struct {
        const char *name;
        ui::Theme::Choice choice;
    } themes[] = {{"dark", ui::Theme::Choice::Dark}, {"light", ui::Theme::Choice::Light}};
    test::WorkspaceFixture empty;
    test::WorkspaceFixture filled;
    fill(filled, arguments.mid(2));
    for (const auto &theme : themes) {
        for (const QSize &size : {QSize(1280, 720), QSize(1440, 900)}) {
            const QString suffix = QStringLiteral("-%1-%2.png").arg(QLatin1String(theme.name)).arg(size.width());
            auto window = open(filled, size);
            window->theme().setChoice(theme.choice);
            grab(*window, folder.filePath(QStringLiteral("triage") + suffix));
            if (size.width() == 1440) {
                window->layoutManager().apply(ui::LayoutManager::Perspective::Debug);
                grab(*window, folder.filePath(QStringLiteral("debug") + suffix));
                window->layoutManager().apply(ui::LayoutManager::Perspective::Wire);
                grab(*window, folder.filePath(QStringLiteral("wire") + suffix));
            }
            window = open(empty, size);
            window->theme().setChoice(theme.choice);
            grab(*window, folder.filePath(QStringLiteral("empty") + suffix));
        }
    }
    return 0;
}
