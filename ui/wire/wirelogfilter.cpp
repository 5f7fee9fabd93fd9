// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wire/wirelogfilter.h"

#include "ui/wire/wirelogmodel.h"

namespace picket::ui {

namespace {

bool accepts(WireLogFilter::Show show, model::Outcome outcome)
{
    using model::Outcome;
    switch (show) {
    case WireLogFilter::Show::All:
        return true;
    case WireLogFilter::Show::Taken:
        return outcome == Outcome::Stored || outcome == Outcome::Duplicate || outcome == Outcome::Empty;
    case WireLogFilter::Show::NotStored:
        return outcome == Outcome::Kept || outcome == Outcome::Duplicate || outcome == Outcome::Empty;
    case WireLogFilter::Show::Refused:
        return outcome == Outcome::Refused || outcome == Outcome::Failed;
    }
    return true;
}

} // namespace

WireLogFilter::WireLogFilter(WireLogModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void WireLogFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void WireLogFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool WireLogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const model::DeliveryRow *delivery = m_model.deliveryAt(row);
    if (!delivery || !accepts(m_show, delivery->outcome)) {
        return false;
    }
    for (int column = 0; !m_text.isEmpty() && column < WireLogModel::columnTotal; ++column) {
        if (m_model.index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return m_text.isEmpty();
}

} // namespace picket::ui
