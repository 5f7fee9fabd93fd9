// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace picket::ui {

// Pure. A line on which labels may stand, none over another.
class LabelRow final
{
public:
    static constexpr double gap = 6; // pixels between labels

    [[nodiscard]] bool isFree(double from, double to) const
    {
        return std::none_of(m_taken.begin(), m_taken.end(),
                            [&](const Taken &taken) { return from < taken.to + gap && to + gap > taken.from; });
    }
    // How wide a label beginning at `from` may be; 0 when there is one already.
    [[nodiscard]] double roomAt(double from) const
    {
        double room = std::numeric_limits<double>::max();
        for (const Taken &taken : m_taken) {
            if (taken.to + gap > from) {
                room = std::min(room, taken.from - gap - from);
            }
        }
        return std::max(0.0, room);
    }
    void take(double from, double to) { m_taken.push_back({from, to}); }

private:
    struct Taken {
        double from;
        double to;
    };
    std::vector<Taken> m_taken;
};

} // namespace picket::ui
