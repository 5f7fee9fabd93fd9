// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "ui/stack/stackdelegate.h"
#include "ui/stack/stackmodel.h"
#include "ui/state/currentevent.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace picket;
using namespace picket::ui;

namespace {

model::Frame frame(const std::string &function, std::optional<bool> inApp, std::int64_t line = 1)
{
    model::Frame made;
    made.function = function;
    made.module = inApp == true ? "shop.cart" : "django.core";
    made.filename = inApp == true ? "shop/cart.py" : "django/core.py";
    made.lineno = line;
    made.inApp = inApp;
    return made;
}

model::Exception exception(const std::string &type, std::vector<model::Frame> frames)
{
    model::Exception made;
    made.type = type;
    made.value = "v";
    if (!frames.empty()) {
        made.stacktrace = model::Stacktrace{std::move(frames), {}, {}};
    }
    return made;
}

model::Exception grouped(const std::string &type, std::int64_t id, std::optional<std::int64_t> parent, bool isGroup)
{
    model::Exception made = exception(type, {frame(type + "_f", true)});
    made.mechanism = model::Mechanism{};
    made.mechanism->exceptionId = id;
    made.mechanism->parentId = parent;
    made.mechanism->isExceptionGroup = isGroup;
    return made;
}

model::Thread threadWith(const std::string &id, std::vector<model::Frame> frames)
{
    model::Thread made;
    made.id = id;
    if (!frames.empty()) {
        made.stacktrace = model::Stacktrace{std::move(frames), {}, {}};
    }
    return made;
}

QStringList texts(const std::vector<StackRow> &rows)
{
    QStringList all;
    for (const StackRow &row : rows) {
        all.push_back(row.text);
    }
    return all;
}

struct ModelFixture {
    model::Event event;
    StackModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] QStringList shown() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all.push_back(model.index(row, 0).data().toString());
        }
        return all;
    }
};

} // namespace

class TestStack final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void newestFrameComesFirst()
    {
        model::Event event;
        event.exceptions = {exception("E", {frame("main", true, 3), frame("total", true, 41)})};
        const auto rows = stackRows(event, FrameOrder::NewestFirst);
        QCOMPARE(texts(rows), (QStringList{QStringLiteral("total"), QStringLiteral("main")}));
        QCOMPARE(rows[0].location, QStringLiteral("shop/cart.py:41"));
        QCOMPARE(texts(stackRows(event, FrameOrder::OldestFirst)),
                 (QStringList{QStringLiteral("main"), QStringLiteral("total")}));
    }
    void outermostExceptionComesFirst()
    {
        model::Event event;
        event.exceptions = {exception("Cause", {frame("a", true)}), exception("Raised", {frame("b", true)})};
        QCOMPARE(texts(stackRows(event, FrameOrder::NewestFirst)),
                 (QStringList{QStringLiteral("Raised: v"), QStringLiteral("b"), QStringLiteral("caused by Cause: v"),
                              QStringLiteral("a")}));
    }
    void groupsAreATreeEvenWithACycle()
    {
        model::Event event;
        event.exceptions = {grouped("Two", 2, 0, false), grouped("One", 1, 0, false), grouped("Group", 0, {}, true),
                            grouped("LoopA", 7, 8, false), grouped("LoopB", 8, 7, false)};
        std::vector<std::pair<QString, int>> headings;
        for (const StackRow &row : stackRows(event, FrameOrder::NewestFirst)) {
            if (row.kind == StackRow::Kind::Heading) {
                headings.emplace_back(row.text, row.indent);
            }
        }
        QCOMPARE(headings.size(), std::size_t(5));
        QCOMPARE(headings[0], std::pair(QStringLiteral("Group: v"), 0));
        QCOMPARE(headings[1], std::pair(QStringLiteral("One: v"), 1));
        QCOMPARE(headings[2], std::pair(QStringLiteral("Two: v"), 1));
    }
    void nullFramesAndMissingStacksAreSaid()
    {
        model::Event event;
        model::Frame null;
        null.isNull = true;
        event.exceptions = {exception("Bare", {}), exception("Raised", {null, frame("b", true)})};
        const auto rows = texts(stackRows(event, FrameOrder::NewestFirst));
        QCOMPARE(rows[1], QStringLiteral("b"));
        QVERIFY2(rows[2].startsWith(QStringLiteral("null")), qPrintable(rows[2]));
        QCOMPARE(rows[3], QStringLiteral("caused by Bare: v"));
        QVERIFY2(rows[4].contains(QStringLiteral("without a stack")), qPrintable(rows[4]));
    }
    void threadsStandInForExceptions()
    {
        model::Event event;
        model::Thread worker;
        worker.id = "7";
        worker.name = "worker";
        worker.crashed = true;
        worker.stacktrace = model::Stacktrace{{frame("run", true)}, {}, {}};
        event.threads = {worker};
        const auto rows = texts(stackRows(event, FrameOrder::NewestFirst));
        QCOMPARE(rows, (QStringList{QStringLiteral("Thread 7 “worker” (crashed)"), QStringLiteral("run")}));
        const FrameRef main = mainFrame(event);
        QCOMPARE(main.stack, FrameRef::Stack::Thread);
    }
    void theThreadThatMattersIsOpenAndTheOthersOpenInPlace()
    {
        ModelFixture f;
        f.event.threads = {threadWith("1", {frame("wait", true)}), threadWith("2", {}),
                           threadWith("3", {frame("outer", true), frame("boom", true)})};
        f.event.threads[2].crashed = true;
        f.model.setEvent(&f.event);
        QCOMPARE(f.shown(),
                 (QStringList{QStringLiteral("Thread 3 (crashed)"), QStringLiteral("boom"), QStringLiteral("outer"),
                              QStringLiteral("Other threads"), QStringLiteral("▸ Thread 1, 1 frame"),
                              QStringLiteral("1 thread came without a stack trace.")}));
        QCOMPARE(f.model.index(4, 1).data().toString(), QStringLiteral("wait")); // what it is doing
        const FrameRef waiting{FrameRef::Stack::Thread, 0, 0};
        QCOMPARE(f.model.reveal(waiting), 5);
        QCOMPARE(f.model.frameAt(5), waiting);
        QCOMPARE(f.model.index(5, 0).data().toString(), QStringLiteral("    wait"));
    }
    void threadsStandBesideExceptions()
    {
        model::Event event;
        event.exceptions = {exception("E", {frame("a", true)})};
        event.threads = {threadWith("1", {frame("wait", true)})};
        const auto rows = texts(stackRows(event, FrameOrder::NewestFirst));
        QCOMPARE(
            rows,
            (QStringList{QStringLiteral("a"), QStringLiteral("Other threads"), QStringLiteral("Thread 1, 1 frame")}));
    }
    void anExceptionWithoutAStackHasThatOfItsThread_data()
    {
        QTest::addColumn<QString>("threadId"); // that the exception names
        QTest::addColumn<bool>("crashed"); // thread 8
        QTest::addColumn<int>("exceptions");
        QTest::addColumn<bool>("found");
        QTest::newRow("it names the thread") << QStringLiteral("8") << false << 2 << true;
        QTest::newRow("it is alone, and one thread crashed") << QString() << true << 1 << true;
        QTest::newRow("two exceptions, none names the thread") << QString() << true << 2 << false;
        QTest::newRow("no thread crashed") << QString() << false << 1 << false;
    }
    void anExceptionWithoutAStackHasThatOfItsThread()
    {
        QFETCH(QString, threadId);
        QFETCH(bool, crashed);
        QFETCH(int, exceptions);
        QFETCH(bool, found);
        model::Event event;
        event.exceptions = std::vector<model::Exception>(std::size_t(exceptions), exception("E", {}));
        event.exceptions.back().threadId = threadId.toStdString();
        event.threads = {threadWith("7", {frame("wait", true)}), threadWith("8", {frame("boom", true)})};
        event.threads[1].crashed = crashed;
        const auto rows = stackRows(event, FrameOrder::NewestFirst);
        const auto boom = std::find_if(rows.begin(), rows.end(),
                                       [](const StackRow &row) { return row.text == QStringLiteral("boom"); });
        QCOMPARE(boom != rows.end(), found); // else it is folded with the other threads
        QVERIFY(!found || boom->frame == FrameRef({FrameRef::Stack::Thread, 1, 0}));
    }
    void whereNobodySaysOnlyKnownLibrariesAreLibraries_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("library");
        QTest::newRow("a file of one's own") << QStringLiteral("/srv/me/shop/cart.py") << false;
        QTest::newRow("a Python package")
            << QStringLiteral("/srv/me/shop/.venv/lib/python3/site-packages/x.py") << true;
        QTest::newRow("Python's own library")
            << QStringLiteral("/home/ada/.pyenv/versions/3.11.7/lib/python3.11/json/decoder.py") << true;
        QTest::newRow("Go's own library") << QStringLiteral("/usr/local/go/src/net/http/server.go") << true;
        QTest::newRow("a Node package") << QStringLiteral("/app/node_modules/express/index.js") << true;
        QTest::newRow("a library of the system") << QStringLiteral("/usr/lib/x86_64-linux-gnu/libc.so.6") << true;
        QTest::newRow("a framework of macOS") << QStringLiteral("/System/Library/Frameworks/AppKit") << true;
        QTest::newRow("no path") << QString() << false;
    }
    void whereNobodySaysOnlyKnownLibrariesAreLibraries()
    {
        QFETCH(QString, path);
        QFETCH(bool, library);
        ModelFixture f;
        f.event.exceptions = {exception("E", {frame("f", {})})};
        f.event.exceptions[0].stacktrace->frames[0].absPath = path.toStdString();
        f.model.setEvent(&f.event);
        const QModelIndex index = f.model.index(0, 0);
        QCOMPARE(index.data(ToneRole).toInt(), int(library ? Tone::Quiet : Tone::Normal));
        QVERIFY(!index.data(InAppRole).toBool()); // nor is it said to be the application's own
    }
    void aRowIsDividedByWhatItsTextsNeed()
    {
        const auto divided = [](int first, int second) {
            const Division division = divide(100, first, second);
            return std::pair(division.first, division.second);
        };
        QCOMPARE(divided(30, 20), std::pair(80, 20));
        QCOMPARE(divided(30, 90), std::pair(30, 70)); // the place loses its folders first
        QCOMPARE(divided(90, 90), std::pair(60, 40)); // both are cut
        QCOMPARE(divided(90, 30), std::pair(70, 30));
        QCOMPARE(divided(150, 0), std::pair(100, 0));
    }
    void framesStandBelowTheirExceptionInAGroup()
    {
        model::Event event;
        event.exceptions = {grouped("One", 1, 0, false), grouped("Group", 0, {}, true)};
        event.exceptions[0].stacktrace.reset();
        for (const StackRow &row : stackRows(event, FrameOrder::NewestFirst)) {
            QCOMPARE(row.indent, row.text.startsWith(QStringLiteral("Group")) ? 0 : 1);
        }
    }
    void asynchronousGapsAreSeparators()
    {
        model::Frame gap;
        gap.function = "<asynchronous suspension>";
        ModelFixture f;
        f.event.exceptions = {exception("E", {frame("old", true), gap, frame("new", true), gap})};
        const QString line = QStringLiteral("— asynchronous gap —");
        f.model.setEvent(&f.event);
        QCOMPARE(f.shown(), (QStringList{line, QStringLiteral("new"), line, QStringLiteral("old")}));
        QVERIFY(!f.model.frameAt(0).isValid() && !f.model.frameAt(2).isValid()); // nothing to look for a file of
        QVERIFY(f.model.index(0, 1).data().toString().isEmpty());
        QCOMPARE(f.model.summary(), QStringLiteral("2 frames · 2 in-app"));
        QCOMPARE(mainFrame(f.event), FrameRef({FrameRef::Stack::Exception, 0, 2}));
        f.event.exceptions = {exception("E", {gap, gap})};
        QVERIFY(!mainFrame(f.event).isValid());
    }
    void gapsDoNotPartRunsOfLibraryFrames()
    {
        model::Frame gap;
        gap.function = "<asynchronous suspension>";
        model::Event event;
        event.exceptions = {
            exception("E", {frame("lib1", false), gap, frame("lib2", false), gap, frame("mine", true), gap})};
        const auto rows = stackRows(event, FrameOrder::NewestFirst);
        const QString line = QStringLiteral("— asynchronous gap —");
        QCOMPARE(texts(rows), (QStringList{line, QStringLiteral("mine"), line, QStringLiteral("2 library frames")}));
        QCOMPARE(texts(rows[3].folded), (QStringList{QStringLiteral("lib2"), line, QStringLiteral("lib1")}));
    }
    void suppressedExceptionsAreNoCauses()
    {
        model::Event event;
        event.exceptions = {exception("Closing", {frame("close", true)}), exception("Raised", {frame("b", true)})};
        event.exceptions[0].mechanism = model::Mechanism{};
        event.exceptions[0].mechanism->type = "suppressed";
        QCOMPARE(texts(stackRows(event, FrameOrder::NewestFirst))[2], QStringLiteral("suppressed: Closing: v"));
    }
    void aStackThatTheReaderTookFromAThreadNamesIt()
    {
        model::Event event;
        event.exceptions = {exception("E", {frame("boom", true)})};
        event.exceptions[0].threadId = "8";
        event.threads = {threadWith("7", {frame("wait", true)}), threadWith("8", {frame("boom", true)})};
        event.threads[0].crashed = true;
        QCOMPARE(texts(stackRows(event, FrameOrder::NewestFirst)),
                 (QStringList{QStringLiteral("Thread 8"), QStringLiteral("boom"), QStringLiteral("Other threads"),
                              QStringLiteral("Thread 7 (crashed), 1 frame")}));
        event.threads[1].stacktrace->frames[0].function = "elsewhere"; // where the thread was when the event was made
        QCOMPARE(texts(stackRows(event, FrameOrder::NewestFirst))[0], QStringLiteral("boom"));
    }
    void theWindowOpensWhereTheCulpritSays()
    {
        model::Event event;
        event.exceptions = {exception("E", {frame("failed", {}), frame("raise", {})})};
        QCOMPARE(mainFrame(event, {model::CrashSite::Stack::Exception, 0, 0}),
                 FrameRef({FrameRef::Stack::Exception, 0, 0}));
        QCOMPARE(mainFrame(event, {model::CrashSite::Stack::Thread, 2, 1}), FrameRef({FrameRef::Stack::Thread, 2, 1}));
        QCOMPARE(mainFrame(event, {}), FrameRef({FrameRef::Stack::Exception, 0, 1}));
    }
    void overlongStacksLoseTheirMiddleWithANote()
    {
        model::Event event;
        std::vector<model::Frame> frames;
        for (int i = 0; i < 1000; ++i) {
            frames.push_back(frame("f" + std::to_string(i), true));
        }
        event.exceptions = {exception("Deep", std::move(frames))};
        const auto rows = stackRows(event, FrameOrder::NewestFirst);
        QCOMPARE(rows.size(), limits::frames + 1);
        QCOMPARE(rows.front().text, QStringLiteral("f999"));
        QCOMPARE(rows.back().text, QStringLiteral("f0"));
        const auto note = std::find_if(rows.begin(), rows.end(),
                                       [](const StackRow &row) { return row.kind == StackRow::Kind::Note; });
        QVERIFY(note != rows.end() && note->text.startsWith(QStringLiteral("750 ")));
    }
    void libraryFramesFoldAndOpen()
    {
        ModelFixture f;
        f.event.exceptions = {exception("E",
                                        {frame("lib1", false), frame("lib2", false), frame("mine", true),
                                         frame("lib3", false), frame("top", true)})};
        f.model.setEvent(&f.event);
        QCOMPARE(f.shown(),
                 (QStringList{QStringLiteral("top"), QStringLiteral("lib3"), QStringLiteral("mine"),
                              QStringLiteral("▸ 2 library frames")}));
        QCOMPARE(f.model.index(3, 1).data().toString(), QStringLiteral("django"));
        f.model.toggleFold(3);
        QCOMPARE(f.shown().mid(3),
                 (QStringList{QStringLiteral("▾ 2 library frames"), QStringLiteral("    lib2"),
                              QStringLiteral("    lib1")}));
        f.model.toggleFold(3);
        QCOMPARE(f.model.rowCount(), 4);
        // A frame that is selected elsewhere is brought to light.
        QCOMPARE(f.model.reveal({FrameRef::Stack::Exception, 0, 0}), 5);
        QCOMPARE(f.model.rowCount(), 6);
    }
    void aStackOfLibrariesAloneStaysOpen()
    {
        model::Event event;
        event.exceptions = {exception("E", {frame("a", false), frame("b", false), frame("c", {})})};
        QCOMPARE(stackRows(event, FrameOrder::NewestFirst).size(), std::size_t(3));
    }
    void stepsThroughInAppFrames()
    {
        ModelFixture f;
        f.event.exceptions = {exception("E", {frame("old", true), frame("lib", false), frame("top", true)})};
        f.model.setEvent(&f.event);
        const FrameRef top{FrameRef::Stack::Exception, 0, 2};
        const FrameRef old{FrameRef::Stack::Exception, 0, 0};
        QCOMPARE(mainFrame(f.event), top);
        QCOMPARE(f.model.neighbour(top, 1), old);
        QCOMPARE(f.model.neighbour(old, -1), top);
        QVERIFY(!f.model.neighbour(old, 1).isValid());
    }
    void modelStandsChangesOfEvent()
    {
        ModelFixture f;
        f.event.exceptions = {exception("E", {frame("a", true)})};
        f.model.setEvent(&f.event);
        f.model.setEvent(nullptr);
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.model.frameAt(0).isValid());
        f.model.setOrder(FrameOrder::OldestFirst, &f.event);
        QCOMPARE(f.model.rowCount(), 1);
    }
};

PICKET_TEST(TestStack)
#include "tst_stack.moc"
