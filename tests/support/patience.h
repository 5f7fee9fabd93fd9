// SPDX-License-Identifier: GPL-3.0-or-later
// How long a test waits for what must come. On a machine at rest it is there within milliseconds; the bound only ends
// tests for which it never comes, and is one that a busy machine with sanitizers does not exceed. The macros of Qt
// Test, which give up after five seconds, have the same.
#pragma once

#include <QTest>

namespace picket::test {

inline constexpr int patience = 60'000; // milliseconds

template <class Predicate> [[nodiscard]] bool await(const Predicate &isDone)
{
    return QTest::qWaitFor(isDone, patience);
}

} // namespace picket::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), picket::test::patience)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT((expression), (message), picket::test::patience)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), picket::test::patience)
