// SPDX-License-Identifier: GPL-3.0-or-later
// The load kit's work against the real program, headless or with its window open (offscreen):
// bench_ingest PICKET PYTHON GEN_ENVELOPES [SECONDS] [--window]
// Prints one JSON line; exits 1 when an acknowledged event is missing or the number of issues is wrong.
#include "tests/bench/loadclient.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace picket::bench;

constexpr int processMillis = 60000;

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(processMillis);
    return process.readAllStandardOutput();
}

// A line of /proc/<pid>/status in kB.
qint64 statusField(qint64 pid, const char *field)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field)) {
            return line.mid(static_cast<qsizetype>(qstrlen(field)) + 1).trimmed().split(' ').first().toLongLong();
        }
    }
    return 0;
}

// A port that is free now; the window has no way to say which one it got.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

class Server final
{
public:
    Server(const QString &picket, const QString &workspace, bool window)
        : m_port(window ? freePort() : 0)
    {
        QElapsedTimer timer;
        timer.start();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QStringList common{QStringLiteral("--workspace"), workspace, QStringLiteral("--listen"),
                                 QStringLiteral("127.0.0.1:%1").arg(m_port)};
        if (window) {
            startWindow(picket, common, workspace);
        } else {
            m_process.start(picket, QStringList{QStringLiteral("serve")} + common);
            while (!m_process.canReadLine() && m_process.waitForReadyRead(processMillis)) { }
            const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
            m_port =
                line[QLatin1String("listening")].toArray().first().toString().section(QLatin1Char(':'), -1).toUShort();
        }
        m_startMillis = timer.elapsed();
    }

    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished(processMillis);
    }

    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    qint64 startMillis() const { return m_startMillis; }
    int exitCode() const { return m_process.exitCode(); }

private:
    // Settings and sockets of its own, so that nobody's desktop is touched.
    void startWindow(const QString &picket, const QStringList &arguments, const QString &workspace)
    {
        const QString home = workspace + QStringLiteral(".home");
        QDir().mkpath(home);
        QFile::setPermissions(home, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
            environment.insert(QString::fromLatin1(name), home);
        }
        m_process.setProcessEnvironment(environment);
        m_process.start(picket, arguments);
        QTcpSocket socket;
        do {
            socket.connectToHost(QHostAddress::LocalHost, m_port);
        } while (!socket.waitForConnected() && m_process.state() != QProcess::NotRunning);
    }

    QProcess m_process;
    qint64 m_startMillis = 0;
    quint16 m_port;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const bool window = arguments.removeAll(QStringLiteral("--window")) > 0;
    if (arguments.size() < 4) {
        std::fprintf(stderr, "usage: bench_ingest PICKET PYTHON GEN_ENVELOPES [SECONDS] [--window]\n");
        return 1;
    }
    const int seconds = arguments.size() > 4 ? arguments[4].toInt() : 10;
    QTemporaryDir folder;
    run(arguments[2], {arguments[3], folder.filePath(QStringLiteral("tmpl"))});
    const Templates templates = Templates::load(folder.filePath(QStringLiteral("tmpl")).toStdString());
    const QString workspace = folder.filePath(QStringLiteral("workspace"));

    Server server(arguments[1], workspace, window);
    const qint64 idle = statusField(server.pid(), "VmRSS:");
    const LoadResult load = runLoad(templates, server.port(), 16, std::chrono::seconds(seconds));
    const qint64 peak = statusField(server.pid(), "VmHWM:");
    server.stop();

    const qint64 bytes = QFileInfo(workspace + QStringLiteral("/picket.db")).size();
    const QStringList workspaceOption{QStringLiteral("--workspace"), workspace, QStringLiteral("--json")};
    const auto issues = run(arguments[1], QStringList{QStringLiteral("issues")} + workspaceOption).count('\n');
    const auto events = run(arguments[1], QStringList{QStringLiteral("events")} + workspaceOption).count('\n');
    const auto acknowledged = static_cast<qsizetype>(load.acknowledged);
    std::printf("{\"bench\":\"ingest\",\"window\":%s,\"events_per_s\":%.0f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
                "\"acknowledged\":%lld,"
                "\"failed\":%lld,\"held\":%lld,\"issues\":%lld,\"peak_rss_mib\":%.1f,\"idle_rss_mib\":%.1f,"
                "\"bytes_per_event\":%.0f,\"start_ms\":%lld}\n",
                window ? "true" : "false", load.rate(), load.percentile(0.5), load.percentile(0.99),
                static_cast<long long>(acknowledged), static_cast<long long>(load.failed),
                static_cast<long long>(events), static_cast<long long>(issues), static_cast<double>(peak) / 1024,
                static_cast<double>(idle) / 1024,
                static_cast<double>(bytes) / static_cast<double>(std::max<qsizetype>(events, 1)),
                static_cast<long long>(server.startMillis()));
    const bool whole = events == acknowledged && static_cast<std::size_t>(issues) == templates.count()
        && load.failed == 0 && server.exitCode() == 0;
    return whole ? 0 : 1;
}
