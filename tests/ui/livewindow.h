// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/ingestservice.h"
#include "core/query/queryservice.h"
#include "tests/support/httpclient.h"
#include "ui/window/mainwindow.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace picket::test {

// A window over its own workspace with a real listener, as the application puts them together.
class LiveWindow final
{
public:
    LiveWindow();
    ~LiveWindow();

    [[nodiscard]] ui::MainWindow &window() const { return *m_window; }
    [[nodiscard]] std::uint16_t port() const { return m_listening.port; }

    // A real request with one event. The test sees its answer, and then its effect in the window.
    Answer send(const std::string &eventJson, const Headers &headers = {}) const;

    // The same with further items behind the event: (header, payload), without "length".
    Answer sendWith(const std::string &eventJson, const std::vector<std::pair<std::string, std::string>> &items) const;

    // A real request with those bytes as its envelope.
    Answer sendEnvelope(const std::string &bytes) const;

    // Closes everything and opens it again, over the same folder.
    void restart();
    // As somebody does who wants to begin anew, while everything is open.
    void removeDatabase() const;

private:
    void start();
    void stop();

    QTemporaryDir m_folder;
    std::unique_ptr<ingest::IngestService> m_service;
    std::unique_ptr<query::QueryService> m_query;
    http::Listening m_listening;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace picket::test
