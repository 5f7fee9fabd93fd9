// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QSplitter;

namespace picket::ui {

class SearchBox;
class Theme;
class TreeView;
class ValueSearch;
class ValueTreeModel;
class WholeValue;

// GUI thread only. A tree of values with a field to search it, a pane that shows a long value in full, and the ways to
// copy. Searching never blocks: it goes on in slices while the window lives.
class ValueTreeView : public QWidget
{
    Q_OBJECT

public:
    // `accessibleName` says what is shown: "Variables". The model must outlive the view.
    ValueTreeView(const Theme &theme, ValueTreeModel &model, const QString &accessibleName, QWidget *parent = nullptr);
    ~ValueTreeView() override;

    [[nodiscard]] TreeView &tree() const { return *m_tree; }
    [[nodiscard]] SearchBox &search() const { return *m_search; }
    [[nodiscard]] const WholeValue &wholeValue() const { return *m_whole; }
    [[nodiscard]] bool isSearching() const { return m_running != nullptr; }

    void setEmptyText(const QString &text);
    // Rows at the top are open from the start.
    void setRootsOpen(bool open) { m_rootsOpen = open; }

    // The first column is as wide as its content needs; off for trees with a header to drag.
    void setColumnsFitted(bool fitted) { m_fitted = fitted; }
    // Beside the field.
    void addControl(QWidget *control);

    void copyValue() const;
    void copyPath() const;
    void copyJson() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void startSearch(const QString &text);
    void advanceSearch();
    void onReset();
    void fitKeyColumn();
    void fetchShown();
    void showWhole();
    void openFound(const QModelIndex &parent);
    void copy(int role) const;

    ValueTreeModel &m_model;
    SearchBox *m_search;
    TreeView *m_tree;
    WholeValue *m_whole;
    QSplitter *m_splitter;
    QPersistentModelIndex m_wholeOf; // whose value the pane holds
    QString m_emptyText;
    QHBoxLayout *m_controls;
    bool m_rootsOpen = false;
    bool m_fitted = true;
    bool m_applying = false; // the reset comes from the search itself
    std::unique_ptr<ValueSearch> m_running;
    QTimer m_searchTimer;
    QTimer m_fitTimer;
};

} // namespace picket::ui
