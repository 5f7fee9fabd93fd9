// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stacktext.h"

#include "core/base/limits.h"
#include "ui/models/exceptiontree.h"
#include "ui/models/stacklanguages.h"
#include "ui/sourcetext.h"

#include <algorithm>
#include <string>

namespace picket::ui {

namespace {

using Language = StackLanguage;

std::string_view sourceOf(const model::Exception &exception)
{
    return exception.mechanism ? std::string_view(exception.mechanism->source) : std::string_view();
}

class Printer final
{
public:
    explicit Printer(const model::Event &event)
        : m_event(event)
        , m_language(stackLanguage(event.platform))
        , m_placed(placeExceptions(event.exceptions))
    {
        m_placed.resize(std::min(m_placed.size(), limits::exceptions));
    }

    [[nodiscard]] std::string print()
    {
        const bool grouped = std::any_of(m_placed.begin(), m_placed.end(), [](const auto &p) { return p.indent > 0; });
        if (m_placed.empty()) {
            printWithoutExceptions();
        } else if (m_language == Language::Python && grouped) {
            printPythonRoots();
        } else if (m_language == Language::Python || m_language == Language::Php) {
            printInnermostFirst();
        } else if (m_language == Language::DotNet && !grouped) {
            printDotNet();
        } else {
            printOutermostFirst(m_language == Language::JavaScript && !grouped);
        }
        if (m_placed.size() < m_event.exceptions.size()) {
            line("… " + std::to_string(m_event.exceptions.size() - m_placed.size()) + " more exceptions");
        }
        if (m_out.size() >= limits::rawShown) {
            m_out += "…\n";
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] const model::Exception &exceptionAt(std::size_t place) const
    {
        return m_event.exceptions[m_placed[place].index];
    }
    [[nodiscard]] const model::Stacktrace *stackAt(std::size_t place) const
    {
        return stackOfException(m_event, m_placed[place].index).stack;
    }

    // Each line of a text of several lines gets the prefix.
    void line(std::string_view text)
    {
        while (m_out.size() < limits::rawShown) {
            const std::size_t end = text.find('\n');
            m_out += m_prefix;
            m_out += text.substr(0, end);
            m_out += '\n';
            if (end == std::string_view::npos) {
                return;
            }
            text.remove_prefix(end + 1);
        }
    }

    // From `skip` on, in the order printed.
    void frames(const model::Stacktrace &stack, std::size_t skip = 0)
    {
        const std::size_t count = stack.frames.size();
        const std::size_t kept = std::min(count, limits::frames);
        for (std::size_t i = skip; i < count && m_out.size() < limits::rawShown; ++i) {
            if (i == kept / 2 && kept < count) {
                line("    … " + std::to_string(count - kept) + " more frames");
                i += count - kept;
            }
            const model::Frame &frame = stack.frames[printsNewestFirst(m_language) ? count - 1 - i : i];
            for (const std::string &text : frameLines(m_language, frame, i)) {
                line(text);
            }
        }
    }

    void pythonTraceback(std::size_t place, std::string_view heading)
    {
        if (const model::Stacktrace *stack = stackAt(place)) {
            line(heading);
            frames(*stack);
        }
        line(exceptionLine(m_language, exceptionAt(place)));
    }

    void pythonBetween(std::size_t place)
    {
        line({});
        line(sourceOf(exceptionAt(place)) == "__cause__"
                 ? "The above exception was the direct cause of the following exception:"
                 : "During handling of the above exception, another exception occurred:");
        line({});
    }

    void printInnermostFirst()
    {
        for (std::size_t place = m_placed.size(); place > 0; --place) {
            if (m_language == Language::Python) {
                pythonTraceback(place - 1, "Traceback (most recent call last):");
                if (place > 1) {
                    pythonBetween(place - 1);
                }
                continue;
            }
            const model::Stacktrace *stack = stackAt(place - 1);
            line((place < m_placed.size() ? "Next " : "") + exceptionLine(m_language, exceptionAt(place - 1)));
            if (stack) {
                line("Stack trace:");
                frames(*stack);
            }
            if (place > 1) {
                line({});
            }
        }
    }

    // The places of the exceptions right below one, in the order placed.
    [[nodiscard]] std::vector<std::size_t> childrenOf(std::size_t parent) const
    {
        std::vector<std::size_t> children;
        for (std::size_t i = parent + 1; i < m_placed.size() && m_placed[i].indent > m_placed[parent].indent; ++i) {
            if (m_placed[i].indent == m_placed[parent].indent + 1) {
                children.push_back(i);
            }
        }
        return children;
    }

    void printPythonRoots()
    {
        for (std::size_t place = 0; place < m_placed.size(); ++place) {
            if (m_placed[place].indent == 0) {
                m_prefix.clear();
                printPython(place, 0);
            }
        }
    }

    // As Python 3.11 draws groups. Bounded by limits::exceptions, which bounds the depth.
    void printPython(std::size_t place, std::size_t depth) // NOLINT(misc-no-recursion)
    {
        std::vector<std::size_t> members = childrenOf(place);
        const auto firstCause = std::stable_partition(members.begin(), members.end(), [&](std::size_t child) {
            return !sourceOf(exceptionAt(child)).starts_with("__");
        });
        const std::vector<std::size_t> causes(firstCause, members.end());
        members.erase(firstCause, members.end());
        for (const std::size_t cause : causes) {
            printPython(cause, depth);
            pythonBetween(cause);
        }
        if (members.empty()) {
            pythonTraceback(place, "Traceback (most recent call last):");
            return;
        }
        const std::string outer = m_prefix;
        const bool first = depth == 0;
        const std::size_t inner = first ? 1 : depth;
        const std::string margin(2 * inner, ' ');
        m_prefix = margin + "| ";
        if (first) {
            m_out += "  + Exception Group Traceback (most recent call last):\n";
            if (const model::Stacktrace *stack = stackAt(place)) {
                frames(*stack);
            }
            line(exceptionLine(m_language, exceptionAt(place)));
        } else {
            pythonTraceback(place, "Exception Group Traceback (most recent call last):");
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            m_out +=
                margin + (i == 0 ? "+-" : "  ") + "+---------------- " + std::to_string(i + 1) + " ----------------\n";
            m_prefix = margin + "  | ";
            printPython(members[i], inner + 1);
        }
        m_out += margin + "  +------------------------------------\n";
        m_prefix = outer;
    }

    void printDotNet()
    {
        for (std::size_t place = 0; place < m_placed.size(); ++place) {
            line((place > 0 ? " ---> " : "") + exceptionLine(m_language, exceptionAt(place)));
        }
        for (std::size_t place = m_placed.size(); place > 0; --place) {
            if (const model::Stacktrace *stack = stackAt(place - 1)) {
                frames(*stack);
            }
            if (place > 1) {
                line("   --- End of inner exception stack trace ---");
            }
        }
    }

    [[nodiscard]] std::string causeWord(std::size_t place) const
    {
        if (place == 0) {
            return {};
        }
        if (m_language == Language::JavaScript || m_placed[place].indent > 0) {
            const std::string_view source = sourceOf(exceptionAt(place));
            return '[' + std::string(source.empty() ? "cause" : source) + "]: ";
        }
        return m_language == Language::Java ? "Caused by: " : "caused by: ";
    }

    // `nested`: causes stand in braces, as Node prints them.
    void printOutermostFirst(bool nested)
    {
        for (std::size_t place = 0; place < m_placed.size(); ++place) {
            if (nested && place > 0) {
                m_out.insert(m_out.size() - 1, " {");
            }
            m_prefix.assign(2 * (nested ? place : static_cast<std::size_t>(m_placed[place].indent)), ' ');
            const model::Stacktrace *stack = stackAt(place);
            const std::string text = exceptionLine(m_language, exceptionAt(place));
            if (m_language == Language::Ruby && stack) {
                const model::Exception &exception = exceptionAt(place);
                line(causeWord(place) + frameLines(m_language, stack->frames.back(), 0).front() + ": " + exception.value
                     + " (" + exception.type + ')');
                frames(*stack, 1);
                continue;
            }
            line(causeWord(place) + text);
            if (stack) {
                frames(*stack);
            }
        }
        for (std::size_t open = nested ? m_placed.size() - 1 : 0; open > 0; --open) {
            m_prefix.assign(2 * (open - 1), ' ');
            line("}");
        }
    }

    void printWithoutExceptions()
    {
        const bool python = m_language == Language::Python;
        if (m_event.stacktrace && !m_event.stacktrace->frames.empty()) {
            const std::string &message = m_event.logentry.text();
            if (!message.empty() && !python) {
                line(message);
            }
            if (python) {
                line("Stack (most recent call last):");
            }
            frames(*m_event.stacktrace);
            return;
        }
        std::size_t printed = 0;
        for (const model::Thread &thread : m_event.threads) {
            if (thread.isNull || !thread.stacktrace || thread.stacktrace->frames.empty()) {
                continue;
            }
            if (printed++ == limits::threads) {
                line("…");
                return;
            }
            if (printed > 1) {
                line({});
            }
            line("Thread " + thread.id + (thread.name.empty() ? "" : " \"" + thread.name + '"')
                 + (thread.crashed == true ? " (crashed):" : ":"));
            frames(*thread.stacktrace);
        }
    }

    const model::Event &m_event;
    const Language m_language;
    std::vector<PlacedException> m_placed; // outermost first
    std::string m_prefix;
    std::string m_out;
};

} // namespace

QByteArray stackText(const model::Event &event)
{
    const std::string text = Printer(event).print();
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
