// SPDX-License-Identifier: GPL-3.0-or-later
// main() of every test executable: runs all registered classes; an unexpected warning fails the test function.
// Arguments: "--class NAME" runs one class only; everything else goes to Qt Test.
#include "tests/support/testmain.h"

#include <QTest>
#include <QThread>

#ifdef PICKET_TEST_WIDGETS
#include <QApplication>
using TestApplication = QApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

namespace picket::test {

namespace {

struct Registered {
    const char *name;
    std::function<std::unique_ptr<QObject>()> make;
};

std::vector<Registered> &registry()
{
    static std::vector<Registered> tests;
    return tests;
}

QtMessageHandler qtTestHandler = nullptr;

// Qt Test has a handler like this one, which under ThreadSanitizer is called again by its own raise(), without end: a
// sanitizer does not take the handler away as SA_RESETHAND asks. This one takes it away itself.
void endByFatalSignal(int number)
{
    const auto say = [](const char *text) {
        [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, std::strlen(text));
    };
    const char *const function = QTest::currentTestFunction();
    say("FAIL!  the program ends by a fatal signal in ");
    say(function ? function : "main()");
    say("\n");
    std::signal(number, SIG_DFL);
    ::raise(number);
}

void handleFatalSignals()
{
    for (const int number : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTERM}) {
        struct sigaction present {
        };
        // Where a sanitizer has one of its own, that one says more.
        if (::sigaction(number, nullptr, &present) == 0 && present.sa_handler == SIG_DFL) {
            std::signal(number, endByFatalSignal);
        }
    }
}

// What the offscreen platform says of every window.
constexpr const char *platformNoise = "This plugin does not support";

void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtWarningMsg && type != QtCriticalMsg) {
        if (qtTestHandler) {
            qtTestHandler(type, context, message);
        }
        return;
    }
    if (message.contains(QLatin1String(platformNoise))) {
        return;
    }
    const std::string text = "unexpected warning: " + message.toStdString();
    const bool isTestThread = QCoreApplication::instance() && QThread::currentThread() == qApp->thread();
    if (isTestThread && QTest::currentTestFunction()) {
        QTest::qFail(text.c_str(), context.file ? context.file : "", context.line);
        return;
    }
    std::fprintf(stderr, "FAIL!  %s\n", text.c_str());
    std::abort();
}

} // namespace

// Qt Test puts a handler of its own over the one of main() when it begins with a class.
void TestCase::init()
{
    const QtMessageHandler now = qInstallMessageHandler(failOnWarning);
    if (now != failOnWarning) {
        qtTestHandler = now;
    }
}

bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registry().push_back({name, std::move(make)});
    return true;
}

} // namespace picket::test

// Read by ThreadSanitizer when it is there. Qt Test's watchdog thread seems to race with its own end, because the
// distribution's Qt is not instrumented; no frame of ours is in it.
extern "C" const char *__tsan_default_suppressions();
extern "C" const char *__tsan_default_suppressions()
{
    return "race:QWaitCondition::~QWaitCondition\n"
           "race_top:pthread_cond_wait\n";
}

int main(int argc, char **argv)
{
    using namespace picket::test;
    qInstallMessageHandler(failOnWarning);
    handleFatalSignals();
    TestApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    QString only;
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--class")); at >= 0 && at + 1 < arguments.size()) {
        only = arguments[at + 1];
        arguments.remove(at, 2);
    }
    arguments.append(QStringLiteral("-nocrashhandler"));
    int failures = 0;
    int run = 0;
    for (const Registered &test : registry()) {
        if (!only.isEmpty() && only != QLatin1String(test.name)) {
            continue;
        }
        ++run;
        failures += QTest::qExec(test.make().get(), arguments);
    }
    if (run == 0) {
        std::fprintf(stderr, "FAIL!  no test class was run\n");
        return 1;
    }
    return failures == 0 ? 0 : 1;
}
