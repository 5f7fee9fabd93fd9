// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace picket::ui {

class ElidedLabel;

// GUI thread only. Asks in two quiet lines whether the files below a folder may be read.
class FolderQuestion final : public QWidget
{
    Q_OBJECT

public:
    explicit FolderQuestion(QWidget *parent = nullptr);

    // `file` is the name of the one that is wanted, `folder` the one to agree to.
    void ask(const QString &file, const QString &folder);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString folder() const { return m_folder; }

Q_SIGNALS:
    void agreed(const QString &folder);
    void postponed(const QString &folder);
    void refused(const QString &folder);

private:
    ElidedLabel *m_text;
    QString m_folder;
};

} // namespace picket::ui
