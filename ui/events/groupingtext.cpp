// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/groupingtext.h"

#include "core/grouping/hints.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace picket::ui {

namespace {

namespace hints = grouping::hints;

struct Word {
    std::string_view code;
    const char *text;
};

template <std::size_t N> QString lookUp(const std::array<Word, N> &words, std::string_view code)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word &word) { return word.code == code; });
    return found == words.end() ? QString() : QCoreApplication::translate("picket::ui::Grouping", found->text);
}

} // namespace

// A table of words: long, and nothing to divide.
// NOLINTNEXTLINE(readability-function-size)
QString groupingHintText(std::string_view hint)
{
    static constexpr std::array words = std::to_array<Word>({
        {hints::sameAsApp,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "the same as for the application’s own code alone")},
        {hints::otherHasStack,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "the stack decides, and only the other variant has one")},
        {hints::nothingContributes,
         QT_TRANSLATE_NOOP("picket::ui::Grouping",
                           "nothing in the event identifies it: all such events share one issue")},
        {hints::fingerprintPrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the custom fingerprint decides")},
        {hints::checksumPrecedence,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "the checksum that the SDK sent decides")},
        {hints::builtInRule, QT_TRANSLATE_NOOP("picket::ui::Grouping", "by a rule of Picket’s own")},
        {hints::hybrid,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "the usual key together with the fingerprint’s entries")},
        {hints::variable, QT_TRANSLATE_NOOP("picket::ui::Grouping", "stands for its value in this event")},
        {hints::parameterised,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "numbers, ids, dates and the like are replaced by names")},
        {hints::exceptionPrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the exception decides")},
        {hints::threadsPrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the thread decides")},
        {hints::stacktracePrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the stack trace decides")},
        {hints::templatePrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the template decides")},
        {hints::securityPrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the security report decides")},
        {hints::synthetic, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the type is the SDK’s invention")},
        {hints::stackPrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the stack decides")},
        {hints::nsErrorPrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "domain and code decide")},
        {hints::duplicateInGroup, QT_TRANSLATE_NOOP("picket::ui::Grouping", "equals another exception of its group")},
        {hints::groupWrapper,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "a group of equal exceptions counts as one of them")},
        {hints::suppressed,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "came beside the error and is not a cause of it")},
        {hints::outsideCausePath,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "not among the causes of the main exception")},
        {hints::multipleCandidates,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "no single thread has crashed or is the current one")},
        {hints::noFrames, QT_TRANSLATE_NOOP("picket::ui::Grouping", "has no frames")},
        {hints::noContributingFrames, QT_TRANSLATE_NOOP("picket::ui::Grouping", "none of its frames counts")},
        {hints::noInAppFrames,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "has no frames of the application’s own code")},
        {hints::weakFrame,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "a lone frame without a function tells too little")},
        {hints::onlyGaps, QT_TRANSLATE_NOOP("picket::ui::Grouping", "has nothing but asynchronous gaps")},
        {hints::onlyLogging,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "has nothing but the logging library, from which all logs come")},
        {hints::onlyFileNames,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "knows files but no function, so that the text counts as well")},
        {hints::noAppFrameInMessage,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "a message without a frame of the application: its text decides")},
        {hints::oldestFramesCut,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "so many frames that the oldest do not count")},
        {hints::nullFrame, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the SDK sent null in this position")},
        {hints::asynchronousGap,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "a separator between two parts of an asynchronous call")},
        {hints::notInApp, QT_TRANSLATE_NOOP("picket::ui::Grouping", "not the application’s own code")},
        {hints::notInAppByRule, QT_TRANSLATE_NOOP("picket::ui::Grouping", "not the application’s own code, by a rule")},
        {hints::ignoredByRule, QT_TRANSLATE_NOOP("picket::ui::Grouping", "left out by a rule")},
        {hints::recursion, QT_TRANSLATE_NOOP("picket::ui::Grouping", "equals the frame before it")},
        {hints::nativeCode, QT_TRANSLATE_NOOP("picket::ui::Grouping", "code of the engine, in which browsers differ")},
        {hints::nameless, QT_TRANSLATE_NOOP("picket::ui::Grouping", "nothing in the frame identifies it")},
        {hints::modulePrecedence, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the module decides")},
        {hints::urlPath, QT_TRANSLATE_NOOP("picket::ui::Grouping", "the file is the path of a page")},
        {hints::anonymous, QT_TRANSLATE_NOOP("picket::ui::Grouping", "an anonymous function")},
        {hints::unknownFunction, QT_TRANSLATE_NOOP("picket::ui::Grouping", "no function is known")},
        {hints::lambda,
         QT_TRANSLATE_NOOP("picket::ui::Grouping", "a name that the compiler numbers anew in each build")},
        {hints::generatedName, QT_TRANSLATE_NOOP("picket::ui::Grouping", "without its generated part")},
        {hints::trimmedName, QT_TRANSLATE_NOOP("picket::ui::Grouping", "without arguments, return type and the like")},
        {hints::sourceMapped, QT_TRANSLATE_NOOP("picket::ui::Grouping", "names of mapped code are unreliable")},
        {hints::lineTooLong, QT_TRANSLATE_NOOP("picket::ui::Grouping", "a line so long that it is minified code")},
        {hints::pageWithoutFunction, QT_TRANSLATE_NOOP("picket::ui::Grouping", "top-level code of a page")},
    });
    return lookUp(words, hint);
}

QString groupingPartName(std::string_view id)
{
    static constexpr std::array words = std::to_array<Word>({
        {"app", QT_TRANSLATE_NOOP("picket::ui::Grouping", "in-app code")},
        {"system", QT_TRANSLATE_NOOP("picket::ui::Grouping", "all code")},
        {"default", QT_TRANSLATE_NOOP("picket::ui::Grouping", "default")},
        {"custom_fingerprint", QT_TRANSLATE_NOOP("picket::ui::Grouping", "custom fingerprint")},
        {"checksum", QT_TRANSLATE_NOOP("picket::ui::Grouping", "checksum")},
        {"fallback", QT_TRANSLATE_NOOP("picket::ui::Grouping", "fallback")},
        {"exception", QT_TRANSLATE_NOOP("picket::ui::Grouping", "exception")},
        {"chained_exception", QT_TRANSLATE_NOOP("picket::ui::Grouping", "exceptions")},
        {"stacktrace", QT_TRANSLATE_NOOP("picket::ui::Grouping", "stack trace")},
        {"frame", QT_TRANSLATE_NOOP("picket::ui::Grouping", "frame")},
        {"threads", QT_TRANSLATE_NOOP("picket::ui::Grouping", "thread")},
        {"template", QT_TRANSLATE_NOOP("picket::ui::Grouping", "template")},
        {"message", QT_TRANSLATE_NOOP("picket::ui::Grouping", "message")},
        {"fingerprint", QT_TRANSLATE_NOOP("picket::ui::Grouping", "fingerprint")},
        {"function", QT_TRANSLATE_NOOP("picket::ui::Grouping", "function")},
        {"module", QT_TRANSLATE_NOOP("picket::ui::Grouping", "module")},
        {"filename", QT_TRANSLATE_NOOP("picket::ui::Grouping", "file")},
        {"place", QT_TRANSLATE_NOOP("picket::ui::Grouping", "place in the image")},
        {"context_line", QT_TRANSLATE_NOOP("picket::ui::Grouping", "line of source")},
        {"type", QT_TRANSLATE_NOOP("picket::ui::Grouping", "type")},
        {"value", QT_TRANSLATE_NOOP("picket::ui::Grouping", "value")},
        {"ns_error", QT_TRANSLATE_NOOP("picket::ui::Grouping", "NSError")},
        {"domain", QT_TRANSLATE_NOOP("picket::ui::Grouping", "domain")},
        {"code", QT_TRANSLATE_NOOP("picket::ui::Grouping", "code")},
        {"rule", QT_TRANSLATE_NOOP("picket::ui::Grouping", "rule")},
        {"csp", QT_TRANSLATE_NOOP("picket::ui::Grouping", "CSP report")},
        {"hpkp", QT_TRANSLATE_NOOP("picket::ui::Grouping", "HPKP report")},
        {"expectct", QT_TRANSLATE_NOOP("picket::ui::Grouping", "Expect-CT report")},
        {"expectstaple", QT_TRANSLATE_NOOP("picket::ui::Grouping", "Expect-Staple report")},
    });
    const QString name = lookUp(words, id);
    return name.isEmpty() ? toLine(id, 100).replace(u'_', u' ') : name;
}

QString hashText(const model::GroupingHash &hash)
{
    const QByteArray bytes(reinterpret_cast<const char *>(hash.bytes.data()),
                           static_cast<qsizetype>(hash.bytes.size()));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace picket::ui
