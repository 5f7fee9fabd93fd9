// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/console.h"
#include "app/terminationwatch.h"
#include "core/base/limits.h"
#include "core/query/documents.h"
#include "ui/wording/dsn.h"
#include "ui/wording/errortext.h"

#include <QCoreApplication>

namespace picket::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Serve", text);
}

void complainOf(ingest::IngestService &service, QCoreApplication &application, const CommandLine &line)
{
    using ingest::IngestService;
    QObject::connect(&service, &IngestService::changesAvailable, &application, [&] { (void)service.takeChanges(); });
    QObject::connect(&service, &IngestService::storeTrouble, &application, [](const Error &error) {
        complain(tr("Events cannot be stored (%1); they are answered 503.").arg(ui::errorReason(error)));
    });
    QObject::connect(&service, &IngestService::storeRecovered, &application,
                     [] { complain(tr("Events are stored again.")); });
    QObject::connect(&service, &IngestService::storeReplaced, &application, [&] {
        complain(tr("The database in %1 was removed or replaced; events are stored in a new one.")
                     .arg(QString::fromStdString(line.workspace)));
    });
    QObject::connect(&service, &IngestService::logHeld, &application,
                     [](const store::HeldLog &log) { complain(ui::heldLogText(log)); });
}

} // namespace

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
    auto writer = store::Writer::open(std::move(*lock), paths, writerOptions);
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
    return Service{std::move(ingest), std::move(*listening)};
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
    complainOf(*service->ingest, application, line);
    (void)printLine(query::serveDocument(service->listening.addresses, ui::dsnText(service->listening).toStdString(),
                                         line.workspace));

    const int code = QCoreApplication::exec();
    service->ingest->stop();
    return code;
}

} // namespace picket::app
