// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/level.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace picket::ui {

// Every colour of the window (UX.md "Visual language"): text pairs are at least 4.5:1, also on the selected row.
struct Colors {
    QColor base, alternate, window;
    QColor selected;
    QColor text, muted;
    QColor accent;
    QColor fatal, error, warning, info, debug, good;
    QColor hairline;
    QColor marked; // background of the line that crashed
    QColor bar; // sparklines
    QColor keyword, string, number; // source
};

// GUI thread only. Owns the look: style, palette and colours; follows the system's colour scheme unless told otherwise.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Choice { System, Dark, Light };
    Q_ENUM(Choice)

    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] const Colors &colors() const { return m_colors; }
    [[nodiscard]] QColor levelColor(model::Level level) const;

    // For code and values: the system's monospace at the size of the application's font.
    [[nodiscard]] static QFont codeFont();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void setSystemDark(bool dark);
    void apply();

    Choice m_choice = Choice::System;
    bool m_systemDark = false;
    bool m_dark = false;
    Colors m_colors;
};

[[nodiscard]] Colors darkColors();
[[nodiscard]] Colors lightColors();

} // namespace picket::ui
