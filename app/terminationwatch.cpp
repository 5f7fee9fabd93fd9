// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationwatch.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace picket::app {

namespace {

// What a signal handler can reach.
std::atomic<int> writeEnd = -1;
std::atomic<std::int64_t> firstSignal = 0; // when it came, in ms; 0: not yet

// One wish may come as several signals: `timeout` sends to its program and then to the program's group.
constexpr std::int64_t sameWish = 500;

std::int64_t milliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

// Who asks a second time does not want to wait for what is under way. Nothing that was acknowledged is lost by it.
void onSignal(int number)
{
    std::int64_t first = 0;
    const std::int64_t now = milliseconds();
    if (!firstSignal.compare_exchange_strong(first, now) && now - first >= sameWish) {
        std::signal(number, SIG_DFL);
        ::raise(number); // delivered when this handler returns
        return;
    }
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
