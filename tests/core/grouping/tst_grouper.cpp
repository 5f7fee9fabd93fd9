// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/grouping/hints.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"
#include "tests/support/threadclock.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

model::Value nsError(const char *domain, const char *code)
{
    return model::Value::object(
        {{"ns_error",
          model::Value::object({{"domain", model::Value::string(domain)}, {"code", model::Value::number(code)}})}});
}

Event appleError(const char *domain, const char *code)
{
    Event result = eventOf("cocoa", {exception("NSError", "failed")});
    result.exceptions[0].mechanism.emplace().meta = nsError(domain, code);
    return result;
}

Event report(const char *directive, const char *blocked)
{
    Event result;
    result.type = model::EventType::Security;
    result.platform = "javascript";
    result.security = model::Value::object(
        {{"effective-directive", model::Value::string(directive)}, {"blocked-uri", model::Value::string(blocked)}});
    return result;
}

Event threads(std::vector<std::pair<std::string, std::optional<bool>>> functionsAndCrashed)
{
    Event result;
    result.platform = "java";
    for (const auto &[function, crashed] : functionsAndCrashed) {
        model::Thread thread;
        thread.crashed = crashed;
        thread.stacktrace = stack(calls({function}));
        result.threads.push_back(thread);
    }
    return result;
}

Event javaCrash(const char *module)
{
    return crash("java", {frame({.module = module, .function = "run"})});
}

std::vector<Frame> depth(int copies)
{
    std::vector<Frame> frames = calls({"main"});
    for (int i = 0; i < copies; ++i) {
        frames.push_back(frame({.filename = "a.py", .function = "walk", .lineno = 7}));
    }
    frames.push_back(frame({.function = "leaf"}));
    return frames;
}

// A page's frames, none of them in-app; engines list "map" in different ways, or not at all.
Event browserCrash(std::initializer_list<std::string> functions)
{
    std::vector<Frame> frames;
    for (const std::string &function : functions) {
        const bool isEngine = function.ends_with("map");
        frames.push_back(frame({.filename = isEngine ? "[native code]" : "/x/test.html",
                                .function = function,
                                .absPath = isEngine ? "[native code]" : "file:///x/test.html",
                                .inApp = false}));
    }
    return crash("javascript", std::move(frames));
}

void addPairs(const std::vector<std::tuple<const char *, Event, Event>> &pairs)
{
    QTest::addColumn<Event>("one");
    QTest::addColumn<Event>("other");
    for (const auto &[name, one, other] : pairs) {
        QTest::newRow(name) << one << other;
    }
}

} // namespace

class TestGrouper final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void together_data()
    {
        const Event base = crash("python", {frame({.module = "m", .filename = "a.py", .function = "f", .lineno = 3})});
        const auto changed = [&base](const std::function<void(Frame &)> &change) {
            return with(base, [&change](Event &event) { change(event.exceptions[0].stacktrace->frames[0]); });
        };
        const Event java = javaCrash("a.Foo$$EnhancerBySpringCGLIB$$1a2b3c");
        addPairs({
            {"another line and column", base, changed([](Frame &frame) {
                 frame.lineno = 9;
                 frame.colno = 4;
             })},
            {"another directory", base, changed([](Frame &frame) { frame.absPath = "/srv/2/a.py"; })},
            {"another file of the same module", base, changed([](Frame &frame) { frame.filename = "b.py"; })},
            {"another value beside a stack", base,
             with(base, [](Event &event) { event.exceptions[0].value = "it broke for user 42"; })},
            {"another environment, release, level and user", base,
             with(base,
                  [](Event &event) {
                      event.environment = "staging";
                      event.release = "2.0";
                      event.level = model::Level::Fatal;
                      event.user.emplace().id = "1";
                  })},
            {"another case of the file name", crash("python", {frame({.filename = "A.py", .function = "f"})}),
             crash("python", {frame({.filename = "a.PY", .function = "f"})})},
            {"a Windows path and a POSIX path", crash("python", {frame({.filename = "C:\\a\\B.py", .function = "f"})}),
             crash("python", {frame({.filename = "/x/b.py", .function = "f"})})},
            {"no stack, another number, uuid and date",
             eventOf("python", {exception("E", "row 1 at 2020-01-01 of 6f9619ff-8b86-d011-b42d-00cf4fc964ff")}),
             eventOf("python", {exception("E", "row 22 at 2021-12-31 of 7f9619ff-8b86-d011-b42d-00cf4fc964ff")})},
            {"no stack, another address, host and key",
             eventOf("python", {exception("E", "10.0.0.1 https://a.b/c k='x'")}),
             eventOf("python", {exception("E", "::1 https://d.e/f?g k='y'")})},
            {"no stack, other lines from the third on", eventOf("python", {exception("E", "a\n\nb\nc")}),
             eventOf("python", {exception("E", "a\nb\nd")})},
            {"more frames of a library in between", crash("python", calls({"f", "g"})),
             crash("python",
                   {frame({.function = "f"}), frame({.function = "lib", .inApp = false}), frame({.function = "g"})})},
            {"recursion of another depth", crash("python", depth(3)), crash("python", depth(300))},
            {"JavaScript, with and without the object's name", crash("javascript", calls({"x", "Foo.prototype.bar"})),
             crash("javascript", calls({"x", "bar"}))},
            {"JavaScript, other spellings of an anonymous function",
             crash("javascript", {frame({.function = "x"}), frame({.filename = "a.js", .function = "<anonymous>"})}),
             crash("javascript", {frame({.function = "x"}), frame({.filename = "a.js", .function = "foo/<"})})},
            {"JavaScript, eval and native frames or not",
             crash("javascript",
                   {frame({.function = "x"}), frame({.filename = "a.js", .function = "eval"}),
                    frame({.filename = "[native code]", .function = "Array.map"})}),
             crash("javascript", calls({"x"}))},
            {"one crash in Chrome and in Firefox", browserCrash({"", "test", "Array.map", "Foo.callback", "Foo.aha"}),
             browserCrash({"", "test", "callback", "aha"})},
            {"one crash in Chrome and in Safari", browserCrash({"", "test", "Array.map", "Foo.callback", "Foo.aha"}),
             browserCrash({"eval", "", "test", "map", "callback", "aha"})},
            {"Java, another CGLIB number", java, javaCrash("a.Foo$$EnhancerBySpringCGLIB$$4d5e6f")},
            {"Java, another accessor", javaCrash("sun.reflect.GeneratedMethodAccessor12"),
             javaCrash("sun.reflect.GeneratedMethodAccessor77")},
            {"Java, another Hibernate proxy", javaCrash("a.User$HibernateProxy$abCD12"),
             javaCrash("a.User$HibernateProxy$xyZ9")},
            {"Ruby, another template number",
             crash("ruby", {frame({.filename = "a.erb", .function = "_a_erb__2183123_7012345"})}),
             crash("ruby", {frame({.filename = "a.erb", .function = "_a_erb__9183123_1012345"})})},
            {"Rust, another hash", crash("native", calls({"a::b::h0123456789abcdef"})),
             crash("native", calls({"a::b::hfedcba9876543210"}))},
            {"C++, other template arguments", crash("native", calls({"foo<int>(int)"})),
             crash("native", calls({"foo<std::string>(std::string)"}))},
            {"GCC, compiler passes", crash("native", calls({"foo.isra.0"})), crash("native", calls({"foo.cold.1"}))},
            {"native, deeper ways to abort", crash("native", calls({"main", "f", "abort"})),
             crash("native", calls({"main", "f", "abort", "raise", "__pthread_kill"}))},
            {"native, another way to begin a thread", crash("native", calls({"start_thread", "f"})),
             crash("native", calls({"clone", "start_thread", "f"}))},
            {"a log template with other parameters", message("user 1 left", "user %s left"),
             message("user bob left", "user %s left")},
            {"a log text with another number", message("user 1 left"), message("user 22 left")},
            {"a synthetic exception of another type, the same stack",
             eventOf("native", {synthetic(exception("SIGSEGV", "", calls({"f"})))}),
             eventOf("native", {synthetic(exception("SIGABRT", "", calls({"f"})))})},
            {"another thread beside the crashed one", threads({{"f", true}, {"g", false}}),
             threads({{"f", true}, {"h", false}})},
            {"events without any key", Event{}, Event{}},
            {"a CSP report of another path", report("script-src", "https://evil.example/a.js"),
             report("script-src", "https://evil.example/b.js")},
            {"Python's multiprocessing numbers",
             crash("python", {frame({.contextLine = "spawn_main(tracker_fd=7, pipe_handle=9)"})}),
             crash("python", {frame({.contextLine = "spawn_main(tracker_fd=17, pipe_handle=19)"})})},
            {"other blanks in the source line", crash("python", {frame({.contextLine = "\tx  =  y"})}),
             crash("python", {frame({.contextLine = "    x = y"})})},
        });
    }
    void together()
    {
        QFETCH(Event, one);
        QFETCH(Event, other);
        QVERIFY(shareIssue(one, other));
    }

    void apart_data()
    {
        const Event inner =
            eventOf("python", {exception("Cause", "x", calls({"c"})), exception("E", "y", calls({"f"}))});
        const auto minified = [](const char *value) {
            return eventOf(
                "javascript",
                {exception("Error", value, {frame({.filename = "https://a.b/app.js", .contextLine = "{snip} x"})})});
        };
        const auto withFingerprint = [](std::vector<std::string> fingerprint) {
            return with(crash("python", calls({"f"})), [&](Event &event) { event.fingerprint = fingerprint; });
        };
        addPairs({
            {"another function", crash("python", calls({"f"})), crash("python", calls({"g"}))},
            {"another module", crash("python", {frame({.module = "a", .function = "f"})}),
             crash("python", {frame({.module = "b", .function = "f"})})},
            {"another source line of the same function",
             crash("python", {frame({.function = "f", .contextLine = "a()"})}),
             crash("python", {frame({.function = "f", .contextLine = "b()"})})},
            {"another type", eventOf("python", {exception("A", "", calls({"f"}))}),
             eventOf("python", {exception("B", "", calls({"f"}))})},
            {"another type of the cause", inner, with(inner, [](Event &event) { event.exceptions[0].type = "Other"; })},
            {"another stack of the cause", inner,
             with(inner, [](Event &event) { event.exceptions[0].stacktrace = stack(calls({"d"})); })},
            {"with and without a cause", inner,
             with(inner, [](Event &event) { event.exceptions.erase(event.exceptions.begin()); })},
            {"no stack, another word", eventOf("python", {exception("E", "cannot read")}),
             eventOf("python", {exception("E", "cannot write")})},
            {"no stack, a number and a text", eventOf("python", {exception("E", "code=5")}),
             eventOf("python", {exception("E", "code=\"x\"")})},
            {"a lone minified frame, another value", minified("a is undefined"), minified("b is no function")},
            {"a synthetic exception of another stack",
             eventOf("native", {synthetic(exception("SIGSEGV", "", calls({"f"})))}),
             eventOf("native", {synthetic(exception("SIGSEGV", "", calls({"g"})))})},
            {"a fingerprint of another order", withFingerprint({"a", "b"}), withFingerprint({"b", "a"})},
            {"a fingerprint of another length", withFingerprint({"a"}), withFingerprint({"a", "a"})},
            {"a fingerprint cut elsewhere", withFingerprint({"ab", "c"}), withFingerprint({"a", "bc"})},
            {"CSP, another host", report("script-src", "https://a.example/x"),
             report("script-src", "https://b.example/x")},
            {"CSP, another directive", report("script-src", "https://a.example/"),
             report("img-src", "https://a.example/")},
            {"CSP, inline and own code", report("script-src", "inline"), report("script-src", "self")},
            {"NSError, another domain", appleError("a", "1"), appleError("b", "1")},
            {"NSError, another code", appleError("a", "1"), appleError("a", "2")},
            {"a message and an exception of the same text", message("it broke"),
             eventOf("python", {exception("", "it broke")})},
            {"mutual recursion of another depth", crash("python", calls({"a", "b"})),
             crash("python", calls({"a", "b", "a", "b"}))},
            {"a frame's function and another's file", crash("native", calls({"x"})),
             crash("native", {frame({.filename = "x"})})},
            {"several threads, none of which crashed, and one", threads({{"f", {}}, {"g", {}}}), threads({{"f", {}}})},
        });
    }
    void apart()
    {
        QFETCH(Event, one);
        QFETCH(Event, other);
        QVERIFY(!shareIssue(one, other));
        QVERIFY(shareIssue(one, one));
    }

    void everyEventHasAKey()
    {
        const model::Grouping grouping = grouping::group(Event{});
        QCOMPARE(grouping.hashes.size(), std::size_t{1});
        QCOMPARE(grouping.algorithm, grouping::algorithmVersion);
        QVERIFY(grouping.variants.at(0).id == "fallback");
    }

    void appComesBeforeSystem()
    {
        const Event mixed = crash("python", {frame({.function = "f"}), frame({.function = "lib", .inApp = false})});
        const model::Grouping grouping = grouping::group(mixed);
        QCOMPARE(grouping.hashes.size(), std::size_t{2});
        QVERIFY(grouping.hashes[0] == grouping::group(crash("python", calls({"f"}))).hashes.at(0));
        QVERIFY(grouping.hashes[1] == grouping::group(crash("python", calls({"f", "lib"}))).hashes.at(0));
    }

    void explainsWhatCounted()
    {
        Event mixed = crash(
            "python",
            {frame({.module = "m", .filename = "a.py", .function = "f"}), frame({.function = "lib", .inApp = false})});
        mixed.logentry.message = "log 1";
        const model::Grouping grouping = grouping::group(mixed);
        const model::GroupingPart &app = grouping.variants.at(0);
        QVERIFY(app.id == "app" && app.contributes);
        QVERIFY((countedValues(app) == std::vector<std::string>{"Error", "m", "f"}));
        QVERIFY((countedValues(grouping.variants.at(1)) == std::vector<std::string>{"Error", "m", "f", "lib"}));
        QVERIFY(findPart(app.children, "filename")->hint == grouping::hints::modulePrecedence);
        QVERIFY(findPart(app.children, "value")->hint == grouping::hints::stackPrecedence);
        const model::GroupingPart *message = findPart(app.children, "message");
        QVERIFY(message->hint == grouping::hints::exceptionPrecedence && message->value == "log <int>");
        QVERIFY(findPart(app.children, "stacktrace")->children.at(1).hint == grouping::hints::notInApp);
    }

    void explainsDroppedVariants()
    {
        const auto allInApp = grouping::group(crash("python", calls({"f"}))).variants;
        QVERIFY(allInApp.at(1).hint == grouping::hints::sameAsApp && !allInApp.at(1).contributes);
        const auto noneInApp = grouping::group(crash("python", {frame({.function = "lib", .inApp = false})})).variants;
        QVERIFY(noneInApp.at(0).hint == grouping::hints::otherHasStack && !noneInApp.at(0).contributes);
        QVERIFY(findPart(noneInApp.at(0).children, "stacktrace")->hint == grouping::hints::noInAppFrames);
        QVERIFY(countedValues(noneInApp.at(0)).empty());
    }

    void namesTheRuleThatDecided()
    {
        const Event installed = crash(
            "python",
            {frame({.function = "f"}), frame({.function = "lib", .absPath = "/v/site-packages/x.py", .inApp = true})});
        const auto variants = grouping::group(installed).variants;
        const model::GroupingPart &frame = findPart(variants.at(0).children, "stacktrace")->children.at(1);
        QVERIFY(frame.hint == grouping::hints::notInAppByRule);
        QVERIFY(findPart(frame.children, "rule")->value == "family:other path:**/site-packages/** -app");
    }

    void keysDoNotDependOnTheExplanation()
    {
        const Event inner = eventOf("python", {exception("A", "x 1", calls({"c"})), exception("E", "y", calls({"f"}))});
        const model::Grouping bare = grouping::group(inner, grouping::Explain::No);
        QVERIFY(bare.variants.empty());
        QVERIFY(bare.hashes == grouping::group(inner, grouping::Explain::Yes).hashes);
        QVERIFY(bare.title == "E: y");
    }

    void survivesHostileEvents_data()
    {
        QTest::addColumn<Event>("event");
        const std::string name(1024 * 1024, '<');
        QTest::newRow("names of a megabyte") << crash("native",
                                                      {frame({.module = name,
                                                              .filename = name,
                                                              .function = name,
                                                              .contextLine = name,
                                                              .absPath = name,
                                                              .package = name})});
        QTest::newRow("names of a megabyte, JavaScript")
            << crash("javascript", {frame({.module = name, .filename = name, .function = name, .contextLine = name})});
        const std::string nul("a\0b", 3);
        QTest::newRow("NULs everywhere") << eventOf("php", {exception(nul, nul, calls({nul}))});
        std::vector<Exception> many;
        for (int i = 0; i < 1000; ++i) {
            many.push_back(
                numbered(exception("E" + std::to_string(i), "", calls({"f"})), i, i == 0 ? -1 : i / 2, true));
        }
        QTest::newRow("a thousand exceptions in a tree") << eventOf("python", many);
        std::vector<Exception> ring;
        for (int i = 0; i < 50; ++i) {
            ring.push_back(numbered(exception("E", "x"), i, (i + 1) % 50, true));
        }
        QTest::newRow("exceptions in a ring") << eventOf("python", ring);
        std::vector<Frame> same(5000, frame({.filename = "a", .function = "abort"}));
        std::vector<Exception> deep(50, exception("E", "x", same));
        QTest::newRow("a quarter million frames") << eventOf("native", deep);
        Event nulls = crash("python", {Frame(), Frame()});
        nulls.exceptions[0].stacktrace->frames[0].isNull = true;
        nulls.exceptions[0].stacktrace->frames[1].isNull = true;
        nulls.exceptions.emplace_back().isNull = true;
        nulls.threads.emplace_back().isNull = true;
        QTest::newRow("null exceptions, frames and threads") << nulls;
        Event text = message(std::string(1024 * 1024, '1'));
        text.fingerprint = {"{{ message }}", std::string(1024 * 1024, '{')};
        QTest::newRow("a message and a fingerprint of a megabyte") << text;
    }
    void survivesHostileEvents()
    {
        QFETCH(Event, event);
        const test::ThreadClock timer;
        const model::Grouping grouping = grouping::group(event);
        QVERIFY(!grouping.hashes.empty());
        QVERIFY(!grouping.title.empty() && grouping.title.size() <= 4 * limits::title);
        const auto took = timer.elapsed();
        QVERIFY2(took < test::most(2000), qPrintable(QString::number(took)));
    }

    void keepsTheNewestFramesOfADeepStack()
    {
        std::vector<Frame> frames;
        for (std::size_t i = 0; i < 11'427; ++i) {
            frames.push_back(frame({.filename = "a.py", .function = "f" + std::to_string(i % 7)}));
        }
        const Event deep = crash("python", frames);
        const auto variants = grouping::group(deep).variants;
        const model::GroupingPart *stack = findPart(variants.at(0).children, "stacktrace");
        QCOMPARE(stack->children.size(), limits::groupedFrames);
        QVERIFY(stack->hint == grouping::hints::oldestFramesCut);
        QVERIFY(countedValues(stack->children.back()).back() == frames.back().function);
        frames.back().function = "other";
        QVERIFY(!shareIssue(deep, crash("python", frames)));
    }
};

PICKET_TEST(TestGrouper)
#include "tst_grouper.moc"
