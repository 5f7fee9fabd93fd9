// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/events/eventdock.h"
#include "ui/issues/tagsdock.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct EventFixture : DocksFixture {
    EventFixture()
    {
        addWindowActions();
        dock = &add<EventDock>();
        tags = &add<TagsDock>();
        openWindow();
    }

    [[nodiscard]] bool showEvent(const QJsonObject &more = {})
    {
        QJsonObject event{{u"platform"_s, u"python"_s},
                          {u"release"_s, u"shop@1.4.2"_s},
                          {u"environment"_s, u"staging"_s},
                          {u"transaction"_s, u"/checkout"_s},
                          {u"user"_s, QJsonObject{{u"id"_s, 42}}},
                          {u"tags"_s, QJsonObject{{u"cart"_s, u"full"_s}}}};
        for (auto it = more.begin(); it != more.end(); ++it) {
            event[it.key()] = it.value();
        }
        return show(QJsonDocument(event).toJson().toStdString());
    }
    [[nodiscard]] QStringList factTexts() const
    {
        QStringList texts;
        for (const FactRow::Fact &fact : dock->facts().facts()) {
            texts.push_back(fact.name + u'=' + fact.value);
        }
        return texts;
    }
    // What the menu of a chip offers; the menu stays open.
    [[nodiscard]] QMenu *menu() const { return dock->findChild<QMenu *>(); }
    static QStringList entriesOf(const QMenu &menu)
    {
        QStringList entries;
        for (const QAction *action : menu.actions()) {
            entries.push_back(action->text().remove(u'&'));
        }
        return entries;
    }

    EventDock *dock = nullptr;
    TagsDock *tags = nullptr;
};

} // namespace

class TestEventDock final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreShownAndChosenByMouseAndKeyboard()
    {
        EventFixture fixture;
        QVERIFY(fixture.showEvent());
        QCOMPARE(fixture.factTexts(),
                 (QStringList{u"release=shop@1.4.2"_s, u"environment=staging"_s, u"user=id:42"_s,
                              u"transaction=/checkout"_s, u"platform=python"_s}));
        FactRow &row = fixture.dock->facts();
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.boxAt(1).center());
        QVERIFY(fixture.menu());
        QCOMPARE(EventFixture::entriesOf(*fixture.menu()), (QStringList{u"Copy Value"_s, u"Copy Name and Value"_s}));
        fixture.menu()->actions().first()->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"staging"_s);
        fixture.menu()->close();
        QTRY_VERIFY(!fixture.menu());
        fixture.dock->takeFocus();
        QTest::keyClick(&row, Qt::Key_Right);
        QCOMPARE(row.accessibleDescription(), u"user: id:42"_s);
        QTest::keyClick(&row, Qt::Key_Return);
        QVERIFY(fixture.menu());
        fixture.menu()->actions().at(1)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"user:id:42"_s);
    }
    void filteringIsOfferedWhereSomebodyListens()
    {
        EventFixture fixture;
        QVERIFY(fixture.showEvent());
        const QSignalSpy spy(fixture.dock, &EventDock::filterWanted);
        FactRow &row = fixture.dock->facts();
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.boxAt(0).center());
        QVERIFY(EventFixture::entriesOf(*fixture.menu()).contains(u"Filter by This Text"_s));
        fixture.menu()->actions().at(2)->trigger();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toString(), u"shop@1.4.2"_s);
    }
    void pinnedTagsAreShownInEveryEvent()
    {
        EventFixture fixture;
        QVERIFY(fixture.showEvent());
        TableView &tags = fixture.tags->tags();
        const auto rowOf = [&](const QString &key) {
            for (int row = 0; row < tags.model()->rowCount(); ++row) {
                if (tags.model()->index(row, 0).data().toString().endsWith(key)) {
                    return row;
                }
            }
            return -1;
        };
        tags.setCurrentIndex(tags.model()->index(rowOf(u"cart"_s), 0));
        QTest::keyClick(&tags, Qt::Key_P);
        QVERIFY(fixture.factTexts().contains(u"cart=full"_s));
        QCOMPARE(tags.currentIndex().siblingAtColumn(0).data().toString(), u"★ cart"_s);
        QVERIFY(fixture.showEvent({{u"message"_s, u"m"_s}, {u"tags"_s, QJsonObject{{u"cart"_s, u"empty"_s}}}}));
        QVERIFY(fixture.factTexts().contains(u"cart=empty"_s));
        QCOMPARE(PinnedTags(fixture.settings).keys(), QStringList{u"cart"_s}); // and after a restart
        QVERIFY(fixture.showEvent({{u"message"_s, u"n"_s}, {u"tags"_s, QJsonObject()}}));
        QVERIFY(fixture.factTexts().filter(u"cart"_s).isEmpty()); // an event without it has no empty box
        fixture.pinned.setPinned(u"cart"_s, false);
        QVERIFY(fixture.showEvent());
        QVERIFY(fixture.factTexts().filter(u"cart"_s).isEmpty());
    }
    void pinsAreBounded()
    {
        EventFixture fixture;
        for (std::size_t i = 0; i < limits::pinnedTags + 5; ++i) {
            fixture.pinned.setPinned(QString::number(i), true);
        }
        QCOMPARE(fixture.pinned.keys().size(), qsizetype(limits::pinnedTags));
        QCOMPARE(fixture.pinned.keys().first(), u"5"_s);
    }
    void handledAndCountsAreSaid_data()
    {
        QTest::addColumn<QJsonValue>("handled");
        QTest::addColumn<QString>("word");
        QTest::newRow("nobody caught it") << QJsonValue(false) << u"unhandled"_s;
        QTest::newRow("somebody caught it") << QJsonValue(true) << u"handled"_s;
        QTest::newRow("nothing is known") << QJsonValue() << QString();
    }
    void handledAndCountsAreSaid()
    {
        QFETCH(QJsonValue, handled);
        QFETCH(QString, word);
        EventFixture fixture;
        const QJsonObject mechanism{{u"type"_s, u"generic"_s}, {u"handled"_s, handled}};
        const QJsonObject exception{{u"type"_s, u"E"_s}, {u"mechanism"_s, mechanism}};
        QVERIFY(fixture.showEvent({{u"exception"_s, QJsonArray{exception}}}));
        QTRY_VERIFY(fixture.dock->aboutLine().contains(u"1 event"_s));
        const QStringList parts = fixture.dock->aboutLine().split(u"  ·  "_s);
        QCOMPARE(parts.contains(u"handled"_s), word == u"handled"_s);
        QCOMPARE(parts.contains(u"unhandled"_s), word == u"unhandled"_s);
        QVERIFY2(parts.last().contains(u"shop@1.4.2"_s), qPrintable(parts.last())); // first and last seen, with release
    }
    void boxesWithoutRoomStandBehindTheLastOne()
    {
        FactRow row;
        row.resize(300, 40);
        row.show();
        QList<FactRow::Fact> facts;
        for (int i = 0; i < 12; ++i) {
            facts.push_back({u"name%1"_s.arg(i), u"value"_s, false});
        }
        facts[0].value = QString(500, u'x');
        row.setFacts(facts);
        QVERIFY(row.shown() > 1 && row.shown() < 12);
        qsizetype boxes = 0;
        for (; !row.boxAt(boxes).isNull(); ++boxes) {
            QVERIFY(row.rect().contains(row.boxAt(boxes)));
            for (qsizetype other = 0; other < boxes; ++other) {
                QVERIFY(!row.boxAt(other).intersects(row.boxAt(boxes)));
            }
        }
        QCOMPARE(boxes, row.shown() + 1);
        const QSignalSpy spy(&row, &FactRow::chosen);
        QTest::keyClick(&row, Qt::Key_End);
        QTest::keyClick(&row, Qt::Key_Space);
        QCOMPARE(spy.first().at(0).toLongLong() + spy.first().at(1).toLongLong(), 12); // all of the rest
        // With room for all there is no such box, and no second line.
        row.resize(4000, 40);
        QCOMPARE(row.shown(), 12);
        QVERIFY(row.boxAt(12).isNull());
        QCOMPARE(row.boxAt(11).top(), 0);
        row.resize(10, 40); // narrower than any box
        QVERIFY(row.shown() >= 0);
    }
    void hostileFactsAreOnlyShown()
    {
        EventFixture fixture;
        QVERIFY(fixture.showEvent({{u"release"_s, u"<img src=x>&<b>\u202e"_s}}));
        FactRow &row = fixture.dock->facts();
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.boxAt(0).center());
        for (const FactRow::Fact &fact : row.facts()) {
            QVERIFY(!fact.value.contains(QChar(0x202e)));
        }
        QVERIFY(!row.toolTip().contains(u"<img"_s));
    }
};

PICKET_TEST(TestEventDock)
#include "tst_eventdock.moc"
