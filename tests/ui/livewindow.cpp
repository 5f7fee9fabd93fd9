// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/livewindow.h"

#include "core/base/eventuuid.h"

#include <QCoreApplication>
#include <QFile>

namespace picket::test {

namespace {

constexpr std::string_view envelopePath = "/api/1/envelope/?sentry_key=k";

std::string envelopeOf(const std::string &eventJson)
{
    return R"({"event_id":")" + EventUuid::generate().hex()
        + "\"}\n{\"type\":\"event\",\"length\":" + std::to_string(eventJson.size()) + "}\n" + eventJson + "\n";
}

} // namespace

LiveWindow::LiveWindow()
{
    start();
}

LiveWindow::~LiveWindow()
{
    stop();
}

void LiveWindow::removeDatabase() const
{
    const std::string database = store::workspacePaths(m_folder.path().toStdString()).database;
    for (const char *suffix : {"", "-wal", "-shm"}) {
        QFile::remove(QString::fromStdString(database + suffix));
    }
}

void LiveWindow::start()
{
    const auto paths = store::workspacePaths(m_folder.path().toStdString());
    auto writer = store::Writer::open(paths, {store::Durability::Normal, 0, 1000});
    if (!writer) {
        qFatal("%s", writer.error().detail.c_str());
    }
    ingest::IngestOptions options;
    options.listen.endpoint = http::Endpoint{"127.0.0.1", 0};
    options.listen.spoolFolder = m_folder.path().toStdString();
    m_service = std::make_unique<ingest::IngestService>(std::move(*writer), std::move(options));
    const auto listening = m_service->start();
    if (!listening) {
        qFatal("%s", listening.error().detail.c_str());
    }
    m_listening = *listening;
    m_query = std::make_unique<query::QueryService>(paths);
    m_window = std::make_unique<ui::MainWindow>(ui::WindowContext{*m_query,
                                                                  m_service.get(),
                                                                  m_listening,
                                                                  QStringLiteral("default"),
                                                                  {},
                                                                  m_folder.filePath(QStringLiteral("settings.ini"))});
    QObject::connect(m_service.get(), &ingest::IngestService::changesAvailable, m_window.get(),
                     [this] { m_window->applyChanges(m_service->takeChanges()); });
    m_window->resize(1440, 900);
    m_window->show();
    QCoreApplication::processEvents(); // only what has been laid out can be brought up
}

void LiveWindow::stop()
{
    m_window->close();
    m_window.reset();
    m_query.reset();
    m_service.reset();
}

void LiveWindow::restart()
{
    stop();
    start();
}

Answer LiveWindow::send(const std::string &eventJson, const Headers &headers) const
{
    return exchange(m_listening.port, "POST", envelopePath, envelopeOf(eventJson), headers);
}

Answer LiveWindow::sendWith(const std::string &eventJson,
                            const std::vector<std::pair<std::string, std::string>> &items) const
{
    std::string body = envelopeOf(eventJson);
    for (const auto &[header, payload] : items) {
        body += header.substr(0, header.size() - 1) + ",\"length\":" + std::to_string(payload.size()) + "}\n" + payload
            + "\n";
    }
    return exchange(m_listening.port, "POST", envelopePath, body);
}

Answer LiveWindow::sendEnvelope(const std::string &bytes) const
{
    return exchange(m_listening.port, "POST", envelopePath, bytes);
}

} // namespace picket::test
