// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stackrows.h"

#include "core/base/limits.h"
#include "core/model/framenames.h"
#include "ui/stack/exceptiontree.h"
#include "ui/stack/libraryframes.h"
#include "ui/values/valuetext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Stack)
};

using Rows = std::vector<StackRow>;

StackRow note(const QString &text)
{
    StackRow row;
    row.text = text;
    return row;
}

StackRow heading(const QString &text, int indent)
{
    StackRow row;
    row.kind = StackRow::Kind::Heading;
    row.text = text;
    row.indent = indent;
    return row;
}

QString functionText(const model::Frame &frame)
{
    if (frame.isNull) {
        return frame.other.isAbsent() ? Words::tr("null (no frame was sent here)")
                                      : valueLine(frame.other, ValueStyle::Json);
    }
    for (const std::string *name : {&frame.function, &frame.rawFunction, &frame.symbol}) {
        if (!name->empty()) {
            return toLine(*name, 300);
        }
    }
    return frame.instructionAddr.empty() ? Words::tr("<unknown>") : toLine(frame.instructionAddr);
}

QString locationText(const model::Frame &frame)
{
    QString place;
    for (const std::string *name : {&frame.filename, &frame.absPath, &frame.module, &frame.package}) {
        if (!name->empty()) {
            place = toLine(*name, 300);
            break;
        }
    }
    if (frame.lineno) {
        place += u':' + QString::number(*frame.lineno);
    }
    return place;
}

StackRow frameRow(const model::Frame &frame, const FrameRef &ref)
{
    if (model::isAsynchronousGap(frame)) {
        StackRow gap = note(Words::tr("— asynchronous gap —"));
        gap.isGap = true;
        return gap;
    }
    StackRow row;
    row.kind = frame.isNull ? StackRow::Kind::Note : StackRow::Kind::Frame; // a note with a place of its own
    row.text = functionText(frame);
    row.location = locationText(frame);
    row.inApp = frame.inApp == true;
    row.library = isLibrary(frame);
    row.frame = ref;
    return row;
}

StackRow foldRow(Rows frames, const QStringList &libraries)
{
    StackRow row;
    row.kind = StackRow::Kind::Fold;
    const auto calls = std::count_if(frames.begin(), frames.end(), [](const StackRow &frame) { return !frame.isGap; });
    row.text = Words::tr("%1 library frames").arg(calls);
    row.location = libraries.mid(0, 3).join(u", "_s);
    row.folded = std::move(frames);
    return row;
}

// Turns runs of library frames into one row each, provided that there is something else to look at.
void appendFolded(Rows &out, const model::Stacktrace &stack, Rows frames)
{
    const auto &sent = stack.frames;
    const bool said = std::any_of(sent.begin(), sent.end(), [](const model::Frame &f) { return f.inApp.has_value(); });
    const bool fold = std::any_of(sent.begin(), sent.end(), [said](const model::Frame &f) {
        return !f.isNull && (said ? f.inApp == true : !isLibrary(f));
    });
    Rows run;
    QStringList libraries;
    const auto endRun = [&] {
        Rows gaps; // at its end they part it from what follows
        while (!run.empty() && run.back().isGap) {
            gaps.push_back(std::move(run.back()));
            run.pop_back();
        }
        if (run.size() > 1) {
            out.push_back(foldRow(std::move(run), libraries));
        } else {
            std::move(run.begin(), run.end(), std::back_inserter(out));
        }
        std::move(gaps.begin(), gaps.end(), std::back_inserter(out));
        run.clear();
        libraries.clear();
    };
    for (StackRow &row : frames) {
        const model::Frame *frame =
            row.kind == StackRow::Kind::Frame ? &sent[static_cast<std::size_t>(row.frame.frame)] : nullptr;
        if (fold && frame && row.library) {
            if (const QString library = libraryOf(*frame); !library.isEmpty() && !libraries.contains(library)) {
                libraries.push_back(library);
            }
            run.push_back(std::move(row));
        } else if (row.isGap && !run.empty()) {
            run.push_back(std::move(row));
        } else {
            endRun();
            out.push_back(std::move(row));
        }
    }
    endRun();
}

Rows frameRows(const model::Stacktrace &stack, FrameRef ref, FrameOrder order)
{
    const std::size_t count = stack.frames.size();
    const std::size_t kept = std::min(count, limits::frames);
    const std::size_t oldest = kept / 2; // of an overlong stack both ends tell most
    Rows frames;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == oldest && kept < count) {
            frames.push_back(note(Words::tr("%1 frames not shown, see Raw").arg(countText(qint64(count - kept)))));
            i += count - kept;
        }
        ref.frame = static_cast<int>(i);
        frames.push_back(frameRow(stack.frames[i], ref));
    }
    if (order == FrameOrder::NewestFirst) {
        std::reverse(frames.begin(), frames.end());
    }
    return frames;
}

void appendFrames(Rows &out, const model::Stacktrace &stack, const FrameRef &ref, FrameOrder order, int indent = 0)
{
    const std::size_t before = out.size();
    appendFolded(out, stack, frameRows(stack, ref, order));
    for (std::size_t i = before; i < out.size(); ++i) {
        out[i].indent = indent;
        for (StackRow &folded : out[i].folded) {
            folded.indent = indent;
        }
    }
}

QString exceptionText(const model::Exception &exception)
{
    if (exception.isNull) {
        return Words::tr("null (no exception was sent here)");
    }
    const QString type = toLine(exception.type);
    const QString value = toLine(exception.value);
    return type.isEmpty() ? (value.isEmpty() ? Words::tr("<unknown>") : value)
        : value.isEmpty() ? type
                          : type + u": "_s + value;
}

QString threadText(const model::Thread &thread)
{
    const QString id = toLine(thread.id, 60);
    const QString name = toLine(thread.name, 200);
    QStringList states;
    if (thread.crashed == true) {
        states.push_back(Words::tr("crashed"));
    }
    if (thread.current == true && thread.crashed != true) {
        states.push_back(Words::tr("current"));
    }
    if (thread.main == true && name != u"main"_s) {
        states.push_back(Words::tr("main"));
    }
    if (!thread.state.empty()) {
        states.push_back(toLine(thread.state, 60));
    }
    QString text = name.isEmpty() && id.isEmpty() ? Words::tr("Thread without a name")
        : name.isEmpty()                          ? Words::tr("Thread %1").arg(id)
        : id.isEmpty()                            ? Words::tr("Thread “%1”").arg(name)
                                                  : Words::tr("Thread %1 “%2”").arg(id, name);
    return states.isEmpty() ? text : text + u" ("_s + states.join(u", "_s) + u')';
}

// The thread whose stack the exception has, as the reader gives it to one that came without; the number of threads if
// there is none.
std::size_t threadOfStack(const model::Event &event, const model::Exception &exception)
{
    const auto &own = exception.stacktrace->frames;
    const auto sameFrame = [](const model::Frame &left, const model::Frame &right) {
        return left.function == right.function && left.instructionAddr == right.instructionAddr
            && left.lineno == right.lineno && left.module == right.module && left.filename == right.filename;
    };
    const auto holds = [&](const model::Thread &thread) {
        const bool isOwn = exception.threadId.empty() ? thread.crashed == true : thread.id == exception.threadId;
        return isOwn && thread.stacktrace
            && std::equal(own.begin(), own.end(), thread.stacktrace->frames.begin(), thread.stacktrace->frames.end(),
                          sameFrame);
    };
    const auto found = std::find_if(event.threads.begin(), event.threads.end(), holds);
    return static_cast<std::size_t>(found - event.threads.begin());
}

// The stacks of threads that are shown already are remembered in `shown`.
void appendExceptions(Rows &out, const model::Event &event, FrameOrder order, std::vector<bool> &shown)
{
    const std::vector<PlacedException> placed = placeExceptions(event.exceptions);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i == limits::exceptions) {
            out.push_back(note(Words::tr("%1 exceptions not shown, see Raw").arg(placed.size() - i)));
            return;
        }
        const model::Exception &exception = event.exceptions[placed[i].index];
        const FoundStack found = stackOfException(event, placed[i].index);
        const bool ofThread = found.stack && found.first.stack == FrameRef::Stack::Thread;
        const auto thread = static_cast<std::size_t>(found.first.owner);
        if (placed.size() > 1 || !found.stack) {
            const bool cause = i > 0 && placed[i].indent == 0;
            const QString text = exceptionText(exception);
            const QString words = exception.isSuppressed() ? Words::tr("suppressed: %1").arg(text)
                : cause                                    ? Words::tr("caused by %1").arg(text)
                                                           : text;
            out.push_back(heading(words, placed[i].indent));
        }
        if (!found.stack || (ofThread && shown[thread])) {
            out.push_back(note(Words::tr("Came without a stack trace.")));
            out.back().indent = placed[i].indent;
            continue;
        }
        if (ofThread) {
            shown[thread] = true;
            out.push_back(heading(threadText(event.threads[thread]), placed[i].indent));
        } else if (const auto own = threadOfStack(event, exception); own < shown.size() && !shown[own]) {
            shown[own] = true;
            out.push_back(heading(threadText(event.threads[own]), placed[i].indent));
        }
        appendFrames(out, *found.stack, found.first, order, placed[i].indent);
    }
}

bool hasFrames(const model::Thread &thread)
{
    return !thread.isNull && thread.stacktrace && !thread.stacktrace->frames.empty();
}

// Where one would look first: the thread that crashed, else the current one, else the main one, else the first.
std::size_t firstThread(const std::vector<model::Thread> &threads)
{
    for (const auto flag : {&model::Thread::crashed, &model::Thread::current, &model::Thread::main}) {
        for (std::size_t i = 0; i < threads.size(); ++i) {
            if (threads[i].*flag == true && hasFrames(threads[i])) {
                return i;
            }
        }
    }
    const auto any = std::find_if(threads.begin(), threads.end(), hasFrames);
    return static_cast<std::size_t>(any - threads.begin());
}

// A closed row; what the thread does is told by its newest frame.
StackRow threadRow(const model::Thread &thread, std::size_t index, FrameOrder order)
{
    StackRow row;
    row.kind = StackRow::Kind::Fold;
    const auto &frames = thread.stacktrace->frames;
    const auto calls = std::count_if(frames.begin(), frames.end(),
                                     [](const model::Frame &frame) { return !model::isAsynchronousGap(frame); });
    row.text = calls == 1 ? Words::tr("%1, 1 frame").arg(threadText(thread))
                          : Words::tr("%1, %2 frames").arg(threadText(thread), countText(calls));
    const auto call = std::find_if(frames.rbegin(), frames.rend(),
                                   [](const model::Frame &frame) { return !model::isAsynchronousGap(frame); });
    row.location = call == frames.rend() ? QString() : functionText(*call);
    row.folded = frameRows(*thread.stacktrace, {FrameRef::Stack::Thread, static_cast<int>(index), 0}, order);
    return row;
}

// All threads but those shown with an exception; each opens in place.
void appendThreads(Rows &out, const model::Event &event, FrameOrder order, const std::vector<bool> &shown,
                   bool openFirst)
{
    const std::vector<model::Thread> &threads = event.threads;
    std::size_t open = openFirst ? firstThread(threads) : threads.size();
    std::size_t without = 0;
    if (open < threads.size()) {
        out.push_back(heading(threadText(threads[open]), 0));
        appendFrames(out, *threads[open].stacktrace, {FrameRef::Stack::Thread, static_cast<int>(open), 0}, order);
    }
    Rows rows;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        if (i == open || shown[i]) {
            continue;
        }
        if (rows.size() == limits::threads) {
            rows.push_back(note(Words::tr("%1 threads not looked at, see Raw").arg(threads.size() - i)));
            break;
        }
        if (hasFrames(threads[i])) {
            rows.push_back(threadRow(threads[i], i, order));
        } else {
            ++without;
        }
    }
    if (!rows.empty() && !out.empty()) {
        out.push_back(heading(Words::tr("Other threads"), 0));
    }
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
    if (without > 0) {
        out.push_back(note(without == 1 ? Words::tr("1 thread came without a stack trace.")
                                        : Words::tr("%1 threads came without a stack trace.").arg(without)));
    }
}

} // namespace

std::vector<StackRow> stackRows(const model::Event &event, FrameOrder order)
{
    Rows rows;
    std::vector<bool> shown(event.threads.size(), false);
    const bool ownStack = event.stacktrace && !event.stacktrace->frames.empty();
    if (!event.exceptions.empty()) {
        appendExceptions(rows, event, order, shown);
    } else if (ownStack) {
        appendFrames(rows, *event.stacktrace, {FrameRef::Stack::Event, 0, 0}, order);
    }
    appendThreads(rows, event, order, shown, event.exceptions.empty() && !ownStack);
    return rows;
}

} // namespace picket::ui
