// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace picket::test {

// A SQLite file system over the real one whose writes, syncs and truncations fail on command. While it lives it is the
// default, so that production code opens its databases through it.
class FaultyVfs final
{
public:
    FaultyVfs();
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;
    ~FaultyVfs();

    // The n-th operation from now on (1: the next) fails with a SQLite code; with `forever` all after it, too.
    void failAt(int nth, int code, bool forever = false);
    void heal();
    // Whether an operation has failed since failAt().
    [[nodiscard]] bool hasFailed() const;
};

} // namespace picket::test
