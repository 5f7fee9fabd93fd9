// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationwatch.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace picket::app {

namespace {

// The one thing that a signal handler can reach.
std::atomic<int> writeEnd = -1;

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace

TerminationWatch::TerminationWatch(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the signals then end the process at once, as without us
    }
    writeEnd = m_pipe[1];
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(m_pipe[0], bytes, sizeof bytes) > 0) { }
        Q_EMIT terminationRequested();
    });
    setHandler(onSignal);
}

TerminationWatch::~TerminationWatch()
{
    setHandler(SIG_DFL);
    writeEnd = -1;
    for (const int end : m_pipe) {
        if (end >= 0) {
            ::close(end);
        }
    }
}

} // namespace picket::app
