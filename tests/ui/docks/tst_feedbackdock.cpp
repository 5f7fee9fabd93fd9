// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/docks/hostileevents.h"
#include "tests/ui/docks/telemetryitems.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/feedbackdock.h"
#include "ui/telemetry/feedbackmodel.h"
#include "ui/telemetry/keptdock.h"
#include "ui/telemetry/keptmodel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/wholevalue.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *someEvent = "11111111111111111111111111111111";

struct FeedbackFixture {
    FeedbackFixture()
    {
        docks.openWindow();
        dock = new FeedbackDock(docks.context, names, &docks.window);
        docks.place(*dock);
        dock->show();
    }
    void send(const SentFeedback &feedback)
    {
        dock->applyChanges(docks.workspace.deliverEnvelope(feedbackEnvelope(feedback)));
    }
    [[nodiscard]] QString cell(int row, FeedbackModel::Column column) const
    {
        return dock->model().index(row, int(column)).data().toString();
    }

    ProjectNames names;
    DocksFixture docks;
    FeedbackDock *dock = nullptr;
};

} // namespace

class FeedbackDockTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheSender_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("sender");
        QTest::newRow("both") << u"Ada"_s << u"a@b.test"_s << u"Ada (a@b.test)"_s;
        QTest::newRow("the same twice") << u"a@b.test"_s << u"a@b.test"_s << u"a@b.test"_s;
        QTest::newRow("only a name") << u"Ada"_s << QString() << u"Ada"_s;
        QTest::newRow("only an address") << QString() << u"a@b.test"_s << u"a@b.test"_s;
        QTest::newRow("neither") << QString() << QString() << u"anonymous"_s;
    }
    void namesTheSender()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        model::Feedback feedback;
        feedback.name = name.toStdString();
        feedback.email = email.toStdString();
        QTEST(feedbackSender(feedback), "sender");
    }

    void listsAndShowsWhatPeopleWrote()
    {
        FeedbackFixture f;
        const QAbstractItemModelTester tester(&f.dock->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.send({"It broke\nwhen I clicked"});
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QCOMPARE(f.cell(0, FeedbackModel::Column::From), u"Jörg (j@example.com)"_s);
        QCOMPARE(f.cell(0, FeedbackModel::Column::Message), u"It broke when I clicked"_s);
        QVERIFY(f.dock->model().index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Feedback of Jörg"_s));
        // The only one there is needs not be chosen.
        QCOMPARE(f.dock->message().toPlainText(), u"It broke\nwhen I clicked"_s);
        QVERIFY(f.dock->aboutLine().contains(u"https://shop.test/cart"_s));
        QVERIFY(f.dock->aboutLine().contains(u"widget"_s));
        QVERIFY(f.dock->aboutLine().contains(u"about no event"_s));
        QVERIFY(!f.docks.actions.get(u"feedback.goToEvent"_s)->isEnabled());
    }

    void theEventMayComeLater()
    {
        FeedbackFixture f;
        f.send({"It broke", "Ada", "", someEvent});
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QVERIFY(f.dock->aboutLine().contains(QString::fromLatin1(someEvent)));
        QCOMPARE(f.cell(0, FeedbackModel::Column::Issue), QString());
        QSignalSpy resets(&f.dock->model(), &QAbstractItemModel::modelReset);
        const store::ChangeSet changes =
            f.docks.workspace.deliverEnvelope(envelopeWithId(someEvent, "event", messageJson("crash")));
        f.dock->applyChanges(changes);
        QTRY_COMPARE(f.cell(0, FeedbackModel::Column::Issue), u"crash"_s);
        QVERIFY(f.docks.actions.get(u"feedback.goToEvent"_s)->isEnabled());
        f.dock->takeFocus();
        QTest::keyClick(&f.dock->table(), Qt::Key_Return);
        QCOMPARE(f.docks.navigator.selectedEvent(), changes.lastEvent);
        QCOMPARE(f.docks.navigator.issue(), changes.issues.front());
        QCOMPARE(resets.count(), 0);
    }

    void theChosenOneStaysWhenMoreCome()
    {
        FeedbackFixture f;
        f.send({"first"});
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        f.send({"second"});
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        QCOMPARE(f.dock->message().toPlainText(), u"first"_s);
        f.dock->takeFocus();
        QTest::keyClick(&f.dock->table(), Qt::Key_Up);
        QCOMPARE(f.dock->message().toPlainText(), u"second"_s);
        QTest::keyClick(&f.dock->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"second"_s);
    }

    void oneCanBeChosenBeforeItIsKnown()
    {
        FeedbackFixture f;
        f.send({"first"});
        f.send({"second"});
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        const FeedbackId first = f.dock->model().entryAt(1)->row.id;
        FeedbackFixture other;
        other.dock->select(first);
        other.send({"first"});
        other.send({"second"});
        QTRY_COMPARE(other.dock->model().rowCount(), 2);
        QCOMPARE(other.dock->message().toPlainText(), u"first"_s);
    }

    void attachmentsAreAmongTheKeptItems()
    {
        FeedbackFixture f;
        QSignalSpy wanted(f.dock, &FeedbackDock::attachmentWanted);
        QAction *show = f.docks.actions.get(u"feedback.attachments"_s);
        f.send({"first"});
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QVERIFY(!show->isEnabled());
        const std::string shots = "{\"type\":\"attachment\",\"length\":4,\"filename\":\"shot.txt\"}\nshot\n"
                                  "{\"type\":\"attachment\",\"length\":4,\"filename\":\"more.txt\"}\nmore\n";
        f.dock->applyChanges(
            f.docks.workspace.deliverEnvelope(envelopeWithId(someEvent, "feedback", feedbackJson({"second"})) + shots));
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        f.dock->table().setCurrentRow(0);
        QCOMPARE(f.dock->message().toPlainText(), u"second"_s);
        QVERIFY(show->isEnabled());
        QCOMPARE(show->iconText(), u"2 attachments"_s);
        show->trigger();
        QCOMPARE(wanted.count(), 1);

        KeptDock kept(f.docks.context, f.names, &f.docks.window);
        f.docks.place(kept);
        kept.select(wanted.front().front().value<ItemId>()); // before it has read its list
        QTRY_COMPARE(kept.table().currentIndex().row(), 1);
        QTRY_COMPARE(kept.model().index(1, int(KeptModel::Column::Name)).data().toString(), u"shot.txt"_s);
        f.dock->table().setCurrentRow(1);
        QVERIFY(!show->isEnabled());
    }

    void anEmptyListSaysWhereFeedbackComesFrom()
    {
        const FeedbackFixture f;
        QVERIFY(f.dock->table().emptyText().contains(u"captureFeedback()"_s));
    }

    void hostileTextStaysPlain_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("line");
        QTest::newRow("markup") << QString::fromLatin1(markup) << QString::fromLatin1(markup);
        QTest::newRow("a NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a\u2400b"_s;
        QTest::newRow("an override of the direction") << u"a\u202eb"_s << u"a[U+202E]b"_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'x') << QString(QString(1000, u'x') + u'…');
    }
    void hostileTextStaysPlain()
    {
        QFETCH(QString, message);
        FeedbackFixture f;
        f.send({message.toStdString(), markup, markup});
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        const QModelIndex cell = f.dock->model().index(0, int(FeedbackModel::Column::Message));
        QTEST(cell.data().toString(), "line");
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        QVERIFY(f.dock->message().toPlainText().size() < 20'000);
        for (const auto *label : f.dock->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
};

PICKET_TEST(FeedbackDockTest)
#include "tst_feedbackdock.moc"
