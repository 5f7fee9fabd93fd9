// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/ingest/ingestservice.h"

#include <QString>

#include <memory>

class QCoreApplication;

namespace picket::app {

// A workspace that is owned, open for writing and listened for.
struct Service {
    std::unique_ptr<ingest::IngestService> ingest;
    http::Listening listening;
};
// Lock, open, listen, in that order. Main thread; needs an application object. Errors: those of the three steps.
[[nodiscard]] Result<Service> startService(const CommandLine &line, std::string_view who);

// `picket serve`: receives until SIGTERM or SIGINT. Returns the exit code.
[[nodiscard]] int runServe(QCoreApplication &application, const CommandLine &line);

} // namespace picket::app
