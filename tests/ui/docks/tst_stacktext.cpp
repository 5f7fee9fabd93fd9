// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/code/codeview.h"
#include "ui/stack/stackdock.h"
#include "ui/stack/stacktext.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QToolButton>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

model::Frame frame(const std::string &function, const std::string &path, std::int64_t line)
{
    model::Frame made;
    made.function = function;
    made.absPath = path;
    made.filename = path.substr(path.rfind('/') + 1);
    made.lineno = line;
    return made;
}

model::Exception exception(const std::string &type, const std::string &value, std::vector<model::Frame> frames)
{
    model::Exception made;
    made.type = type;
    made.value = value;
    if (!frames.empty()) {
        made.stacktrace = model::Stacktrace{std::move(frames), {}, {}};
    }
    return made;
}

// A cause and what was raised because of it, in the words of the platform.
model::Event chain(const std::string &platform, const std::string &source)
{
    model::Event event;
    event.platform = platform;
    event.exceptions = {
        exception("KeyError", "'sku'", {frame("load", "/app/db.x", 7)}),
        exception("CartError", "no cart", {frame("main", "/app/main.x", 3), frame("total", "/app/cart.x", 41)})};
    event.exceptions[0].mechanism = model::Mechanism{};
    event.exceptions[0].mechanism->source = source;
    event.exceptions[1].stacktrace->frames[1].contextLine = "    return load(sku)\n";
    return event;
}

model::Exception member(model::Exception made, std::int64_t id, std::optional<std::int64_t> parent, bool isGroup)
{
    made.mechanism = model::Mechanism{};
    made.mechanism->exceptionId = id;
    made.mechanism->parentId = parent;
    made.mechanism->isExceptionGroup = isGroup;
    return made;
}

} // namespace

class TestStackText final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void chainsReadAsTheLanguagePrintsThem_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        const QString traceback = u"Traceback (most recent call last):\n"
                                  "  File \"/app/db.x\", line 7, in load\n"
                                  "KeyError: 'sku'\n\n%1\n\n"
                                  "Traceback (most recent call last):\n"
                                  "  File \"/app/main.x\", line 3, in main\n"
                                  "  File \"/app/cart.x\", line 41, in total\n"
                                  "    return load(sku)\n"
                                  "CartError: no cart"_s;
        QTest::newRow("Python, raised from")
            << u"python"_s << u"__cause__"_s
            << traceback.arg(u"The above exception was the direct cause of the following exception:"_s);
        QTest::newRow("Python, raised meanwhile")
            << u"python"_s << u"__context__"_s
            << traceback.arg(u"During handling of the above exception, another exception occurred:"_s);
        QTest::newRow("JavaScript") << u"node"_s << u"cause"_s
                                    << u"CartError: no cart\n"
                                       "    at total (/app/cart.x:41)\n"
                                       "    at main (/app/main.x:3) {\n"
                                       "  [cause]: KeyError: 'sku'\n"
                                       "      at load (/app/db.x:7)\n"
                                       "}"_s;
        QTest::newRow("Java") << u"java"_s << QString()
                              << u"CartError: no cart\n"
                                 "\tat total(cart.x:41)\n"
                                 "\tat main(main.x:3)\n"
                                 "Caused by: KeyError: 'sku'\n"
                                 "\tat load(db.x:7)"_s;
        QTest::newRow(".NET") << u"csharp"_s << QString()
                              << u"CartError: no cart\n"
                                 " ---> KeyError: 'sku'\n"
                                 "   at load in /app/db.x:line 7\n"
                                 "   --- End of inner exception stack trace ---\n"
                                 "   at total in /app/cart.x:line 41\n"
                                 "   at main in /app/main.x:line 3"_s;
        QTest::newRow("Ruby") << u"ruby"_s << QString()
                              << u"/app/cart.x:41:in `total': no cart (CartError)\n"
                                 "\tfrom /app/main.x:3:in `main'\n"
                                 "caused by: /app/db.x:7:in `load': 'sku' (KeyError)"_s;
        QTest::newRow("PHP") << u"php"_s << QString()
                             << u"KeyError: 'sku'\n"
                                "Stack trace:\n"
                                "#0 /app/db.x(7): load()\n"
                                "\n"
                                "Next CartError: no cart\n"
                                "Stack trace:\n"
                                "#0 /app/cart.x(41): total()\n"
                                "#1 /app/main.x(3): main()"_s;
        QTest::newRow("Go") << u"go"_s << QString()
                            << u"CartError: no cart\n"
                               "total(...)\n"
                               "\t/app/cart.x:41\n"
                               "main(...)\n"
                               "\t/app/main.x:3\n"
                               "caused by: KeyError: 'sku'\n"
                               "load(...)\n"
                               "\t/app/db.x:7"_s;
        QTest::newRow("any other") << u"native"_s << QString()
                                   << u"CartError: no cart\n"
                                      "#0  total at /app/cart.x:41\n"
                                      "#1  main at /app/main.x:3\n"
                                      "caused by: KeyError: 'sku'\n"
                                      "#0  load at /app/db.x:7"_s;
    }
    void chainsReadAsTheLanguagePrintsThem()
    {
        QFETCH(QString, platform);
        QFETCH(QString, source);
        QFETCH(QString, text);
        QCOMPARE(QString::fromUtf8(stackText(chain(platform.toStdString(), source.toStdString()))), text);
    }
    void groupsOfPythonAreDrawnAsATree()
    {
        model::Event event;
        event.platform = "python";
        event.exceptions = {member(exception("TypeError", "two", {}), 3, 2, false),
                            member(exception("ExceptionGroup", "inner", {}), 2, 0, true),
                            member(exception("ValueError", "one", {frame("f", "/a.py", 2)}), 1, 0, false),
                            member(exception("ExceptionGroup", "outer", {frame("g", "/a.py", 9)}), 0, {}, true)};
        QCOMPARE(QString::fromUtf8(stackText(event)),
                 u"  + Exception Group Traceback (most recent call last):\n"
                 "  |   File \"/a.py\", line 9, in g\n"
                 "  | ExceptionGroup: outer\n"
                 "  +-+---------------- 1 ----------------\n"
                 "    | Traceback (most recent call last):\n"
                 "    |   File \"/a.py\", line 2, in f\n"
                 "    | ValueError: one\n"
                 "    +---------------- 2 ----------------\n"
                 "    | ExceptionGroup: inner\n"
                 "    +-+---------------- 1 ----------------\n"
                 "      | TypeError: two\n"
                 "      +------------------------------------\n"
                 "    +------------------------------------"_s);
    }
    void gapsAreLinesWithoutANumber()
    {
        model::Event event;
        event.platform = "dart";
        model::Frame gap;
        gap.function = "<asynchronous suspension>";
        event.exceptions = {
            exception("E", "v", {frame("main", "/app/main.dart", 3), gap, frame("total", "/app/cart.dart", 41)})};
        QCOMPARE(QString::fromUtf8(stackText(event)),
                 u"E: v\n#0  total at /app/cart.dart:41\n<asynchronous suspension>\n#1  main at /app/main.dart:3"_s);
    }
    void suppressedExceptionsAreCalledSo()
    {
        model::Event event = chain("java", "suppressed[0]");
        QVERIFY(QString::fromUtf8(stackText(event)).contains(u"\nSuppressed: KeyError: 'sku'\n"_s));
    }
    void threadsStandInForExceptions()
    {
        model::Event event;
        event.platform = "native";
        model::Thread thread;
        thread.id = "7";
        thread.name = "worker";
        thread.crashed = true;
        thread.stacktrace = model::Stacktrace{{frame("run", "/w.c", 1)}, {}, {}};
        event.threads = {thread};
        QCOMPARE(QString::fromUtf8(stackText(event)), u"Thread 7 \"worker\" (crashed):\n#0  run at /w.c:1"_s);
        QVERIFY(stackText(model::Event()).isEmpty());
    }
    void hostileStacksStayTextOfBoundedSize()
    {
        model::Event event;
        event.platform = "python";
        model::Frame null;
        null.isNull = true;
        std::vector<model::Frame> frames(2000, frame(std::string("a\0\n\xe2\x80\xae", 6), "/p", -1));
        frames.front().absPath = std::string(100'000, 'p');
        frames.back() = null;
        event.exceptions = std::vector<model::Exception>(200, exception("E", "v\nw", {model::Frame()}));
        event.exceptions[150].stacktrace->frames = frames;
        const QString text = QString::fromUtf8(stackText(event));
        QVERIFY(!text.contains(QChar(0)) && !text.contains(QChar(0x202e)));
        QVERIFY(text.contains(u"… 1750 more frames"_s));
        QVERIFY(text.contains(u"… 100 more exceptions"_s));
        for (const QString &line : text.split(u'\n')) {
            QVERIFY(line.size() < qsizetype(limits::sourceLine) + 100);
        }
    }
    void whatIsTooLongIsCutWithAMark()
    {
        model::Event event;
        event.exceptions = {
            exception("E", "v", std::vector<model::Frame>(200, frame("f", std::string(50'000, 'p'), 1)))};
        const QByteArray text = stackText(event);
        QVERIFY(text.size() < qsizetype(limits::rawShown));
        QVERIFY(text.endsWith("…"));
    }
    void whatHasTooManyLinesIsCutWithAMark()
    {
        model::Event event;
        event.exceptions = {exception("E", std::string(2'000'000, '\n'), {frame("f", "/p", 1)})};
        const QByteArray text = stackText(event);
        QVERIFY(text.count('\n') <= qsizetype(limits::shownLines));
        QVERIFY(text.endsWith("…"));
    }
    void theDockSwitchesAndCopies()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<StackDock>();
        fixture.openWindow();
        QVERIFY(fixture.show(errorJson("TypeError", "no", "total")));
        QVERIFY(!dock.isTextShown());
        QAction *asText = fixture.actions.get(u"stack.asText"_s);
        // What the keyboard can do, the mouse can: both toggles are there and named.
        QStringList names;
        for (const auto *button : dock.findChildren<QToolButton *>()) {
            QVERIFY(button->isVisible() && button->focusPolicy() & Qt::TabFocus);
            names.push_back(button->accessibleName());
        }
        QCOMPARE(names, (QStringList{u"Oldest Frame First"_s, u"Stack as Text"_s}));
        asText->trigger();
        QVERIFY(dock.isTextShown());
        QVERIFY2(dock.text().text().contains(u"TypeError: no"_s), qPrintable(dock.text().text()));
        // The next event is shown in the same way.
        QVERIFY(fixture.show(errorJson("ValueError", "other", "total")));
        QVERIFY(dock.text().text().contains(u"ValueError: other"_s));
        fixture.actions.get(u"stack.copy"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), dock.text().text());
        asText->trigger();
        QVERIFY(!dock.isTextShown());
    }
};

PICKET_TEST(TestStackText)
#include "tst_stacktext.moc"
