// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/ingestservice.h"
#include "core/store/reader.h"
#include "tests/support/httpclient.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace picket::test {

// The whole pipeline on a workspace of its own: real sockets in front, a real database behind.
class IngestFixture final
{
public:
    explicit IngestFixture(store::WriterOptions writerOptions = {});
    ~IngestFixture();

    [[nodiscard]] ingest::IngestService &service() { return *m_service; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] Answer post(std::string_view target, std::string_view body, const Headers &headers = {}) const;

    // Answers of a fresh reader.
    [[nodiscard]] std::vector<model::IssueRow> issues() const;
    [[nodiscard]] std::vector<model::EventRow> events() const;
    [[nodiscard]] std::vector<model::DeliveryRow> deliveries() const; // newest first
    // Waits until the wire log has that many rows: a refusal is answered before its row is written.
    [[nodiscard]] bool awaitDeliveries(std::size_t count) const;
    [[nodiscard]] store::StoredEvent stored(EventId id) const;

    [[nodiscard]] store::Reader reader() const;
    [[nodiscard]] store::WorkspacePaths paths() const;

    // Ends the pipeline and starts another one on the same workspace.
    void restart();

private:
    void start();

    QTemporaryDir m_folder;
    store::WriterOptions m_writerOptions;
    std::unique_ptr<ingest::IngestService> m_service;
    std::uint16_t m_port = 0;
};

// An envelope with one event: an error of `type` raised in function `function`.
[[nodiscard]] std::string errorEnvelope(std::string_view eventId, std::string_view type, std::string_view function,
                                        int line = 10);
[[nodiscard]] std::string errorEvent(std::string_view eventId, std::string_view type, std::string_view function,
                                     int line = 10);
// 32 hex digits made of a small number.
[[nodiscard]] std::string eventId(int n);

} // namespace picket::test
