// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/threadclock.h"
#include "tests/ui/hostile/hostiletable.h"
#include "tests/ui/hostile/hostiletelemetry.h"
#include "tests/ui/hostile/lures.h"
#include "tests/ui/hostile/windowdriver.h"
#include "ui/code/codeview.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/stack/sourcedock.h"
#include "ui/state/currentevent.h"
#include "ui/state/navigator.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/tableview.h"
#include "ui/window/layoutmanager.h"

#include <QAbstractItemView>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QTest>
#include <QTextEdit>

#include <future>
#include <thread>

using namespace picket;
using namespace picket::test;

namespace {

// Widgets that would read text as markup.
QStringList richTextHolders(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->inherits("QTipLabel")) {
            continue; // what tooltips say is looked at as they are shown
        }
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool isRich = (label && label->textFormat() != Qt::PlainText) || qobject_cast<const QTextEdit *>(widget);
        const QString tip = widget->toolTip();
        if (isRich || tip.contains(QStringLiteral("<img")) || tip.contains(QStringLiteral("<table"))) {
            found.push_back(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
        }
    }
    return found;
}

int rowsIn(const QWidget &dock)
{
    int rows = 0;
    for (const auto *view : dock.findChildren<QAbstractItemView *>()) {
        rows += qobject_cast<const QHeaderView *>(view) ? 0 : view->model()->rowCount();
    }
    return rows;
}

} // namespace

class TestHostile final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_driver = std::make_unique<WindowDriver>(m_lures.agreedFolder());
        m_table = hostileTable(m_lures);
        m_telemetry = hostileTelemetry(m_lures);
    }
    void cleanupTestCase()
    {
        qInfo("the longest turn of the event loop took %lld ms: %s",
              static_cast<long long>(m_driver->watchdog().longest().count()), m_driver->watchdog().longestOf().c_str());
        m_driver.reset();
    }

    void everyDockStaysQuickAndPlain_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < m_table.size(); ++i) {
            QTest::newRow(m_table[i].first.c_str()) << static_cast<int>(i);
        }
    }
    void everyDockStaysQuickAndPlain()
    {
        QFETCH(int, row);
        const auto &[name, json] = m_table[static_cast<std::size_t>(row)];
        QVERIFY(m_driver->show(name, json));
        for (ui::Dock *dock : m_driver->window().layoutManager().docks()) {
            m_driver->use(name, *dock);
        }
        m_driver->runCommands(name);
        verifyNothingHappened();
    }

    void telemetryStaysQuickAndPlain_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < m_telemetry.size(); ++i) {
            QTest::newRow(m_telemetry[i].first.c_str()) << static_cast<int>(i);
        }
    }
    void telemetryStaysQuickAndPlain()
    {
        QFETCH(int, row);
        const auto &[name, envelope] = m_telemetry[static_cast<std::size_t>(row)];
        QVERIFY(m_driver->showEnvelope(name, envelope));
        for (const char *id : {"trace", "transactions", "logs", "feedback", "health", "kept", "attachments"}) {
            ui::Dock *dock = m_driver->window().layoutManager().find(QString::fromLatin1(id));
            QVERIFY2(dock, id);
            // Lists ask the store at most once a second, and an empty one would be a short walk.
            const bool filled = m_driver->actUntil(
                name + " / " + id + ", filled", [&] { m_driver->window().layoutManager().bringUp(dock); },
                [&] { return rowsIn(*dock) > 0; });
            QVERIFY2(filled, id);
            m_driver->use(name, *dock);
        }
        verifyNothingHappened();
    }

    void namedFilesAreReadOnlyWhereAgreed()
    {
        const std::vector<NamedFile> files = namedFiles(m_lures);
        QVERIFY(m_driver->show("files", eventOfFiles(files)));
        auto *source = static_cast<ui::SourceDock *>(m_driver->window().layoutManager().find(QStringLiteral("source")));
        m_driver->window().layoutManager().bringUp(source);
        for (std::size_t i = 0; i < files.size(); ++i) {
            const ui::FrameRef frame{ui::FrameRef::Stack::Exception, 0, static_cast<int>(i)};
            const QString line = QStringLiteral(" : %1").arg(firstLine + static_cast<int>(i));
            const QString note = QString::fromStdString(files[i].note);
            const std::string what = "the file " + files[i].path.substr(0, 100);
            const auto isPlaceShown = [&] {
                const auto labels = source->findChildren<ui::ElidedLabel *>();
                return std::any_of(labels.begin(), labels.end(),
                                   [&](const ui::ElidedLabel *label) { return label->text().contains(line); });
            };
            const bool shown = m_driver->actUntil(
                what, [&] { m_driver->window().navigator().selectFrame(frame); },
                [&] { return isPlaceShown() && source->fileNote() == note; });
            QVERIFY2(shown, (what + ": " + source->fileNote().toStdString()).c_str());
            QVERIFY(!source->code().text().contains(QStringLiteral("nobody may see")));
        }
        QCOMPARE(source->code().text(), QStringLiteral("one\ntwo\nthree"));
        verifyNothingHappened();
    }

    void theListOfAllOfThemScrolls()
    {
        auto &view = m_driver->window().issuePane().view();
        QVERIFY(m_driver->window().issues().rowCount() > 20);
        for (int row = 0; row < m_driver->window().issues().rowCount(); ++row) {
            m_driver->act("the list at row " + std::to_string(row),
                          [&] { view.setCurrentIndex(m_driver->window().issues().index(row, 0)); });
        }
        verifyNothingHappened();
    }

    // The checks above can fail.
    void luresTellWhoOpensThem()
    {
        QFile picture(QString::fromStdString(m_lures.path("picture.png")));
        QVERIFY(picture.open(QIODevice::ReadOnly));
        QVERIFY(m_lures.takeOpened().find("picture.png was opened") != std::string::npos);
        QCOMPARE(m_lures.takeOpened(), std::string());
        std::future<bool> reader = std::async(std::launch::async, [&] {
            QFile fifo(QString::fromStdString(m_lures.path("fifo")));
            return fifo.open(QIODevice::ReadOnly); // comes back when takeOpened() has become its writer
        });
        // QTRY_VERIFY() would ask twice, and the second answer may be empty.
        QVERIFY(picket::test::await([&] { return m_lures.takeOpened().find("fifo") != std::string::npos; }));
        QVERIFY(reader.get());
    }
    void watchdogTellsAStallFromASleep()
    {
        GuiWatchdog dog;
        dog.begin("work");
        const auto enough = 2 * most(GuiWatchdog::limit.count());
        const ThreadClock clock;
        while (clock.elapsed() < enough) { }
        dog.end();
        QVERIFY(dog.takeStalls().starts_with("work: "));
        dog.begin("a busy neighbour");
        std::this_thread::sleep_for(3 * GuiWatchdog::limit);
        dog.end();
        QCOMPARE(dog.takeStalls(), std::string());
    }

private:
    void verifyNothingHappened()
    {
        const std::string stalls = m_driver->watchdog().takeStalls();
        QVERIFY2(stalls.empty(), stalls.c_str());
        const std::string opened = m_lures.takeOpened();
        QVERIFY2(opened.empty(), opened.c_str());
        QCOMPARE(richTextHolders(m_driver->window()).join(u'\n'), QString());
        QCOMPARE(m_driver->takeRichToolTips().join(u'\n'), QString());
    }

    Lures m_lures;
    std::unique_ptr<WindowDriver> m_driver;
    std::vector<std::pair<std::string, std::string>> m_table;
    std::vector<std::pair<std::string, std::string>> m_telemetry;
};

PICKET_TEST(TestHostile)
#include "tst_hostile.moc"
