// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/tracetree.h"

#include "core/base/limits.h"
#include "core/protocol/json.h"
#include "ui/wording/timescale.h"

#include <algorithm>
#include <tuple>

namespace picket::ui {

namespace {

constexpr std::chrono::hours far{24};
constexpr std::chrono::milliseconds shortestAxis{1};

// Times may lie ten thousand years apart: within the years 1 to 9999 a difference fits.
Timestamp sane(Timestamp time)
{
    return std::clamp(time, TimeScale::earliest, TimeScale::latest);
}

class TreeMaker final
{
public:
    TreeMaker(const TraceContent &content, bool withLogs)
        : m_content(content)
        , m_withLogs(withLogs)
    {
    }

    TraceTree make()
    {
        addSpans();
        breakCycles();
        addMoments();
        linkChildren();
        flatten();
        return std::move(m_tree);
    }

private:
    void add(TraceRow::Kind kind, std::size_t place, Timestamp from, Timestamp to, model::SpanNumber parent)
    {
        TraceRow row;
        row.kind = kind;
        row.place = place;
        row.from = sane(from);
        row.to = std::max(row.from, sane(to));
        const auto found = m_rowOfSpan.find(parent);
        row.parent = parent == 0 || found == m_rowOfSpan.end() ? -1 : found->second;
        m_tree.rows.push_back(std::move(row));
    }

    void addSpans()
    {
        const std::vector<model::SpanRow> &spans = m_content.parts.spans;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (spans[i].number != 0) {
                m_rowOfSpan.emplace(spans[i].number, static_cast<int>(i)); // of a repeated number the first counts
            }
        }
        for (std::size_t i = 0; i < spans.size(); ++i) {
            add(TraceRow::Kind::Span, i, spans[i].start, spans[i].end, spans[i].parent);
        }
    }

    // Follows each span to the top: where the way comes back to itself it is cut.
    void breakCycles()
    {
        enum class State { New, OnTheWay, Done };
        std::vector<State> states(m_tree.rows.size(), State::New);
        std::vector<int> way;
        for (int begin = 0; begin < static_cast<int>(states.size()); ++begin) {
            int at = begin;
            way.clear();
            while (at >= 0 && states[index(at)] == State::New) {
                states[index(at)] = State::OnTheWay;
                way.push_back(at);
                at = row(at).parent;
            }
            if (at >= 0 && states[index(at)] == State::OnTheWay) {
                row(at).parent = -1;
            }
            for (const int visited : way) {
                states[index(visited)] = State::Done;
            }
        }
    }

    void addMoments()
    {
        const model::TraceParts &parts = m_content.parts;
        for (std::size_t i = 0; i < parts.events.size(); ++i) {
            const model::EventRow &event = parts.events[i];
            const auto span = m_content.spanOfEvent.find(event.id);
            add(TraceRow::Kind::Event, i, event.timestamp, event.timestamp,
                span == m_content.spanOfEvent.end() ? 0 : span->second);
        }
        const std::size_t withoutLogs = m_tree.rows.size();
        for (std::size_t i = 0; i < parts.logs.size(); ++i) {
            add(TraceRow::Kind::Log, i, parts.logs[i].timestamp, parts.logs[i].timestamp, parts.logs[i].span);
        }
        setAxis(); // the same with logs and without: bars do not jump
        if (!m_withLogs) {
            m_tree.rows.resize(withoutLogs);
        }
    }

    void setAxis()
    {
        std::vector<const TraceRow *> rows;
        for (const TraceRow &row : m_tree.rows) {
            rows.push_back(&row);
        }
        if (rows.empty()) {
            m_tree.axis = {fromMicros(0), fromMicros(0) + shortestAxis};
            return;
        }
        std::stable_sort(rows.begin(), rows.end(),
                         [](const TraceRow *a, const TraceRow *b) { return a->from < b->from; });
        const auto [first, last] = largestGroup(rows);
        Timestamp to = (*first)->from + shortestAxis;
        for (auto at = first; at != last; ++at) {
            const bool isEndless = (*at)->to - (*at)->from > far;
            to = std::max(to, isEndless ? (*at)->from : (*at)->to);
        }
        m_tree.axis = {(*first)->from, to};
    }

    // Of rows by their beginnings: those that follow each other within a day, where most do.
    using RowIterator = std::vector<const TraceRow *>::const_iterator;
    static std::pair<RowIterator, RowIterator> largestGroup(const std::vector<const TraceRow *> &rows)
    {
        std::pair<RowIterator, RowIterator> largest{rows.begin(), rows.begin()};
        for (auto first = rows.begin(); first != rows.end();) {
            auto last = first + 1;
            while (last != rows.end() && (*last)->from - (*(last - 1))->from <= far) {
                ++last;
            }
            if (last - first > largest.second - largest.first) {
                largest = {first, last};
            }
            first = last;
        }
        return largest;
    }

    void linkChildren()
    {
        for (int i = 0; i < static_cast<int>(m_tree.rows.size()); ++i) {
            childrenOf(row(i).parent).push_back(i);
        }
        sort(m_tree.roots);
        for (TraceRow &row : m_tree.rows) {
            sort(row.children);
        }
    }

    // From the top downwards: a row below the deepest level moves to its parent's level.
    void flatten()
    {
        std::vector<int> open(m_tree.roots.rbegin(), m_tree.roots.rend());
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            row(at).depth = row(at).parent < 0 ? 0 : row(row(at).parent).depth + 1;
            open.insert(open.end(), row(at).children.rbegin(), row(at).children.rend());
            if (row(at).depth == limits::traceDepth - 1) {
                const int above = row(at).parent;
                for (const int child : row(at).children) {
                    row(child).parent = above;
                }
                row(at).children.clear();
            }
        }
        renumber();
    }

    void renumber()
    {
        m_tree.roots.clear();
        for (TraceRow &row : m_tree.rows) {
            row.children.clear();
        }
        linkChildren();
        const auto number = [this](const std::vector<int> &siblings) {
            for (std::size_t i = 0; i < siblings.size(); ++i) {
                row(siblings[i]).position = static_cast<int>(i);
            }
        };
        number(m_tree.roots);
        for (const TraceRow &row : m_tree.rows) {
            number(row.children);
        }
    }

    void sort(std::vector<int> &siblings)
    {
        std::stable_sort(siblings.begin(), siblings.end(), [this](int a, int b) {
            return std::tuple(row(a).from, row(a).kind) < std::tuple(row(b).from, row(b).kind);
        });
    }

    static std::size_t index(int at) { return static_cast<std::size_t>(at); }
    TraceRow &row(int at) { return m_tree.rows[index(at)]; }
    std::vector<int> &childrenOf(int at) { return at < 0 ? m_tree.roots : row(at).children; }

    const TraceContent &m_content;
    bool m_withLogs;
    TraceTree m_tree;
    std::unordered_map<model::SpanNumber, int> m_rowOfSpan;
};

// contexts.trace.span_id; 0 when the event has none or cannot be read.
model::SpanNumber spanOf(store::Reader &reader, EventId event)
{
    const auto stored = reader.event(event);
    if (!stored || stored->unreadable) {
        return 0;
    }
    const auto document = protocol::JsonDocument::parse(stored->payload);
    return document ? model::parseSpanNumber(document->root()["contexts"]["trace"]["span_id"].text) : 0;
}

} // namespace

Result<TraceContent> readTrace(store::Reader &reader, const model::TraceId &trace)
{
    auto parts = reader.trace(trace);
    if (!parts) {
        return tl::unexpected<Error>(std::move(parts.error()));
    }
    TraceContent content;
    content.trace = trace;
    content.parts = std::move(*parts);
    const std::size_t placed =
        content.parts.spans.empty() ? 0 : std::min(content.parts.events.size(), limits::traceEventsPlaced);
    for (std::size_t i = 0; i < placed; ++i) {
        content.spanOfEvent.emplace(content.parts.events[i].id, spanOf(reader, content.parts.events[i].id));
    }
    return content;
}

double TraceTree::share(Timestamp time) const
{
    const auto length = static_cast<double>((axis.to - axis.from).count());
    return std::clamp(static_cast<double>((sane(time) - axis.from).count()) / length, -1.0, 2.0);
}

TraceTree makeTraceTree(const TraceContent &content, bool withLogs)
{
    return TreeMaker(content, withLogs).make();
}

} // namespace picket::ui
