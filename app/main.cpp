// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/console.h"
#include "app/listcommands.h"
#include "app/serve.h"
#include "app/window.h"
#include "core/http/filelimit.h"

#include <QCoreApplication>

#include <csignal>
#include <malloc.h>
#include <sys/stat.h>

namespace {

using namespace picket::app;

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
}

int runWithoutWindow(int argc, char **argv, const CommandLine &line)
{
    QCoreApplication application(argc, argv);
    switch (line.command) {
    case Command::Help:
        (void)printLine(usage().toStdString());
        return Ok;
    case Command::Version:
        (void)printLine("picket " PICKET_VERSION);
        return Ok;
    case Command::Serve:
        return runServe(application, line);
    default:
        return runListCommand(line);
    }
}

// A large body's memory goes back to the system when it has been dealt with. glibc would learn from the first one to
// keep such blocks, and a day's worst delivery would stay for the day.
void returnLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int large = 1024 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_TRIM_THRESHOLD, 4 * large);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    // Events hold secrets: whatever this process creates is for this user alone.
    ::umask(077);
    returnLargeBlocks();
    picket::http::raiseFileLimit();
    std::signal(SIGPIPE, SIG_IGN);
    // Beyond a limit on the size of files (ulimit -f), writing fails like on a full disk instead of ending the process.
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("picket"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PICKET_VERSION));

    const ParseOutcome parsed = parseCommandLine(argumentList(argc, argv));
    if (!parsed.commandLine) {
        complain(parsed.error);
        std::fputs(usage().toUtf8().constData(), stderr);
        return Usage;
    }
    if (parsed.commandLine->command == Command::Window) {
        return runWindow(argc, argv, *parsed.commandLine);
    }
    return runWithoutWindow(argc, argv, *parsed.commandLine);
}
