// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wire/deliverycountmodel.h"

#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = DeliveryCountModel::Column;

constexpr std::string_view others = "*"; // of those that came when there were too many

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::DeliveryCount)
};

QString sdkText(const model::DeliveryCount &row)
{
    if (row.sdk == others) {
        return Words::tr("all others");
    }
    return row.sdk.empty() ? Words::tr("not said") : toLine(row.sdk, 100);
}

QString itemText(const model::DeliveryCount &row)
{
    if (!row.item) {
        return Words::tr("requests");
    }
    if (*row.item == others) {
        return Words::tr("all others");
    }
    return row.item->empty() ? Words::tr("untyped") : toLine(*row.item, 60);
}

// Requests have outcomes that have words; those of items are codes.
QString outcomeText(const model::DeliveryCount &row)
{
    constexpr std::array all{model::Outcome::Stored, model::Outcome::Duplicate, model::Outcome::Kept,
                             model::Outcome::Empty,  model::Outcome::Refused,   model::Outcome::Failed};
    for (const model::Outcome outcome : all) {
        if (model::outcomeName(outcome) == row.outcome) {
            return outcomeWord(outcome);
        }
    }
    return toLine(row.outcome, 60).replace(u'_', u' ');
}

Tone toneOf(const model::DeliveryCount &row)
{
    const auto isOneOf = [&row](std::initializer_list<std::string_view> outcomes) {
        return std::find(outcomes.begin(), outcomes.end(), row.outcome) != outcomes.end();
    };
    if (isOneOf({"stored"})) {
        return Tone::Good;
    }
    if (isOneOf({"refused", "failed"})) {
        return Tone::Bad;
    }
    return isOneOf({"duplicate", "empty", "begun", "part", "complete"}) ? Tone::Quiet : Tone::Warning;
}

QString display(const model::DeliveryCount &row, Column column)
{
    switch (column) {
    case Column::Sdk:
        return sdkText(row);
    case Column::Item:
        return itemText(row);
    case Column::Outcome:
        return outcomeText(row);
    case Column::Count:
        return countText(row.count);
    }
    return {};
}

int alignment(Column column)
{
    return int((column == Column::Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

std::string DeliveryCountModel::keyOf(const model::DeliveryCount &row) const
{
    return joined({row.sdk, row.item ? "i" : "r", row.item.value_or(std::string()), row.outcome});
}

QVariant DeliveryCountModel::cell(int row, int column, int role) const
{
    const model::DeliveryCount &count = at(row);
    const auto c = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(count, c);
    case Qt::TextAlignmentRole:
        return alignment(c);
    case Qt::AccessibleTextRole:
        return column == 0
            ? tr("%1: %2, %3, %4").arg(sdkText(count), itemText(count), outcomeText(count), countText(count.count))
            : display(count, c);
    case ToneRole:
        return int(c == Column::Outcome                   ? toneOf(count)
                       : c == Column::Item && !count.item ? Tone::Quiet
                                                          : Tone::Normal);
    case BarRole:
        return int(toneOf(count));
    default:
        return {};
    }
}

QVariant DeliveryCountModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Sdk:
        return tr("SDK");
    case Column::Item:
        return tr("What");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Count:
        return tr("Count");
    }
    return {};
}

} // namespace picket::ui
