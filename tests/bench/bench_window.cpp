// SPDX-License-Identifier: GPL-3.0-or-later
// The window, measured offscreen: bench_window PYTHON GEN_ENVELOPES [PART…] [--events N] [--issues N] [--seconds N]
// [--folder DIR: workspaces stay there and are used again]
// Parts are start, select, scroll, live; without one, all. Prints one JSON object for each measurement.
#include "tests/bench/bench_window_data.h"
#include "tests/bench/bench_window_scene.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/state/currentevent.h"
#include "ui/state/navigator.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace picket;
using namespace picket::bench;

constexpr const char *execTimeVariable = "PICKET_BENCH_EXEC_NANOSECONDS";

std::int64_t monotonicNanoseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

// --- start ------------------------------------------------------------------------------------------------------

// The program that is started: prints milliseconds from exec to the first paint with rows, and its memory a second
// later.
int runChild(int argc, char **argv, const std::string &workspace)
{
    const std::int64_t exec = std::strtoll(std::getenv(execTimeVariable), nullptr, 10);
    QApplication application(argc, argv);
    Scene scene(workspace);
    double shown = 0;
    const PaintWatch watch(
        scene.issueViewport(), [&] { return shown == 0 && scene.hasFirstRow(); },
        [&](Clock::time_point) {
            if (shown == 0) {
                shown = static_cast<double>(monotonicNanoseconds() - exec) / 1e6;
                QTimer::singleShot(std::chrono::seconds(1), &application, &QApplication::quit);
            }
        });
    scene.window().show();
    QApplication::exec();
    std::printf("%.1f %.1f\n", shown, residentMemory());
    return 0;
}

struct Start {
    double millis = 0;
    double mebibytes = 0;
};

Start startOnce(const std::string &workspace)
{
    int ends[2];
    if (::pipe(ends) != 0) {
        std::exit(1);
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::setenv(execTimeVariable, std::to_string(monotonicNanoseconds()).c_str(), 1);
        ::execl("/proc/self/exe", "bench_window", "--child", workspace.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    char answer[128] = {};
    std::size_t length = 0;
    for (ssize_t n = 0;
         length + 1 < sizeof answer && (n = ::read(ends[0], answer + length, sizeof answer - 1 - length)) > 0;) {
        length += static_cast<std::size_t>(n);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    Start start;
    if (status != 0 || std::sscanf(answer, "%lf %lf", &start.millis, &start.mebibytes) != 2) {
        std::fprintf(stderr, "the child failed\n");
        std::exit(1);
    }
    return start;
}

void measureStart(const std::string &workspace, std::size_t events)
{
    constexpr int runs = 10;
    std::vector<double> millis;
    std::vector<double> memory;
    for (int i = 0; i < runs; ++i) {
        const Start start = startOnce(workspace);
        millis.push_back(start.millis);
        memory.push_back(start.mebibytes);
    }
    std::printf("{\"bench\":\"window\",\"part\":\"start\",\"events\":%zu,\"runs\":%d,\"first_rows_p50_ms\":%.1f,"
                "\"first_rows_p95_ms\":%.1f,\"rss_p50_mib\":%.1f,\"rss_max_mib\":%.1f}\n",
                events, runs, percentile(millis, 0.5), percentile(millis, 0.95), percentile(memory, 0.5),
                percentile(memory, 1));
    std::fflush(stdout);
}

// --- select -----------------------------------------------------------------------------------------------------

void measureSelect(const std::string &workspace)
{
    constexpr int selections = 200;
    Scene scene(workspace);
    ui::MainWindow &window = scene.window();
    window.show();
    await("the list", [&] { return scene.hasFirstRow() && window.currentEvent().detail(); });
    const int rows = window.issues().rowCount();
    const QAbstractItemModel *stack = static_cast<ui::TableView *>(scene.stackViewport().parentWidget())->model();
    std::vector<double> millis;
    for (int i = 1; i <= selections; ++i) {
        const IssueId issue =
            window.issues().idAt(static_cast<int>(static_cast<std::int64_t>(i) * (rows - 1) / selections));
        millis.push_back(timeToPaint(
            "the stack", scene.stackViewport(), [&] { window.navigator().selectIssue(issue); },
            [&] {
                const ui::DetailPtr detail = window.currentEvent().detail();
                return detail && detail->row.issue == issue && stack->rowCount() > 0;
            }));
    }
    std::printf("{\"bench\":\"window\",\"part\":\"select\",\"issues\":%d,\"selections\":%d,\"stack_p50_ms\":%.1f,"
                "\"stack_p95_ms\":%.1f,\"stack_max_ms\":%.1f}\n",
                rows, selections, percentile(millis, 0.5), percentile(millis, 0.95), percentile(millis, 1));
    std::fflush(stdout);
}

// --- scroll -----------------------------------------------------------------------------------------------------

void wheel(QWidget &viewport)
{
    const QPointF at = viewport.rect().center();
    QWheelEvent event(at, viewport.mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&viewport, &event);
}

void measureScroll(const std::string &workspace, std::size_t issues)
{
    constexpr int steps = 300;
    Scene scene(workspace);
    ui::MainWindow &window = scene.window();
    const Clock::time_point begin = Clock::now();
    const double first = timeToPaint(
        "the first rows", scene.issueViewport(), [&] { window.show(); }, [&] { return scene.hasFirstRow(); });
    await("all rows", [&] { return window.issues().rowCount() == static_cast<int>(issues); });
    std::printf("{\"bench\":\"window\",\"part\":\"load\",\"issues\":%zu,\"first_rows_ms\":%.1f,\"all_rows_ms\":%.1f}\n",
                issues, first, millisSince(begin));
    QScrollBar &bar = *window.issuePane().view().verticalScrollBar();
    struct Way {
        const char *name;
        std::function<void(int)> step;
    };
    const Way ways[] = {
        {"wheel",
         [&](int) {
             wheel(scene.issueViewport());
         }},
        {"page",
         [&](int) {
             bar.triggerAction(QScrollBar::SliderPageStepAdd);
         }},
        {"jump", [&](int i) {
             bar.setValue(static_cast<int>(static_cast<std::int64_t>(i * 7919LL % steps) * bar.maximum() / steps));
         }}};
    for (const Way &way : ways) {
        std::vector<double> millis;
        for (int i = 1; i <= steps; ++i) {
            millis.push_back(timeToPaint(
                "a frame", scene.issueViewport(), [&] { way.step(i); }, [] { return true; }));
        }
        std::printf("{\"bench\":\"window\",\"part\":\"scroll\",\"by\":\"%s\",\"issues\":%zu,\"frames\":%d,"
                    "\"frame_p50_ms\":%.2f,\"frame_p95_ms\":%.2f,\"frame_max_ms\":%.2f}\n",
                    way.name, issues, steps, percentile(millis, 0.5), percentile(millis, 0.95), percentile(millis, 1));
        std::fflush(stdout);
    }
}

// --- live -------------------------------------------------------------------------------------------------------

constexpr std::size_t liveIssues = 10; // all of them fit on the screen
constexpr const char *words = "cannot process order step"; // in the templates' titles
constexpr int connections = 16;
constexpr std::size_t mostEvents = 1'000'000;

// What the client has sent, by the event's number; the client's thread writes, the GUI thread reads.
struct Sent {
    std::vector<std::atomic<Clock::rep>> at = std::vector<std::atomic<Clock::rep>>(mostEvents);
};

// The template's request with the event's number in its title, of the same length.
std::string numbered(const Templates &templates, std::uint64_t number)
{
    std::string request = templates.request(number % liveIssues + number / liveIssues * templates.count());
    char title[32];
    std::snprintf(title, sizeof title, "live event no. %010llu", static_cast<unsigned long long>(number));
    request.replace(request.find(words), std::strlen(words), title);
    return request;
}

std::optional<std::uint64_t> numberIn(const QString &title)
{
    const QString mark = QStringLiteral("live event no. ");
    const qsizetype at = title.indexOf(mark);
    return at < 0 ? std::nullopt : std::optional(title.mid(at + mark.size(), 10).toULongLong());
}

// Looks at what each paint shows: an event is shown when its issue's row has its title, or that of a later one.
class LiveRows final
{
public:
    LiveRows(ui::IssueModel &model, const Sent &sent, std::uint64_t first)
        : m_model(model)
        , m_sent(sent)
        , m_next(liveIssues)
    {
        for (std::size_t i = 0; i < liveIssues; ++i) {
            m_next[i] = first + i;
        }
    }

    void look()
    {
        m_painted.clear();
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (const auto number = numberIn(m_model.index(row, 0).data().toString())) {
                m_painted.push_back(*number);
            }
        }
    }
    void painted(Clock::time_point at)
    {
        for (const std::uint64_t number : m_painted) {
            std::uint64_t &next = m_next[number % liveIssues];
            for (; next <= number; next += liveIssues) {
                const Clock::duration sent(m_sent.at[next].load());
                m_millis.push_back(std::chrono::duration<double, std::milli>(at.time_since_epoch() - sent).count());
            }
        }
    }
    [[nodiscard]] std::size_t count() const { return m_millis.size(); }
    [[nodiscard]] const std::vector<double> &millis() const { return m_millis; }

private:
    ui::IssueModel &m_model;
    const Sent &m_sent;
    std::vector<std::uint64_t> m_next; // of each issue: the first event not shown yet
    std::vector<std::uint64_t> m_painted;
    std::vector<double> m_millis;
};

struct LiveRun {
    LoadResult load;
    std::vector<double> millis; // from sending to painted, of each event shown
};

// Sends events from number `first` on, while the window is open.
LiveRun sendAndWatch(Scene &scene, const Templates &templates, std::uint64_t first, double rate,
                     std::chrono::milliseconds duration)
{
    Sent sent;
    LiveRows rows(scene.window().issues(), sent, first);
    const PaintWatch watch(
        scene.issueViewport(),
        [&] {
            rows.look();
            return true;
        },
        [&](Clock::time_point at) { rows.painted(at); });
    std::atomic<bool> ended = false;
    LiveRun run;
    std::thread client([&] {
        const auto request = [&](std::uint64_t n) {
            std::string text = numbered(templates, first + n);
            sent.at[first + n] = Clock::now().time_since_epoch().count();
            return text;
        };
        run.load = runLoad(request, scene.port(), connections, duration, rate);
        ended = true;
    });
    await("the end of the load", [&] { return ended.load(); });
    client.join();
    // Requests overtake each other: the newest event of an issue need not be the last one sent.
    await("the last rows", [&] { return rows.count() + 2 * connections >= run.load.acknowledged; });
    run.millis = rows.millis();
    return run;
}

void measureLive(const Templates &templates, double rate, int seconds)
{
    const QTemporaryDir folder;
    Scene scene(folder.path().toStdString());
    scene.window().show();
    await("the window", [&] { return scene.window().showsFirstRun(); });
    // The issues come first: a list takes new rows once a second, which is another figure.
    constexpr std::uint64_t warmUp = 100 * liveIssues;
    (void)sendAndWatch(scene, templates, 0, 1000, std::chrono::milliseconds(500));
    await("the issues", [&] { return scene.window().issues().rowCount() == static_cast<int>(liveIssues); });
    const LiveRun run = sendAndWatch(scene, templates, warmUp, rate, std::chrono::seconds(seconds));
    std::printf("{\"bench\":\"window\",\"part\":\"live\",\"wanted_per_s\":%.0f,\"sent_per_s\":%.0f,\"shown\":%zu,"
                "\"failed\":%llu,\"shown_p50_ms\":%.1f,\"shown_p95_ms\":%.1f,\"shown_max_ms\":%.1f}\n",
                rate, run.load.rate(), run.millis.size(), static_cast<unsigned long long>(run.load.failed),
                percentile(run.millis, 0.5), percentile(run.millis, 0.95), percentile(run.millis, 1));
    std::fflush(stdout);
}

// --- all of it --------------------------------------------------------------------------------------------------

struct Options {
    QStringList parts;
    QString folder;
    std::size_t events = 100'000;
    std::size_t issues = 1'000'000;
    int seconds = 10;

    [[nodiscard]] bool has(const char *part) const { return parts.isEmpty() || parts.contains(QLatin1String(part)); }
};

Options optionsOf(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 3; i < arguments.size(); ++i) {
        const auto number = [&] {
            return i + 1 < arguments.size() ? arguments[++i].toUInt() : 0U;
        };
        if (arguments[i] == QLatin1String("--events")) {
            options.events = number();
        } else if (arguments[i] == QLatin1String("--issues")) {
            options.issues = number();
        } else if (arguments[i] == QLatin1String("--seconds")) {
            options.seconds = static_cast<int>(number());
        } else if (arguments[i] == QLatin1String("--folder")) {
            options.folder = arguments.value(++i);
        } else {
            options.parts.push_back(arguments[i]);
        }
    }
    return options;
}

Templates makeTemplates(const QStringList &arguments, const QString &folder, int groups)
{
    QProcess::execute(arguments[1], {arguments[2], folder, QStringLiteral("--groups"), QString::number(groups)});
    return Templates::load(folder.toStdString());
}

} // namespace

int main(int argc, char **argv)
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    if (argc == 3 && std::strcmp(argv[1], "--child") == 0) {
        return runChild(argc, argv, argv[2]);
    }
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: bench_window PYTHON GEN_ENVELOPES [start|select|scroll|live …] [--events N]\n");
        return 1;
    }
    const Options options = optionsOf(arguments);
    const QTemporaryDir temporary;
    const QDir folder(options.folder.isEmpty() ? temporary.path() : options.folder);
    const Templates few =
        makeTemplates(arguments, folder.filePath(QStringLiteral("few")), static_cast<int>(liveIssues));
    if (options.has("start") || options.has("select")) {
        const std::string workspace = folder.filePath(QStringLiteral("workspace")).toStdString();
        const Templates many = makeTemplates(arguments, folder.filePath(QStringLiteral("many")), 2000);
        if (!QDir(QString::fromStdString(workspace)).exists()) {
            fillWorkspace(workspace, many, options.events);
        }
        if (options.has("start")) {
            measureStart(workspace, options.events);
        }
        if (options.has("select")) {
            measureSelect(workspace);
        }
    }
    if (options.has("scroll")) {
        const std::string workspace = folder.filePath(QStringLiteral("issues")).toStdString();
        if (!QDir(QString::fromStdString(workspace)).exists()) {
            fillIssues(workspace, options.issues);
        }
        measureScroll(workspace, options.issues);
    }
    if (options.has("live")) {
        measureLive(few, 50, options.seconds);
        measureLive(few, 2000, options.seconds);
    }
    return 0;
}
