// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wire/wirelogmodel.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/widgets/roles.h"
#include "ui/wording/reasontext.h"
#include "ui/wording/text.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = WireLogModel::Column;

// The whole log is read again after a change (rows do not change, but old ones leave): no more than twice a second.
constexpr std::chrono::milliseconds interval{500};

QString itemsText(const model::DeliveryRow &row)
{
    std::map<std::string, int> counts;
    for (const model::ItemOutcome &item : row.items) {
        ++counts[item.type];
    }
    QStringList parts;
    for (const auto &[type, count] : counts) {
        const QString word = type.empty() ? WireLogModel::tr("untyped") : toLine(type, 60);
        parts.push_back(count == 1 ? word : u"%1 ×%2"_s.arg(word).arg(count));
    }
    return parts.join(u", "_s);
}

QString fullReason(const model::DeliveryRow &row)
{
    QStringList parts;
    if (!row.reason.empty()) {
        parts.push_back(reasonText(row.reason));
    }
    for (const model::ItemOutcome &item : row.items) {
        if (!item.reason.empty()) {
            parts.push_back(toLine(item.type, 60) + u": "_s + reasonText(item.reason));
        }
    }
    return parts.join(u"; "_s);
}

QString programText(const model::DeliveryRow &row)
{
    return row.peerProcess == 0 ? QString() : u"%1 (%2)"_s.arg(toLine(row.peerProgram, 100)).arg(row.peerProcess);
}

QVariant display(const model::DeliveryRow &row, Column column)
{
    switch (column) {
    case Column::Time:
        return listTime(row.time, now());
    case Column::Outcome:
        return outcomeWord(row.outcome);
    case Column::Status:
        return row.status == 0 ? WireLogModel::tr("none") : QString::number(row.status);
    case Column::Request:
        // What came without a request has no method.
        return QString(toLine(row.method, 20) + u' ' + toLine(row.path, 300)).trimmed();
    case Column::Sdk:
        return toLine(row.sdk, 100);
    case Column::Program:
        return programText(row);
    case Column::Items:
        return itemsText(row);
    case Column::Size:
        return sizeText(row.bytesOnWire);
    case Column::Took:
        return durationText(row.durationMicros);
    case Column::Reason:
        return fullReason(row);
    }
    return {};
}

QVariant toolTip(const model::DeliveryRow &row, Column column)
{
    switch (column) {
    case Column::Time:
        return absoluteTime(row.time);
    case Column::Size:
        return WireLogModel::tr("%1 on the wire, %2 decoded")
            .arg(sizeText(row.bytesOnWire), sizeText(row.bytesDecoded));
    case Column::Request:
        return row.origin.empty() ? QString(display(row, column).toString() + u'\n' + toLine(row.peer))
                                  : QString(display(row, column).toString() + u'\n' + toLine(row.origin, 300));
    default:
        return display(row, column);
    }
}

Tone toneOf(const model::DeliveryRow &row)
{
    switch (row.outcome) {
    case model::Outcome::Stored:
        return Tone::Good;
    case model::Outcome::Duplicate:
    case model::Outcome::Empty:
        return Tone::Quiet;
    case model::Outcome::Kept:
        return Tone::Warning;
    case model::Outcome::Refused:
    case model::Outcome::Failed:
        return Tone::Bad;
    }
    return Tone::Normal;
}

QString accessibleText(const model::DeliveryRow &row)
{
    QString text = WireLogModel::tr("%1 at %2, %3, status %4")
                       .arg(display(row, Column::Request).toString(), listTime(row.time, now()),
                            outcomeWord(row.outcome), display(row, Column::Status).toString());
    for (const QString &more : {programText(row), fullReason(row)}) {
        text += more.isEmpty() ? QString() : u", "_s + more;
    }
    return text;
}

QVariant alignment(Column column)
{
    const bool number = column == Column::Status || column == Column::Size || column == Column::Took;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

WireLogModel::WireLogModel(query::QueryService &query, QObject *parent)
    : TableModel(parent)
    , m_query(query)
    , m_channel(query.newChannel())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &WireLogModel::reload);
}

void WireLogModel::reload()
{
    m_query.ask<std::vector<model::DeliveryRow>>(
        query::Lane::Lists, m_channel, this,
        [](store::Reader &reader) { return reader.deliveries(limits::deliveriesKept); },
        [this](Result<std::vector<model::DeliveryRow>> rows) {
            if (rows) {
                merge(std::move(*rows));
            } else if (rows.error().code != ErrorCode::Interrupted) {
                Q_EMIT failed(rows.error());
            }
        });
}

void WireLogModel::applyChanges(const store::ChangeSet &changes)
{
    const bool isChanged = changes.deliveries > 0 || changes.refused > 0 || changes.peers || changes.issuesReordered;
    if (changes.replaced) {
        beginResetModel(); // the same numbers name other requests
        m_deliveries.clear();
        endResetModel();
    }
    if (isChanged && !m_timer.isActive()) {
        m_timer.start();
    }
    if (changes.counters) {
        Q_EMIT countersChanged();
    }
}

// Who sent them may become known after they are shown.
void WireLogModel::takePeers(const std::vector<model::DeliveryRow> &newest, std::size_t added)
{
    for (std::size_t i = 0; i < m_deliveries.size() && added + i < newest.size(); ++i) {
        const model::DeliveryRow &fresh = newest[added + i];
        if (m_deliveries[i].peerProcess != fresh.peerProcess) {
            m_deliveries[i].peerProcess = fresh.peerProcess;
            m_deliveries[i].peerProgram = fresh.peerProgram;
            Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), columnTotal - 1));
        }
    }
}

// Rows only come at the top and leave at the end: what stands between keeps its place and its selection.
void WireLogModel::merge(std::vector<model::DeliveryRow> newest)
{
    const auto known = [&](DeliveryId id) {
        return std::any_of(m_deliveries.begin(), m_deliveries.end(), [&](const auto &row) { return row.id == id; });
    };
    const auto firstKnown = std::find_if(newest.begin(), newest.end(), [&](const auto &row) { return known(row.id); });
    const auto added = static_cast<int>(firstKnown - newest.begin());
    const auto kept = newest.size() - static_cast<std::size_t>(added);
    bool continues = kept <= m_deliveries.size();
    for (std::size_t i = 0; continues && i < kept; ++i) {
        continues = m_deliveries[i].id == newest[static_cast<std::size_t>(added) + i].id;
    }
    if (!continues) {
        beginResetModel();
        m_deliveries = std::move(newest);
        endResetModel();
        return;
    }
    takePeers(newest, static_cast<std::size_t>(added));
    if (kept < m_deliveries.size()) {
        beginRemoveRows({}, static_cast<int>(kept), rows() - 1);
        m_deliveries.resize(kept);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_deliveries.insert(m_deliveries.begin(), std::make_move_iterator(newest.begin()),
                            std::make_move_iterator(newest.begin() + added));
        endInsertRows();
    }
}

const model::DeliveryRow *WireLogModel::deliveryAt(int row) const
{
    return row >= 0 && row < rows() ? &m_deliveries[static_cast<std::size_t>(row)] : nullptr;
}

QVariant WireLogModel::cell(int row, int column, int role) const
{
    const model::DeliveryRow &delivery = m_deliveries[static_cast<std::size_t>(row)];
    const auto c = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
        return display(delivery, c);
    case Qt::ToolTipRole:
        return toolTip(delivery, c);
    case Qt::TextAlignmentRole:
        return alignment(c);
    case Qt::AccessibleTextRole:
        return column == 0 ? accessibleText(delivery) : display(delivery, c).toString();
    case ToneRole:
        return int(c == Column::Outcome || c == Column::Status       ? toneOf(delivery)
                       : c == Column::Request || c == Column::Reason ? Tone::Normal
                                                                     : Tone::Quiet);
    case BarRole:
        return int(toneOf(delivery));
    default:
        return {};
    }
}

QVariant WireLogModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Time:
        return tr("Time");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Status:
        return tr("Status");
    case Column::Request:
        return tr("Request");
    case Column::Sdk:
        return tr("SDK");
    case Column::Program:
        return tr("Program");
    case Column::Items:
        return tr("Items");
    case Column::Size:
        return tr("Size");
    case Column::Took:
        return tr("Took");
    case Column::Reason:
        return tr("Why");
    }
    return {};
}

} // namespace picket::ui
