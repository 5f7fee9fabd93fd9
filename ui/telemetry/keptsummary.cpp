// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/keptsummary.h"

#include "core/base/limits.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Kept)
};

} // namespace

Result<KeptSummary> summariseKept(store::Reader &reader)
{
    auto ids = reader.keptItemIds();
    auto removed = reader.keptItemsRemoved();
    if (!ids || !removed) {
        return tl::unexpected<Error>(std::move(ids ? removed.error() : ids.error()));
    }
    KeptSummary summary;
    summary.removed = *removed;
    for (std::size_t first = 0; first < ids->size(); first += limits::page) {
        const std::size_t count = std::min(limits::page, ids->size() - first);
        auto rows = reader.keptItems(std::span(*ids).subspan(first, count));
        if (!rows) {
            return tl::unexpected<Error>(std::move(rows.error()));
        }
        for (const model::KeptItemRow &row : *rows) {
            KeptSummary::Sum &sum = summary.types[row.type];
            ++sum.items;
            sum.bytes += row.size;
        }
    }
    return summary;
}

QString keptSummaryText(const KeptSummary &summary)
{
    std::vector<std::pair<std::string, KeptSummary::Sum>> types(summary.types.begin(), summary.types.end());
    std::stable_sort(types.begin(), types.end(),
                     [](const auto &a, const auto &b) { return a.second.bytes > b.second.bytes; });
    constexpr std::size_t told = 20; // no line holds more; a hostile sender may use a million words
    QStringList parts;
    if (summary.removed > 0) {
        parts.push_back(summary.removed == 1
                            ? Words::tr("1 older item was removed to make room")
                            : Words::tr("%1 older items were removed to make room").arg(countText(summary.removed)));
    }
    for (std::size_t i = 0; i < std::min(told, types.size()); ++i) {
        const auto &[type, sum] = types[i];
        parts.push_back(Words::tr("%1 × %2, %3", "12 × profile, 340 kB")
                            .arg(countText(sum.items), toLine(type, 60), sizeText(sum.bytes)));
    }
    if (types.size() > told) {
        parts.push_back(Words::tr("%1 more types").arg(countText(static_cast<std::int64_t>(types.size() - told))));
    }
    return parts.join(u"  ·  "_s);
}

} // namespace picket::ui
