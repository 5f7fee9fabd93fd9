// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/builtinrules.h"
#include "core/grouping/stackrules.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace picket;
using namespace picket::grouping;
using namespace picket::test;

namespace {

// The functions of frames that are in-app, then those that count, after the rules: "a b | a".
QByteArray outcome(const StackRules &rules, const std::vector<Frame> &frames, std::string_view platform)
{
    TextArena arena;
    std::vector<FrameComponent> components;
    for (const Frame &frame : frames) {
        components.push_back(frameComponent(frame, platform, arena));
    }
    rules.apply(components, arena);
    QByteArray inApp;
    QByteArray counted;
    for (const FrameComponent &component : components) {
        const QByteArray name = QByteArray::fromStdString(component.frame->function) + ' ';
        inApp += component.state.inApp ? name : QByteArray();
        counted += component.state.ignored ? QByteArray() : name;
    }
    return (inApp + "| " + counted).trimmed();
}

} // namespace

class TestStackRules final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheLanguage_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("expected"); // of the in-app frames a, b, c
        const auto row = [](const char *title, const char *rules, const char *expected) {
            QTest::newRow(title) << QByteArray(rules) << QByteArray(expected);
        };
        row("no rule", "# nothing\n\n", "a b c | a b c");
        row("this frame", "function:b -app", "a c | a b c");
        row("newer frames", "function:b ^-group", "a b c | a b");
        row("older frames", "function:b v-app", "b c | a b c");
        row("several actions", "function:b ^-group -group ^-app -app", "a | a");
        row("negated", "!function:b -group", "a b c | b");
        row("a caller", "[ function:a ] | function:b -group", "a b c | a c");
        row("a callee", "function:b | [ function:c ] -app", "a c | a b c");
        row("both neighbours", "[ function:a ] | function:b | [ function:c ] -app", "a c | a b c");
        row("a neighbour that is not there", "[ function:* ] | function:a -app", "a b c | a b c");
        row("later rules win", "function:b -group\nfunction:b +group", "a b c | a b c");
        row("a category", "function:b category=x\ncategory:x -group", "a b c | a c");
        row("a matched pair hides no other pair",
            "function:* category=x\n[ category:x ] | category:x category=y\ncategory:y -app", "a | a b c");
        row("group rules see the final state", "app:no -group\nfunction:c -app", "a b | a b");
        row("any function", "function:* -group", "a b c |");
        row("another family", "family:native -group", "a b c | a b c");
        row("the family", "family:other -group", "a b c |");
        row("the family of a neighbour", "[ family:native ] | function:b -app", "a b c | a b c");
        row("no family but", "!family:other -group", "a b c | a b c");
    }
    void readsTheLanguage()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, expected);
        auto parsed = parseStackRules(rules.toStdString());
        QVERIFY(parsed);
        QCOMPARE(outcome(StackRules(*std::move(parsed)), calls({"a", "b", "c"}), "python"), expected);
    }

    void refusesNonsense_data()
    {
        QTest::addColumn<QByteArray>("rule");
        for (const char *rule :
             {"function:a", "-app function:a", "function: -app", "colour:red -app", "family:pascal -app",
              "app:maybe -app", "function:a -apple", "[ function:a -app", "[ ] | function:a -app",
              "[ function:a ] function:b -app", "function:a | function:b -app", "] -app", "function:a category="}) {
            QTest::newRow(rule) << QByteArray(rule);
        }
    }
    void refusesNonsense()
    {
        QFETCH(QByteArray, rule);
        const auto parsed = parseStackRules("# first\n" + rule.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
        QVERIFY(QByteArray::fromStdString(parsed.error().detail).startsWith("line 2: "));
    }

    void pathsAreComparedAsPatternsWantThem()
    {
        auto parsed = parseStackRules("path:C:/App/** -app\npath:**/Vendor/** -group");
        QVERIFY(parsed);
        const StackRules rules(*std::move(parsed));
        QCOMPARE(outcome(rules, {frame({.function = "windows", .absPath = "c:\\app\\x.py"})}, "python"),
                 QByteArray("| windows"));
        QCOMPARE(outcome(rules, {frame({.function = "relative", .absPath = "vendor/x.py"})}, "python"),
                 QByteArray("relative |"));
    }

    void aFrameWithoutAFunctionMatchesAsUnknown()
    {
        auto parsed = parseStackRules("function:<unknown> -app\n[ function:* ] | function:last -group");
        QVERIFY(parsed);
        QCOMPARE(
            outcome(StackRules(*std::move(parsed)), {frame({.module = "m"}), frame({.function = "last"})}, "python"),
            QByteArray("last |"));
    }

    void theBuiltInRulesKeepOneOfARun_data()
    {
        QTest::addColumn<std::vector<Frame>>("frames");
        QTest::addColumn<QByteArray>("counted");
        const auto of = [](const char *package, std::initializer_list<const char *> functions) {
            std::vector<Frame> frames = {frame({.function = "app"})};
            for (const char *function : functions) {
                frames.push_back(frame({.function = function, .package = package, .inApp = false}));
            }
            return frames;
        };
        const auto row = [](const char *title, std::vector<Frame> frames, const char *counted) {
            QTest::newRow(title) << std::move(frames) << QByteArray(counted);
        };
        const char *driver = "C:\\WINDOWS\\System32\\DriverStore\\FileRepository\\nv.inf\\nvoglv64.dll";
        row("the innermost of drivers", of(driver, {"first", "second", "third"}), "app third");
        row("also without names", of(driver, {"first", "", "third"}), "app third");
        row("the outermost of OpenGL", of("/usr/lib/GLEngine", {"first", "second", "third"}), "app first");
        row("the outermost of memory management", of("libc.so.6", {"malloc", "malloc_base"}), "app malloc");
        row("allocator traits are memory management", of("", {"std::allocator_traits<A>::allocate(A&)", "malloc"}),
            "app std::allocator_traits<A>::allocate(A&)");
        row("the loader", of("/usr/lib/dyld", {"dladdr", "ImageLoaderMachO::findClosestSymbol(int)"}), "app dladdr");
        row("system frames without names", of("/usr/lib/libx.so", {"", ""}), "app");
        std::vector<Frame> threads = of("/usr/lib/system/libsystem_pthread.dylib", {""});
        threads.push_back(frame({.function = "newer"}));
        row("a nameless base of a thread", threads, "newer");
        std::vector<Frame> between = of("/usr/lib/libx.so", {"trampoline"});
        between.push_back(frame({.function = "newer"}));
        row("a system frame between two others", between, "app newer");
        std::vector<Frame> handler = of("C:\\Windows\\ntdll.dll", {"RtlpExecuteHandlerForException"});
        handler.push_back(frame({.function = "newer"}));
        row("a handler between two others", handler, "app");
    }
    void theBuiltInRulesKeepOneOfARun()
    {
        QFETCH(std::vector<Frame>, frames);
        QFETCH(QByteArray, counted);
        const QByteArray both = outcome(StackRules::builtIn(), frames, "native");
        QCOMPARE(both.mid(both.indexOf('|') + 1).simplified(), counted);
    }

    void readsTheBuiltInRules()
    {
        QVERIFY(StackRules::builtIn().count() > 250); // an unreadable file would leave none
    }

    void everyCategoryThatIsAskedForIsAssigned()
    {
        const auto rules = parseStackRules(builtInRulesText);
        QVERIFY(rules);
        std::set<int> asked;
        std::set<int> assigned;
        const auto collect = [&asked](const std::vector<FrameMatcher> &matchers) {
            for (const FrameMatcher &matcher : matchers) {
                if (matcher.field == FrameMatcher::Field::Category) {
                    asked.insert(matcher.category);
                }
            }
        };
        for (const StackRule &rule : rules->rules) {
            collect(rule.matchers);
            collect(rule.caller.value_or(std::vector<FrameMatcher>()));
            collect(rule.callee.value_or(std::vector<FrameMatcher>()));
            for (const RuleAction &action : rule.actions) {
                if (action.what == RuleAction::What::Category) {
                    assigned.insert(action.category);
                }
            }
        }
        QVERIFY(asked.size() > 10);
        QVERIFY(std::includes(assigned.begin(), assigned.end(), asked.begin(), asked.end()));
    }

    void appliesTheBuiltInRules_data()
    {
        QTest::addColumn<QByteArray>("platform");
        QTest::addColumn<Frame>("rule"); // the frame between an in-app frame "older" and one "newer"
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *title, const char *platform, FrameParts parts, const char *expected) {
            QTest::newRow(title) << QByteArray(platform) << frame(std::move(parts)) << QByteArray(expected);
        };
        row("an application frame", "python", {.function = "f"}, "older f newer | older f newer");
        row("an installed package", "python", {.function = "f", .absPath = "/v/lib/site-packages/x/y.py"},
            "older newer | older f newer");
        row("a Go module", "go", {.function = "f", .absPath = "/go/pkg/mod/x@v1/y.go"}, "older newer | older f newer");
        row("a PHP vendor", "php", {.function = "f", .absPath = "/srv/vendor/x/y.php"}, "older newer | older f newer");
        row("a node package", "node", {.function = "f", .absPath = "/srv/node_modules/x/y.js"},
            "older newer | older f newer");
        row("a script from a CDN", "javascript", {.function = "f", .absPath = "https://unpkg.com/x@1/y.js"},
            "older newer | older f newer");
        row("a polyfill", "javascript", {.function = "f", .absPath = "https://a.b/core-js/y.js"},
            "older newer | older newer");
        row("a node internal", "node", {.function = "processTicksAndRejections"}, "older newer | older newer");
        row("Kotlin's library", "java", {.module = "kotlin.collections.X", .function = "f"},
            "older newer | older f newer");
        row("Java's framework", "java", {.module = "org.springframework.X", .function = "f"},
            "older newer | older f newer");
        row("Java's reflection", "java", {.module = "java.lang.reflect.Method", .function = "invoke"},
            "older invoke newer | older newer");
        row("the SDK's own Java frames", "java", {.module = "io.sentry.Hub", .function = "f"},
            "older newer | older newer");
        row("a raised exception", "native", {.function = "abort"}, "older | older");
        row("a border of C++", "native", {.function = "__cxa_throw"}, "older | older");
        row("a border of Rust", "native", {.function = "std::panicking::begin_panic::h0123456789abcdef"},
            "older | older");
        row("the base of a thread", "native", {.function = "start_thread"}, "older start_thread newer | newer");
        row("a signal handler", "native", {.function = "_sigtramp"}, "older _sigtramp newer | older");
        row("an iOS bundle", "cocoa",
            {.function = "f", .package = "/var/containers/Bundle/Application/1/My.app/My", .inApp = false},
            "older f newer | older f newer");
        row("a system library", "cocoa", {.function = "f", .package = "/System/Library/Frameworks/Foo.framework/Foo"},
            "older newer | older newer");
        row("an internal of the compiler", "cocoa", {.function = "closure #1 in Foo.bar()"},
            "older newer | older newer");
        row("the SDK's crash reporter", "cocoa", {.function = "-[SentryClient f]"}, "older newer | older newer");
        row("Unreal's check", "native", {.function = "FDebug::CheckVerifyFailedImpl(int)", .inApp = false},
            "older | older");
    }
    void appliesTheBuiltInRules()
    {
        QFETCH(QByteArray, platform);
        QFETCH(Frame, rule);
        QFETCH(QByteArray, expected);
        const std::vector<Frame> frames = {frame({.function = "older"}), rule, frame({.function = "newer"})};
        QCOMPARE(outcome(StackRules::builtIn(), frames, platform.toStdString()), expected);
    }
};

PICKET_TEST(TestStackRules)
#include "tst_stackrules.moc"
