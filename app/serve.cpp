// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/console.h"
#include "app/terminationwatch.h"
#include "core/base/limits.h"
#include "core/query/documents.h"
#include "ui/dsn.h"

#include <QCoreApplication>

namespace picket::app {

Result<Service> startService(const CommandLine &line, std::string_view who)
{
    const auto paths = store::workspacePaths(line.workspace);
    auto lock = store::WorkspaceLock::acquire(paths, who);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    store::WriterOptions writerOptions;
    writerOptions.freeDiskFloor = limits::freeDiskFloor;
    writerOptions.deliveriesKept = limits::deliveriesKept;
    auto writer = store::Writer::open(paths, writerOptions);
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    ingest::IngestOptions options;
    options.listen.endpoint = line.listen;
    options.listen.spoolFolder = paths.folder;
    options.listen.spoolFloor = limits::freeDiskFloor;
    options.uploads = {paths.folder + "/uploads", limits::freeDiskFloor};
    auto ingest = std::make_unique<ingest::IngestService>(std::move(*writer), std::move(options));
    auto listening = ingest->start();
    if (!listening) {
        return tl::unexpected(listening.error());
    }
    return Service{std::move(*lock), std::move(ingest), std::move(*listening)};
}

int runServe(QCoreApplication &application, const CommandLine &line)
{
    TerminationWatch termination;
    QObject::connect(&termination, &TerminationWatch::terminationRequested, &application, &QCoreApplication::quit);

    auto service = startService(line, "picket serve");
    if (!service) {
        complain(describe(service.error(), subjectOf(service.error(), line)));
        return exitCodeOf(service.error());
    }
    if (service->listening.movedFromDefault) {
        complain(QCoreApplication::translate("Serve", "Port %1 is taken by another program; listening on port %2.")
                     .arg(limits::defaultPort)
                     .arg(service->listening.port));
    }
    QObject::connect(service->ingest.get(), &ingest::IngestService::changesAvailable, &application,
                     [&] { (void)service->ingest->takeChanges(); });
    QObject::connect(
        service->ingest.get(), &ingest::IngestService::storeTrouble, &application, [](const QString &code) {
            complain(
                QCoreApplication::translate("Serve", "Events cannot be stored (%1); they are answered 503.").arg(code));
        });
    QObject::connect(service->ingest.get(), &ingest::IngestService::storeRecovered, &application,
                     [] { complain(QCoreApplication::translate("Serve", "Events are stored again.")); });
    printLine(query::serveDocument(service->listening.addresses, ui::dsnText(service->listening).toStdString(),
                                   line.workspace));

    const int code = QCoreApplication::exec();
    service->ingest->stop();
    return code;
}

} // namespace picket::app
