// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/ingestfixture.h"

#include "tests/support/patience.h"

#include <QTest>

#include <cstdio>

namespace picket::test {

IngestFixture::IngestFixture(store::WriterOptions writerOptions)
    : m_writerOptions(writerOptions)
{
    start();
}

IngestFixture::~IngestFixture() = default;

void IngestFixture::start()
{
    auto writer = store::Writer::open(paths(), m_writerOptions);
    if (!writer) {
        qFatal("opening the test's database failed: %s", writer.error().detail.c_str());
    }
    ingest::IngestOptions options;
    options.listen.endpoint = http::Endpoint{"127.0.0.1", 0};
    options.listen.spoolFolder = m_folder.path().toStdString();
    options.uploads = {paths().folder + "/uploads", m_writerOptions.freeDiskFloor};
    m_service = std::make_unique<ingest::IngestService>(std::move(*writer), std::move(options));
    const auto listening = m_service->start();
    if (!listening) {
        qFatal("listening failed: %s", listening.error().detail.c_str());
    }
    m_port = listening->port;
}

void IngestFixture::restart()
{
    m_service.reset();
    start();
}

Answer IngestFixture::post(std::string_view target, std::string_view body, const Headers &headers) const
{
    return exchange(m_port, "POST", target, body, headers);
}

store::WorkspacePaths IngestFixture::paths() const
{
    return store::workspacePaths(m_folder.path().toStdString());
}

store::Reader IngestFixture::reader() const
{
    auto opened = store::Reader::open(paths());
    if (!opened) {
        qFatal("opening the reader failed: %s", opened.error().detail.c_str());
    }
    return std::move(*opened);
}

std::vector<model::IssueRow> IngestFixture::issues() const
{
    store::Reader store = reader();
    return store.issues(store.issueIds({}, store::IssueOrder::LastSeen, true).value()).value();
}

std::vector<model::EventRow> IngestFixture::events() const
{
    store::Reader store = reader();
    return store.events(store.eventIds({}).value()).value();
}

std::vector<model::DeliveryRow> IngestFixture::deliveries() const
{
    return reader().deliveries(1000).value();
}

bool IngestFixture::awaitDeliveries(std::size_t count) const
{
    return picket::test::await([&] { return deliveries().size() >= count; });
}

store::StoredEvent IngestFixture::stored(EventId id) const
{
    return reader().event(id).value();
}

std::string errorEvent(std::string_view eventId, std::string_view type, std::string_view function, int line)
{
    return R"({"event_id":")" + std::string(eventId)
        + R"(","platform":"python","level":"error","exception":{"values":[{"type":")" + std::string(type)
        + R"(","value":"it broke","stacktrace":{"frames":[{"filename":"app.py","module":"app","function":")"
        + std::string(function) + R"(","lineno":)" + std::to_string(line) + R"(,"in_app":true}]}}]}})";
}

std::string errorEnvelope(std::string_view eventId, std::string_view type, std::string_view function, int line)
{
    return R"({"event_id":")" + std::string(eventId) + "\"}\n{\"type\":\"event\"}\n"
        + errorEvent(eventId, type, function, line) + "\n";
}

std::string eventId(int n)
{
    char text[33];
    std::snprintf(text, sizeof text, "%032x", static_cast<unsigned>(n) + 0x1000u);
    return text;
}

} // namespace picket::test
