// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer thread has to say beside what changed. Values only: they cross threads.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/logholders.h"

#include <variant>
#include <vector>

namespace picket::ingest {

// Nothing can be stored at the moment.
struct StoreTrouble {
    Error error;
};
struct StoreRecovered {
};
// The database was removed or replaced; what comes from now on is in another one.
struct StoreReplaced {
};

enum class EditKind { SetStatus, Delete, Restore, Mark, AllowOrigin };
// What was asked for was not done.
struct FailedEdit {
    EditKind kind = EditKind::SetStatus;
    std::vector<IssueId> issues; // that it was about
    Error error;
};

// `HeldLog`: its log grows because of a reader; LogReleased: no longer.
struct LogReleased {
};
using StoreNews = std::variant<StoreTrouble, StoreRecovered, StoreReplaced, FailedEdit, store::HeldLog, LogReleased>;

} // namespace picket::ingest
