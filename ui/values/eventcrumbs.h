// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/eventdetail.h"
#include "core/store/reader.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace picket::ui {

// A breadcrumb that has a time. It stands where it was before the event, even when the event is shown at another time
// than the one that was sent: both were told by the same clock.
struct CrumbPoint {
    int position = 0; // as sent
    Timestamp time;
    model::Level level = model::Level::Info;
    QString label;
};

// Pure. The breadcrumbs of an event on its axis of time.
struct EventCrumbs {
    std::shared_ptr<const query::EventDetail> detail; // null: no event
    std::vector<CrumbPoint> points; // by time
    Timestamp event; // as it is shown
    QString title;
    int farAway = 0; // points outside of `span`
    // From the first breadcrumb that belongs to the event to the event (or a breadcrumb just after it); nullopt:
    // there is none. Breadcrumbs at absurd times do not stretch it.
    std::optional<store::TimeRange> span;

    [[nodiscard]] const model::Breadcrumb &breadcrumb(const CrumbPoint &point) const;
    [[nodiscard]] const CrumbPoint *find(int position) const;
};

[[nodiscard]] EventCrumbs eventCrumbs(std::shared_ptr<const query::EventDetail> detail);

} // namespace picket::ui
