// SPDX-License-Identifier: GPL-3.0-or-later
// PROTOCOL C.1, C.2, C.7 to C.9, C.20: every shape in which an attribute may come.
#include "core/base/limits.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::at;
using test::bytes;
using test::documentOf;
using test::view;

class TestEventReader final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsAttributes_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &path,
                            const QByteArray &value) {
            QTest::newRow(name) << event << path << value;
        };
        row("id with dashes and capitals", R"({"event_id":"FC6D8C0C-43FC-4630-AD85-0EE518F1B9D0"})", "event_id",
            R"("fc6d8c0c43fc4630ad850ee518f1b9d0")");
        row("a known platform", R"({"platform":"Python"})", "platform", R"("python")");
        row("an unknown platform", R"({"platform":"crystal"})", "platform", R"("other")");
        row("no platform", "{}", "platform", R"("other")");
        row("level by number", R"({"level":50})", "level", R"("fatal")");
        row("level by number as text", R"({"level":"30"})", "level", R"("warning")");
        row("level log", R"({"level":"log"})", "level", R"("info")");
        row("level in capitals", R"({"level":"CRITICAL"})", "level", R"("fatal")");
        row("no level", "{}", "level", R"("error")");
        row("an unknown level", R"({"level":"loud"})", "level", R"("error")");
        row("no level of a transaction", R"({"type":"transaction"})", "level", R"("info")");
        row("logger without line feeds", R"({"logger":"a\r\nb"})", "logger", R"("ab")");
        row("release from the attribute", R"({"release":"a@1","tags":{"release":"b@2"}})", "release", R"("a@1")");
        row("release from a tag", R"({"tags":{"release":"b@2"}})", "release", R"("b@2")");
        row("environment from a tag", R"({"tags":[["environment","staging"]]})", "environment", R"("staging")");
        row("moved tags are no tags", R"({"tags":{"environment":"staging","a":"1","user":"x"}})", "tags",
            R"([["a","1"]])");
        row("site becomes a tag", R"({"site":"s"})", "tags", R"([["site","s"]])");
        row("tags as pairs", R"({"tags":[["a","1"],["a","2"],["b",true],["c",null]]})", "tags",
            R"([["a","1"],["b","True"],["c",""]])");
        row("tags as objects", R"({"tags":[{"key":"a","value":1}]})", "tags", R"([["a","1"]])");
        row("release as a number", R"({"release":1.10})", "release", R"("1.10")");
        row("release null", R"({"release":null})", "release", "null");
        row("fingerprint", R"({"fingerprint":["{{ default }}","a",1,2.0,2.75,true]})", "fingerprint",
            R"(["{{ default }}","a","1","2","2","True"])");
        row("fingerprint without what is no text", R"({"fingerprint":["a",null,["b"]]})", "fingerprint", R"(["a"])");
        row("fingerprint as a text", R"({"fingerprint":"a"})", "fingerprint", R"(["a"])");
        row("no fingerprint", R"({"fingerprint":[]})", "fingerprint", "[]");
        row("checksum as a number", R"({"checksum":12})", "checksum", R"("12")");
        row("type of an event with an exception", R"({"exception":{"value":"x"}})", "type", R"("error")");
        row("type of an event with an empty exception", R"({"exception":[{"mechanism":{"type":"x"}}]})", "type",
            R"("default")");
        row("type of a message", R"({"message":"x"})", "type", R"("default")");
        row("type of a transaction", R"({"type":"transaction","exception":{"value":"x"}})", "type", R"("transaction")");
        row("type of feedback", R"({"type":"feedback"})", "type", R"("feedback")");
        row("type of old feedback", R"({"type":"userreportv2"})", "type", R"("feedback")");
        row("type of a report", R"({"csp":{"blocked_uri":"self"}})", "type", R"("security")");
        row("a report by its legacy name", R"({"sentry.interfaces.Csp":{"blocked_uri":"self"}})", "security",
            R"({"csp":{"blocked_uri":"self"}})");
        row("extra", R"({"extra":{"n":0.10,"big":9007199254740993}})", "extra", R"({"n":0.10,"big":9007199254740993})");
        row("extra as PHP's empty list", R"({"extra":[]})", "extra", "{}");
        row("modules", R"({"modules":{"a":"1","b":null}})", "modules", R"({"a":"1","b":null})");
        row("modules as pairs", R"({"modules":[["a","1"]]})", "modules", R"({"a":"1"})");
        row("sdk",
            R"({"sdk":{"name":"n","version":"1","integrations":["i"],"packages":[{"name":"pip:n","version":"1"}]}})",
            "sdk", R"({"name":"n","version":"1","integrations":["i"],"packages":[["pip:n","1"]]})");
        row("debug_meta", R"({"debug_meta":{"images":[{"type":"elf"}]}})", "debug_meta",
            R"({"images":[{"type":"elf"}]})");
        row("_meta", R"({"_meta":{"message":{"":{"len":300}}}})", "_meta", R"({"message":{"":{"len":300}}})");
        row("errors of the payload", R"({"errors":[{"type":"js_no_source","name":"n","value":5}]})", "errors",
            R"([{"type":"js_no_source","name":"n","value":"5"}])");
        row("unknown attributes", R"({"spans":[],"key_id":1,"key_id":2,"message":"x"})", "other",
            R"({"spans":[],"key_id":2})");
        row("the last of repeated attributes", R"({"message":"a","message":"b"})", "message", R"("b")");
        row("NUL in a text", R"({"message":"class@anonymous\u0000/x"})", "message", R"("class@anonymous\u0000/x")");
    }
    void readsAttributes()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        QCOMPARE(at(documentOf(test::readEvent(event)), path), value);
    }

    void readsMessages_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("templateText");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &text,
                            const QByteArray &templateText = "null") {
            QTest::newRow(name) << event << text << templateText;
        };
        row("message as a text", R"({"message":"x"})", R"("x")");
        row("message as an object", R"({"message":{"message":"x"}})", R"("x")", R"("x")");
        row("message as an object with formatted", R"({"message":{"message":"%s","formatted":"x"}})", R"("x")",
            R"("%s")");
        row("logentry as a text", R"({"logentry":"x"})", R"("x")");
        row("logentry as an object", R"({"logentry":{"message":"a %s","formatted":"a b"}})", R"("a b")", R"("a %s")");
        row("legacy name", R"({"sentry.interfaces.Message":{"message":"x","params":[]}})", R"("x")", R"("x")");
        row("logentry before message", R"({"logentry":{"message":"a %s","formatted":"a b"},"message":"c"})", R"("a b")",
            R"("a %s")");
        row("message as the text of logentry", R"({"logentry":{"message":"a %s"},"message":"a b"})", R"("a b")",
            R"("a %s")");
        row("equal texts carry no template", R"({"logentry":{"message":"x","formatted":"x"}})", R"("x")");
        row("false is nothing", R"({"logentry":false,"message":"x"})", R"("x")");
        row("a number", R"({"message":5})", R"("5")");
        row("a list", R"({"message":["a",1]})", "\"[\\\"a\\\",1]\"");
        row("nothing", "{}", "null");
        row("printf", R"({"logentry":{"message":"a %s b %d%%","params":["x",5]}})", R"("a x b 5%")",
            R"("a %s b %d%%")");
        row("printf with names", R"({"logentry":{"message":"%(one)s %(two)d","params":{"one":"x","two":2}}})",
            R"("x 2")", R"("%(one)s %(two)d")");
        row("printf with positions", R"({"logentry":{"message":"%2$s %1$s","params":["a","b"]}})", R"("b a")",
            R"("%2$s %1$s")");
        row("printf with precision", R"({"logentry":{"message":"%5.2f","params":[1.5]}})", R"("1.5")", R"("%5.2f")");
        row("printf with an object", R"({"logentry":{"message":"%j","params":[{"a":1}]}})", "\"{\\\"a\\\":1}\"",
            R"("%j")");
        row("braces", R"({"logentry":{"message":"{} and {}","params":["a","b"]}})", R"("a and b")", R"("{} and {}")");
        row("braces with positions", R"({"logentry":{"message":"{1} and {0}","params":["a","b"]}})", R"("b and a")",
            R"("{1} and {0}")");
        row("braces with names", "{\"logentry\":{\"message\":\"{x:>3} {y}\",\"params\":{\"x\":1,\"y\":2}}}", R"("1 2")",
            "\"{x:>3} {y}\"");
        row("too few parameters", R"({"logentry":{"message":"%s %s","params":["a"]}})", R"("%s %s")", R"("%s %s")");
        row("too many parameters", R"({"logentry":{"message":"%s","params":["a","b"]}})", R"("%s")", R"("%s")");
        row("a missing name", R"({"logentry":{"message":"%(x)s","params":{"y":1}}})", R"("%(x)s")", R"("%(x)s")");
        row("a percent sign that is no conversion", R"({"logentry":{"message":"100% of {}","params":["a"]}})",
            R"("100% of a")", R"("100% of {}")");
        row("a percent sign at the end", R"({"logentry":{"message":"%s%","params":["a"]}})", R"("%s%")", R"("%s%")");
        row("a brace that does not end", "{\"logentry\":{\"message\":\"{x\",\"params\":[\"a\"]}}", "\"{x\"", "\"{x\"");
        row("parameters without a place", R"({"logentry":{"message":"plain","params":["a"]}})", R"("plain")",
            R"("plain")");
    }
    void readsMessages()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, templateText);
        for (const Detail detail : {Detail::Full, Detail::Summary}) {
            const QByteArray document = documentOf(test::readEvent(event, detail));
            QCOMPARE(at(document, "message"), text);
            const QByteArray found = at(document, "logentry/message");
            QCOMPARE(found == "absent" ? QByteArray("null") : found, templateText);
        }
    }

    void readsParts_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &path,
                            const QByteArray &value) {
            QTest::newRow(name) << event << path << value;
        };
        row("breadcrumbs as values", R"({"breadcrumbs":{"values":[{"message":"a"}]}})", "breadcrumbs/0/message",
            R"("a")");
        row("breadcrumbs as a list", R"({"breadcrumbs":[{"message":"a"}]})", "breadcrumbs/0/type", R"("default")");
        row("breadcrumbs by their legacy name", R"({"sentry.interfaces.Breadcrumbs":{"values":[{"level":"warning"}]}})",
            "breadcrumbs/0/level", R"("warning")");
        row("null breadcrumbs keep their place", R"({"breadcrumbs":[null,{"message":"a"}]})", "breadcrumbs/0", "null");
        row("a breadcrumb's time", R"({"breadcrumbs":[{"timestamp":1769850307.5}]})", "breadcrumbs/0/timestamp",
            R"("2026-01-31T09:05:07.500000Z")");
        row("a breadcrumb's default level", R"({"breadcrumbs":[{"message":"a"}]})", "breadcrumbs/0/level", R"("info")");
        row("a breadcrumb's data", R"({"breadcrumbs":[{"data":{"status_code":200}}]})", "breadcrumbs/0/data",
            R"({"status_code":200})");
        row("a breadcrumb's message as an object", R"({"breadcrumbs":[{"message":{"a":1}}]})", "breadcrumbs/0/message",
            "\"{\\\"a\\\":1}\"");

        row("headers as an object are sorted",
            R"({"request":{"headers":{"x-b":"2","user-agent":5,"ACCEPT":["a","b"]}}})", "request/headers",
            R"([["Accept","a,b"],["User-Agent","5"],["X-B","2"]])");
        row("headers as pairs keep their order", R"({"request":{"headers":[["x-b","2"],["a","1"],["x-b","3"]]}})",
            "request/headers", R"([["X-B","2"],["A","1"],["X-B","3"]])");
        row("headers as PHP's empty list", R"({"request":{"headers":[]}})", "request/headers", "[]");
        row("the Cookie header becomes cookies", R"({"request":{"headers":{"cookie":"a=b; c=d=e;f"}}})",
            "request/cookies", R"([["a","b"],["c","d=e"],["f",""]])");
        row("and is no header any more", R"({"request":{"headers":{"cookie":"a=b"}}})", "request/headers", "[]");
        row("cookies as an object", R"({"request":{"cookies":{"a":"b"}}})", "request/cookies", R"([["a","b"]])");
        row("cookies as a text", R"({"request":{"cookies":"a=b"}})", "request/cookies", R"([["a","b"]])");
        row("query string with a question mark", R"({"request":{"query_string":"?a=1&b=x+y"}})", "request/query",
            R"([["a","1"],["b","x y"]])");
        row("query string as an object", R"({"request":{"query_string":{"a":"1"}}})", "request/query",
            R"([["a","1"]])");
        row("query string as pairs", R"({"request":{"query_string":[["a","1"]]}})", "request/query", R"([["a","1"]])");
        row("the query leaves the URL", "{\"request\":{\"url\":\"http://h/p?a=1#f\"}}", "request/url",
            "\"http://h/p\"");
        row("the query of the URL", "{\"request\":{\"url\":\"http://h/p?a=1#f\"}}", "request/query_string", R"("a=1")");
        row("the fragment of the URL", "{\"request\":{\"url\":\"http://h/p?a=1#f\"}}", "request/fragment", R"("f")");
        row("method in capitals", R"({"request":{"method":"post"}})", "request/method", R"("POST")");
        row("request by its legacy name", R"({"sentry.interfaces.Http":{"url":"/x"}})", "request/url", R"("/x")");
        row("a JSON body as text", "{\"request\":{\"data\":\"{\\\"a\\\":0.10}\"}}", "request/data", R"({"a":0.10})");
        row("a JSON body that is none", R"({"request":{"data":"{a}"}})", "request/data", R"("{a}")");
        row("a form body",
            R"({"request":{"headers":{"content-type":"application/x-www-form-urlencoded; charset=utf-8"},"data":"a=1&b=x%20y"}})",
            "request/data", R"({"a":"1","b":"x y"})");
        row("a body as a list", R"({"request":{"data":[1,null]}})", "request/data", "[1,null]");
        row("env", R"({"request":{"env":{"SERVER_PORT":80}}})", "request/env", R"([["SERVER_PORT","80"]])");
        row("request as PHP's empty list", R"({"request":[]})", "request", "null");

        row("user id as a number", R"({"user":{"id":42}})", "user/id", R"("42")");
        row("other keys of a user", R"({"user":{"id":"1","plan":"pro","data":{"a":1}}})", "user/data",
            R"({"a":1,"plan":"pro"})");
        row("the peer's address is not taken", R"({"user":{"ip_address":"{{auto}}"}})", "user/ip_address", "null");
        row("geo", R"({"user":{"geo":{"city":"Wien"}}})", "user/geo", R"({"city":"Wien"})");
        row("an empty user", R"({"user":{}})", "user/id", "null");
        row("user by its legacy name", R"({"sentry.interfaces.User":{"email":"a@b"}})", "user/email", R"("a@b")");
        row("user null", R"({"user":null})", "user", "null");
        row("user as a text", R"({"user":"x"})", "user", "null");

        row("contexts", R"({"contexts":{"os":{"name":"Linux"},"x":null,"y":[],"z":"text"}})", "contexts",
            R"({"os":{"name":"Linux"},"y":{}})");
        row("contexts by their legacy name", R"({"sentry.interfaces.Contexts":{"os":{"name":"Linux"}}})",
            "contexts/os/name", R"("Linux")");
        row("contexts as PHP's empty list", R"({"contexts":[]})", "contexts", "{}");
    }
    void readsParts()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        QCOMPARE(at(documentOf(test::readEvent(event)), path), value);
    }

    void aContextsOwnTypeWins()
    {
        const model::Event event =
            test::readEvent(R"({"contexts":{"server-os":{"type":"os"},"trace":{"trace_id":"abc"}}})");
        QCOMPARE(bytes(event.contexts[0].type), QByteArray("os"));
        QCOMPARE(bytes(event.contexts[0].alias), QByteArray("server-os"));
        QCOMPARE(bytes(event.traceId()), QByteArray("abc"));
    }

    void clampsTimes_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QByteArray>("problem");
        const QByteArray received = "2026-01-31T12:00:00.000000Z";
        const QByteArray none;
        QTest::newRow("a minute ago") << QByteArray("2026-01-31T11:59:00Z") << QByteArray("2026-01-31T11:59:00.000000Z")
                                      << none;
        QTest::newRow("exactly a minute ahead")
            << QByteArray("2026-01-31T12:01:00Z") << QByteArray("2026-01-31T12:01:00.000000Z") << none;
        QTest::newRow("more than a minute ahead")
            << QByteArray("2026-01-31T12:01:00.000001Z") << received << QByteArray("future_timestamp");
        QTest::newRow("exactly 30 days old")
            << QByteArray("2026-01-01T12:00:00Z") << QByteArray("2026-01-01T12:00:00.000000Z") << none;
        QTest::newRow("more than 30 days old")
            << QByteArray("2026-01-01T11:59:59.999999Z") << received << QByteArray("past_timestamp");
        QTest::newRow("unreadable") << QByteArray("soon") << received << QByteArray("invalid_data");
    }
    void clampsTimes()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, shown);
        QFETCH(QByteArray, problem);
        const model::Event event = test::readEvent("{\"timestamp\":\"" + sent + "\"}");
        QCOMPARE(bytes(toRfc3339(event.timestamp)), shown);
        QCOMPARE(event.originalTimestamp, parseRfc3339(view(sent)));
        QCOMPARE(event.errors.empty() ? QByteArray() : bytes(event.errors.front().type), problem);
    }

    void withoutATimeItIsTheArrivals()
    {
        const model::Event event = test::readEvent("{}");
        QCOMPARE(event.timestamp, test::arrival());
        QVERIFY(!event.originalTimestamp.has_value());
        QVERIFY(event.errors.empty());
    }

    void choosesTheId()
    {
        ReadContext context;
        context.envelopeId = EventUuid::parse("11111111111111111111111111111111");
        const auto own = EventUuid::parse("22222222222222222222222222222222");
        const std::string_view payload = R"({"event_id":"22222222222222222222222222222222"})";
        QCOMPARE(protocol::readEvent(payload, context)->id, *context.envelopeId);
        context.envelopeId = EventUuid();
        QCOMPARE(protocol::readEvent(payload, context)->id, *own);
        context.envelopeId.reset();
        QCOMPARE(protocol::readEvent(payload, context)->id, *own);
        const auto generated = protocol::readEvent(R"({"event_id":"00000000000000000000000000000000"})", context);
        QVERIFY(!generated->id.isNil());
        QVERIFY(protocol::readEvent("{}", context)->id != protocol::readEvent("{}", context)->id);
    }

    void levelSentTellsADefaultFromAChoice()
    {
        QVERIFY(test::readEvent(R"({"level":"error"})").levelSent);
        QVERIFY(!test::readEvent(R"({"level":"loud"})").levelSent);
        QVERIFY(!test::readEvent("{}").levelSent);
    }

    void theNewestBreadcrumbsAreKept()
    {
        const QByteArray crumbs = QByteArray("{\"message\":\"old\"},").repeated(static_cast<int>(limits::breadcrumbs))
            + "{\"message\":\"new\"}";
        const model::Event event = test::readEvent("{\"breadcrumbs\":[" + crumbs + "]}");
        QCOMPARE(event.breadcrumbs.size(), limits::breadcrumbs);
        QCOMPARE(bytes(event.breadcrumbs.back().message), QByteArray("new"));
        QCOMPARE(bytes(event.errors.front().type), QByteArray("value_too_long"));
    }

    void aSummaryLeavesOutWhatIsLarge()
    {
        const model::Event event = test::readEvent(
            R"({"breadcrumbs":[{"message":"a"}],"extra":{"a":1},"modules":{"a":"1"},"request":{"url":"/x?y=1","method":"get","data":"{}","headers":{"a":"b"}},
                "exception":{"type":"E","stacktrace":{"frames":[{"function":"f","vars":{"a":1},"pre_context":["p"],"context_line":"c","data":{"sourcemap":"m"}}]}},
                "contexts":{"trace":{"trace_id":"t","data":{"a":1}},"app":{"app_name":"x","app_start_time":5}},"unknown":1,"debug_meta":{"images":[]},"_meta":{"a":{}}})",
            Detail::Summary);
        QVERIFY(event.breadcrumbs.empty());
        QVERIFY(event.extra.isAbsent());
        QVERIFY(event.modules.empty());
        QVERIFY(event.debugMeta.isAbsent());
        QVERIFY(event.meta.isAbsent());
        QVERIFY(event.other.isAbsent());
        QCOMPARE(bytes(event.request->url), QByteArray("/x"));
        QCOMPARE(bytes(event.request->method), QByteArray("GET"));
        QVERIFY(event.request->headers.empty());
        QVERIFY(event.request->data.isAbsent());
        const model::Frame &frame = event.exceptions[0].stacktrace->frames[0];
        QVERIFY(frame.vars.isAbsent());
        QVERIFY(frame.preContext.empty());
        QVERIFY(frame.hasContext);
        QCOMPARE(bytes(frame.contextLine), QByteArray("c"));
        QCOMPARE(bytes(frame.data["sourcemap"].text()), QByteArray("m"));
        QCOMPARE(event.contexts.size(), 2u);
        QCOMPARE(bytes(event.traceId()), QByteArray("t"));
        QCOMPARE(event.contexts[1].value.members().size(), 1u);
        QCOMPARE(bytes(event.contexts[1].value["app_start_time"].text()), QByteArray("5"));
    }

    void repairsAreProblems()
    {
        ReadContext context;
        const auto event = protocol::readEvent("{\"message\":\"a\xFF\",\"extra\":{\"n\":NaN}} junk", context);
        QVERIFY(event.has_value());
        QCOMPARE(event->errors.size(), 3u);
        QCOMPARE(bytes(event->errors[0].type), QByteArray("repaired_json"));
        QCOMPARE(bytes(event->logentry.text()), QByteArray("a\uFFFD"));
    }

    void whatIsNoObjectIsNoEvent_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << static_cast<int>(ErrorCode::EmptyBody);
        QTest::newRow("a list") << QByteArray("[{}]") << static_cast<int>(ErrorCode::InvalidJson);
        QTest::newRow("a text") << QByteArray("\"x\"") << static_cast<int>(ErrorCode::InvalidJson);
        QTest::newRow("half an object") << QByteArray("{\"a\":") << static_cast<int>(ErrorCode::InvalidJson);
        QTest::newRow("too deep") << QByteArray("{\"a\":").repeated(100000) << static_cast<int>(ErrorCode::TooDeep);
    }
    void whatIsNoObjectIsNoEvent()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, code);
        const auto event = protocol::readEvent(view(payload), ReadContext());
        QVERIFY(!event.has_value());
        QCOMPARE(static_cast<int>(event.error().code), code);
    }

    // Whatever stands where: nothing crashes, and the rest of the event is read.
    void everyAttributeMayHaveEveryType()
    {
        const QByteArrayList values{"null",
                                    "true",
                                    "5",
                                    "1e400",
                                    "\"x\"",
                                    "[]",
                                    "{}",
                                    "[null]",
                                    "[[]]",
                                    "[{}]",
                                    "{\"values\":[1,\"x\",null,[]]}",
                                    "{\"frames\":[1]}",
                                    "{\"values\":{\"frames\":{\"0\":{\"function\":[]}}}}",
                                    QByteArray("[").repeated(900) + QByteArray("]").repeated(900)};
        const QByteArrayList keys{"event_id",  "type",        "timestamp",   "platform", "level",       "logger",
                                  "logentry",  "message",     "transaction", "culprit",  "server_name", "release",
                                  "dist",      "environment", "site",        "tags",     "fingerprint", "checksum",
                                  "exception", "stacktrace",  "template",    "threads",  "breadcrumbs", "request",
                                  "user",      "contexts",    "extra",       "modules",  "sdk",         "debug_meta",
                                  "csp",       "errors",      "_meta",       "zzz"};
        for (const QByteArray &key : keys) {
            for (const QByteArray &value : values) {
                for (const Detail detail : {Detail::Full, Detail::Summary}) {
                    const model::Event event =
                        test::readEvent("{\"dist\":\"kept\",\"" + key + "\":" + value + "}", detail);
                    if (key != "dist") {
                        QCOMPARE(bytes(event.dist), QByteArray("kept"));
                    }
                    QVERIFY(at(documentOf(event), "level") != "invalid document");
                }
            }
        }
    }
};

PICKET_TEST(TestEventReader)
#include "tst_eventreader.moc"
