// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_window_scene.h"

#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tableview.h"
#include "ui/window/layoutmanager.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace picket::bench {

namespace {

template <class T> T take(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

} // namespace

Scene::Scene(const std::string &folder)
{
    const auto paths = store::workspacePaths(folder);
    m_lock = take(store::WorkspaceLock::acquire(paths, "bench_window"));
    ingest::IngestOptions options;
    options.listen.endpoint = http::Endpoint{"127.0.0.1", 0};
    options.listen.spoolFolder = paths.folder;
    m_service = std::make_unique<ingest::IngestService>(take(store::Writer::open(paths)), std::move(options));
    const http::Listening listening = take(m_service->start());
    m_port = listening.port;
    m_query = std::make_unique<query::QueryService>(paths);
    m_window = std::make_unique<ui::MainWindow>(ui::WindowContext{*m_query,
                                                                  m_service.get(),
                                                                  listening,
                                                                  QStringLiteral("default"),
                                                                  {},
                                                                  m_settings.filePath(QStringLiteral("settings.ini"))});
    QObject::connect(m_service.get(), &ingest::IngestService::changesAvailable, m_window.get(),
                     [this] { m_window->applyChanges(m_service->takeChanges()); });
    m_window->resize(1440, 900);
}

Scene::~Scene()
{
    m_window.reset();
    m_service->stop();
}

QWidget &Scene::issueViewport()
{
    return *m_window->issuePane().view().viewport();
}

QWidget &Scene::stackViewport()
{
    return *m_window->layoutManager().find(QStringLiteral("stack"))->findChild<ui::TableView *>()->viewport();
}

bool Scene::hasFirstRow()
{
    const QModelIndex first = m_window->issues().index(0, 0);
    return !m_window->showsFirstRun() && first.isValid() && !first.data(ui::LoadingRole).toBool();
}

PaintWatch::PaintWatch(QWidget &widget, std::function<bool()> isMeant, std::function<void(Clock::time_point)> painted)
    : m_isMeant(std::move(isMeant))
    , m_painted(std::move(painted))
{
    widget.installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_isMeant()) {
        // The whole window is painted and flushed before the next event is looked at.
        QMetaObject::invokeMethod(
            this, [this] { m_painted(Clock::now()); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void await(const char *what, const std::function<bool()> &condition)
{
    const Clock::time_point begin = Clock::now();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (millisSince(begin) > 60'000) {
            std::fprintf(stderr, "waited in vain for %s\n", what);
            std::exit(1);
        }
    }
}

double timeToPaint(const char *what, QWidget &widget, const std::function<void()> &action,
                   const std::function<bool()> &isMeant)
{
    std::optional<Clock::time_point> end;
    const Clock::time_point begin = Clock::now();
    const PaintWatch watch(widget, isMeant, [&](Clock::time_point at) { end = end.value_or(at); });
    action();
    await(what, [&] { return end.has_value(); });
    return std::chrono::duration<double, std::milli>(*end - begin).count();
}

double millisSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double percentile(std::vector<double> values, double p)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1) + 0.5)];
}

double residentMemory()
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
        }
    }
    return 0;
}

} // namespace picket::bench
