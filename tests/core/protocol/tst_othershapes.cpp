// SPDX-License-Identifier: GPL-3.0-or-later
// Every member of an event in every shape: what it says is found in the document, in its place, beside it in `other`,
// or in `errors`.
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::at;
using test::bytes;
using test::documentOf;

namespace {

// Unlike anything that stands elsewhere in a document, which may have it in capitals.
const QByteArray mark = "quince-4711";

struct Shape {
    const char *name;
    QByteArray json;
    bool hasMark;
};

const QList<Shape> &shapes()
{
    static const QList<Shape> all{
        {"a text", "\"" + mark + "\"", true},
        {"a long text", "\"" + QByteArray(600, 'a') + mark + "\"", true},
        {"a number", "48271", false},
        {"a fraction", "4827.25", false},
        {"true", "true", false},
        {"a list", "[\"" + mark + "\",7]", true},
        {"a list of lists", "[[\"a\",[\"" + mark + "\"]]]", true},
        {"a list of objects", "[{\"quantity\":\"" + mark + "\"}]", true},
        {"an object", "{\"quantity\":\"" + mark + "\"}", true},
        {"a deep object", "{\"a\":{\"b\":[{\"c\":\"" + mark + "\"}]}}", true},
        {"a list with holes", "{\"0\":\"" + mark + "\",\"4\":\"x\"}", true},
        {"a list with holes in values", "{\"values\":{\"1\":\"" + mark + "\"}}", true},
    };
    return all;
}

struct Place {
    QByteArray path; // for the row's name
    QByteArray event; // with a @ where the shape goes
};

QList<Place> placesIn(const QByteArray &path, const QByteArray &around, const QByteArrayList &members)
{
    QList<Place> places;
    for (const QByteArray &member : members) {
        places.append({path + member, QByteArray(around).replace("#", "\"" + member + "\":@")});
    }
    return places;
}

QList<Place> places()
{
    const QByteArrayList frameMembers{"function",
                                      "raw_function",
                                      "symbol",
                                      "module",
                                      "package",
                                      "filename",
                                      "abs_path",
                                      "platform",
                                      "lineno",
                                      "colno",
                                      "in_app",
                                      "context_line",
                                      "pre_context",
                                      "post_context",
                                      "source_link",
                                      "image_addr",
                                      "instruction_addr",
                                      "symbol_addr",
                                      "addr_mode",
                                      "trust",
                                      "vars",
                                      "data",
                                      "lock",
                                      "of_its_own"};
    QList<Place> all;
    all += placesIn({}, "{#}",
                    {"event_id",
                     "type",
                     "timestamp",
                     "start_timestamp",
                     "platform",
                     "level",
                     "logger",
                     "logentry",
                     "message",
                     "transaction",
                     "culprit",
                     "server_name",
                     "release",
                     "dist",
                     "environment",
                     "site",
                     "tags",
                     "fingerprint",
                     "checksum",
                     "exception",
                     "stacktrace",
                     "template",
                     "threads",
                     "breadcrumbs",
                     "request",
                     "user",
                     "contexts",
                     "extra",
                     "modules",
                     "sdk",
                     "debug_meta",
                     "csp",
                     "hpkp",
                     "expectct",
                     "expectstaple",
                     "errors",
                     "_meta",
                     "of_its_own",
                     "sentry.interfaces.Message",
                     "sentry.interfaces.Exception",
                     "sentry.interfaces.Stacktrace",
                     "sentry.interfaces.Template",
                     "sentry.interfaces.Threads",
                     "sentry.interfaces.Breadcrumbs",
                     "sentry.interfaces.Http",
                     "sentry.interfaces.User",
                     "sentry.interfaces.Contexts",
                     "sentry.interfaces.DebugMeta",
                     "sentry.interfaces.Csp"});
    all += placesIn("exception/", R"({"exception":{"values":[{"type":"E",#}]}})",
                    {"value", "module", "thread_id", "mechanism", "stacktrace", "raw_stacktrace", "of_its_own"});
    all += placesIn("exception/", R"({"exception":[{"value":"v",#}]})", {"type"});
    all += placesIn("exception beside values/", R"({"exception":{"values":[{"type":"E"}],#}})", {"of_its_own"});
    all += placesIn("mechanism/", R"({"exception":[{"type":"E","mechanism":{#}}]})",
                    {"type", "handled", "synthetic", "description", "help_link", "source", "exception_id", "parent_id",
                     "is_exception_group", "data", "meta", "posix_signal", "mach_exception", "relevant_address",
                     "of_its_own"});
    all += placesIn("stacktrace/", R"({"exception":[{"type":"E","stacktrace":{"frames":[{"function":"f"}],#}}]})",
                    {"registers", "snapshot", "frames_omitted"});
    all += placesIn("stacktrace/", R"({"exception":[{"type":"E","stacktrace":{#}}]})", {"frames", "of_its_own"});
    all += placesIn("frame/", R"({"exception":[{"type":"E","stacktrace":{"frames":[{#}]}}]})", frameMembers);
    all += placesIn("frame of a thread/", R"({"threads":[{"id":1,"stacktrace":{"frames":[{#}]}}]})", frameMembers);
    all += Place{"frames/0", R"({"stacktrace":{"frames":[@,{"function":"f"}]}})"};
    all += Place{"exceptions/0", R"({"exception":[@,{"type":"E"}]})"};
    all += Place{"threads/0", R"({"threads":[@]})"};
    all += Place{"breadcrumbs/0", R"({"breadcrumbs":{"values":[{"message":"m"},@]}})"};
    all += Place{"tags/0", R"({"tags":[["a","b"],@]})"};
    all += Place{"errors/0", R"({"errors":[@]})"};
    all += Place{"fingerprint/1", R"({"fingerprint":["a",@]})"};
    all += Place{"fingerprint in holes", R"({"fingerprint":{"0":"a","7":@}})"};
    all += Place{"pre_context/1", R"({"stacktrace":[{"function":"f","pre_context":["a",@]}]})"};
    all += placesIn("thread/", R"({"threads":[{"id":1,#}]})",
                    {"name", "state", "crashed", "current", "main", "stacktrace", "held_locks", "of_its_own"});
    all += placesIn("thread/", R"({"threads":[{#}]})", {"id"});
    all += placesIn("template/", R"({"template":{"filename":"f",#}})",
                    {"abs_path", "lineno", "context_line", "pre_context", "post_context", "of_its_own"});
    all += placesIn("breadcrumb/", R"({"breadcrumbs":[{#}]})",
                    {"timestamp", "type", "category", "level", "message", "data", "event_id", "origin", "of_its_own"});
    all += placesIn("request/", R"({"request":{#}})",
                    {"url", "method", "protocol", "fragment", "query_string", "headers", "cookies", "env", "data",
                     "inferred_content_type", "api_target", "body_size", "of_its_own"});
    all += placesIn("user/", R"({"user":{"username":"u",#}})",
                    {"id", "name", "email", "ip_address", "segment", "geo", "data", "of_its_own"});
    all += placesIn("user with data/", R"({"user":{"data":{"plan":"free"},#}})", {"plan", "username"});
    all +=
        placesIn("sdk/", R"({"sdk":{"name":"n",#}})", {"version", "integrations", "packages", "features", "settings"});
    all += placesIn("sdk/", R"({"sdk":{#}})", {"name"});
    all += placesIn("logentry/", R"({"logentry":{"message":"m",#}})", {"formatted", "params", "of_its_own"});
    all += placesIn("logentry without text/", R"({"logentry":{#}})", {"message", "params", "of_its_own"});
    all += placesIn("message/", R"({"message":{"message":"m",#}})", {"params", "of_its_own"});
    all += placesIn("beside logentry/", R"({"logentry":{"message":"a %s","formatted":"a b"},#})", {"message"});
    all += placesIn("contexts/", R"({"contexts":{#}})", {"os", "trace", "of_its_own"});
    all += placesIn("a context/", R"({"contexts":{"os":{#}}})", {"type", "name", "of_its_own"});
    all += placesIn("tags/", R"({"tags":{#}})",
                    {"a", "", "user", "filename", "release", "environment", "odd name: ü", "0"});
    all += placesIn("doubled tags/", R"({"tags":{"a":"first",#}})", {"a"});
    all += placesIn("tags as objects/", R"({"tags":[{"key":"a","value":"b",#}]})", {"of_its_own"});
    all += placesIn("extra/", R"({"extra":{#}})", {"a"});
    all += placesIn("modules/", R"({"modules":{#}})", {"a"});
    all += placesIn("errors/", R"({"errors":[{"type":"t",#}]})", {"name", "value", "of_its_own"});
    all += placesIn("errors/", R"({"errors":[{#}]})", {"type"});
    all += placesIn("an old name beside the new/", R"({"user":{"id":"1"},"exception":[{"type":"E"}],#})",
                    {"sentry.interfaces.User", "sentry.interfaces.Exception"});
    return all;
}

QByteArray documentFor(const QByteArray &event)
{
    ReadContext context;
    context.received = test::arrival();
    context.envelopeId = EventUuid::parse("11111111111111111111111111111111");
    return documentOf(test::readEvent(event, context));
}

QByteArray errorsOf(const QByteArray &document)
{
    return at(document, "errors");
}

} // namespace

class TestOtherShapes final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDropped_data()
    {
        QTest::addColumn<QByteArray>("event");
        for (const Place &place : places()) {
            QTest::newRow(place.path.isEmpty() ? "a member without a name" : place.path.constData()) << place.event;
        }
    }
    void nothingIsDropped()
    {
        QFETCH(QByteArray, event);
        const QByteArray without = documentFor(QByteArray(event).replace("@", "null"));
        for (const Shape &shape : shapes()) {
            const QByteArray sent = QByteArray(event).replace("@", shape.json);
            const QByteArray document = documentFor(sent);
            QVERIFY2(document != without, (sent + " is like null").constData());
            QVERIFY2(!shape.hasMark || document.toLower().contains(mark), (sent + " -> " + document).constData());
        }
    }

    void aShapeThatIsNotUnderstoodIsNamed_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("name"); // in errors
        QTest::addColumn<QByteArray>("path"); // where it is kept
        const auto row = [](const QByteArray &name, const QByteArray &event, const QByteArray &path) {
            QTest::newRow(name.constData()) << event << name << path;
        };
        row("request", R"({"request":["kept"]})", "other/request");
        row("user", R"({"user":["kept"]})", "other/user");
        row("release", R"({"release":["kept"]})", "other/release");
        row("contexts.basket", R"({"contexts":{"basket":["kept"]}})", "other/contexts/basket");
        row("frame.lineno", R"({"stacktrace":[{"function":"f","lineno":["kept"]}]})", "stacktrace/0/other/lineno");
        row("exception.module", R"({"exception":[{"type":"E","module":["kept"]}]})", "exceptions/0/other/module");
        row("mechanism.handled", R"({"exception":[{"type":"E","mechanism":{"type":"m","handled":["kept"]}}]})",
            "exceptions/0/other/mechanism/handled");
        row("thread.name", R"({"threads":[{"id":1,"name":["kept"]}]})", "threads/0/other/name");
        row("breadcrumb.category", R"({"breadcrumbs":[{"category":["kept"]}]})", "breadcrumbs/0/other/category");
        row("user.id", R"({"user":{"id":["kept"]}})", "user/data/id");
        row("sdk.version", R"({"sdk":{"name":"n","version":["kept"]}})", "other/sdk/version");
        row("request.url", R"({"request":{"url":["kept"]}})", "other/request/url");
        row("frame", R"({"stacktrace":[["kept"],{"function":"f"}]})", "stacktrace/0/other");
        row("thread", R"({"threads":[["kept"]]})", "threads/0/other");
    }
    void aShapeThatIsNotUnderstoodIsNamed()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, path);
        const QByteArray document = documentFor(event);
        QCOMPARE(at(document, path), QByteArray(R"(["kept"])"));
        QVERIFY2(errorsOf(document).contains("\"name\":\"" + name + "\""), errorsOf(document).constData());
    }

    void understoodShapesAreNoProblem_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &path,
                            const QByteArray &value) {
            QTest::newRow(name) << event << path << value;
        };
        row("a breadcrumb's list as data", R"({"breadcrumbs":[{"data":["cart","3 items"]}]})", "breadcrumbs/0/data",
            R"(["cart","3 items"])");
        row("a breadcrumb as a text", R"({"breadcrumbs":["clicked"]})", "breadcrumbs/0/message", R"("clicked")");
        row("an unknown member of a breadcrumb", R"({"breadcrumbs":[{"message":"m","icon":"pen"}]})",
            "breadcrumbs/0/other", R"({"icon":"pen"})");
        row("an exception as a text", R"({"exception":"Cannot find drive 'Q'."})", "exceptions/0/value",
            R"("Cannot find drive 'Q'.")");
        row("an exception as a text with its type", R"({"exception":"KeyError: 'id'"})", "exceptions/0/type",
            R"("KeyError")");
        row("a list of texts as exceptions", R"({"exception":{"values":["a","b"]}})", "exceptions/1/value", R"("b")");
        row("an empty context of PHP", R"({"contexts":{"shop":[]}})", "contexts/shop", "{}");
        row("a tag without a value", R"({"tags":{"a":"","b":null}})", "tags", R"([["a",""],["b",""]])");
        row("a tag with an odd name", R"({"tags":{"a b/ü":"1"}})", "tags", R"([["a b/ü","1"]])");
        row("a tag sent twice with one value", R"({"tags":[["a","1"],["a","1"]]})", "tags", R"([["a","1"]])");
        row("numbers as names of tags", R"({"tags":{"404":"not found","500":"broken"}})", "tags",
            R"([["404","not found"],["500","broken"]])");
        row("the sdk's version alone", R"({"sdk":{"version":"1"}})", "sdk/version", R"("1")");
        row("false as no exception", R"({"exception":false})", "exceptions", "[]");
        row("a user's member beside data", R"({"user":{"data":{"a":1},"plan":"pro"}})", "user/data",
            R"({"a":1,"plan":"pro"})");

        row("fingerprint with holes", R"({"fingerprint":{"0":"import","2":"step-4"}})", "fingerprint",
            R"(["import","step-4"])");
        row("fingerprint as a number", R"({"fingerprint":7})", "fingerprint", R"(["7"])");
        row("exceptions with holes", R"({"exception":{"values":{"1":{"type":"E"}}}})", "exceptions/0/type", R"("E")");
        row("frames with holes", R"({"stacktrace":{"frames":{"0":{"function":"f"},"4":{"function":"g"}}}})",
            "stacktrace/1/function", R"("g")");
        row("a stack that is a list with holes", R"({"stacktrace":{"1":{"function":"f"}}})", "stacktrace/0/function",
            R"("f")");
        row("context lines by their number",
            R"({"stacktrace":[{"context_line":"c","pre_context":{"46":"a","47":"b"},"post_context":{"49":"d"}}]})",
            "stacktrace/0/pre_context", R"(["a","b"])");
        row("breadcrumbs with holes", R"({"breadcrumbs":{"values":{"2":{"message":"a"},"5":{"message":"b"}}}})",
            "breadcrumbs/1/message", R"("b")");
        row("threads with holes", R"({"threads":{"3":{"id":1}}})", "threads/0/id", R"("1")");
        row("integrations with holes", R"({"sdk":{"name":"n","integrations":{"0":"Doctrine","3":"Console"}}})",
            "sdk/integrations", R"(["Doctrine","Console"])");
        row("packages with holes", R"({"sdk":{"name":"n","packages":{"1":{"name":"composer:n","version":"1"}}}})",
            "sdk/packages", R"([["composer:n","1"]])");
        row("pairs with holes", R"({"tags":{"0":["a","1"],"2":["b","2"]}})", "tags", R"([["a","1"],["b","2"]])");
        row("a pair with a hole", R"({"tags":[{"0":"a","2":"1"}]})", "tags", R"([["a","1"]])");
        row("headers with holes", R"({"request":{"headers":{"0":["A","1"],"2":["B","2"]}}})", "request/headers",
            R"([["A","1"],["B","2"]])");
        row("errors with holes", R"({"errors":{"1":{"type":"t","name":"n","value":"v"}}})", "errors",
            R"([{"type":"t","name":"n","value":"v"}])");
        row("errors as one object", R"({"errors":{"type":"t","value":"v"}})", "errors",
            R"([{"type":"t","name":null,"value":"v"}])");
        row("errors of the sender's own", R"({"errors":[{"code":7,"text":"no carrier"}]})", "errors",
            "[{\"type\":\"error\",\"name\":null,\"value\":\"{\\\"code\\\":7,\\\"text\\\":\\\"no carrier\\\"}\"}]");
        row("parameters with holes", R"({"logentry":{"message":"%s and %s","params":{"0":"a","2":"b"}}})", "message",
            R"("a and b")");
        row("parameters with holes by their number",
            R"({"logentry":{"message":"{0} and {2}","params":{"0":"a","2":"b"}}})", "message", R"("a and b")");
    }
    void understoodShapesAreNoProblem()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        const QByteArray document = documentFor(event);
        QCOMPARE(at(document, path), value);
        QVERIFY2(path == "errors" || errorsOf(document) == "[]", errorsOf(document).constData());
    }

    // A hundred problems are told one by one; what the others were about is kept all the same.
    void problemsBeyondTheLimitAreCounted()
    {
        const QByteArray crumbs = QByteArray("{\"category\":[1]},").repeated(150) + "{\"category\":[\"" + mark + "\"]}";
        const QByteArray document = documentFor("{\"breadcrumbs\":[" + crumbs + "]}");
        QCOMPARE(at(document, "errors/100/type"), QByteArray("\"problems_over_limit\""));
        QCOMPARE(at(document, "errors/100/value"), QByteArray("\"51\""));
        QCOMPARE(at(document, "breadcrumbs/150/other/category/0"), QByteArray("\"" + mark + "\""));
    }

    void manyErrorsOfTheSenderAreKept()
    {
        const QByteArray errors = QByteArray("{\"type\":\"t\"},").repeated(200) + "{\"type\":\"" + mark + "\"}";
        QVERIFY(at(documentFor("{\"errors\":[" + errors + "]}"), "other/errors").contains(mark));
    }

    // Storing reads no more than it needs, and is told of the same problems.
    void aSummaryHasTheSameGroupingFacts()
    {
        const QByteArray event =
            R"({"fingerprint":{"0":"a","2":"b"},"exception":"E: x","stacktrace":{"3":{"function":"f"}},"other":1})";
        const model::Event summary = test::readEvent(event, Detail::Summary);
        QCOMPARE(summary.fingerprint.size(), 2u);
        QCOMPARE(bytes(summary.exceptions.at(0).type), QByteArray("E"));
        QCOMPARE(bytes(summary.exceptions.at(0).stacktrace.value().frames.at(0).function), QByteArray("f"));
        QVERIFY(summary.other.isAbsent());
    }
};

PICKET_TEST(TestOtherShapes)
#include "tst_othershapes.moc"
