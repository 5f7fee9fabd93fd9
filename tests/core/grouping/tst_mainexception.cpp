// SPDX-License-Identifier: GPL-3.0-or-later
// Which exception and which frame name an event. As events are sent, read and grouped.
#include "core/protocol/eventreader.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

Event read(const QByteArray &json)
{
    protocol::ReadContext context;
    context.received = Timestamp(std::chrono::seconds(1'700'000'000));
    context.detail = protocol::Detail::Summary;
    const auto event =
        protocol::readEvent(std::string_view(json.data(), static_cast<std::size_t>(json.size())), context);
    return event ? *event : Event{};
}

struct Link {
    int id = -1;
    int parent = -1;
    bool isGroup = false;
    const char *mechanism = "chained";
    const char *source = "";
};

// "" as function: without a stack.
QByteArray linked(const char *type, const char *value, const char *function, const Link &link)
{
    QByteArray json = QByteArray("{\"type\":\"") + type + R"(","value":")" + value + R"(","mechanism":{"type":")"
        + link.mechanism + R"(","source":")" + link.source + '"';
    json += link.id >= 0 ? ",\"exception_id\":" + QByteArray::number(link.id) : QByteArray();
    json += link.parent >= 0 ? ",\"parent_id\":" + QByteArray::number(link.parent) : QByteArray();
    json += QByteArray(link.isGroup ? ",\"is_exception_group\":true}" : "}");
    if (*function) {
        json += QByteArray(",\"stacktrace\":{\"frames\":[{\"module\":\"shop\",\"function\":\"") + function
            + "\",\"in_app\":true}]}";
    }
    return json + '}';
}

QByteArray sent(const char *platform, const QByteArrayList &exceptions, const QByteArray &more = {})
{
    return QByteArray("{\"platform\":\"") + platform + "\",\"exception\":[" + exceptions.join(',') + ']' + more + '}';
}

QByteArrayList reversed(QByteArrayList list)
{
    std::reverse(list.begin(), list.end());
    return list;
}

QByteArray frames(const QByteArrayList &names)
{
    QByteArrayList list;
    for (const QByteArray &name : names) {
        list.push_back("{\"function\":\"" + name + "\",\"in_app\":false}");
    }
    return "{\"frames\":[" + list.join(',') + "]}";
}

QByteArray failure(const char *platform, const char *type, const char *value, const QByteArrayList &names,
                   const QByteArray &more = {})
{
    return QByteArray("{\"platform\":\"") + platform + R"(","exception":[{"type":")" + type + R"(","value":")" + value
        + "\",\"mechanism\":{\"type\":\"minidump\",\"synthetic\":true},\"stacktrace\":" + frames(names) + "}]" + more
        + '}';
}

QByteArray engine(const char *name, const char *text)
{
    return QByteArray(",\"contexts\":{\"") + name + R"(":{"error_message":")" + text + "\"}}";
}

QByteArray threadOf(const char *id, const char *function, const char *flags = "")
{
    return QByteArray(R"({"id":)") + id + flags + ",\"stacktrace\":{\"frames\":[{\"function\":\"" + function
        + "\",\"in_app\":true}]}}";
}

} // namespace

class TestMainException final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aListTurnedRoundIsTheSameChain_data()
    {
        QTest::addColumn<QByteArray>("platform");
        QTest::addColumn<QByteArrayList>("exceptions");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("a chain of Python") << QByteArray("python")
                                           << QByteArrayList{linked("KeyError", "'sku'", "parse", {1, 0}),
                                                             linked("ImportFailed", "line 7", "load", {0})}
                                           << QByteArray("ImportFailed: line 7");
        QTest::newRow("a chain of three of Java")
            << QByteArray("java")
            << QByteArrayList{linked("A", "a", "f", {2, 1}), linked("B", "b", "g", {1, 0}), linked("C", "c", "h", {0})}
            << QByteArray("C: c");
        QTest::newRow("a chain of Go whose cause has no stack")
            << QByteArray("go")
            << QByteArrayList{linked("*errors.errorString", "eof", "", {1, 0}),
                              linked("*fmt.wrapError", "read: eof", "load", {0})}
            << QByteArray("*fmt.wrapError: read: eof");
        QTest::newRow("a group of Python")
            << QByteArray("python")
            << QByteArrayList{linked("TypeError", "t", "", {2, 0}), linked("ValueError", "v", "", {1, 0}),
                              linked("ExceptionGroup", "several", "gather", {0, -1, true})}
            << QByteArray("ExceptionGroup: several");
        QTest::newRow("ids that do not begin at 0")
            << QByteArray("node") << QByteArrayList{linked("A", "a", "f", {6, 5}), linked("B", "b", "g", {5})}
            << QByteArray("B: b");
        QTest::newRow("a suppressed one beside a cause")
            << QByteArray("java")
            << QByteArrayList{linked("S", "s", "", {2, 0, false, "suppressed"}), linked("A", "a", "f", {1, 0}),
                              linked("B", "b", "g", {0})}
            << QByteArray("B: b");
    }
    void aListTurnedRoundIsTheSameChain()
    {
        QFETCH(QByteArray, platform);
        QFETCH(QByteArrayList, exceptions);
        const Event usual = read(sent(platform.constData(), exceptions));
        const Event turned = read(sent(platform.constData(), reversed(exceptions)));
        QVERIFY(grouping::group(usual).hashes == grouping::group(turned).hashes);
        QTEST(QByteArray::fromStdString(grouping::group(turned).title), "title");
        QCOMPARE(usual.exceptions.size(), turned.exceptions.size());
        for (std::size_t i = 0; i < usual.exceptions.size(); ++i) {
            QVERIFY(usual.exceptions[i].type == turned.exceptions[i].type);
        }
        const std::string expected = QByteArray(exceptions.last()).toStdString();
        QVERIFY(expected.find('"' + usual.exceptions.back().type + '"') != std::string::npos);
    }

    void idsThatContradictThemselvesLeaveTheListAsItIs_data()
    {
        QTest::addColumn<QByteArrayList>("exceptions");
        QTest::newRow("an id twice") << QByteArrayList{linked("A", "", "", {0}), linked("B", "", "", {0})};
        QTest::newRow("two roots") << QByteArrayList{linked("A", "", "", {0}), linked("B", "", "", {1})};
        QTest::newRow("a ring") << QByteArrayList{linked("A", "", "", {0}), linked("B", "", "", {1, 2}),
                                                  linked("C", "", "", {2, 1})};
        QTest::newRow("its own parent") << QByteArrayList{linked("A", "", "", {0, 0}), linked("B", "", "", {1, 0})};
        QTest::newRow("a parent that is not there")
            << QByteArrayList{linked("A", "", "", {0}), linked("B", "", "", {1, 7})};
        QTest::newRow("an id missing") << QByteArrayList{linked("A", "", "", {0}), linked("B", "", "", {-1, 0})};
    }
    void idsThatContradictThemselvesLeaveTheListAsItIs()
    {
        QFETCH(QByteArrayList, exceptions);
        const Event found = read(sent("python", exceptions));
        for (std::size_t i = 0; i < found.exceptions.size(); ++i) {
            QVERIFY(found.exceptions[i].type == std::string(1, static_cast<char>('A' + i)));
        }
    }

    void nullsKeepTheirPlaces()
    {
        const Event found = read(sent("python", {linked("B", "b", "g", {0}), "null", linked("A", "a", "f", {1, 0})}));
        QVERIFY(found.exceptions.at(0).type == "A" && found.exceptions.at(1).isNull
                && found.exceptions.at(2).type == "B");
    }

    void suppressedOnesAreListedOnly_data()
    {
        QTest::addColumn<QByteArrayList>("suppressed");
        QTest::newRow("Kotlin's diagnostic wrappers")
            << QByteArrayList{linked("DiagnosticComposeException", "", "", {1, 0, false, "suppressed"}),
                              linked("DiagnosticCoroutineContextException", "", "", {2, 1, false, "suppressed"})};
        QTest::newRow("diagnostic wrappers without ids")
            << QByteArrayList{linked("kotlinx.coroutines.internal.DiagnosticCoroutineContextException", "", "", {})};
        QTest::newRow("Java's try with resources")
            << QByteArrayList{linked("IOException", "cannot close", "close", {1, 0, false, "suppressed"})};
        QTest::newRow("a suppressed one with a cause")
            << QByteArrayList{linked("IOException", "cannot close", "close", {1, 0, false, "suppressed"}),
                              linked("SocketException", "reset", "write", {2, 1})};
        QTest::newRow("named by the source")
            << QByteArrayList{linked("Error", "disposed", "dispose", {1, 0, false, "chained", "suppressed"})};
        QTest::newRow("Reactor's assembly trace")
            << QByteArrayList{linked("FluxOnAssembly$OnAssemblyException", "trace", "", {1, 0, false, "suppressed"})};
        QTest::newRow("without ids") << QByteArrayList{
            linked("IOException", "x", "close", {-1, -1, false, "suppressed"})};
    }
    void suppressedOnesAreListedOnly()
    {
        QFETCH(QByteArrayList, suppressed);
        const bool hasIds = !suppressed.first().contains("Context") && suppressed.first().contains("exception_id");
        const QByteArray raised =
            linked("IllegalStateException", "Cart is empty", "requireItems", hasIds ? Link{0} : Link{});
        const Event lone = read(sent("java", {raised}));
        for (const QByteArrayList &exceptions :
             {QByteArrayList{raised} + suppressed, reversed(suppressed) + QByteArrayList{raised}}) {
            const Event with = read(sent("java", exceptions));
            const auto grouping = grouping::group(with);
            QVERIFY(grouping.hashes == grouping::group(lone).hashes);
            QCOMPARE(QByteArray::fromStdString(grouping.title), QByteArray("IllegalStateException: Cart is empty"));
            QCOMPARE(QByteArray::fromStdString(grouping.culprit), QByteArray("shop in requireItems"));
            QVERIFY(grouping.type == "IllegalStateException" && grouping.value == "Cart is empty");
            QCOMPARE(with.exceptions.size(), static_cast<std::size_t>(exceptions.size()));
        }
    }

    void nothingButSuppressedOnesStillHasATitle()
    {
        const Event found = read(sent("java", {linked("IOException", "x", "close", {-1, -1, false, "suppressed"})}));
        QVERIFY(grouping::group(found).title == "IOException: x");
        QVERIFY(!shareIssue(found, Event{}));
    }

    void aWrapperWithTheOnlyStackCounts_data()
    {
        QTest::addColumn<QByteArrayList>("one");
        QTest::addColumn<QByteArrayList>("other");
        QTest::addColumn<bool>("together");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("culprit");
        const auto joined = [](const char *function, int copies, const char *text) {
            QByteArrayList list{linked("*errors.joinError", text, function, {0, -1, true})};
            for (int i = 1; i <= copies; ++i) {
                list.prepend(linked("*errors.errorString", "unexpected EOF", "", {i, 0}));
            }
            return list;
        };
        const auto row = [](const char *name, const QByteArrayList &one, const QByteArrayList &other, bool together,
                            const char *title, const char *culprit) {
            QTest::newRow(name) << one << other << together << QByteArray(title) << QByteArray(culprit);
        };
        row("a join of one from another place", joined("loadConfig", 1, "unexpected EOF"),
            joined("upload", 1, "unexpected EOF"), false, "*errors.joinError: unexpected EOF", "shop in loadConfig");
        row("a join of several equal ones is a join of one", joined("loadConfig", 3, "several"),
            joined("loadConfig", 1, "one"), true, "*errors.joinError: several", "shop in loadConfig");
        row("a group in a group, whose outer wrapper has the stack",
            {linked("E", "e", "", {2, 1}), linked("Inner", "i", "", {1, 0, true}),
             linked("Outer", "o", "f", {0, -1, true})},
            {linked("E", "e", "", {2, 1}), linked("Inner", "i", "", {1, 0, true}),
             linked("Outer", "o", "g", {0, -1, true})},
            false, "Outer: o", "shop in f");
        row("AggregateException: the inner one has a stack and is what counts",
            {linked("TimeoutException", "late", "call", {1, 0}),
             linked("AggregateException", "one or more", "wait", {0, -1, true})},
            {linked("TimeoutException", "late", "call", {1, 0}),
             linked("AggregateException", "one or more", "other", {0, -1, true})},
            true, "TimeoutException: late", "shop in call");
        row("AggregateError of several: the members' stacks give the place",
            {linked("TypeError", "t", "g", {2, 0}), linked("RangeError", "r", "f", {1, 0}),
             linked("AggregateError", "all", "", {0, -1, true})},
            {linked("TypeError", "t", "g", {2, 0}), linked("RangeError", "r", "h", {1, 0}),
             linked("AggregateError", "all", "", {0, -1, true})},
            false, "AggregateError: all", "shop in f");
        row("an outer error without a stack is placed by its cause",
            {linked("Cause", "c", "f", {1, 0}), linked("Outer", "o", "", {0})},
            {linked("Cause", "c", "g", {1, 0}), linked("Outer", "o", "", {0})}, false, "Outer: o", "shop in f");
    }
    void aWrapperWithTheOnlyStackCounts()
    {
        QFETCH(QByteArrayList, one);
        QFETCH(QByteArrayList, other);
        const Event first = read(sent("ruby", one));
        QTEST(shareIssue(first, read(sent("ruby", other))), "together");
        QTEST(QByteArray::fromStdString(grouping::group(first).title), "title");
        QTEST(QByteArray::fromStdString(grouping::group(first).culprit), "culprit");
        QVERIFY(grouping::group(read(sent("ruby", reversed(one)))).hashes == grouping::group(first).hashes);
    }

    void theOwnThreadDecides_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("threads");
        QTest::addColumn<QByteArray>("culprit");
        const auto row = [](const char *name, const char *id, const QByteArrayList &threads, const char *culprit) {
            QTest::newRow(name) << QByteArray(id) << threads.join(',') << QByteArray(culprit);
        };
        row("no thread has a flag", "7", {threadOf("0", "main"), threadOf("7", "render")}, "render");
        row("another one is said to have crashed", "7",
            {threadOf("0", "main", R"(,"crashed":true)"), threadOf("7", "render")}, "render");
        row("another one is the current one", "7",
            {threadOf("0", "main", R"(,"current":true,"main":true)"), threadOf("7", "render")}, "render");
        row("the id is a text", "\"7\"", {threadOf("0", "main", R"(,"crashed":true)"), threadOf("\"7\"", "render")},
            "render");
        row("the thread is not there, another one crashed", "9",
            {threadOf("0", "main", R"(,"crashed":true)"), threadOf("7", "render")}, "main");
        row("the thread has no stack: another one's is not its own", "7",
            {threadOf("0", "main", R"(,"crashed":true)"), R"({"id":7})"}, "");
        row("no id: the crashed one", "null", {threadOf("0", "main", R"(,"crashed":true)"), threadOf("7", "render")},
            "main");
        row("no id, no flag", "null", {threadOf("0", "main"), threadOf("7", "render")}, "");
        row("an id twice", "7", {threadOf("7", "main"), threadOf("7", "render")}, "");
    }
    void theOwnThreadDecides()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, threads);
        const QByteArray json = R"({"platform":"native","exception":[{"type":"EXC_BAD_ACCESS","value":"x","thread_id":)"
            + id + "}],\"threads\":[" + threads + "]}";
        const Event found = read(json);
        QTEST(QByteArray::fromStdString(grouping::group(found).culprit), "culprit");
        QFETCH(QByteArray, culprit);
        QCOMPARE(found.exceptions[0].stacktrace.has_value(), !culprit.isEmpty());
        QCOMPARE(
            shareIssue(found,
                       read(QByteArray(json).replace(culprit.isEmpty() ? QByteArray("nothing") : culprit, "other"))),
            culprit.isEmpty());
    }

    void oneOfAChainHasTheThreadsStack()
    {
        const QByteArray threads = ",\"threads\":[" + threadOf("7", "render") + ']';
        const auto bare = [](const char *type) {
            return QByteArray("{\"thread_id\":7,\"type\":\"") + type + "\"}";
        };
        const Event chain = read(sent("java", {bare("Cause"), bare("Raised")}, threads));
        QVERIFY(!chain.exceptions[0].stacktrace && chain.exceptions[1].stacktrace);
        const QByteArray own = R"({"thread_id":7,"type":"Cause","stacktrace":{"frames":[{"function":"f"}]}})";
        QVERIFY(!read(sent("java", {own, bare("Raised")}, threads)).exceptions[1].stacktrace);
    }

    void syntheticOnesKeepAName_data()
    {
        QTest::addColumn<QByteArray>("exception");
        QTest::addColumn<QByteArray>("title");
        const auto row = [](const char *name, const char *exception, const char *title) {
            QTest::newRow(name) << QByteArray(exception) << QByteArray(title);
        };
        row("the function",
            R"({"type":"SIGSEGV","value":"v","mechanism":{"type":"signal","synthetic":true},"stacktrace":{"frames":[{"function":"render"}]}})",
            "render: v");
        row("the type, without a stack",
            R"({"type":"SIGSEGV","value":"Signal 11, Code 1","mechanism":{"type":"signal","synthetic":true}})",
            "SIGSEGV: Signal 11, Code 1");
        row("the type, without a function",
            R"({"type":"AppHang","mechanism":{"type":"AppHang","synthetic":true},"stacktrace":{"frames":[{"instruction_addr":"0x10"}]}})",
            "AppHang");
        row("the type, where the function is a placeholder",
            R"({"type":"ANR","mechanism":{"type":"anr","synthetic":true},"stacktrace":{"frames":[{"function":"<redacted>"}]}})",
            "ANR");
        row("the mechanism",
            R"({"mechanism":{"type":"AppHang","synthetic":true},"stacktrace":{"frames":[{"instruction_addr":"0x10"}]}})",
            "AppHang");
        row("the mechanism, where the type is a placeholder",
            R"({"type":"<unknown>","mechanism":{"type":"watchdog_termination","synthetic":true}})",
            "watchdog_termination");
        row("nothing at all",
            R"({"type":"","mechanism":{"synthetic":true},"stacktrace":{"frames":[{"function":"?"}]}})",
            "<unlabeled event>");
        row("of only the function that failed",
            R"({"type":"SIGABRT","value":"v","mechanism":{"synthetic":true},"stacktrace":{"frames":[{"function":"main"},{"function":"save"},{"function":"abort"},{"function":"raise"}]}})",
            "save: v");
    }
    void syntheticOnesKeepAName()
    {
        QFETCH(QByteArray, exception);
        QTEST(QByteArray::fromStdString(grouping::group(read(sent("native", {exception}))).title), "title");
    }

    void syntheticOnesWithoutAStackAreApart()
    {
        const auto hang = [](const char *type) {
            return read(
                sent("cocoa",
                     {QByteArray("{\"type\":\"") + type + "\",\"mechanism\":{\"type\":\"x\",\"synthetic\":true}}"}));
        };
        QVERIFY(!shareIssue(hang("AppHang"), hang("WatchdogTermination")));
        const auto inThread = [](const char *function) {
            return read(sent("cocoa", {R"({"type":"AppHang","mechanism":{"type":"x","synthetic":true}})"},
                             ",\"threads\":[" + threadOf("1", function, R"(,"current":true)") + ']'));
        };
        QVERIFY(!shareIssue(inThread("f"), inThread("g"))); // the thread says more than the invented type
    }

    void enginesNameTheirFailures_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("culprit");
        const auto row = [](const char *name, const QByteArray &event, const char *title, const char *culprit) {
            QTest::newRow(name) << event << QByteArray(title) << QByteArray(culprit);
        };
        const char *code = "Fatal Error: 0x00004000 / 0x00000000";
        const QByteArrayList check = {"FEngineLoop::Tick()", "UBasket::AddItem(int)",
                                      "FDebug::CheckVerifyFailedImpl2(char const *)",
                                      "FWindowsErrorOutputDevice::Serialize(wchar_t const *)", "RaiseException"};
        row("Unreal's check",
            failure(
                "native", code, code, check,
                engine("unreal", R"(Assertion failed: SlotCount > 0 [File:D:\\a\\Basket.cpp] [Line: 77] \nNo slot)")),
            "Assertion failed: SlotCount > 0", "UBasket::AddItem(int)");
        row("Unreal's ensure",
            failure(
                "native", code, code,
                {"UBasket::AddItem(int)", "FDebug::OptionallyLogFormattedEnsureMessageReturningFalse(bool)"},
                engine("Unreal Engine", R"(Ensure condition failed: Health >= 0 [File:/a/b.cpp] [Line: 3] \nwas -1)")),
            "Ensure condition failed: Health >= 0", "UBasket::AddItem(int)");
        row("Unreal's fatal log",
            failure(
                "native", code, code,
                {"UShader::Load()", "FMsg::Logf__VA(char const *)", "FLinuxErrorOutputDevice::Serialize(int)", "raise"},
                engine("unreal", R"(Fatal error: [File:/a/b.cpp] [Line: 12] \nShader cache is broken\nmore)")),
            "Fatal error: Shader cache is broken", "UShader::Load()");
        row("Unreal's low-level fatal",
            failure("native", code, code, {"UShader::Load()", "FError::LowLevelFatal(int)", "raise"},
                    engine("unreal", R"(LowLevelFatalError [File:Unknown] [Line: 2032] \nCannot link)")),
            "LowLevelFatalError: Cannot link", "UShader::Load()");
        row("Unreal's GPU crash",
            failure("native", code, code,
                    {"FRenderThread::Run()", "FD3D12DynamicRHI::Present()", "ReportGPUCrash(wchar_t const *)",
                     "RaiseException"},
                    engine("unreal", "GPU Crash dump Triggered")),
            "GPU Crash dump Triggered", "FD3D12DynamicRHI::Present()");
        row("Unreal's access violation is named by its function",
            failure("native", "EXCEPTION_ACCESS_VIOLATION_READ", "at 0x18", {"UBasket::AddItem(int)"},
                    engine("unreal", "Unhandled Exception: EXCEPTION_ACCESS_VIOLATION reading address 0x18")),
            "UBasket::AddItem: at 0x18", "");
        row("a code of a dump is no text", failure("native", code, code, {"f()"}),
            "f: Fatal Error: 0x00004000 / 0x00000000", "");
        row("Unity's assert",
            failure("csharp", "UnityLogException", "Assertion failed: slots",
                    {"Game.Basket:AddItem (int)", "UnityEngine.Debug:Assert (bool,string)",
                     "UnityEngine.StackTraceUtility:ExtractStackTrace ()"}),
            "Assertion failed: slots", "");
        row("Unity's assert by modules",
            QByteArray(
                R"({"platform":"csharp","exception":[{"type":"AssertionException","value":"Assertion failure. Value was False","mechanism":{"synthetic":true},"stacktrace":{"frames":[{"module":"Game.Basket","function":"AddItem","in_app":true},{"module":"UnityEngine.Assertions.Assert","function":"Fail","in_app":true}]}}]})"),
            "Assertion failure. Value was False", "Game.Basket in AddItem");
        row("Unity's context",
            failure("csharp", "Crash", "x", {}, engine("unity", "Fatal error in GC: Too many heap sections")),
            "Fatal error in GC: Too many heap sections", "");
        row("Godot's condition",
            failure("native", "ERROR", R"(Condition \"!is_inside_tree()\" is true.)",
                    {"Node::add_child(Node*)", "_err_print_error(char const*, char const*, int)"}),
            "Condition \"!is_inside_tree()\" is true.", "Node::add_child(Node*)");
        row("Godot's index",
            failure("native", "ERROR", "Index p_index = 5 is out of bounds (size() = 3).",
                    {"Array::get(int)", "_err_print_index_error(char const*)"}),
            "Index p_index = 5 is out of bounds (size() = 3).", "Array::get(int)");
        row("Godot's context",
            failure("native", "SIGILL", "x", {"Array::get(int)", "handle_crash(int)"},
                    engine("Godot Engine", "FATAL: Index p_index = 5 is out of bounds")),
            "FATAL: Index p_index = 5 is out of bounds", "Array::get(int)");
        row("C's assert",
            failure("native", "SIGABRT", "Assertion `n > 0' failed",
                    {"main", "fill(int)", "__assert_fail", "abort", "raise"}),
            "Assertion `n > 0' failed", "fill(int)");
        row("Windows' assert",
            failure("native", "x", "Debug Assertion Failed!", {"main", "fill(int)", "_wassert", "abort"}),
            "Debug Assertion Failed!", "fill(int)");
        row("an exception that is not synthetic keeps its type",
            QByteArray(
                R"({"platform":"python","exception":[{"type":"AssertionError","value":"Assertion failed: x"}]})"),
            "AssertionError: Assertion failed: x", "");
        row("another context's message is no failure",
            failure("native", "SIGABRT", "x", {"f()"}, engine("app", "Assertion failed: x")), "f: x", "");
    }
    void enginesNameTheirFailures()
    {
        QFETCH(QByteArray, event);
        const auto grouping = grouping::group(read(event));
        QTEST(QByteArray::fromStdString(grouping.title), "title");
        QTEST(QByteArray::fromStdString(grouping.culprit), "culprit");
    }

    void assertsWithoutAStackAreToldApartByTheirText()
    {
        const auto withText = [](const char *text) {
            return read(failure("native", "Fatal Error: 0x1", "Fatal Error: 0x1", {"?"}, engine("unreal", text)));
        };
        QVERIFY(!shareIssue(withText("Assertion failed: a > 0"), withText("Assertion failed: b > 0")));
        QVERIFY(shareIssue(withText(R"(Assertion failed: a > 0 [File:C:\\x\\a.cpp] [Line: 1])"),
                           withText(R"(Assertion failed: a > 0 [File:D:\\y\\a.cpp] [Line: 9])")));
    }

    void theCrashSiteIsWhereTheCulpritSays()
    {
        using Stack = model::CrashSite::Stack;
        const Event unreal =
            read(failure("native", "Fatal Error: 0x1", "Fatal Error: 0x1",
                         {"main()", "UBasket::AddItem(int)", "FDebug::AssertFailed(int)", "RaiseException"}));
        const model::CrashSite site = grouping::group(unreal).crash;
        QVERIFY(site.stack == Stack::Exception && site.owner == 0 && site.frame == 1);
        const Event suppressed = read(
            sent("java", {linked("Raised", "r", "f", {}), linked("S", "s", "close", {-1, -1, false, "suppressed"})}));
        QCOMPARE(grouping::group(suppressed).crash.owner, std::size_t{0});
        const Event inThread = read("{\"threads\":[" + threadOf("1", "f") + "]}");
        QVERIFY(grouping::group(inThread).crash.stack == Stack::Thread);
        QVERIFY(grouping::group(Event{}).crash.stack == Stack::None);
    }
};

PICKET_TEST(TestMainException)
#include "tst_mainexception.moc"
