// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/delivery.h"
#include "core/store/sqlite.h"

namespace picket::store {

// Writer thread only. Items that are kept as they came.
class ItemWriter final
{
public:
    explicit ItemWriter(const Database &database);

    // False when the same item of the same event is here already: an SDK with Spotlight sends attachments twice, too.
    [[nodiscard]] Result<bool> write(ProjectId project, Timestamp received, const NewItem &item);

private:
    [[nodiscard]] Result<bool> isHeld(const NewItem &item, ProjectId project);

    Statement m_find;
    Statement m_add;
};

} // namespace picket::store
