// SPDX-License-Identifier: GPL-3.0-or-later
// A test program that meets its end must end, by the signal, and say so once: this one starts itself to see.
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <stdexcept>
#include <thread>

namespace {

constexpr const char *mark = "PICKET_TEST_VICTIM";

} // namespace

class Victim final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aborts() { std::abort(); }
    void isFatal() { qFatal("no way on"); }
    void warnsInAThread()
    {
        std::thread([] { qWarning("nobody expects this"); }).join();
    }
    void raises() { ::raise(SIGABRT); }
    void throwsInAThread()
    {
        std::thread([] { throw std::runtime_error("thrown"); }).join();
    }
};

[[maybe_unused]] static const bool registeredVictim =
    qEnvironmentVariableIsSet(mark) && picket::test::registerTest("Victim", [] { return std::make_unique<Victim>(); });

class TestFatalEnd final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void endsOnce_data()
    {
        QTest::addColumn<QString>("function");
        for (const char *name : {"aborts", "isFatal", "warnsInAThread", "raises", "throwsInAThread"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void endsOnce()
    {
        QFETCH(QString, function);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(mark), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--class"), QStringLiteral("Victim"), function});
        const bool ended = process.waitForFinished(60000);
        process.kill();
        process.waitForFinished();
        const QByteArray said = process.readAll();
        QVERIFY2(ended, said.left(2000).constData());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), SIGABRT);
        QCOMPARE(said.count("ends by a fatal signal in " + function.toLatin1()), 1);
        QVERIFY2(said.count('\n') < 100, said.left(2000).constData());
    }
};

PICKET_TEST(TestFatalEnd)
#include "tst_fatalend.moc"
