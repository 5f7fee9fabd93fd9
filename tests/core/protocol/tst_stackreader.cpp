// SPDX-License-Identifier: GPL-3.0-or-later
// PROTOCOL C.3 to C.6: exceptions, stacks, frames, threads.
#include "core/base/limits.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using test::at;
using test::documentOf;

namespace {

QByteArray withFrame(const QByteArray &frame)
{
    return "{\"exception\":{\"values\":[{\"type\":\"E\",\"stacktrace\":{\"frames\":[" + frame + "]}}]}}";
}

} // namespace

class TestStackReader final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &frame, const QByteArray &path,
                            const QByteArray &value) {
            QTest::newRow(name) << frame << path << value;
        };
        row("a question mark is no function", R"({"function":"?"})", "function", "null");
        row("filename alone becomes abs_path, too", R"({"filename":"app/a.py"})", "abs_path", R"("app/a.py")");
        row("filename alone stays", R"({"filename":"app/a.py"})", "filename", R"("app/a.py")");
        row("a URL alone gives its path", "{\"abs_path\":\"http://h/static/a.js?v=1#x\"}", "filename",
            R"("/static/a.js")");
        row("a URL as filename gives its path", "{\"filename\":\"http://h/static/a.js\"}", "filename",
            R"("/static/a.js")");
        row("a URL of a socket gives its path", "{\"abs_path\":\"wss://h:8080/static/a.js\"}", "filename",
            "\"/static/a.js\"");
        row("an application's own scheme without a host gives its path", "{\"abs_path\":\"app:///src/a.js\"}",
            "filename", "\"/src/a.js\"");
        row("localhost is a host", "{\"abs_path\":\"capacitor://localhost/src/a.js\"}", "filename", "\"/src/a.js\"");
        row("an extension's id is one, too", "{\"abs_path\":\"chrome-extension://abcdef/js/a.js\"}", "filename",
            "\"/js/a.js\"");
        for (const char *path : {"res://scenes/door.gd", "user://saves/a.gd", "asset://html/app/a.js",
                                 "package://app/src/a.dart", "file://server/share/a.cs", "file://C:/src/a.cs",
                                 "app://obsidian.md/src/a.js", "webpack://shop/./src/a.js", "dart:async/zone.dart",
                                 "package:app/main.dart", "webpack-internal:./src/a.js", "node:internal/process/a",
                                 "C:/src/a.cs", "//server/share/a.cs", "gs://bucket/src/a.py"}) {
            const QByteArray text = "\"" + QByteArray(path) + "\"";
            row(("all folders of " + QByteArray(path)).constData(), "{\"filename\":" + text + "}", "filename", text);
            row(("all folders of " + QByteArray(path) + " as abs_path").constData(), "{\"abs_path\":" + text + "}",
                "filename", text);
        }
        row("a Windows path", "{\"filename\":\"C:\\\\src\\\\a.cs\"}", "filename", "\"C:\\\\src\\\\a.cs\"");
        row("a UNC path", "{\"filename\":\"\\\\\\\\server\\\\share\\\\a.cs\"}", "abs_path",
            "\"\\\\\\\\server\\\\share\\\\a.cs\"");
        row("a URL without a path stays", "{\"abs_path\":\"http://h/\"}", "filename", "\"http://h/\"");
        row("a URL without a slash stays", "{\"abs_path\":\"http://h\"}", "filename", "\"http://h\"");
        row("both paths stay as sent", "{\"abs_path\":\"http://h/a.js\",\"filename\":\"~/a.js\"}", "filename",
            R"("~/a.js")");
        row("lines as text", R"({"lineno":"12","colno":"3"})", "lineno", "12");
        row("a line that is none", R"({"lineno":"twelve"})", "lineno", "null");
        row("in_app false", R"({"in_app":false})", "in_app", "false");
        row("in_app null", R"({"in_app":null})", "in_app", "null");
        row("null lines around the context are empty",
            R"({"context_line":"x","pre_context":[null,"a"],"post_context":["b",null]})", "pre_context", R"(["","a"])");
        row("a missing context line with neighbours is empty", R"({"pre_context":["a"]})", "context_line", R"("")");
        row("an empty context line is one", R"({"context_line":""})", "context_line", R"("")");
        row("no context", R"({"pre_context":[],"post_context":null})", "context_line", "null");
        row("vars as an object", R"({"vars":{"b":"1","a":{"c":0.10}}})", "vars", R"({"b":"1","a":{"c":0.10}})");
        row("vars as positions", R"({"vars":["x",2]})", "vars", R"(["x",2])");
        row("no vars from PHP", R"({"vars":[]})", "vars", "{}");
        row("addresses as numbers stay exact", R"({"instruction_addr":18446744073709551615})", "instruction_addr",
            R"("18446744073709551615")");
        row("platform of its own", R"({"platform":"Native"})", "platform", R"("native")");
        row("unknown platform", R"({"platform":"crystal"})", "platform", R"("other")");
        row("data", R"({"data":{"sourcemap":"a.map"}})", "data", R"({"sourcemap":"a.map"})");
        row("data as PHP's empty list", R"({"data":[]})", "data", "{}");
        row("lock", R"({"lock":{"type":2}})", "lock", R"({"type":2})");
        row("function as a number", R"({"function":5})", "function", R"("5")");
        row("function as an object is left out", R"({"function":{"a":1}})", "function", "null");
    }
    void readsFrames()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        QCOMPARE(at(documentOf(test::readEvent(withFrame(frame))), "exceptions/0/frames/0/" + path), value);
    }

    void readsStacks_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &path,
                            const QByteArray &value) {
            QTest::newRow(name) << event << path << value;
        };
        row("exceptions as values", R"({"exception":{"values":[{"type":"A"},{"type":"B"}]}})", "exceptions/1/type",
            R"("B")");
        row("exceptions as a list", R"({"exception":[{"type":"A"},{"type":"B"}]})", "exceptions/1/type", R"("B")");
        row("a single exception", R"({"exception":{"type":"A"}})", "exceptions/0/type", R"("A")");
        row("exceptions by their legacy name", R"({"sentry.interfaces.Exception":{"values":[{"type":"A"}]}})",
            "exceptions/0/type", R"("A")");
        row("null exceptions keep their place", R"({"exception":[null,{"type":"B"}]})", "exceptions", "[null,");
        row("value as an object", R"({"exception":{"type":"A","value":{"a":1}}})", "exceptions/0/value",
            "\"{\\\"a\\\":1}\"");
        row("value as a number", R"({"exception":{"type":"A","value":5}})", "exceptions/0/value", R"("5")");
        row("the type within the value", "{\"exception\":{\"value\":\"KeyError: 'id'\"}}", "exceptions/0/type",
            R"("KeyError")");
        row("the value without the type", "{\"exception\":{\"value\":\"KeyError: 'id'\"}}", "exceptions/0/value",
            "\"'id'\"");
        row("several words are no type", R"({"exception":{"value":"cannot read: x"}})", "exceptions/0/type", "null");
        row("a URL is no type", "{\"exception\":{\"value\":\"http://x\"}}", "exceptions/0/type", "null");
        row("a synthetic exception's value is whole",
            R"({"exception":{"value":"Note: x","mechanism":{"synthetic":true}}})", "exceptions/0/value",
            R"("Note: x")");
        row("thread id as a number", R"({"exception":{"type":"A","thread_id":7}})", "exceptions/0/thread_id", R"("7")");
        row("mechanism without a type", R"({"exception":{"type":"A","mechanism":{"handled":false}}})",
            "exceptions/0/mechanism/type", R"("generic")");
        row("mechanism as a text", R"({"exception":{"type":"A","mechanism":"onerror"}})", "exceptions/0/mechanism/type",
            R"("onerror")");
        row("handled null", R"({"exception":{"type":"A","mechanism":{"type":"x","handled":null}}})",
            "exceptions/0/mechanism/handled", "null");
        row("ids of an exception group",
            R"({"exception":{"type":"A","mechanism":{"type":"x","exception_id":"0","parent_id":1,"is_exception_group":true}}})",
            "exceptions/0/mechanism/exception_id", "0");
        row("a legacy signal",
            R"({"exception":{"type":"A","mechanism":{"posix_signal":{"signal":11,"name":"SIGSEGV"},"relevant_address":"0x1"}}})",
            "exceptions/0/mechanism/meta", R"({"signal":{"number":11,"name":"SIGSEGV"}})");
        row("a legacy address",
            R"({"exception":{"type":"A","mechanism":{"posix_signal":{"signal":11},"relevant_address":"0x1"}}})",
            "exceptions/0/mechanism/data", R"({"relevant_address":"0x1"})");
        row("a legacy Mach exception",
            R"({"exception":{"type":"A","mechanism":{"mach_exception":{"exception":1,"exception_name":"EXC_BAD_ACCESS"}}}})",
            "exceptions/0/mechanism/meta", R"({"mach_exception":{"exception":1,"name":"EXC_BAD_ACCESS"}})");
        row("null frames keep their place",
            R"({"exception":{"type":"A","stacktrace":{"frames":[null,{"function":"f"}]}}})", "exceptions/0/frames/0",
            "null");
        row("frames null", R"({"exception":{"type":"A","stacktrace":{"frames":null}}})", "exceptions/0/frames", "null");
        row("frames absent", R"({"exception":{"type":"A","stacktrace":{}}})", "exceptions/0/frames", "null");
        row("frames empty", R"({"exception":{"type":"A","stacktrace":{"frames":[]}}})", "exceptions/0/frames", "null");
        row("a stack that is a list", R"({"exception":{"type":"A","stacktrace":[{"function":"f"}]}})",
            "exceptions/0/frames/0/function", R"("f")");
        row("registers without frames", R"({"exception":{"type":"A","stacktrace":{"registers":{"rip":"0x1"}}}})",
            "exceptions/0/registers", R"({"rip":"0x1"})");
        row("raw frames", R"({"exception":{"type":"A","raw_stacktrace":{"frames":[{"function":"r"}]}}})",
            "exceptions/0/raw_frames/0/function", R"("r")");
        row("a top-level stack without an exception stays", R"({"stacktrace":{"frames":[{"function":"f"}]}})",
            "stacktrace/0/function", R"("f")");
        row("a top-level stack by its legacy name", R"({"sentry.interfaces.Stacktrace":{"frames":[{"function":"f"}]}})",
            "stacktrace/0/function", R"("f")");
        row("a top-level stack goes to the only exception",
            R"({"stacktrace":{"frames":[{"function":"f"}]},"exception":[{"type":"A"}]})",
            "exceptions/0/frames/0/function", R"("f")");
        row("and is no longer at the top", R"({"stacktrace":{"frames":[{"function":"f"}]},"exception":[{"type":"A"}]})",
            "stacktrace", "null");
        row("not to one of two",
            R"({"stacktrace":{"frames":[{"function":"f"}]},"exception":[{"type":"A"},{"type":"B"}]})",
            "exceptions/1/frames", "null");
        row("not to one that has its own",
            R"({"stacktrace":{"frames":[{"function":"f"}]},"exception":{"type":"A","stacktrace":{"frames":[{"function":"g"}]}}})",
            "exceptions/0/frames/0/function", R"("g")");
        row("the crashed thread's stack for the only exception",
            R"({"exception":[{"type":"A"}],"threads":{"values":[{"id":1,"stacktrace":{"frames":[{"function":"o"}]}},{"id":2,"crashed":true,"stacktrace":{"frames":[{"function":"c"}]}}]}})",
            "exceptions/0/frames/0/function", R"("c")");
        row("not when two threads crashed",
            R"({"exception":[{"type":"A"}],"threads":[{"id":1,"crashed":true,"stacktrace":{"frames":[{"function":"o"}]}},{"id":2,"crashed":true}]})",
            "exceptions/0/frames", "null");
        row("threads by their legacy name",
            R"({"sentry.interfaces.Threads":{"values":[{"id":"main","name":"n","current":true,"main":false,"state":"RUNNABLE"}]}})",
            "threads/0/state", R"("RUNNABLE")");
        row("thread ids beyond 2^53", R"({"threads":[{"id":9007199254740993}]})", "threads/0/id",
            R"("9007199254740993")");
        row("null threads keep their place", R"({"threads":[null,{"id":2}]})", "threads/0", "null");
        row("held locks", R"({"threads":[{"id":1,"held_locks":{"0x1":{"type":1}}}]})", "threads/0/held_locks",
            R"({"0x1":{"type":1}})");
        row("template", R"({"template":{"filename":"a.html","lineno":"3","context_line":"x","pre_context":["a"]}})",
            "template/lineno", "3");
        row("template by its legacy name", R"({"sentry.interfaces.Template":{"filename":"a.html"}})",
            "template/filename", R"("a.html")");
    }
    void readsStacks()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        const QByteArray found = at(documentOf(test::readEvent(event)), path);
        // A value that ends in a comma is the beginning of a list.
        QCOMPARE(value.endsWith(',') ? found.left(value.size()) : found, value);
    }

    void theNewestExceptionsAreKept()
    {
        QByteArray list;
        for (std::size_t i = 0; i < limits::exceptions + 5; ++i) {
            list += "{\"type\":\"E" + QByteArray::number(qulonglong(i)) + "\"},";
        }
        list.chop(1);
        const model::Event event = test::readEvent("{\"exception\":[" + list + "]}");
        QCOMPARE(event.exceptions.size(), limits::exceptions);
        QCOMPARE(test::bytes(event.exceptions.front().type), QByteArray("E5"));
        QCOMPARE(test::bytes(event.errors.front().type), QByteArray("value_too_long"));
    }

    void theRaisedExceptionIsKeptOfAListTurnedRound()
    {
        QByteArray list = R"({"type":"Root","mechanism":{"exception_id":0}})";
        for (std::size_t i = 1; i < limits::exceptions + 5; ++i) {
            list += R"(,{"type":"E","mechanism":{"exception_id":)" + QByteArray::number(qulonglong(i))
                + ",\"parent_id\":" + QByteArray::number(qulonglong(i - 1)) + "}}";
        }
        const model::Event event = test::readEvent("{\"exception\":[" + list + "]}");
        QCOMPARE(event.exceptions.size(), limits::exceptions);
        QCOMPARE(test::bytes(event.exceptions.back().type), QByteArray("Root"));
    }

    void groupsWithoutMembersSayNothingAboutTheOrder()
    {
        const model::Event event = test::readEvent(
            R"({"platform":"go","exception":[
            {"type":"Cause","mechanism":{"exception_id":0,"is_exception_group":true}},
            {"type":"Between","mechanism":{"exception_id":1,"parent_id":0,"is_exception_group":true}},
            {"type":"Raised","mechanism":{"exception_id":2,"parent_id":1,"is_exception_group":true}}]})");
        QCOMPARE(test::bytes(event.exceptions.front().type), QByteArray("Cause"));
        QCOMPARE(test::bytes(event.exceptions.back().type), QByteArray("Raised"));
    }

    void whatWasLeftOutIsAProblem()
    {
        const model::Event event = test::readEvent(withFrame(R"({"function":{"a":1},"lineno":"x"})"));
        QCOMPARE(event.errors.size(), 2u);
        QCOMPARE(test::bytes(event.errors[0].name), QByteArray("frame.function"));
        QCOMPARE(test::bytes(event.errors[0].value), QByteArray(R"({"a":1})"));
        QCOMPARE(test::bytes(event.errors[1].name), QByteArray("frame.lineno"));
    }
};

PICKET_TEST(TestStackReader)
#include "tst_stackreader.moc"
