// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/transactionmodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/logtext.h"
#include "ui/telemetry/tracetext.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = TransactionModel::Column;

int alignment(Column column)
{
    return int((column == Column::Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

Tone toneOf(const model::SpanRow &transaction, Column column)
{
    if (column == Column::Status && isFailure(transaction.status)) {
        return Tone::Bad;
    }
    const bool isQuiet =
        column == Column::Operation || column == Column::Status || column == Column::Project || column == Column::Trace;
    return isQuiet ? Tone::Quiet : Tone::Normal;
}

} // namespace

TransactionModel::TransactionModel(query::QueryService &query, const ProjectNames &names, QObject *parent)
    : RowListModel(query, parent)
    , m_names(names)
{
    connect(&names, &ProjectNames::changed, this, [this] {
        if (rows() > 0) {
            Q_EMIT dataChanged(index(0, int(Column::Project)), index(rows() - 1, int(Column::Project)));
        }
    });
}

void TransactionModel::setFilter(const store::TransactionFilter &filter)
{
    if (!m_filter || m_filter->project != filter.project || m_filter->text != filter.text) {
        m_filter = filter;
        reload();
    }
}

TransactionModel::IdsQuestion TransactionModel::idsQuestion() const
{
    return [filter = m_filter.value_or(store::TransactionFilter())](store::Reader &reader, std::size_t limit) {
        return reader.transactionIds(filter, limit);
    };
}

TransactionModel::RowsQuestion TransactionModel::rowsQuestion() const
{
    return [](store::Reader &reader, const Ids &ids) {
        return reader.spans(ids);
    };
}

QString TransactionModel::display(const model::SpanRow &transaction, Column column) const
{
    switch (column) {
    case Column::Time:
        return listTime(transaction.start, now());
    case Column::Operation:
        return toLine(transaction.op, 100);
    case Column::Name:
        return transaction.description.empty() ? tr("<no name>") : toLine(transaction.description);
    case Column::Status:
        return spanStatusWord(transaction.status);
    case Column::Duration:
        return spanDuration(transaction.end - transaction.start);
    case Column::Project:
        return m_names.nameOf(transaction.project);
    case Column::Trace:
        return shortId(transaction.trace);
    }
    return {};
}

QString TransactionModel::toolTip(const model::SpanRow &transaction, Column column) const
{
    return column == Column::Time                               ? absoluteTime(transaction.start)
        : column == Column::Trace && !transaction.trace.isNil() ? QString::fromStdString(transaction.trace.hex())
                                                                : display(transaction, column);
}

QString TransactionModel::accessibleText(const model::SpanRow &transaction) const
{
    QString text = tr("Transaction %1, %2, at %3, took %4")
                       .arg(display(transaction, Column::Name), display(transaction, Column::Project),
                            absoluteTime(transaction.start), display(transaction, Column::Duration));
    if (const QString status = display(transaction, Column::Status); !status.isEmpty()) {
        text += u", "_s + status;
    }
    return text;
}

QVariant TransactionModel::cell(int row, int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    const model::SpanRow *transaction = rowAt(row);
    if (!transaction) {
        return role == LoadingRole                         ? QVariant(true)
            : role == Qt::DisplayRole && c == Column::Name ? QVariant(tr("Loading …"))
            : role == Qt::AccessibleTextRole               ? QVariant(tr("Loading"))
            : role == ToneRole                             ? QVariant(int(Tone::Quiet))
                                                           : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*transaction, c);
    case Qt::ToolTipRole:
        return toolTip(*transaction, c);
    case Qt::AccessibleTextRole:
        return column == 0 ? accessibleText(*transaction) : display(*transaction, c);
    case LoadingRole:
        return false;
    case ToneRole:
        return int(toneOf(*transaction, c));
    case BarRole:
        return isFailure(transaction->status) ? QVariant(int(Tone::Bad)) : QVariant();
    case CodeRole:
        return c == Column::Trace;
    default:
        return {};
    }
}

QVariant TransactionModel::header(int column, int role) const
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
    case Column::Operation:
        return tr("Operation");
    case Column::Name:
        return tr("Transaction");
    case Column::Status:
        return tr("Status");
    case Column::Duration:
        return tr("Duration");
    case Column::Project:
        return tr("Project");
    case Column::Trace:
        return tr("Trace");
    }
    return {};
}

} // namespace picket::ui
