// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "ui/widgets/dock.h"

#include <QTimer>

class QStackedWidget;
class QTabBar;

namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class DiscardedModel;
class MonitorModel;
class ProjectNames;
class ReleaseHealthModel;
class TableModel;
class TableView;

// GUI thread only. How programs fare beside their errors: monitors by their check-ins, releases by their sessions, and
// what SDKs dropped before it could come here.
class HealthDock final : public Dock
{
    Q_OBJECT

public:
    enum class Page { Monitors, Sessions, Dropped };
    Q_ENUM(Page)

    HealthDock(const DockContext &context, const ProjectNames &names, QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);

    void showPage(Page page);
    [[nodiscard]] TableView &table(Page page) const;

    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Content {
        std::vector<model::MonitorRow> monitors;
        std::vector<model::ReleaseHealthRow> releases;
        std::vector<model::DiscardedRow> discarded;
    };

    [[nodiscard]] static Result<Content> read(store::Reader &reader);
    TableView *addPage(const QString &name, TableModel &model, int stretched);
    void setUpWidths();
    void ask();
    void showContent(Content content);
    void showCounts();
    void showEmptyTexts();

    DockContext m_context;
    const int m_channel;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    MonitorModel *m_monitors;
    ReleaseHealthModel *m_releases;
    DiscardedModel *m_discarded;
    std::vector<TableView *> m_tables; // by Page
    bool m_stale = true; // what changed is asked for when the dock comes into view
    QTimer m_again; // runs for a while after a question
};

} // namespace picket::ui
