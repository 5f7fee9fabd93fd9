// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/eventcrumbs.h"

#include "ui/values/breadcrumbtext.h"
#include "ui/wording/text.h"
#include "ui/wording/timescale.h"

#include <algorithm>
#include <cstdlib>

namespace picket::ui {

namespace {

using std::chrono::microseconds;

constexpr qsizetype labelLength = 80;
constexpr std::int64_t leastNear = 10'000'000; // microseconds: so near to the event nothing is far
constexpr std::int64_t gapFactor = 30; // farther by this factor than the one before: it belongs to something else
constexpr std::int64_t mostNear =
    std::int64_t(86'400) * 1'000'000; // a clock in another time zone is still told from nonsense

// Times may lie ten thousand years apart: within the years 1 to 9999 a difference fits.
Timestamp sane(Timestamp time)
{
    return std::clamp(time, TimeScale::earliest, TimeScale::latest);
}

QString labelOf(const model::Breadcrumb &breadcrumb)
{
    QString text = breadcrumbMessage(breadcrumb);
    if (text.isEmpty()) {
        text = breadcrumb.category.empty() ? breadcrumbTypeWord(breadcrumbType(breadcrumb))
                                           : toLine(breadcrumb.category, labelLength);
    }
    return text.size() > labelLength ? text.left(labelLength) + QChar(0x2026) : text;
}

// The distance up to which breadcrumbs belong to the event; -1: none does.
std::int64_t reachOf(const std::vector<std::int64_t> &distances)
{
    if (distances.empty() || distances.front() > mostNear) {
        return -1;
    }
    std::int64_t reach = distances.front();
    for (const std::int64_t distance : distances) {
        if (distance > std::max(reach, leastNear) * gapFactor) {
            break;
        }
        reach = distance;
    }
    return reach;
}

void findSpan(EventCrumbs &crumbs)
{
    std::vector<std::int64_t> distances;
    for (const CrumbPoint &point : crumbs.points) {
        distances.push_back(std::abs((point.time - crumbs.event).count()));
    }
    std::sort(distances.begin(), distances.end());
    const microseconds reach(reachOf(distances));
    for (const CrumbPoint &point : crumbs.points) {
        if (std::chrono::abs(point.time - crumbs.event) > reach) {
            ++crumbs.farAway;
            continue;
        }
        store::TimeRange span = crumbs.span.value_or(store::TimeRange{crumbs.event, crumbs.event});
        span.from = std::min(span.from, point.time);
        span.to = std::max(span.to, point.time);
        crumbs.span = span;
    }
}

} // namespace

const model::Breadcrumb &EventCrumbs::breadcrumb(const CrumbPoint &point) const
{
    return detail->event.breadcrumbs[static_cast<std::size_t>(point.position)];
}

const CrumbPoint *EventCrumbs::find(int position) const
{
    const auto found =
        std::find_if(points.begin(), points.end(), [&](const CrumbPoint &point) { return point.position == position; });
    return found == points.end() ? nullptr : &*found;
}

EventCrumbs eventCrumbs(std::shared_ptr<const query::EventDetail> detail)
{
    EventCrumbs crumbs;
    if (!detail) {
        return crumbs;
    }
    const model::Event &event = detail->event;
    crumbs.event = sane(detail->row.timestamp);
    crumbs.title = toLine(detail->row.title, labelLength);
    const Timestamp sent = sane(event.originalTimestamp.value_or(event.timestamp));
    for (std::size_t i = 0; i < event.breadcrumbs.size(); ++i) {
        const model::Breadcrumb &breadcrumb = event.breadcrumbs[i];
        if (!breadcrumb.isNull && breadcrumb.timestamp) {
            const Timestamp shown = sane(crumbs.event + (sane(*breadcrumb.timestamp) - sent));
            crumbs.points.push_back({static_cast<int>(i), shown, breadcrumb.level, labelOf(breadcrumb)});
        }
    }
    std::stable_sort(crumbs.points.begin(), crumbs.points.end(),
                     [](const CrumbPoint &a, const CrumbPoint &b) { return a.time < b.time; });
    crumbs.detail = std::move(detail);
    findSpan(crumbs);
    return crumbs;
}

} // namespace picket::ui
