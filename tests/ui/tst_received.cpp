// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/workspacefixture.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/telemetry/feedbackdock.h"
#include "ui/telemetry/feedbackmodel.h"
#include "ui/telemetry/keptdock.h"
#include "ui/telemetry/keptmodel.h"
#include "ui/telemetry/logmodel.h"
#include "ui/telemetry/logsdock.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/wholevalue.h"
#include "ui/window/layoutmanager.h"

#include <QFile>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string recorded(const char *name)
{
    QFile file(QStringLiteral(PICKET_TEST_DATA "/envelopes/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

template <class T> T &bringUp(const test::LiveWindow &live, const char *id)
{
    LayoutManager &layout = live.window().layoutManager();
    auto *dock = static_cast<T *>(layout.find(QLatin1String(id)));
    layout.bringUp(dock);
    return *dock;
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.push_back(model.index(row, column).data().toString());
    }
    return texts;
}

} // namespace

// What real SDKs sent beside events: from the socket to the screen.
class TestReceived final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void logsAreListed()
    {
        const test::LiveWindow live;
        auto &dock = bringUp<LogsDock>(live, "logs");
        QTRY_VERIFY(dock.table().emptyText().contains(u"enableLogs"_s));
        QCOMPARE(live.sendEnvelope(recorded("sentry-go-logs.envelope")).status, 200);
        QTRY_COMPARE(dock.model().rowCount(), 3);
        QTRY_VERIFY(column(dock.model(), int(LogModel::Column::Message)).contains(u"order 1001 of ada"_s));
        QTRY_VERIFY(column(dock.model(), int(LogModel::Column::Project)).contains(u"project 1"_s));
        QVERIFY(column(dock.model(), int(LogModel::Column::Level)).contains(u"warning"_s));
        // Its trace is looked at by Enter.
        dock.table().setCurrentRow(0);
        QTRY_VERIFY(live.window().actions().get(u"logs.showTrace"_s)->isEnabled());
        QTest::keyClick(&dock.table(), Qt::Key_Return);
        QTRY_VERIFY(!live.window().layoutManager().find(u"trace"_s)->visibleRegion().isEmpty());
        QVERIFY(live.window().navigator().trace().hex().starts_with("cb1ad630"));
    }

    void feedbackIsRead()
    {
        const test::LiveWindow live;
        auto &dock = bringUp<FeedbackDock>(live, "feedback");
        QCOMPARE(live.sendEnvelope(recorded("sentry-browser-feedback.envelope")).status, 200);
        QTRY_COMPARE(dock.model().rowCount(), 1);
        QTRY_COMPARE(dock.message().toPlainText(), u"It broke\nwhen I clicked"_s);
        QVERIFY(column(dock.model(), int(FeedbackModel::Column::From)).first().contains(u"Jörg"_s));
    }

    void anEventTellsOfItsFeedback()
    {
        const test::LiveWindow live;
        QAction *feedback = live.window().actions().get(u"event.feedback"_s);
        QCOMPARE(live.send(test::errorJson("One", "x", "one")).status, 200);
        QTRY_VERIFY(live.window().currentEvent().detail());
        QVERIFY(!feedback->isVisible());
        const std::string event = live.window().currentEvent().detail()->row.eventId.hex();
        const auto send = [&](const std::string &words) {
            return live.sendEnvelope(
                test::itemEnvelope(R"({"type":"user_report"})",
                                   R"({"event_id":")" + event + R"(","name":"Ada","comments":")" + words + R"("})"));
        };
        QCOMPARE(send("It broke").status, 200);
        QTRY_VERIFY(feedback->isVisible());
        QCOMPARE(feedback->iconText(), u"1 feedback"_s);
        QCOMPARE(send("Again").status, 200);
        QTRY_COMPARE(feedback->iconText(), u"2 feedback"_s);
        feedback->trigger();
        auto *dock = static_cast<FeedbackDock *>(live.window().layoutManager().find(u"feedback"_s));
        QTRY_VERIFY(!dock->visibleRegion().isEmpty());
        QTRY_COMPARE(dock->message().toPlainText(), u"Again"_s);
    }

    void whatHasNoViewIsKept()
    {
        const test::LiveWindow live;
        auto &dock = bringUp<KeptDock>(live, "kept");
        QCOMPARE(live.sendEnvelope(recorded("sentry-browser-replay.envelope")).status, 200);
        QCOMPARE(live.sendEnvelope(recorded("sentry-python-profile.envelope")).status, 200);
        const auto types = [&] {
            return column(dock.model(), int(KeptModel::Column::Type));
        };
        QTRY_VERIFY(types().contains(u"profile"_s));
        QTRY_VERIFY(types().contains(u"replay_event"_s));
        QTRY_VERIFY(types().contains(u"replay_recording"_s));
        QTRY_VERIFY(dock.summary().contains(u"1 × profile"_s));
    }

    void nothingIsLostOverARestart()
    {
        test::LiveWindow live;
        QCOMPARE(live.sendEnvelope(recorded("sentry-go-logs.envelope")).status, 200);
        live.restart();
        QTRY_COMPARE(bringUp<LogsDock>(live, "logs").model().rowCount(), 3);
    }
};

PICKET_TEST(TestReceived)
#include "tst_received.moc"
