// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/reader.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <new>

namespace picket::query {

enum class Lane { Lists, Details };

// Questions to the store, asked from and answered on the GUI thread, worked on in two reader lanes (threads of their
// own, with a connection each), so that a long list never delays the detail of the selected event.
//
// Questions carry a channel: per (lane, channel) only the newest counts. Asking again on a channel drops the older
// question (interrupting it when it is running) and its answer is never delivered.
class QueryService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryService)

public:
    explicit QueryService(const store::WorkspacePaths &paths, QObject *parent = nullptr);
    ~QueryService() override; // waits for the lanes; answers still under way are dropped

    // A channel name space for one asker; never reused.
    [[nodiscard]] int newChannel();

    // `question` runs on the lane's thread; `answer` on the GUI thread, not after `context` is gone. As long as there
    // is no database that can be read, the answer is the error of opening it.
    template <class T>
    void ask(Lane lane, int channel, QObject *context, std::function<Result<T>(store::Reader &)> question,
             std::function<void(Result<T>)> answer)
    {
        post(lane, channel, context,
             [question = std::move(question), answer = std::move(answer)](const Result<store::Reader *> &reader) {
                 auto result = std::make_shared<Result<T>>(answerTo<T>(question, reader));
                 return std::function<void()>([result, answer] { answer(std::move(*result)); });
             });
    }
    // Drops what was asked on a channel.
    void cancel(Lane lane, int channel);

private:
    // What is read came from outside, however large it is: no memory for it is an answer, too.
    template <class T>
    [[nodiscard]] static Result<T> answerTo(const std::function<Result<T>(store::Reader &)> &question,
                                            const Result<store::Reader *> &reader)
    {
        if (!reader) {
            return tl::unexpected<Error>(reader.error());
        }
        try {
            return question(**reader);
        } catch (const std::bad_alloc &) {
            return failure(ErrorCode::NoMemory, "while reading");
        }
    }
    // On the lane's thread, with its reader or with what keeps it from opening one; the result is called on ours.
    using Work = std::function<std::function<void()>(const Result<store::Reader *> &)>;
    void post(Lane lane, int channel, QObject *context, Work work);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace picket::query
