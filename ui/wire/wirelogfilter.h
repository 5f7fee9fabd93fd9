// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace picket::ui {

class WireLogModel;

// GUI thread only. The requests of one outcome, and of those the ones that hold a text in any column.
class WireLogFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Taken, NotStored, Refused };
    Q_ENUM(Show)

    explicit WireLogFilter(WireLogModel &model, QObject *parent = nullptr);

    void setShow(Show show);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    WireLogModel &m_model;
    Show m_show = Show::All;
    QString m_text;
};

} // namespace picket::ui
