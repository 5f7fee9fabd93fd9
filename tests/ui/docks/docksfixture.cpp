// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/docks/docksfixture.h"

#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "core/protocol/eventreader.h"
#include "core/protocol/json.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace picket::test {

DocksFixture::DocksFixture()
    : current(workspace.query(), navigator)
    , actions(&window)
    , context{workspace.query(), navigator, current, theme, actions, settings, pinned}
{
    window.resize(900, 600);
    window.setDockNestingEnabled(true);
}

void DocksFixture::addWindowActions()
{
    for (const auto *id : {"issue.resolve", "issue.mute", "issue.reopen", "event.oldest", "event.older", "event.newer",
                           "event.newest"}) {
        actions.add(QString::fromLatin1(id), QString::fromLatin1(id));
    }
}

void DocksFixture::openWindow()
{
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window, picket::test::patience));
}

void DocksFixture::place(ui::Dock &dock)
{
    window.addDockWidget(Qt::LeftDockWidgetArea, &dock);
}

bool DocksFixture::show(const std::string &eventJson)
{
    return showEnvelope("{}\n{\"type\":\"event\",\"length\":" + std::to_string(eventJson.size()) + "}\n" + eventJson);
}

bool DocksFixture::showEnvelope(const std::string &envelope)
{
    const store::ChangeSet changes = workspace.deliverEnvelope(envelope);
    if (changes.issues.empty()) {
        return false;
    }
    current.applyChanges(changes);
    navigator.selectIssue(changes.issues.front());
    navigator.selectEvent(changes.lastEvent);
    return picket::test::await([&] { return current.detail() && current.detail()->row.id == changes.lastEvent; });
}

std::shared_ptr<const model::Value> valueOf(const std::string &json)
{
    const auto document = protocol::JsonDocument::parse(json);
    return std::make_shared<const model::Value>(document ? protocol::toValue(document->root(), limits::jsonTreeDepth)
                                                         : model::Value());
}

std::shared_ptr<const query::EventDetail> detailOf(const std::string &json)
{
    query::EventDetail detail;
    protocol::ReadContext context;
    context.received = now();
    if (auto event = protocol::readEvent(json, context)) {
        detail.event = std::move(*event);
    }
    detail.grouping = grouping::group(detail.event);
    detail.row.title = detail.grouping.title;
    detail.row.timestamp = detail.event.timestamp;
    return std::make_shared<const query::EventDetail>(std::move(detail));
}

QStringList rowsOf(const QAbstractItemModel &model, int most)
{
    QStringList rows;
    const std::function<void(const QModelIndex &, int)> append = [&](const QModelIndex &parent, int depth) {
        for (int row = 0; row < model.rowCount(parent) && rows.size() < most; ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(parent); ++column) {
                cells.push_back(model.index(row, column, parent).data().toString());
            }
            rows.push_back(QString(depth * 2, u' ') + cells.join(u" | "_s));
            append(model.index(row, 0, parent), depth + 1);
        }
    };
    append({}, 0);
    return rows;
}

QModelIndex findRow(QAbstractItemModel &model, const QString &text)
{
    const std::function<QModelIndex(const QModelIndex &)> find = [&](const QModelIndex &parent) -> QModelIndex {
        while (model.canFetchMore(parent)) {
            model.fetchMore(parent);
        }
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data().toString() == text) {
                return index;
            }
            if (const QModelIndex below = find(index); below.isValid()) {
                return below;
            }
        }
        return {};
    };
    return find({});
}

} // namespace picket::test
