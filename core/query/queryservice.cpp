// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/queryservice.h"

#include "core/base/mailbox.h"
#include "core/base/wakeup.h"
#include "core/query/lanethread.h"

#include <QPointer>
#include <QThread>

#include <limits>
#include <map>
#include <utility>

namespace picket::query {

namespace {

// Answers wait only while the GUI thread is busy; there are no more of them than questions asked.
constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

struct Answer {
    Lane lane = Lane::Lists;
    Question question;
    std::function<void()> deliver;
};

} // namespace

// GUI thread only, but for the mailbox.
class QueryService::Private final : public QObject
{
public:
    explicit Private(const store::WorkspacePaths &paths)
        : wakeup([this] { deliverAll(); })
        , answers(unbounded, [this] { wakeup.wake(); })
        , lists(paths, handBack(Lane::Lists))
        , details(paths, handBack(Lane::Details))
    {
    }

    [[nodiscard]] LaneThread &thread(Lane lane) { return lane == Lane::Lists ? lists : details; }

    struct Asked {
        std::uint64_t id = 0;
        QPointer<QObject> context;
    };

    int lastChannel = 0;
    std::uint64_t lastId = 0;
    std::map<std::pair<Lane, int>, Asked> newest; // the questions whose answers still count
    Wakeup wakeup;
    Mailbox<Answer> answers;
    LaneThread lists; // last: they use the mailbox until they have ended
    LaneThread details;

private:
    [[nodiscard]] LaneThread::Done handBack(Lane lane);
    void deliverAll();
    void deliver(const Answer &answer);
};

LaneThread::Done QueryService::Private::handBack(Lane lane)
{
    return [this, lane](Question &&question, std::function<void()> &&deliver) {
        answers.forcePush({lane, std::move(question), std::move(deliver)});
    };
}

void QueryService::Private::deliverAll()
{
    const QPointer<QObject> self(this); // an answer may well close the window that owns this
    for (const Answer &answer : answers.takeAll()) {
        if (!self) {
            break;
        }
        deliver(answer);
    }
}

void QueryService::Private::deliver(const Answer &answer)
{
    const auto asked = newest.find({answer.lane, answer.question.channel});
    if (asked == newest.end() || asked->second.id != answer.question.id) {
        return; // asked again or cancelled meanwhile
    }
    const QPointer<QObject> context = asked->second.context;
    newest.erase(asked);
    if (context) {
        answer.deliver();
    }
}

QueryService::QueryService(const store::WorkspacePaths &paths, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(paths))
{
}

QueryService::~QueryService() = default;

int QueryService::newChannel()
{
    return ++d->lastChannel;
}

void QueryService::post(Lane lane, int channel, QObject *context, Work work)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const std::uint64_t id = ++d->lastId;
    d->newest.insert_or_assign({lane, channel}, Private::Asked{id, context ? context : this});
    d->thread(lane).ask({id, channel, std::move(work)});
}

void QueryService::cancel(Lane lane, int channel)
{
    Q_ASSERT(QThread::currentThread() == thread());
    d->newest.erase({lane, channel});
    d->thread(lane).cancel(channel);
}

} // namespace picket::query
