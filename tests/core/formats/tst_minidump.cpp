// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/container.h"
#include "core/formats/crashreason.h"
#include "core/formats/minidump.h"
#include "core/formats/text.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

QByteArray dump(const QByteArray &name)
{
    QFile file(QStringLiteral(PICKET_TEST_DATA "/minidumps/") + QString::fromUtf8(name) + QStringLiteral(".dmp"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray hex(std::optional<std::uint64_t> address)
{
    return address ? bytes(hexNumber(*address)) : QByteArray();
}

// Writes dumps of either byte order, to have what no file at hand has.
class DumpWriter final
{
public:
    explicit DumpWriter(ByteOrder order)
        : m_order(order)
        , m_bytes(order == ByteOrder::Little ? "MDMP" : "PMDM")
    {
        number(0xA793, 4);
        m_bytes.append(24, '\0');
        set(20, 1'000'000'000, 4);
    }

    void number(std::uint64_t value, std::size_t size)
    {
        m_bytes.append(static_cast<qsizetype>(size), '\0');
        set(static_cast<std::size_t>(m_bytes.size()) - size, value, size);
    }
    void set(std::size_t at, std::uint64_t value, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t shift = 8 * (m_order == ByteOrder::Little ? i : size - 1 - i);
            m_bytes[static_cast<qsizetype>(at + i)] = static_cast<char>(value >> shift & 0xFF);
        }
    }
    // Numbers of 4 bytes.
    void stream(std::uint32_t type, const std::vector<std::uint32_t> &words)
    {
        const auto offset = static_cast<std::uint32_t>(m_bytes.size());
        for (const std::uint32_t word : words) {
            number(word, 4);
        }
        entry(type, static_cast<std::uint32_t>(4 * words.size()), offset);
    }
    void entry(std::uint32_t type, std::uint32_t size, std::uint32_t offset)
    {
        m_directory.insert(m_directory.end(), {type, size, offset});
    }
    std::uint32_t append(const QByteArray &raw)
    {
        const auto offset = static_cast<std::uint32_t>(m_bytes.size());
        m_bytes.append(raw);
        return offset;
    }
    QByteArray finish()
    {
        set(8, m_directory.size() / 3, 4);
        set(12, static_cast<std::uint64_t>(m_bytes.size()), 4);
        for (const std::uint32_t word : m_directory) {
            number(word, 4);
        }
        return m_bytes;
    }

private:
    ByteOrder m_order;
    QByteArray m_bytes;
    std::vector<std::uint32_t> m_directory;
};

QByteArray crashedArmLinux(ByteOrder order)
{
    DumpWriter writer(order);
    std::vector<std::uint32_t> system(14, 0);
    system[0] = order == ByteOrder::Little ? 12U : 12U << 16; // arm64 as 16 bits
    system[5] = 0x8203; // Android
    writer.stream(7, system);
    std::vector<std::uint32_t> context(68, 0);
    context[order == ByteOrder::Little ? 66 : 67] = 0x1234; // pc
    writer.stream(0xFFF0, context);
    const auto contextOffset = std::uint32_t(32 + 56);
    std::vector<std::uint32_t> exception(42, 0);
    exception[0] = 77;
    exception[2] = 11;
    exception[3] = 2;
    exception[40] = 68 * 4;
    exception[41] = contextOffset;
    writer.stream(6, exception);
    return writer.finish();
}

} // namespace

class TestMinidump final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsFacts_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("os");
        QTest::addColumn<QByteArray>("arch");
        QTest::addColumn<QByteArray>("crash"); // reason, memory, instruction, thread
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("modules");
        QTest::addColumn<QByteArray>("program"); // the first module
        QTest::addColumn<QByteArray>("debugId");
        QTest::addColumn<QByteArray>("codeId");
        const auto row = [](const char *name, const char *time, const char *os, const char *arch, const char *crash,
                            int threads, int modules, const char *program, const char *debugId, const char *codeId) {
            QTest::newRow(name) << QByteArray(time) << QByteArray(os) << QByteArray(arch) << QByteArray(crash)
                                << threads << modules << QByteArray(program) << QByteArray(debugId)
                                << QByteArray(codeId);
        };
        row("minidump2", "2007-02-14T19:13:55", "Windows 5.1.2600 Service Pack 2", "x86 GenuineIntel 1",
            "EXCEPTION_ACCESS_VIOLATION_WRITE 0x45 0x40429e 3060", 2, 13, "test_app.exe 0x400000 184320",
            "5a9832e5-2872-41c1-838e-d98914e9b7ff-1", "45d35f6c2d000");
        row("exec_av_on_stack", "2010-09-29T23:57:21", "Windows 6.1.7600 ", "x86 GenuineIntel 16",
            "EXCEPTION_ACCESS_VIOLATION_EXEC 0x3df944 0x3df944 6920", 2, 26, "crashme1.exe 0xd50000 36864",
            "6fcc021b-58cd-46e0-a795-c03aefe4df81-c", "4ca3d1ab9000");
        row("tiny-exe-fastfail", "2022-07-19T11:27:33", "Windows 10.0.19042 ", "x86_64  36",
            "STATUS_STACK_BUFFER_OVERRUN / FAST_FAIL_FATAL_APP_EXIT 0x7ff75355af42 0x7ff75355af42 24440", 4, 21,
            "tiny.exe 0x7ff753540000 1052672", "6f81f755-c50d-71be-4c4c-44205044422e-1", "62d66daa101000");
        row("tiny-exe-with-cet-xsave", "2021-11-01T21:55:43", "Windows 10.0.22000 282", "x86_64  8", "none", 1, 25,
            "tiny.exe 0x7ff778bd0000 983040", "c25cd79f-212f-335c-4c4c-44205044422e-1", "61802b8cf0000");
        row("linux_null_read_av", "2013-09-18T22:25:14", "Linux 3.3.8-gcg-201308121035 ", "x86_64  1",
            "SIGSEGV 0x0 0x402170 11506", 1, 8, "null_read_av 0x400000 81920", "7b7d1968-ff0d-47ae-4366-e9c3a7e1b675",
            "");
        row("linux_overflow", "2013-08-29T20:52:23", "Linux 3.3.8-gcg-201305291443 ", "x86_64  1",
            "SIGABRT 0x3e8000039be 0x7fce0927b475 14782", 1, 8, "overflow 0x400000 86016",
            "b0e1fc01-ef48-e39c-af5c-881d2df0c384", "");
        row("linux_inline", "2021-07-13T21:11:16", "Linux 5.10.28-1rodete2-amd64 ", "x86_64  72",
            "SIGILL / ILL_ILLOPN 0x2161b6 0x2161b6 2146002", 1, 8, "linux_inline 0x200000 279248",
            "bba6fa10-b8aa-b33d-0000-000000000000", "10faa6bbaab83db3");
        row("minidump_crashpad_annotation", "2023-01-23T19:38:05", "iOS 16.2.0 22C65", "x86_64  12",
            "UNCAUGHT_NSEXCEPTION 0x1030e9c34 0x1030e9c34 4779401", 7, 354, "dyld_sim 0x103d16000 393216",
            "6fb74554-3370-3677-93d4-7f7a01ea6a80", "6fb745543370367793d47f7a01ea6a80");
    }
    void readsFacts()
    {
        const QByteArray file = dump(QTest::currentDataTag());
        const auto facts = readMinidump(view(file));
        QVERIFY(facts.has_value());
        QTEST(bytes(toRfc3339(*facts->time)).left(19), "time");
        const MinidumpSystem &system = facts->system;
        QTEST(bytes(system.osName + ' ' + system.osVersion + ' ' + system.osBuild), "os");
        QTEST(bytes(system.arch + ' ' + system.cpuVendor + ' ' + std::to_string(system.processors)), "arch");
        QByteArray crash = "none";
        if (facts->exception) {
            crash = bytes(crashReason(*facts->exception, system.os)) + ' ' + hex(facts->exception->crashAddr) + ' '
                + hex(facts->exception->instructionAddr) + ' ' + QByteArray::number(facts->exception->threadId);
        }
        QTEST(crash, "crash");
        QTEST(int(facts->threads.size()), "threads");
        QTEST(int(facts->modules.size()), "modules");
        const MinidumpModule &program = facts->modules.front();
        QTEST(bytes(baseName(program.name)) + ' ' + hex(program.base) + ' ' + QByteArray::number(program.size),
              "program");
        QTEST(bytes(program.debugId), "debugId");
        QTEST(bytes(program.codeId), "codeId");
        QCOMPARE(list(facts->warnings), QByteArrayList());
    }

    void readsVersionsAndDebugFiles()
    {
        const QByteArray file = dump("minidump2");
        const auto facts = readMinidump(view(file));
        QVERIFY(facts && facts->modules.size() == 13);
        QCOMPARE(bytes(facts->modules[0].name), QByteArray("c:\\test_app.exe"));
        QCOMPARE(bytes(facts->modules[0].version), QByteArray());
        QCOMPARE(bytes(facts->modules[0].debugFile), QByteArray("c:\\test_app.pdb"));
        QCOMPARE(bytes(facts->modules[1].version), QByteArray("5.1.2600.2180"));
        QCOMPARE(bytes(facts->modules[1].debugFile), QByteArray("ntdll.pdb"));
        QCOMPARE(facts->processId.value_or(0), 3932U);
    }

    void readsThreads()
    {
        const QByteArray file = dump("minidump_crashpad_annotation");
        const auto facts = readMinidump(view(file));
        QVERIFY(facts && facts->threads.size() == 7);
        QCOMPARE(facts->threads[2].id, 4779406U);
        QCOMPARE(bytes(facts->threads[2].name), QByteArray("com.apple.uikit.eventfetch-thread"));
        QCOMPARE(hex(facts->threads[2].instructionAddr), QByteArray("0x7ff8361165c2"));
        QCOMPARE(bytes(facts->threads[0].name), QByteArray());
    }

    void readsRegistersOfTheCrash()
    {
        const QByteArray file = dump("exec_av_on_stack");
        const auto facts = readMinidump(view(file));
        QVERIFY(facts && facts->exception);
        QCOMPARE(facts->exception->registers.size(), 10u);
        QCOMPARE(bytes(facts->exception->registers[8].name), QByteArray("eip"));
        QCOMPARE(hex(facts->exception->registers[8].value), QByteArray("0x3df944"));
    }

    void readsAnnotations()
    {
        const QByteArray file = dump("minidump_crashpad_annotation");
        const auto facts = readMinidump(view(file));
        QVERIFY(facts.has_value());
        QCOMPARE(facts->annotations,
                 (std::vector<Annotation>{{"crashpad", "yes"}, {"plat", "iOS"}, {"prod", "xcuitest"}, {"ver", "1"}}));
        QCOMPARE(facts->modules[1].annotations.size(), 4u);
        QVERIFY(facts->modules[1].annotations[1] == Annotation("exceptionName", "NSRangeException"));
    }

    void readsWhatLinuxSays()
    {
        const QByteArray file = dump("linux_executable_heap");
        const auto facts = readMinidump(view(file));
        QVERIFY(facts.has_value());
        QCOMPARE(bytes(facts->commandLine), QByteArray("./driver"));
        QVERIFY(std::find(facts->distribution.begin(), facts->distribution.end(), Annotation("DISTRIB_ID", "Ubuntu"))
                != facts->distribution.end());
        QVERIFY(facts->system.osDescription.find("#89-Ubuntu SMP") != std::string::npos);
    }

    void readsEitherByteOrder_data()
    {
        QTest::addColumn<int>("order");
        QTest::newRow("little endian") << int(ByteOrder::Little);
        QTest::newRow("big endian") << int(ByteOrder::Big);
    }
    void readsEitherByteOrder()
    {
        QFETCH(int, order);
        const QByteArray file = crashedArmLinux(static_cast<ByteOrder>(order));
        const auto facts = readMinidump(view(file));
        QVERIFY(facts && facts->exception);
        QCOMPARE(bytes(toRfc3339(*facts->time)), QByteArray("2001-09-09T01:46:40.000000Z"));
        QCOMPARE(bytes(facts->system.osName + ' ' + facts->system.arch), QByteArray("Android arm64"));
        QCOMPARE(facts->exception->threadId, 77U);
        QCOMPARE(hex(facts->exception->instructionAddr), QByteArray("0x1234"));
        QCOMPARE(bytes(crashReason(*facts->exception, facts->system.os)), QByteArray("SIGSEGV / SEGV_ACCERR"));
    }

    void namesReasons_data()
    {
        QTest::addColumn<int>("os");
        QTest::addColumn<quint32>("code");
        QTest::addColumn<quint32>("flags");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, MinidumpOs os, quint32 code, quint32 flags, const char *reason) {
            QTest::newRow(name) << int(os) << code << flags << QByteArray(reason);
        };
        row("a breakpoint on Windows", MinidumpOs::Windows, 0x80000003, 0, "EXCEPTION_BREAKPOINT");
        row("a C++ exception", MinidumpOs::Windows, 0xE06D7363, 1, "CPP_EXCEPTION");
        row("an access violation without parameters", MinidumpOs::Windows, 0xC0000005, 0, "EXCEPTION_ACCESS_VIOLATION");
        row("a code that nobody named", MinidumpOs::Windows, 0xDEADBEEF, 0, "0xdeadbeef");
        row("division by zero on Linux", MinidumpOs::Linux, 8, 1, "SIGFPE / FPE_INTDIV");
        row("abort on Android", MinidumpOs::Android, 6, 0xFFFFFFFA, "SIGABRT");
        row("a signal that nobody named", MinidumpOs::Linux, 64, 0, "0x40");
        row("a dump on request", MinidumpOs::Linux, 0xFFFFFFFF, 0, "DUMP_REQUESTED");
        row("bad access on macOS", MinidumpOs::MacOs, 1, 1, "EXC_BAD_ACCESS / KERN_INVALID_ADDRESS");
        row("a crash on macOS", MinidumpOs::MacOs, 10, 0, "EXC_CRASH");
        row("a system that is not known", MinidumpOs::Unknown, 11, 0, "0xb");
    }
    void namesReasons()
    {
        QFETCH(int, os);
        QFETCH(quint32, code);
        QFETCH(quint32, flags);
        MinidumpException exception;
        exception.code = code;
        exception.flags = flags;
        QTEST(bytes(crashReason(exception, static_cast<MinidumpOs>(os))), "reason");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("detail");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::EmptyBody) << QByteArray();
        QTest::newRow("a microdump") << dump("microdump-mips64") << int(ErrorCode::InvalidArgument)
                                     << QByteArray("microdump: text, not a minidump");
        QTest::newRow("text") << QByteArray("MDMQ") << int(ErrorCode::InvalidArgument) << QByteArray("minidump magic");
        QTest::newRow("magic alone") << QByteArray("MDMP") << int(ErrorCode::InvalidArgument)
                                     << QByteArray("minidump header");
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08") << int(ErrorCode::UnsupportedEncoding)
                              << QByteArray("gzip");
        QTest::newRow("xz") << QByteArray("\xFD"
                                          "7zXZ\0\0",
                                          7)
                            << int(ErrorCode::UnsupportedEncoding) << QByteArray("xz");
        QTest::newRow("bzip2") << QByteArray("BZh91AY") << int(ErrorCode::UnsupportedEncoding) << QByteArray("bzip2");
        QTest::newRow("zstd") << QByteArray("\x28\xB5\x2F\xFD") << int(ErrorCode::UnsupportedEncoding)
                              << QByteArray("zstd");
    }
    void refuses()
    {
        QFETCH(QByteArray, file);
        const auto facts = readMinidump(view(file));
        QVERIFY(!facts.has_value());
        QTEST(int(facts.error().code), "code");
        QTEST(bytes(facts.error().detail), "detail");
    }

    void removesTheSuffixOfAContainer()
    {
        QCOMPARE(withoutContainerSuffix("a.dmp.GZ", Container::Gzip), std::string_view("a.dmp"));
        QCOMPARE(withoutContainerSuffix("a.dmp.gz", Container::Zstd), std::string_view("a.dmp.gz"));
        QCOMPARE(withoutContainerSuffix(".xz", Container::Xz), std::string_view(".xz"));
        QCOMPARE(withoutContainerSuffix("a.zst", Container::None), std::string_view("a.zst"));
    }

    void everyPrefixIsReadOrRefused()
    {
        const QByteArray file = dump("minidump2");
        for (qsizetype size = 0; size < file.size(); ++size) {
            // A buffer of just that size lets the address sanitizer see the first byte too far.
            const QByteArray prefix(file.constData(), size);
            const auto facts = readMinidump(view(prefix));
            QCOMPARE(facts.has_value(), size >= 32);
            QVERIFY(!facts || facts->modules.size() <= 13);
        }
    }

    void everyChangedNumberIsSurvived_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("Breakpad on Windows") << dump("minidump2");
        QTest::newRow("Crashpad on Linux") << dump("linux_inline");
        QTest::newRow("a big-endian one") << crashedArmLinux(ByteOrder::Big);
    }
    void everyChangedNumberIsSurvived()
    {
        QFETCH(QByteArray, file);
        int understood = 0;
        for (qsizetype at = 0; at + 4 <= file.size(); at += 4) {
            for (const quint32 value : {0U, 0x7FFFFFFFU, 0xFFFFFFF0U}) {
                QByteArray changed = file;
                memcpy(changed.data() + at, &value, sizeof value);
                understood += readMinidump(view(changed)).has_value() ? 1 : 0;
            }
        }
        QVERIFY(understood > 0);
    }

    void countsThatLieAreCut_data()
    {
        QTest::addColumn<quint32>("stream");
        QTest::addColumn<QByteArray>("warning");
        QTest::newRow("threads") << 3U << QByteArray("threads_over_limit");
        QTest::newRow("modules") << 4U << QByteArray("modules_over_limit");
    }
    void countsThatLieAreCut()
    {
        DumpWriter writer(ByteOrder::Little);
        std::vector<std::uint32_t> words(1 + 27 * 5, 0);
        words[0] = 0xFFFFFFFF;
        QFETCH(quint32, stream);
        writer.stream(stream, words);
        const QByteArray file = writer.finish();
        const auto facts = readMinidump(view(file));
        QVERIFY(facts.has_value());
        QVERIFY(facts->threads.size() + facts->modules.size() <= 11);
        QTEST(list(facts->warnings).value(0), "warning");
    }

    void manyNamesOfOneLongTextStayWithinTheBudget()
    {
        DumpWriter writer(ByteOrder::Little);
        const std::uint32_t length = 1 << 20;
        QByteArray name(4, '\0');
        memcpy(name.data(), &length, sizeof length);
        const std::uint32_t nameOffset = writer.append(name + QByteArray("a\0", 2).repeated(length / 2));
        std::vector<std::uint32_t> words(1 + 27 * limits::minidumpModules, 0);
        words[0] = limits::minidumpModules;
        for (std::size_t i = 0; i < limits::minidumpModules; ++i) {
            words[1 + 27 * i + 5] = nameOffset;
        }
        writer.stream(4, words);
        const QByteArray file = writer.finish();
        const auto facts = readMinidump(view(file));
        QVERIFY(facts && facts->modules.size() == limits::minidumpModules);
        std::size_t total = 0;
        for (const MinidumpModule &module : facts->modules) {
            total += module.name.size();
        }
        QVERIFY(total <= limits::minidumpText);
        QCOMPARE(list(facts->warnings), QByteArrayList{"text_over_limit"});
    }

    void streamsOutsideOrTwiceAreWarnings()
    {
        DumpWriter writer(ByteOrder::Little);
        writer.entry(7, 56, 0xFFFFFFF0);
        writer.entry(4, 4, 32);
        writer.entry(4, 4, 32);
        writer.entry(6, 8, 0);
        const QByteArray file = writer.finish();
        const auto facts = readMinidump(view(file));
        QVERIFY(facts.has_value());
        QCOMPARE(facts->streams, (std::vector<std::uint32_t>{7, 4, 4, 6}));
        const QByteArrayList warnings = list(facts->warnings);
        QVERIFY(warnings.contains("stream_outside") && warnings.contains("stream_twice"));
        QVERIFY(warnings.contains("exception_cut"));
        QVERIFY(!facts->exception);
    }
};

PICKET_TEST(TestMinidump)
#include "tst_minidump.moc"
