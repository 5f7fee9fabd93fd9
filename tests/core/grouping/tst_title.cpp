// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

class TestTitle final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("culprit");
        const auto row = [](const char *name, const Event &event, const char *title, const char *culprit) {
            QTest::newRow(name) << event << QByteArray(title) << QByteArray(culprit);
        };
        row("type and value", eventOf("python", {exception("ValueError", "row 7 is bad")}), "ValueError: row 7 is bad",
            "");
        row("the first line of a value", eventOf("python", {exception("E", "\n  one\r\ntwo")}), "E: one", "");
        row("a type only", eventOf("python", {exception("E", "")}), "E", "");
        row("a value only", eventOf("python", {exception("", "v")}), "v", "");
        row("neither", eventOf("python", {exception("", "")}), "<unlabeled event>", "");
        row("nothing at all", Event{}, "<unlabeled event>", "");
        row("the last of a chain", eventOf("python", {exception("Cause", "c"), exception("E", "v")}), "E: v", "");
        row("a message", message("user 42 left\nsecond"), "user 42 left", "");
        row("a message, formatted before its template", message("user 42 left", "user %s left"), "user 42 left", "");
        row("a template alone", message("", "user %s left"), "user %s left", "");
        row("a synthetic exception",
            eventOf("native", {synthetic(exception("SIGSEGV", "Segfault", calls({"main", "f(int)"})))}), "f: Segfault",
            "");
        row("a synthetic exception without a type, as a captured message is sent",
            eventOf("javascript", {synthetic(exception("", "The basket is empty", calls({"context"})))}),
            "The basket is empty", "");
        row("a synthetic exception without a value or stack", eventOf("native", {synthetic(exception("SIGSEGV", ""))}),
            "SIGSEGV", "");
        row("a transaction event",
            with(Event{},
                 [](Event &event) {
                     event.type = model::EventType::Transaction;
                     event.transaction = "GET /users";
                 }),
            "GET /users", "GET /users");
        row("a React recovery is named after its cause",
            with(eventOf("javascript",
                         {exception("TypeError", "x"),
                          exception("Error",
                                    "There was an error during concurrent rendering but React was able to recover.")}),
                 [](Event &event) { event.exceptions[0].mechanism = mechanism("chained", "cause"); }),
            "TypeError: x", "");
        row("RxJava's wrapper is named after its cause",
            with(eventOf("java", {exception("IOException", "x"), exception("UndeliverableException", "y")}),
                 [](Event &event) {
                     event.exceptions[1].module = "io.reactivex.rxjava3.exceptions";
                     event.exceptions[1].mechanism = mechanism("UncaughtExceptionHandler");
                 }),
            "IOException: x", "");
        row("the culprit of Python", crash("python", {frame({.module = "a.b", .function = "f"})}), "Error: it broke",
            "a.b in f");
        row("the culprit by file", crash("ruby", {frame({.filename = "a.rb", .function = "f"})}), "Error: it broke",
            "a.rb in f");
        row("the culprit of JavaScript", crash("javascript", {frame({.filename = "a.js", .function = "f"})}),
            "Error: it broke", "f(a.js)");
        row("the culprit of native code, with its arguments", crash("native", calls({"void f(int)"})),
            "Error: it broke", "f(int)");
        row("the culprit of native code, without template arguments", crash("native", calls({"f<A>(int)"})),
            "Error: it broke", "f<T>");
        row("the culprit of Swift", crash("cocoa", calls({"AudioMixer.render(into:)"})), "Error: it broke",
            "AudioMixer.render(into:)");
        row("the culprit is the last in-app frame",
            crash("python",
                  {frame({.module = "a", .function = "f"}), frame({.module = "lib", .function = "g", .inApp = false})}),
            "Error: it broke", "a in f");
        row("the culprit without an in-app frame",
            crash("python",
                  {frame({.module = "a", .function = "f", .inApp = false}),
                   frame({.module = "lib", .function = "g", .inApp = false})}),
            "Error: it broke", "lib in g");
        row("the transaction is the culprit",
            with(crash("python", calls({"f"})),
                 [](Event &event) {
                     event.transaction = "/users";
                     event.culprit = "old";
                 }),
            "Error: it broke", "/users");
        row("the culprit that was sent",
            with(crash("python", calls({"f"})), [](Event &event) { event.culprit = "old"; }), "Error: it broke", "old");
        row("the culprit of a request",
            with(eventOf("python", {exception("E", "v")}),
                 [](Event &event) { event.request.emplace().url = "https://a.b/c"; }),
            "E: v", "https://a.b/c");
    }
    void names()
    {
        QFETCH(Event, event);
        const model::Grouping grouping = grouping::group(event);
        QTEST(QByteArray::fromStdString(grouping.title), "title");
        QTEST(QByteArray::fromStdString(grouping.culprit), "culprit");
    }

    void cutsBetweenCharacters()
    {
        std::string value;
        for (int i = 0; i < 2000; ++i) {
            value += "ü";
        }
        const model::Grouping grouping = grouping::group(eventOf("python", {exception("E", value)}));
        const QString title = QString::fromStdString(grouping.title);
        QCOMPARE(title.size(), static_cast<qsizetype>(limits::title));
        QVERIFY(title.endsWith(QStringLiteral("ü...")));
        QCOMPARE(QString::fromStdString(grouping.value).size(), static_cast<qsizetype>(limits::exceptionValue));
    }
};

PICKET_TEST(TestTitle)
#include "tst_title.moc"
