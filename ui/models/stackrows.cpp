// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stackrows.h"

#include "core/base/limits.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <unordered_map>

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
        return Words::tr("null (no frame was sent here)");
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
    StackRow row;
    row.kind = StackRow::Kind::Frame;
    row.text = functionText(frame);
    row.location = locationText(frame);
    row.inApp = frame.inApp == true;
    row.frame = ref;
    return row;
}

// "django" of "django.core.handlers", "gunicorn" of "gunicorn/workers/sync.py".
QString libraryOf(const model::Frame &frame)
{
    const std::string &name = !frame.module.empty() ? frame.module
        : !frame.package.empty()                    ? frame.package
                                                    : frame.filename;
    const QString text = toLine(name, 200);
    const QStringList parts = text.split(QRegularExpression(u"[./\\\\]"_s), Qt::SkipEmptyParts);
    return parts.isEmpty() ? QString() : parts.first();
}

bool isLibrary(const model::Frame &frame)
{
    return !frame.isNull && frame.inApp == false;
}

StackRow foldRow(Rows frames, const QStringList &libraries)
{
    StackRow row;
    row.kind = StackRow::Kind::Fold;
    row.text = Words::tr("%1 library frames").arg(frames.size());
    row.location = libraries.mid(0, 3).join(u", "_s);
    row.folded = std::move(frames);
    return row;
}

// Turns runs of library frames into one row each, provided that there is something else to look at.
void appendFolded(Rows &out, const model::Stacktrace &stack, Rows frames)
{
    const auto &sent = stack.frames;
    const bool fold = std::any_of(sent.begin(), sent.end(), [](const model::Frame &f) { return f.inApp == true; });
    Rows run;
    QStringList libraries;
    const auto endRun = [&] {
        if (run.size() > 1) {
            out.push_back(foldRow(std::move(run), libraries));
        } else {
            std::move(run.begin(), run.end(), std::back_inserter(out));
        }
        run.clear();
        libraries.clear();
    };
    for (StackRow &row : frames) {
        const model::Frame *frame =
            row.kind == StackRow::Kind::Frame ? &sent[static_cast<std::size_t>(row.frame.frame)] : nullptr;
        if (fold && frame && isLibrary(*frame)) {
            if (const QString library = libraryOf(*frame); !library.isEmpty() && !libraries.contains(library)) {
                libraries.push_back(library);
            }
            run.push_back(std::move(row));
        } else {
            endRun();
            out.push_back(std::move(row));
        }
    }
    endRun();
}

void appendFrames(Rows &out, const model::Stacktrace &stack, FrameRef ref, FrameOrder order)
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
    appendFolded(out, stack, std::move(frames));
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

struct Placed {
    std::size_t index;
    int indent;
};

// Outermost first: SDKs send the innermost cause first. Groups name their parents; a parent that names itself, or one
// that is missing, makes its child a root, so that every exception is placed exactly once.
std::vector<Placed> placeExceptions(const std::vector<model::Exception> &exceptions)
{
    const bool isGroup = std::any_of(exceptions.begin(), exceptions.end(), [](const model::Exception &e) {
        return e.mechanism && e.mechanism->isExceptionGroup;
    });
    std::vector<Placed> placed;
    std::vector<bool> done(exceptions.size(), false);
    std::unordered_multimap<std::int64_t, std::size_t> children;
    std::unordered_map<std::int64_t, std::size_t> byId;
    for (std::size_t i = exceptions.size(); isGroup && i > 0; --i) {
        const auto &mechanism = exceptions[i - 1].mechanism;
        if (mechanism && mechanism->exceptionId) {
            byId.emplace(*mechanism->exceptionId, i - 1);
        }
    }
    std::vector<Placed> open;
    const auto hasParent = [&](std::size_t i) {
        const auto &mechanism = exceptions[i].mechanism;
        return isGroup && mechanism && mechanism->parentId && byId.count(*mechanism->parentId) > 0
            && byId.at(*mechanism->parentId) != i;
    };
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        if (hasParent(i)) {
            children.emplace(*exceptions[i].mechanism->parentId, i);
        }
    }
    const auto placeTree = [&](std::size_t root) {
        open.push_back({root, 0});
        while (!open.empty()) {
            const Placed next = open.back();
            open.pop_back();
            if (done[next.index]) {
                continue;
            }
            done[next.index] = true;
            placed.push_back(next);
            const auto &mechanism = exceptions[next.index].mechanism;
            if (mechanism && mechanism->exceptionId) {
                const auto [first, last] = children.equal_range(*mechanism->exceptionId);
                std::vector<std::size_t> found;
                std::transform(first, last, std::back_inserter(found), [](const auto &child) { return child.second; });
                std::sort(found.begin(), found.end()); // the stack `open` turns them round: the last sent comes first
                for (const std::size_t child : found) {
                    open.push_back({child, next.indent + 1});
                }
            }
        }
    };
    for (std::size_t i = exceptions.size(); i > 0; --i) {
        if (!hasParent(i - 1)) {
            placeTree(i - 1);
        }
    }
    for (std::size_t i = exceptions.size(); i > 0; --i) {
        placeTree(i - 1); // members of a cycle
    }
    return placed;
}

void appendExceptions(Rows &out, const model::Event &event, FrameOrder order)
{
    const std::vector<Placed> placed = placeExceptions(event.exceptions);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i == limits::exceptions) {
            out.push_back(note(Words::tr("%1 exceptions not shown, see Raw").arg(placed.size() - i)));
            return;
        }
        const model::Exception &exception = event.exceptions[placed[i].index];
        const bool hasFrames = exception.stacktrace && !exception.stacktrace->frames.empty();
        if (placed.size() > 1 || !hasFrames) {
            const bool cause = i > 0 && placed[i].indent == 0;
            const QString text = exceptionText(exception);
            out.push_back(heading(cause ? Words::tr("caused by %1").arg(text) : text, placed[i].indent));
        }
        if (hasFrames) {
            appendFrames(out, *exception.stacktrace, {FrameRef::Stack::Exception, static_cast<int>(placed[i].index), 0},
                         order);
        } else {
            out.push_back(note(Words::tr("This exception came without a stack trace.")));
        }
    }
}

QString threadText(const model::Thread &thread)
{
    if (thread.isNull) {
        return Words::tr("null (no thread was sent here)");
    }
    QString text = thread.name.empty() ? Words::tr("Thread %1").arg(toLine(thread.id)) : toLine(thread.name);
    if (thread.crashed == true) {
        text += Words::tr(" (crashed)");
    } else if (thread.current == true) {
        text += Words::tr(" (current)");
    }
    return text;
}

void appendThreads(Rows &out, const model::Event &event, FrameOrder order)
{
    for (std::size_t i = 0; i < event.threads.size(); ++i) {
        const model::Thread &thread = event.threads[i];
        if (!thread.stacktrace || thread.stacktrace->frames.empty()) {
            continue;
        }
        out.push_back(heading(threadText(thread), 0));
        appendFrames(out, *thread.stacktrace, {FrameRef::Stack::Thread, static_cast<int>(i), 0}, order);
    }
}

} // namespace

std::vector<StackRow> stackRows(const model::Event &event, FrameOrder order)
{
    Rows rows;
    if (!event.exceptions.empty()) {
        appendExceptions(rows, event, order);
    } else if (event.stacktrace && !event.stacktrace->frames.empty()) {
        appendFrames(rows, *event.stacktrace, {FrameRef::Stack::Event, 0, 0}, order);
    } else {
        appendThreads(rows, event, order);
    }
    return rows;
}

} // namespace picket::ui
