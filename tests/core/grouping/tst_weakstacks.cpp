// SPDX-License-Identifier: GPL-3.0-or-later
// Stacks that say little or nothing: what decides in their place. As events are sent, read and grouped.
#include "core/model/framenames.h"
#include "core/protocol/eventreader.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

Event read(const QByteArray &json, protocol::Detail detail = protocol::Detail::Full)
{
    protocol::ReadContext context;
    context.received = Timestamp(std::chrono::seconds(1'700'000'000));
    context.detail = detail;
    const auto event =
        protocol::readEvent(std::string_view(json.data(), static_cast<std::size_t>(json.size())), context);
    return event ? *event : Event{};
}

QByteArray list(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

QByteArray stackOf(const QByteArrayList &frames)
{
    return "{\"frames\":" + list(frames) + '}';
}

// A message with a stack: at the top, or of its thread.
QByteArray messageWith(const QByteArray &text, const QByteArrayList &frames, const char *platform = "java")
{
    return QByteArray("{\"platform\":\"") + platform + "\",\"message\":\"" + text
        + "\",\"stacktrace\":" + stackOf(frames) + '}';
}

QByteArray messageInThread(const QByteArray &text, const QByteArray &flags, const QByteArrayList &frames)
{
    return "{\"platform\":\"other\",\"message\":\"" + text + "\",\"threads\":[{\"id\":1," + flags + R"("stacktrace":)"
        + stackOf(frames) + "}]}";
}

QByteArray error(const char *platform, const QByteArray &value, const QByteArrayList &frames,
                 const QByteArray &more = {})
{
    return QByteArray("{\"platform\":\"") + platform + R"(","exception":[{"type":"Error","value":")" + value
        + "\",\"stacktrace\":" + stackOf(frames) + "}]" + more + '}';
}

QByteArray native(const QByteArray &base, std::initializer_list<int> offsets, const QByteArray &frameMore = {},
                  bool withImages = true)
{
    QByteArrayList frames;
    for (const int offset : offsets) {
        frames.push_back("{\"package\":\"/srv/orchard/orchard\",\"instruction_addr\":\"0x"
                         + QByteArray::number(base.toULongLong(nullptr, 16) + static_cast<qulonglong>(offset), 16) + '"'
                         + frameMore + '}');
    }
    const QByteArray images = ",\"debug_meta\":{\"images\":[{\"code_file\":\"/srv/orchard/orchard\",\"image_addr\":\"0x"
        + base + "\",\"image_size\":524288}]}";
    return error("native", "Segfault", frames, withImages ? images : QByteArray());
}

QByteArray bundleFrame(const char *function, int column, const char *file = "app:///index.android.bundle")
{
    return QByteArray("{\"function\":\"") + function + R"(","abs_path":")" + file + R"(","filename":")" + file
        + "\",\"lineno\":1,\"colno\":" + QByteArray::number(column) + R"(,"in_app":true})";
}

QByteArray logged(const char *module, const char *function, const char *more = "")
{
    return QByteArray("{\"module\":\"") + module + R"(","function":")" + function + '"' + more + '}';
}

const QByteArray gap = R"({"abs_path":"<asynchronous suspension>","filename":"<asynchronous suspension>"})";

} // namespace

class TestWeakStacks final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPlaceholders_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("expected");
        for (const char *name : {"",
                                 "?",
                                 "??",
                                 "<anonymous>",
                                 "anonymous",
                                 "(anonymous)",
                                 "{anonymous}",
                                 "[anonymous]",
                                 "<anonymous function>",
                                 "Anonymous function",
                                 "(anonymous function)",
                                 "<ScriptBlock>",
                                 "<unknown>",
                                 "unknown",
                                 "(unknown)",
                                 "[unknown]",
                                 "<redacted>",
                                 "<unknown module>",
                                 "<fn>",
                                 "<anonymous closure>",
                                 "global code",
                                 "eval code",
                                 "<native>",
                                 "0x104a1c2f0",
                                 "0xDEADBEEF",
                                 "_mh_execute_header",
                                 "__mh_execute_header",
                                 "___lldb_unnamed_symbol1234",
                                 "___lldb_unnamed_symbol12$$Studio",
                                 "<compiler-generated>",
                                 "<deduplicated_symbol>",
                                 "undefined",
                                 "<none>"}) {
            const bool isSymbolOfImage = QByteArray(name).endsWith("Studio");
            QTest::newRow(name) << QByteArray(name) << !isSymbolOfImage;
        }
        for (const char *name : {"main", "eval", "native", "fn", "global", "anonymousUser", "<module>", "<lambda>",
                                 "<main>", "x", "wasm-function[17]", "0xyz", "f?"}) {
            QTest::newRow(name) << QByteArray(name) << false;
        }
    }
    void knowsPlaceholders()
    {
        QFETCH(QByteArray, name);
        QTEST(model::isPlaceholder(name.toStdString()), "expected");
    }

    void knowsGaps_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *frame, bool expected) {
            QTest::newRow(frame) << QByteArray(frame) << expected;
        };
        row(R"({"abs_path":"<asynchronous suspension>"})", true);
        row(R"({"function":"<asynchronous suspension>"})", true);
        row(R"({"function":"===== asynchronous gap ==========================="})", true);
        row(R"({"function":"--- End of stack trace from previous location where exception was thrown ---"})", true);
        row(R"({"function":"--- End of stack trace from previous location ---"})", true);
        row(R"({"filename":"---------------------------------------------"})", true);
        row(R"({"function":"From previous event:"})", true);
        row(R"({"function":"--- <exception caught here> ---"})", true);
        row(R"({"module":"_COROUTINE._BOUNDARY","function":"_","filename":"CoroutineDebugging.kt","lineno":46})", true);
        row(R"({"function":"_"})", false);
        row(R"({"function":"endOf"})", false);
        row(R"({"function":"asyncGap","filename":"a.dart","lineno":3})", false);
        row(R"({"function":"f","filename":"<asynchronous suspension>","lineno":3})", false);
    }
    void knowsGaps()
    {
        QFETCH(QByteArray, frame);
        const Event event = read("{\"stacktrace\":" + stackOf({frame}) + '}');
        QTEST(model::isAsynchronousGap(event.stacktrace->frames.at(0)), "expected");
    }

    void aGapIsNoFile()
    {
        const Event event = read("{\"stacktrace\":" + stackOf({gap}) + '}');
        const Frame &frame = event.stacktrace->frames.at(0);
        QVERIFY(frame.filename.empty() && frame.absPath.empty());
        QVERIFY(frame.function == "<asynchronous suspension>");
    }

    void apart_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        const auto messages = [](const char *name, const QByteArrayList &frames, const char *platform = "java") {
            QTest::addRow("messages from %s", name)
                << messageWith("Queue is full", frames, platform) << messageWith("Server refused", frames, platform);
        };
        messages("a bridge of Java",
                 {logged("org.apache.commons.logging.impl.SLF4JLog", "error", R"(,"in_app":false)")});
        messages("a bridge that is called in-app",
                 {logged("ch.qos.logback.classic.Logger", "warn", R"(,"in_app":true)")});
        messages("Log4j", {logged("org.apache.logging.log4j.spi.AbstractLogger", "log")});
        messages("java.util.logging",
                 {logged("java.util.logging.Logger", "doLog"), logged("java.util.logging.Logger", "log")});
        messages("Timber", {logged("timber.log.Timber$Tree", "e", R"(,"in_app":true)")});
        messages("Serilog", {logged("Serilog.Core.Logger", "Write", R"(,"in_app":true)")}, "csharp");
        messages("NLog", {logged("NLog.Logger", "Error")}, "csharp");
        messages("Microsoft's logging", {logged("Microsoft.Extensions.Logging.Logger", "Log", R"(,"in_app":true)")},
                 "csharp");
        messages("Python's logging", {logged("logging", "_log", R"(,"filename":"logging/__init__.py")")}, "python");
        messages("structlog", {logged("structlog.stdlib", "_proxy_to_logger", R"(,"in_app":true)")}, "python");
        messages("winston",
                 {R"({"function":"log","abs_path":"/srv/node_modules/winston/lib/winston/logger.js","in_app":true})"},
                 "node");
        messages("pino", {R"({"function":"LOG","abs_path":"/srv/node_modules/pino/lib/tools.js"})"}, "node");
        messages("Monolog", {logged("Monolog\\\\Logger", "addRecord", R"(,"in_app":true)")}, "php");
        messages("zap", {logged("go.uber.org/zap", "(*Logger).Error", R"(,"in_app":true)")}, "go");
        messages("a library alone",
                 {logged("com.lib.Timer", "tick", R"(,"in_app":false)"),
                  logged("com.lib.Pump", "run", R"(,"in_app":false)")});
        messages("gaps", {gap, gap}, "other");
        messages("null frames", {"null", "null"});
        messages("an anonymous function", {R"({"function":"<ScriptBlock>","filename":"deploy.ps1","in_app":true})"},
                 "other");

        QTest::newRow("gaps of a thread") << messageInThread("Late", R"("current":true,)", {gap, gap})
                                          << messageInThread("Rebuilt", R"("current":true,)", {gap, gap});
        QTest::newRow("a thread that did not crash, without a frame of the application")
            << messageInThread("Late", R"("current":true,)", {logged("lib", "f")})
            << messageInThread("Rebuilt", R"("current":true,)", {logged("lib", "f")});
        QTest::newRow("errors of gaps") << error("dart", "Late", {gap, gap}) << error("dart", "Rebuilt", {gap, gap});
        QTest::newRow("errors of a bridge") << error("java", "Late", {logged("org.slf4j.Logger", "error")})
                                            << error("java", "Rebuilt", {logged("org.slf4j.Logger", "error")});
        QTest::newRow("errors of a captured message without a frame of the application")
            << QByteArray(
                   R"({"platform":"node","exception":[{"value":"Late","mechanism":{"synthetic":true},"stacktrace":)")
                + stackOf({logged("lib", "f")}) + "}]}"
            << QByteArray(
                   R"({"platform":"node","exception":[{"value":"Full","mechanism":{"synthetic":true},"stacktrace":)")
                + stackOf({logged("lib", "f")}) + "}]}";
        for (const char *name : {"anonymous", "<anonymous>", "?", "<unknown>", "(anonymous)"}) {
            QTest::addRow("a bundle's places, called %s", name)
                << error("javascript", "x", {bundleFrame(name, 733210), bundleFrame(name, 88123)})
                << error("javascript", "x", {bundleFrame(name, 120345), bundleFrame(name, 64210)});
        }
        QTest::newRow("a bundle's places beside a named frame")
            << error("javascript", "x", {bundleFrame("apply", 1), bundleFrame("anonymous", 88123)})
            << error("javascript", "x", {bundleFrame("apply", 1), bundleFrame("anonymous", 64210)});
        QTest::newRow("values, where only files are known")
            << error("other", "Late",
                     {R"({"function":"<ScriptBlock>","filename":"a.ps1"})",
                      R"({"function":"<ScriptBlock>","filename":"a.ps1","lineno":2})"})
            << error("other", "Full",
                     {R"({"function":"<ScriptBlock>","filename":"a.ps1"})",
                      R"({"function":"<ScriptBlock>","filename":"a.ps1","lineno":2})"});
        QTest::newRow("files, where only files are known")
            << error("dart", "Late", {R"({"function":"<fn>","filename":"a.dart"})"})
            << error("dart", "Late", {R"({"function":"<fn>","filename":"b.dart"})"});
        QTest::newRow("lines of source, where no function is known")
            << error("other", "x", {R"({"function":"<ScriptBlock>","filename":"a.ps1","context_line":"Stop-Job"})"})
            << error("other", "x", {R"({"function":"<ScriptBlock>","filename":"a.ps1","context_line":"Start-Job"})"});
        QTest::newRow("functions of WebAssembly, named by the path")
            << error("javascript", "x",
                     {"{\"abs_path\":\"https://a.example/app.wasm:wasm-function[17]:0x2f1\",\"in_app\":true}",
                      bundleFrame("run", 1)})
            << error("javascript", "x",
                     {"{\"abs_path\":\"https://a.example/app.wasm:wasm-function[18]:0x2f1\",\"in_app\":true}",
                      bundleFrame("run", 1)});
        QTest::newRow("functions of WebAssembly")
            << error("javascript", "x", {"{\"function\":\"wasm-function[17]\",\"abs_path\":\"wasm://wasm/00b5d5a2\"}"})
            << error("javascript", "x", {"{\"function\":\"wasm-function[18]\",\"abs_path\":\"wasm://wasm/00b5d5a2\"}"});
        QTest::newRow("addresses relative to an image that is named by its number")
            << error("native", "x", {R"({"instruction_addr":"0x2f1","addr_mode":"rel:0"})"},
                     R"(,"debug_meta":{"images":[{"code_file":"app.wasm"}]})")
            << error("native", "x", {R"({"instruction_addr":"0x2f2","addr_mode":"rel:0"})"},
                     R"(,"debug_meta":{"images":[{"code_file":"app.wasm"}]})");
        QTest::newRow("native frames without names")
            << native("55d0c1a00000", {0x4c10, 0x9a7e}) << native("55d0c1a00000", {0x4c10, 0x31b02});
        QTest::newRow("native frames called <redacted>")
            << native("55d0c1a00000", {0x4c10, 0x9a7e}, R"(,"function":"<redacted>")")
            << native("55d0c1a00000", {0x4c10, 0x31b02}, R"(,"function":"<redacted>")");
        QTest::newRow("native frames that name their image")
            << native("1000", {0x4c10, 0x9a7e}, R"(,"image_addr":"0x1000")", false)
            << native("1000", {0x4c10, 0x31b02}, R"(,"image_addr":"0x1000")", false);
    }
    void apart()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        for (const auto detail : {protocol::Detail::Full, protocol::Detail::Summary}) {
            QVERIFY(!shareIssue(read(one, detail), read(other, detail)));
        }
        QVERIFY(grouping::group(read(one)).hashes == grouping::group(read(one, protocol::Detail::Summary)).hashes);
    }

    void together_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("a native program at another address")
            << native("55d0c1a00000", {0x4c10, 0x9a7e}) << native("5606fe400000", {0x4c10, 0x9a7e});
        QTest::newRow("a thread that crashed decides for its message")
            << messageInThread("Late", R"("crashed":true,)", {logged("lib", "f")})
            << messageInThread("Rebuilt", R"("crashed":true,)", {logged("lib", "f")});
        QTest::newRow("a frame of the application decides for its message")
            << messageInThread("Late", R"("current":true,)", {logged("shop", "f", R"(,"in_app":true)")})
            << messageInThread("Full", R"("current":true,)", {logged("shop", "f", R"(,"in_app":true)")});
        QTest::newRow("a message without a frame of the application, with another number")
            << messageWith("Late by 17 s", {logged("org.slf4j.Logger", "error")})
            << messageWith("Late by 4 s", {logged("org.slf4j.Logger", "error")});
        QTest::newRow("a logger below the application")
            << error("java", "Late",
                     {logged("shop.Cart", "f", R"(,"in_app":true)"), logged("org.slf4j.Logger", "error")})
            << error("java", "Full",
                     {logged("shop.Cart", "f", R"(,"in_app":true)"), logged("org.slf4j.Logger", "error")});
        QTest::newRow("a stack with and without its gaps")
            << error("dart", "x", {logged("shop", "f"), gap, logged("shop", "g")})
            << error("dart", "x", {logged("shop", "f"), logged("shop", "g")});
        QTest::newRow("one place of a bundle, another value")
            << error("javascript", "Cart is empty", {bundleFrame("anonymous", 733210), bundleFrame("anonymous", 88123)})
            << error("javascript", "Cart is gone", {bundleFrame("anonymous", 733210), bundleFrame("anonymous", 88123)});
        QTest::newRow("another version of the C library below the program")
            << error("native", "x",
                     {R"({"package":"/usr/lib/libc.so.6","instruction_addr":"0x1010","image_addr":"0x1000"})",
                      logged("", "f")})
            << error("native", "x",
                     {R"({"package":"/usr/lib/libc.so.6","instruction_addr":"0x1090","image_addr":"0x1000"})",
                      logged("", "f")});
        QTest::newRow("a page's anonymous functions, whose columns differ between browsers")
            << error("javascript", "x", {bundleFrame("", 5, "https://a.example/app.js"), bundleFrame("f", 9)})
            << error("javascript", "x", {bundleFrame("", 7, "https://a.example/app.js"), bundleFrame("f", 9)});
    }
    void together()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        for (const auto detail : {protocol::Detail::Full, protocol::Detail::Summary}) {
            QVERIFY(shareIssue(read(one, detail), read(other, detail)));
        }
    }

    void survivesHostileAddresses_data()
    {
        QTest::addColumn<QByteArray>("event");
        const auto row = [](const char *frame, const char *images) {
            QTest::newRow(frame) << error("native", "x", {frame},
                                          QByteArray(R"(,"debug_meta":{"images":)") + images + '}');
        };
        row(R"({"instruction_addr":"0xffffffffffffffff"})",
            R"([{"image_addr":"0xffffffffffffffff","image_size":"0xffffffffffffffff"}])");
        row(R"({"instruction_addr":"0xfffffffffffffffff"})", R"([{"image_addr":"0x1"}])");
        row(R"({"instruction_addr":"-1"})", R"([{"image_addr":"-1","image_size":-5},null,7,[]])");
        row(R"({"instruction_addr":"0x10","addr_mode":"rel:99999999999999999999"})", "[]");
        row(R"({"instruction_addr":"0x10","addr_mode":"rel:7"})", "[{}]");
        row(R"({"instruction_addr":"0x"})", "7");
    }
    void survivesHostileAddresses()
    {
        QFETCH(QByteArray, event);
        QVERIFY(!grouping::group(read(event)).hashes.empty());
        QVERIFY(grouping::group(read(event)).hashes == grouping::group(read(event, protocol::Detail::Summary)).hashes);
    }
};

PICKET_TEST(TestWeakStacks)
#include "tst_weakstacks.moc"
