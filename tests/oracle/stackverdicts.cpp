// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the stack rules decide about each frame of recorded events, and what they compared: a JSON line for each
// stack of the files named. stackrules_test.py puts the same frames to another engine.
#include "core/base/limits.h"
#include "core/grouping/imagemap.h"
#include "core/grouping/stackcomponent.h"
#include "core/grouping/stackrules.h"
#include "core/protocol/eventreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace picket;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

const char *familyName(grouping::Family family)
{
    return family == grouping::Family::Native    ? "native"
        : family == grouping::Family::JavaScript ? "javascript"
                                                 : "other";
}

QJsonObject frameObject(const grouping::FrameComponent &component)
{
    const model::Frame &frame = *component.frame;
    const grouping::FrameState &state = component.state;
    return {{QStringLiteral("null"), frame.isNull},
            {QStringLiteral("family"), QLatin1String(familyName(component.family))},
            {QStringLiteral("function"), text(component.functionName)},
            {QStringLiteral("module"), text(frame.module)},
            {QStringLiteral("package"), text(frame.package)},
            {QStringLiteral("path"), text(frame.absPath.empty() ? frame.filename : frame.absPath)},
            {QStringLiteral("sent_in_app"), frame.inApp ? QJsonValue(*frame.inApp) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("usable"), component.usable},
            {QStringLiteral("category"), text(grouping::StackRules::builtIn().categoryName(state.category))},
            {QStringLiteral("in_app"), state.inApp},
            {QStringLiteral("contributes"), component.usable && !state.ignored}};
}

void printStack(const QString &file, const model::Event &event, const model::Stacktrace &stack)
{
    grouping::TextArena arena;
    grouping::ImageMap images(event);
    const auto component = grouping::stackComponent(stack, {event.platform, &images, &arena}, limits::groupedFrames);
    QJsonArray frames;
    for (const grouping::FrameComponent &frame : component.frames) {
        frames.append(frameObject(frame));
    }
    std::puts(QJsonDocument(QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("frames"), frames}})
                  .toJson(QJsonDocument::Compact)
                  .constData());
}

bool printFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray json = file.readAll();
    const auto event = protocol::readEvent(std::string_view(json.data(), static_cast<std::size_t>(json.size())), {});
    if (!event) {
        return false;
    }
    for (const model::Exception &exception : event->exceptions) {
        for (const auto &stack : {exception.stacktrace, exception.rawStacktrace}) {
            if (stack) {
                printStack(path, *event, *stack);
            }
        }
    }
    for (const model::Thread &thread : event->threads) {
        if (thread.stacktrace) {
            printStack(path, *event, *thread.stacktrace);
        }
    }
    if (event->stacktrace) {
        printStack(path, *event, *event->stacktrace);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (!printFile(QFile::decodeName(argv[i]))) {
            std::fprintf(stderr, "%s cannot be read\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
