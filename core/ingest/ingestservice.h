// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/listener.h"
#include "core/http/originpolicy.h"
#include "core/ingest/storenews.h"
#include "core/ingest/uploadstore.h"
#include "core/store/delivery.h"
#include "core/store/writer.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <string>

namespace picket::ingest {

struct IngestOptions {
    http::ListenOptions listen;
    http::OriginPolicy origins;
    UploadOptions uploads;
};

// The pipeline: owns the listener thread, the heavy worker and the writer thread. Lives in the GUI (or main) thread,
// which needs an event loop for the signals.
class IngestService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IngestService)

public:
    IngestService(store::Writer writer, IngestOptions options, QObject *parent = nullptr);
    ~IngestService() override; // stop()

    // Starts the threads and listens. Errors: AddressInUse, CannotListen.
    [[nodiscard]] Result<http::Listening> start();

    // Stops accepting, lets the writer finish what was taken in, answers it, empties the log. Idempotent.
    void stop();

    // Writes that people ask for go through the same thread; changesAvailable() or editFailed() follows.
    void setStatus(const std::vector<IssueId> &issues, model::IssueStatus status);
    // See store::Writer::setDeleted().
    void setDeleted(const std::vector<IssueId> &issues, bool deleted);
    // A mark at this moment.
    void addMark(std::string label);
    // Deliveries of pages of this origin are accepted from now on, over restarts too.
    void allowOrigin(const std::string &origin);

    // Everything that changed since the last call, merged into one.
    [[nodiscard]] store::ChangeSet takeChanges();

Q_SIGNALS:
    // At most once until takeChanges() is called.
    void changesAvailable();
    // The store refuses to write (disk full, I/O error), or no longer.
    void storeTrouble(const picket::Error &error);
    void storeRecovered();
    // The database was removed or replaced while it was written; another one has been opened in its place.
    void storeReplaced();
    // What people asked for was not done.
    void editFailed(const picket::ingest::FailedEdit &edit);
    // A reader keeps the database's log from being begun anew, or no longer.
    void logHeld(const picket::store::HeldLog &log);
    void logReleased();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace picket::ingest
