// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpevent.h"
#include "core/formats/valuetree.h"
#include "core/protocol/eventreader.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

model::Value eventOf(const QString &name)
{
    QFile file(QStringLiteral(PICKET_TEST_DATA "/minidumps/") + name + QStringLiteral(".dmp"));
    const QByteArray dump = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const auto facts = readMinidump(view(dump));
    return facts ? minidumpEvent(*facts) : model::Value();
}

model::Event readBack(const model::Value &event)
{
    protocol::ReadContext context;
    context.received = fromMicros(1'700'000'000'000'000);
    auto read = protocol::readEvent(view(json(event)), context);
    return read ? std::move(*read) : model::Event();
}

} // namespace

class TestMinidumpEvent final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheCrash_data()
    {
        QTest::addColumn<QByteArray>("exception");
        QTest::newRow("minidump2") << QByteArray(
            R"({"type":"Minidump","value":"EXCEPTION_ACCESS_VIOLATION_WRITE / 0x45","thread_id":3060,)"
            R"("stacktrace":{"frames":[{"instruction_addr":"0x40429e","trust":"context","package":"c:\\test_app.exe",)"
            R"("image_addr":"0x400000"}],"registers":{"eax":"0x45","ebx":"0x7c80abc1","ecx":"0x12fe94","edx":"0x42bc58",)"
            R"("esi":"0x2","edi":"0xa28","ebp":"0x12fe88","esp":"0x12fe84","eip":"0x40429e","eflags":"0x10246"}},)"
            R"("mechanism":{"type":"minidump","handled":false,"synthetic":true,)"
            R"("data":{"code":"0xc0000005","relevant_address":"0x45"}}})");
        QTest::newRow("tiny-exe-with-cet-xsave")
            << QByteArray(R"({"type":"Minidump","value":"DUMP_REQUESTED",)"
                          R"("mechanism":{"type":"minidump","handled":false,"synthetic":true}})");
    }
    void tellsTheCrash()
    {
        const model::Value event = eventOf(QString::fromLatin1(QTest::currentDataTag()));
        QTEST(json(event["exception"]["values"].members().at(0).second), "exception");
    }

    void leavesOutTheSenderOfASignal()
    {
        const model::Value event = eventOf(QStringLiteral("linux_overflow"));
        const model::Value &exception = event["exception"]["values"].members().at(0).second;
        QCOMPARE(bytes(exception["value"].text()), QByteArray("SIGABRT"));
        QCOMPARE(json(exception["mechanism"]["meta"]),
                 QByteArray(R"({"signal":{"number":6,"code":0,"name":"SIGABRT"}})"));
    }

    void isReadAsAnOrdinaryEvent()
    {
        const model::Event event = readBack(eventOf(QStringLiteral("linux_inline")));
        QCOMPARE(bytes(event.platform), QByteArray("native"));
        QCOMPARE(int(event.level), int(model::Level::Fatal));
        QCOMPARE(bytes(toRfc3339(event.originalTimestamp.value_or(Timestamp()))),
                 QByteArray("2021-07-13T21:11:16.000000Z"));
        QVERIFY(event.isUnhandled());
        QCOMPARE(event.exceptions.size(), 1u);
        QCOMPARE(bytes(event.exceptions[0].value), QByteArray("SIGILL / ILL_ILLOPN / 0x2161b6"));
        QCOMPARE(event.exceptions[0].mechanism->synthetic, true);
        QCOMPARE(event.exceptions[0].stacktrace->frames.size(), 1u);
        QCOMPARE(event.threads.size(), 1u);
        QCOMPARE(event.threads[0].crashed.value_or(false), true);
        QCOMPARE(bytes(event.threads[0].id), QByteArray("2146002"));
        QCOMPARE(event.debugMeta["images"].members().size(), 8u);
        QCOMPARE(event.errors.size(), 1u);
        QCOMPARE(bytes(event.errors[0].type), QByteArray("past_timestamp")); // it happened in 2021
    }

    void showsWhatCrashpadWasTold()
    {
        const model::Value event = eventOf(QStringLiteral("minidump_crashpad_annotation"));
        QCOMPARE(json(event["contexts"]["crashpad"]),
                 QByteArray(R"({"crashpad":"yes","plat":"iOS","prod":"xcuitest","ver":"1","type":"crashpad"})"));
        QCOMPARE(bytes(event["contexts"]["crashpad ios_crash_xcuitests"]["exceptionName"].text()),
                 QByteArray("NSRangeException"));
        QCOMPARE(json(event["contexts"]["os"]), QByteArray(R"({"name":"iOS","version":"16.2.0","build":"22C65"})"));
        QCOMPARE(bytes(event["debug_meta"]["images"].members().at(0).second["type"].text()), QByteArray("macho"));
    }

    void describesLinux()
    {
        const model::Value event = eventOf(QStringLiteral("linux_executable_heap"));
        const model::Value &os = event["contexts"]["os"];
        QCOMPARE(bytes(os["kernel_version"].text()), QByteArray("3.13.0-53-generic"));
        QCOMPARE(bytes(os["distribution_name"].text()), QByteArray("Ubuntu"));
        QCOMPARE(json(event["extra"]), QByteArray(R"({"command_line":"./driver"})"));
    }

    void takesWhatTheSdkSays()
    {
        const model::Value sdk = model::Value::object({{"release", model::Value::string("app@1")}});
        const model::Event event = readBack(merged(eventOf(QStringLiteral("minidump2")), sdk));
        QCOMPARE(bytes(event.release), QByteArray("app@1"));
        QCOMPARE(event.threads.size(), 2u);
    }

    void modulesOfOneNameAndAHostileAnnotationStayApart()
    {
        MinidumpFacts facts;
        facts.modules.resize(2);
        facts.modules[0].name = "/a/lib.so";
        facts.modules[0].annotations = {{"type", "os"}, {"", "plain"}};
        facts.modules[1].name = "C:\\b\\lib.so";
        facts.modules[1].base = 0xFFFFFFFFFFFFF000;
        facts.modules[1].size = 0xFFFFFFFF;
        facts.threads.push_back({1, {}, 0xFFFFFFFFFFFFFFFF, {}});
        const model::Value event = minidumpEvent(facts);
        QCOMPARE(json(event["contexts"]["crashpad lib.so"]), QByteArray(R"({"type":"crashpad","0":"plain"})"));
        const model::Value &thread = event["threads"]["values"].members().at(0).second;
        QCOMPARE(bytes(thread["stacktrace"]["frames"].members().at(0).second["package"].text()),
                 QByteArray("C:\\b\\lib.so"));
    }

    void saysWhenADumpCannotBeRead()
    {
        const model::Event event = readBack(unreadableMinidumpEvent("minidump header"));
        QCOMPARE(bytes(event.exceptions.at(0).value), QByteArray("Invalid Minidump"));
        QCOMPARE(int(event.level), int(model::Level::Fatal));
        QCOMPARE(json(event.exceptions.at(0).mechanism->data), QByteArray(R"({"error":"minidump header"})"));
    }
};

PICKET_TEST(TestMinidumpEvent)
#include "tst_minidumpevent.moc"
