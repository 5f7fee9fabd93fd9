// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stacktext.h"

#include "core/base/limits.h"
#include "ui/code/sourcetext.h"
#include "ui/stack/stackwriter.h"

#include <algorithm>

namespace picket::ui {

namespace {

using Language = StackLanguage;

std::string lineOf(const StackWriter &out, std::size_t place)
{
    return exceptionLine(out.language(), out.exceptionAt(place));
}

void framesAt(StackWriter &out, std::size_t place)
{
    if (const model::Stacktrace *stack = out.stackAt(place)) {
        out.frames(*stack);
    }
}

void pythonTraceback(StackWriter &out, std::size_t place, std::string_view heading)
{
    if (out.stackAt(place)) {
        out.line(heading);
    }
    framesAt(out, place);
    out.line(lineOf(out, place));
}

// Between an exception and the one that was raised because of it, or meanwhile.
void pythonBetween(StackWriter &out, std::size_t cause)
{
    out.line({});
    out.line(sourceOf(out.exceptionAt(cause)) == "__cause__"
                 ? "The above exception was the direct cause of the following exception:"
                 : "During handling of the above exception, another exception occurred:");
    out.line({});
}

void printPythonChain(StackWriter &out)
{
    for (std::size_t place = out.placed().size(); place > 0; --place) {
        pythonTraceback(out, place - 1, "Traceback (most recent call last):");
        if (place > 1) {
            pythonBetween(out, place - 1);
        }
    }
}

// As Python draws groups since 3.11. `depth` 0: not inside a group. As deep as limits::exceptions at most.
void printPythonGroup(StackWriter &out, std::size_t place, std::size_t depth) // NOLINT(misc-no-recursion)
{
    std::vector<std::size_t> members = out.childrenOf(place);
    const auto firstCause = std::stable_partition(members.begin(), members.end(), [&](std::size_t child) {
        return !sourceOf(out.exceptionAt(child)).starts_with("__");
    });
    const std::vector<std::size_t> causes(firstCause, members.end());
    members.erase(firstCause, members.end());
    for (const std::size_t cause : causes) {
        printPythonGroup(out, cause, depth);
        pythonBetween(out, cause);
    }
    if (members.empty()) {
        pythonTraceback(out, place, "Traceback (most recent call last):");
        return;
    }
    const std::string outer = out.prefix();
    const std::size_t inner = std::max<std::size_t>(depth, 1);
    const std::string margin(2 * inner, ' ');
    if (depth == 0) {
        out.line("  + Exception Group Traceback (most recent call last):");
        out.setPrefix(margin + "| ");
        framesAt(out, place);
        out.line(lineOf(out, place));
    } else {
        pythonTraceback(out, place, "Exception Group Traceback (most recent call last):");
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        out.setPrefix(margin);
        out.line((i == 0 ? "+-" : "  ") + ("+---------------- " + std::to_string(i + 1)) + " ----------------");
        out.setPrefix(margin + "  | ");
        printPythonGroup(out, members[i], inner + 1);
    }
    out.setPrefix(margin);
    out.line("  +------------------------------------");
    out.setPrefix(outer);
}

void printPythonGroups(StackWriter &out)
{
    for (std::size_t place = 0; place < out.placed().size(); ++place) {
        if (out.placed()[place].indent == 0) {
            printPythonGroup(out, place, 0);
        }
    }
}

void printPhp(StackWriter &out)
{
    for (std::size_t place = out.placed().size(); place > 0; --place) {
        out.line((place < out.placed().size() ? "Next " : "") + lineOf(out, place - 1));
        if (out.stackAt(place - 1)) {
            out.line("Stack trace:");
        }
        framesAt(out, place - 1);
        if (place > 1) {
            out.line({});
        }
    }
}

void printDotNet(StackWriter &out)
{
    for (std::size_t place = 0; place < out.placed().size(); ++place) {
        out.line((place > 0 ? " ---> " : "") + lineOf(out, place));
    }
    for (std::size_t place = out.placed().size(); place > 0; --place) {
        framesAt(out, place - 1);
        if (place > 1) {
            out.line("   --- End of inner exception stack trace ---");
        }
    }
}

// Causes stand in braces.
void printJavaScript(StackWriter &out)
{
    for (std::size_t place = 0; place < out.placed().size(); ++place) {
        if (place == 0) {
            out.line(lineOf(out, place));
        } else {
            out.append(" {");
            out.setPrefix(std::string(2 * place, ' '));
            const std::string_view source = sourceOf(out.exceptionAt(place));
            out.line('[' + std::string(source.empty() ? "cause" : source) + "]: " + lineOf(out, place));
        }
        framesAt(out, place);
    }
    for (std::size_t open = out.placed().size() - 1; open > 0; --open) {
        out.setPrefix(std::string(2 * (open - 1), ' '));
        out.line("}");
    }
}

std::string causeWord(const StackWriter &out, std::size_t place)
{
    if (place == 0) {
        return {};
    }
    if (out.exceptionAt(place).isSuppressed()) {
        return "Suppressed: ";
    }
    if (out.placed()[place].indent > 0) {
        const std::string_view source = sourceOf(out.exceptionAt(place));
        return '[' + std::string(source.empty() ? "cause" : source) + "]: ";
    }
    return out.language() == Language::Java ? "Caused by: " : "caused by: ";
}

void printOutermostFirst(StackWriter &out)
{
    for (std::size_t place = 0; place < out.placed().size(); ++place) {
        out.setPrefix(std::string(2 * static_cast<std::size_t>(out.placed()[place].indent), ' '));
        const model::Stacktrace *stack = out.stackAt(place);
        if (out.language() == Language::Ruby && stack) {
            // Ruby tells the place before the words.
            const model::Exception &exception = out.exceptionAt(place);
            out.line(causeWord(out, place) + frameLines(Language::Ruby, stack->frames.back(), 0).front() + ": "
                     + exception.value + " (" + exception.type + ')');
            out.frames(*stack, 1);
            continue;
        }
        out.line(causeWord(out, place) + lineOf(out, place));
        framesAt(out, place);
    }
}

void printThreads(StackWriter &out)
{
    std::size_t printed = 0;
    for (const model::Thread &thread : out.event().threads) {
        if (thread.isNull || !thread.stacktrace || thread.stacktrace->frames.empty()) {
            continue;
        }
        if (printed++ == limits::threads) {
            out.line("…");
            return;
        }
        if (printed > 1) {
            out.line({});
        }
        out.line("Thread " + thread.id + (thread.name.empty() ? "" : " \"" + thread.name + '"')
                 + (thread.crashed == true ? " (crashed):" : ":"));
        out.frames(*thread.stacktrace);
    }
}

void printOwnStack(StackWriter &out)
{
    if (out.language() == Language::Python) {
        out.line("Stack (most recent call last):");
    } else if (const std::string &message = out.event().logentry.text(); !message.empty()) {
        out.line(message);
    }
    out.frames(*out.event().stacktrace);
}

void print(StackWriter &out)
{
    const bool grouped = out.isGrouped();
    if (out.placed().empty()) {
        const auto &stack = out.event().stacktrace;
        stack && !stack->frames.empty() ? printOwnStack(out) : printThreads(out);
    } else if (out.language() == Language::Python) {
        grouped ? printPythonGroups(out) : printPythonChain(out);
    } else if (out.language() == Language::Php) {
        printPhp(out);
    } else if (out.language() == Language::DotNet && !grouped) {
        printDotNet(out);
    } else if (out.language() == Language::JavaScript && !grouped) {
        printJavaScript(out);
    } else {
        printOutermostFirst(out);
    }
}

} // namespace

QByteArray stackText(const model::Event &event)
{
    StackWriter writer(event);
    print(writer);
    const std::string text = writer.take();
    QByteArray shown;
    shown.reserve(static_cast<qsizetype>(text.size()));
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        shown += sourceLine(rest.substr(0, end)).toUtf8() + '\n';
        rest.remove_prefix(end + 1); // every line was ended above
    }
    shown.chop(1);
    return shown;
}

} // namespace picket::ui
