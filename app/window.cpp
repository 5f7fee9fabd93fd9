// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/console.h"
#include "app/serve.h"
#include "app/singleinstance.h"
#include "app/terminationwatch.h"
#include "core/query/queryservice.h"
#include "core/store/reader.h"
#include "ui/theme/translation.h"
#include "ui/window/mainwindow.h"
#include "ui/wording/errortext.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>

namespace picket::app {

namespace {

// What the window has to say before it can be: the message box takes plain text only.
void refuse(const Error &error, const QString &subject)
{
    const QString sentence = ui::errorText(error, subject);
    complain(sentence);
    QMessageBox box(QMessageBox::Critical, QApplication::applicationDisplayName(), sentence);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void raise(ui::MainWindow &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

int runWindow(int &argc, char **argv, const CommandLine &line)
{
    QApplication application(argc, argv);
    ui::installTranslations(QLocale());
    QApplication::setDesktopFileName(QStringLiteral("dev.picket.Picket"));
    QApplication::setApplicationDisplayName(QStringLiteral("Picket"));
    const QString workspace = QString::fromStdString(line.workspace);
    SingleInstance instance(workspace);

    auto service = startService(line, "picket");
    const bool isOwned = !service && service.error().code == ErrorCode::Busy;
    const bool isReadOnly = !service && service.error().code == ErrorCode::ReadOnly
        && store::Reader::open(store::workspacePaths(line.workspace)).has_value();
    const bool isViewer = isOwned || isReadOnly;
    if (isOwned && instance.raiseOther()) {
        return Ok;
    }
    if (!service && !isViewer) {
        refuse(service.error(), subjectOf(service.error(), line));
        return exitCodeOf(service.error());
    }

    query::QueryService queries(store::workspacePaths(line.workspace));
    ui::WindowContext context{queries, nullptr, {}, QFileInfo(workspace).fileName(), {}, {}};
    if (isViewer) {
        context.ownerNote = isOwned ? QString::fromStdString(service.error().detail) : QString();
    } else {
        context.ingest = service->ingest.get();
        context.listening = service->listening;
        instance.listen();
    }
    ui::MainWindow window(context);
    if (!isViewer) {
        ingest::IngestService &ingest = *service->ingest;
        QObject::connect(&ingest, &ingest::IngestService::changesAvailable, &window,
                         [&] { window.applyChanges(ingest.takeChanges()); });
    }
    QObject::connect(&instance, &SingleInstance::raiseRequested, &window, [&] { raise(window); });
    TerminationWatch termination;
    QObject::connect(&termination, &TerminationWatch::terminationRequested, &window, &QWidget::close);
    window.show();
    const int code = QApplication::exec();
    if (!isViewer) {
        service->ingest->stop();
    }
    return code;
}

} // namespace picket::app
