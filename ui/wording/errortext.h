// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ingest/storenews.h"

#include <QString>

namespace picket::ui {

// The sentence for a person; `subject` is the workspace, address or id that it is about. Plain text.
[[nodiscard]] QString errorText(const Error &error, const QString &subject);

// Code and detail of what keeps the store from writing, without a sentence around them.
[[nodiscard]] QString errorReason(const Error &error);
// Who reads the database, so that its log grows.
[[nodiscard]] QString heldLogText(const store::HeldLog &log);
// What was not done, and why.
[[nodiscard]] QString failedEditText(const ingest::FailedEdit &edit);

} // namespace picket::ui
