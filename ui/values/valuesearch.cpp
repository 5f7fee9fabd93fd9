// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/valuesearch.h"

#include "core/base/limits.h"

namespace picket::ui {

ValueSearch::ValueSearch(std::vector<ValueRoot> roots, const QString &needle)
    : m_roots(std::move(roots))
    , m_finder(needle)
{
    m_open.push_back({nullptr, 0, {}});
}

bool ValueSearch::advance(std::chrono::milliseconds budget)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + budget;
    constexpr int stepsPerLook = 64; // a clock costs as much as a short text
    do {
        for (int i = 0; i < stepsPerLook && !m_done; ++i) {
            const bool longText = m_looking && !m_texts.empty() && m_texts.back().size() > TextFinder::piece;
            step();
            if (longText) {
                break;
            }
        }
    } while (!m_done && Clock::now() < end);
    return m_done;
}

void ValueSearch::step()
{
    if (m_looking) {
        const TextFinder::State state = m_finder.advance();
        if (state == TextFinder::State::Found) {
            endEntry(true);
        } else if (state == TextFinder::State::NotFound) {
            m_texts.pop_back();
            if (m_texts.empty()) {
                endEntry(false);
            } else {
                m_finder.start(m_texts.back());
            }
        }
        return;
    }
    Open &open = m_open.back();
    const std::size_t total = open.value ? open.value->members().size() : m_roots.size();
    if (open.next == total || m_matches.more) {
        closeContainer();
    } else if (open.value) {
        const auto &[key, value] = open.value->members()[open.next];
        beginEntry(key, &value);
    } else {
        const ValueRoot &root = m_roots[open.next];
        beginEntry(root.key, root.value.get());
        m_texts.insert(m_texts.begin(), root.searched.begin(), root.searched.end());
    }
}

void ValueSearch::beginEntry(std::string_view key, const model::Value *value)
{
    m_texts.clear();
    if (value) {
        m_texts.push_back(value->kind() == model::Value::Kind::Null ? std::string_view("null") : value->text());
    }
    m_texts.push_back(key);
    m_looking = true;
    m_finder.start(m_texts.back());
}

void ValueSearch::endEntry(bool matched)
{
    m_looking = false;
    Open &open = m_open.back();
    const std::uint32_t entry = open.next++;
    if (matched) {
        open.shown.push_back(entry);
        m_matches.more = ++m_matches.count == limits::treeMatches;
        return;
    }
    const model::Value *value = open.value ? &open.value->members()[entry].second : m_roots[entry].value.get();
    if (value && value->isContainer() && m_open.size() <= limits::jsonTreeDepth) {
        m_open.push_back({value, 0, {}});
    }
}

void ValueSearch::closeContainer()
{
    Open closed = std::move(m_open.back());
    m_open.pop_back();
    if (m_open.empty()) {
        m_matches.roots = std::move(closed.shown);
        m_done = true;
        return;
    }
    if (!closed.shown.empty()) {
        Open &parent = m_open.back();
        parent.shown.push_back(parent.next - 1);
        m_matches.members.emplace(closed.value, std::move(closed.shown));
    }
}

} // namespace picket::ui
