// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace picket::app {

// Main thread only, one per process. Turns SIGTERM and SIGINT into a signal of Qt's, by way of a pipe: a handler may do
// little more than write a byte. A second one, half a second later or more, ends the process at once.
class TerminationWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminationWatch)

public:
    explicit TerminationWatch(QObject *parent = nullptr);
    ~TerminationWatch() override;

Q_SIGNALS:
    void terminationRequested();

private:
    int m_pipe[2] = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace picket::app
