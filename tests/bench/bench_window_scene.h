// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/ingestservice.h"
#include "core/query/queryservice.h"
#include "core/store/workspace.h"
#include "ui/window/mainwindow.h"

#include <QObject>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QWidget;

namespace picket::bench {

using Clock = std::chrono::steady_clock;

// What the application puts together for a window: writer, listener, questions, window. Needs a QApplication.
class Scene final
{
public:
    explicit Scene(const std::string &folder);
    Scene(const Scene &) = delete;
    Scene &operator=(const Scene &) = delete;
    ~Scene();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    // Where the rows of issues, and the frames of the stack, are painted.
    [[nodiscard]] QWidget &issueViewport();
    [[nodiscard]] QWidget &stackViewport();
    [[nodiscard]] bool hasFirstRow(); // … and it is no placeholder

private:
    QTemporaryDir m_settings;
    std::optional<store::WorkspaceLock> m_lock;
    std::unique_ptr<ingest::IngestService> m_service;
    std::unique_ptr<query::QueryService> m_query;
    std::unique_ptr<ui::MainWindow> m_window;
    std::uint16_t m_port = 0;
};

// Tells when a paint of a widget has ended; GUI thread.
class PaintWatch final : public QObject
{
public:
    // `isMeant` is asked as a paint begins, with what is painted then; `painted` is told when it has ended.
    PaintWatch(QWidget &widget, std::function<bool()> isMeant, std::function<void(Clock::time_point)> painted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool()> m_isMeant;
    std::function<void(Clock::time_point)> m_painted;
};

// Runs the event loop until the condition holds; exits after a minute.
void await(const char *what, const std::function<bool()> &condition);

// Milliseconds from `action` to the end of the first paint of `widget` that `isMeant`.
[[nodiscard]] double timeToPaint(const char *what, QWidget &widget, const std::function<void()> &action,
                                 const std::function<bool()> &isMeant);

[[nodiscard]] double millisSince(Clock::time_point begin);
[[nodiscard]] double percentile(std::vector<double> values, double p);
// Of this process, in MiB.
[[nodiscard]] double residentMemory();

} // namespace picket::bench
