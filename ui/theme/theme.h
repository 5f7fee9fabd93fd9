// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/level.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace picket::ui {

// Every colour of the window. Text and its background differ by 4.5:1 at least, also in the selected row.
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

    // High contrast, whatever the system says; without it the system decides.
    [[nodiscard]] bool isHighContrastWanted() const { return m_highContrastWanted; }
    void setHighContrastWanted(bool wanted);
    [[nodiscard]] bool isHighContrast() const { return m_highContrast; }

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
    void apply();

    Choice m_choice = Choice::System;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_highContrastWanted = false;
    bool m_systemHighContrast = false;
    bool m_highContrast = false;
    Colors m_colors;
};

[[nodiscard]] Colors darkColors();
[[nodiscard]] Colors lightColors();
// Every text at least 7:1, lines that can be seen, nothing muted.
[[nodiscard]] Colors highContrastDarkColors();
[[nodiscard]] Colors highContrastLightColors();

} // namespace picket::ui
