// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/hints.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

// An event with something for every variable.
Event rich()
{
    Event event = crash("python",
                        {frame({.module = "app.mod",
                                .filename = "mod.py",
                                .function = "work",
                                .absPath = "/srv/app/mod.py",
                                .package = "/usr/lib/libapp.so"}),
                         frame({.function = "lib", .inApp = false})});
    event.exceptions[0].type = "ValueError";
    event.exceptions[0].value = "row 7 is bad";
    event.logentry = {"saw %s", "saw 42", {}};
    event.transaction = "/users";
    event.logger = "app.log";
    event.level = model::Level::Warning;
    event.tags = {{"region", "eu"}};
    event.environment = "staging";
    return event;
}

Event withFingerprint(Event event, std::vector<std::string> fingerprint)
{
    event.fingerprint = std::move(fingerprint);
    return event;
}

} // namespace

class TestFingerprint final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesVariables_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("missing"); // for an event without anything
        const auto row = [](const char *entry, const char *value, const char *missing) {
            QTest::newRow(entry) << QByteArray(entry) << QByteArray(value) << QByteArray(missing);
        };
        row("{{ transaction }}", "/users", "<no-transaction>");
        row("{{transaction}}", "/users", "<no-transaction>");
        row("  {{   transaction }} ", "/users", "<no-transaction>");
        row("{{ message }}", "saw <int>", "<no-message>");
        row("{{ raw_message }}", "saw 42", "<no-message>");
        row("{{ type }}", "ValueError", "<no-type>");
        row("{{ error.type }}", "ValueError", "<no-type>");
        row("{{ value }}", "row <int> is bad", "<no-value>");
        row("{{ error.value }}", "row <int> is bad", "<no-value>");
        row("{{ raw_value }}", "row 7 is bad", "<no-value>");
        row("{{ error.raw_value }}", "row 7 is bad", "<no-value>");
        row("{{ function }}", "work", "<no-function>");
        row("{{ stack.function }}", "work", "<no-function>");
        row("{{ path }}", "/srv/app/mod.py", "<no-abs-path>");
        row("{{ stack.abs_path }}", "/srv/app/mod.py", "<no-abs-path>");
        row("{{ stack.filename }}", "mod.py", "<no-filename>");
        row("{{ module }}", "app.mod", "<no-module>");
        row("{{ stack.module }}", "app.mod", "<no-module>");
        row("{{ package }}", "libapp.so", "<no-package>");
        row("{{ stack.package }}", "libapp.so", "<no-package>");
        row("{{ level }}", "warning", "error");
        row("{{ logger }}", "app.log", "<no-logger>");
        row("{{ tags.region }}", "eu", "<no-value-for-tag-region>");
        row("{{ tags.environment }}", "staging", "<no-value-for-tag-environment>");
        row("{{ colour }}", "<unrecognized-variable-colour>", "<unrecognized-variable-colour>");
        row("in {{ transaction }}", "in {{ transaction }}", "in {{ transaction }}");
        row("{{ two words }}", "{{ two words }}", "{{ two words }}");
        row("{{}}", "{{}}", "{{}}");
        row("saw 42", "saw <int>", "saw 42");
        row("row 7 is bad", "row <int> is bad", "row 7 is bad");
        row("other 42", "other 42", "other 42");
    }
    void resolvesVariables()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, missing);
        const auto resolved = [&entry](const Event &event) {
            const auto grouping = grouping::group(withFingerprint(event, {entry.toStdString()}));
            const model::GroupingPart &variant = grouping.variants.at(0);
            return variant.id == "custom_fingerprint" ? QByteArray::fromStdString(variant.children.at(0).value)
                                                      : QByteArray("no custom fingerprint");
        };
        QCOMPARE(resolved(rich()), value);
        QCOMPARE(resolved(Event{}), missing);
    }

    void compares_data()
    {
        QTest::addColumn<Event>("one");
        QTest::addColumn<Event>("other");
        QTest::addColumn<bool>("together");
        const Event f = crash("python", calls({"f"}));
        const Event g = crash("python", calls({"g"}));
        QTest::newRow("a custom list groups whatever the content")
            << withFingerprint(f, {"a"}) << withFingerprint(g, {"a"}) << true;
        QTest::newRow("a custom list and none") << withFingerprint(f, {"a"}) << f << false;
        QTest::newRow("the default variable alone is no fingerprint")
            << withFingerprint(f, {"{{default}}"}) << f << true;
        QTest::newRow("copies of the message differ in numbers only")
            << with(withFingerprint(f, {"dogs 1"}), [](Event &event) { event.logentry.formatted = "dogs 1"; })
            << with(withFingerprint(f, {"dogs 2"}), [](Event &event) { event.logentry.formatted = "dogs 2"; }) << true;
        QTest::newRow("hybrid, the same extra and stack")
            << withFingerprint(f, {"{{ default }}", "x"}) << withFingerprint(f, {"{{default}}", "x"}) << true;
        QTest::newRow("hybrid, another extra")
            << withFingerprint(f, {"{{ default }}", "x"}) << withFingerprint(f, {"{{ default }}", "y"}) << false;
        QTest::newRow("hybrid, another stack")
            << withFingerprint(f, {"{{ default }}", "x"}) << withFingerprint(g, {"{{ default }}", "x"}) << false;
        QTest::newRow("hybrid and the default") << withFingerprint(f, {"{{ default }}", "x"}) << f << false;
        QTest::newRow("hybrid and custom of the same words")
            << withFingerprint({}, {"{{ default }}", "x"}) << withFingerprint({}, {"x"}) << false;
        const auto checksum = [](Event event, const char *text) {
            event.checksum = text;
            return event;
        };
        QTest::newRow("a checksum outranks everything")
            << checksum(withFingerprint(f, {"a"}), "c") << checksum(withFingerprint(g, {"b"}), "c") << true;
        QTest::newRow("a checksum's case is no difference in hex")
            << checksum(f, "ABCDEF00112233445566778899AABBCC") << checksum(g, "abcdef00112233445566778899aabbcc")
            << true;
        QTest::newRow("a checksum and a fingerprint of the same text")
            << checksum(f, "a") << withFingerprint(f, {"a"}) << false;
    }
    void compares()
    {
        QFETCH(Event, one);
        QFETCH(Event, other);
        QTEST(shareIssue(one, other), "together");
    }

    void appliesBuiltInRules_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<QByteArrayList>("fingerprint"); // empty: none applies
        const auto javascript = [](const char *type, const char *value, const char *transaction = "") {
            Event result = eventOf("javascript", {exception(type, value, calls({"f"}))});
            result.transaction = transaction;
            return result;
        };
        QTest::newRow("a chunk's type") << javascript("ChunkLoadError", "Loading chunk 158 failed.")
                                        << QByteArrayList{"chunkloaderror"};
        QTest::newRow("a chunk's value") << javascript("Error", "ChunkLoadError: Loading chunk 158 failed.")
                                         << QByteArrayList{"chunkloaderror"};
        QTest::newRow("another error about a chunk")
            << javascript("Error", "Loading chunk 158 failed.") << QByteArrayList{};
        QTest::newRow("hydration") << javascript("Error", "Hydration failed because the UI differs", "/users")
                                   << QByteArrayList{"hydrationerror", "/users"};
        QTest::newRow("hydration without a transaction")
            << javascript("Error", "Hydration failed because the UI differs") << QByteArrayList{};
        QTest::newRow("another platform")
            << with(javascript("ChunkLoadError", ""), [](Event &event) { event.platform = "python"; })
            << QByteArrayList{};
        QTest::newRow("the client's list wins")
            << withFingerprint(javascript("ChunkLoadError", ""), {"mine"}) << QByteArrayList{"mine"};
    }
    void appliesBuiltInRules()
    {
        QFETCH(Event, event);
        QFETCH(QByteArrayList, fingerprint);
        const model::Grouping grouping = grouping::group(event);
        QByteArrayList found;
        if (grouping.variants.at(0).id == "custom_fingerprint") {
            for (const model::GroupingPart &entry : grouping.variants.at(0).children) {
                found.push_back(QByteArray::fromStdString(entry.value));
            }
            QCOMPARE(grouping.variants.at(0).hint == grouping::hints::builtInRule, event.fingerprint.empty());
        }
        QCOMPARE(found, fingerprint);
    }

    void keepsTheOutrankedVariantsForShow()
    {
        const auto variants = grouping::group(withFingerprint(rich(), {"a"})).variants;
        QVERIFY(variants.at(1).id == "app" && variants.at(1).hint == grouping::hints::fingerprintPrecedence);
        QVERIFY(countedValues(variants.at(1)).empty());
    }

    void hybridHasTheEntriesInEachVariant()
    {
        const model::Grouping grouping = grouping::group(withFingerprint(rich(), {"{{ default }}", "{{ level }}"}));
        QCOMPARE(grouping.hashes.size(), std::size_t{2});
        QVERIFY(grouping.variants.at(0).hint == grouping::hints::hybrid);
        QVERIFY(grouping.variants.at(0).children.at(1).value == "warning");
        QVERIFY(grouping.variants.at(1).children.at(1).value == "warning");
    }
};

PICKET_TEST(TestFingerprint)
#include "tst_fingerprint.moc"
