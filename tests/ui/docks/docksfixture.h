// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/value.h"
#include "tests/ui/workspacefixture.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/state/pinnedtags.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dock.h"

#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>
#include <string>

class QAbstractItemModel;
class QModelIndex;

namespace picket::test {

// What docks need, over a real workspace.
struct DocksFixture {
    DocksFixture();

    // Shows the window and waits until it is the active one: activation that comes later would move the focus, and a
    // list that gets the focus chooses its first row.
    void openWindow();
    // Delivers the event and selects it; returns when the docks have been told. False: it did not come in time.
    [[nodiscard]] bool show(const std::string &eventJson);
    // The same for the event of an envelope.
    [[nodiscard]] bool showEnvelope(const std::string &envelope);
    // Puts a dock of the type into the window.
    template <class T> T &add()
    {
        auto *dock = new T(context, &window);
        place(*dock);
        return *dock;
    }
    void place(ui::Dock &dock);
    // What the window adds and the event dock shows: before that dock.
    void addWindowActions();

    WorkspaceFixture workspace;
    ui::Theme theme;
    QMainWindow window;
    ui::Navigator navigator;
    ui::CurrentEvent current;
    ui::Actions actions;
    QTemporaryDir settingsFolder;
    QSettings settings{settingsFolder.filePath(QStringLiteral("picket.ini")), QSettings::IniFormat};
    ui::PinnedTags pinned{settings};
    ui::DockContext context;
};

[[nodiscard]] std::shared_ptr<const model::Value> valueOf(const std::string &json);

// The detail of an event without a store behind it.
[[nodiscard]] std::shared_ptr<const query::EventDetail> detailOf(const std::string &json);

// All rows that are there, a line for each: depth in blanks, cells divided by " | ".
[[nodiscard]] QStringList rowsOf(const QAbstractItemModel &model, int most = 1000);

// Has an `index` somewhere below `parent` whose first cell reads so; invalid if not.
[[nodiscard]] QModelIndex findRow(QAbstractItemModel &model, const QString &text);

} // namespace picket::test
