// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QObject>

#include <functional>
#include <memory>

namespace picket::test {

// What every test class derives from: before each test function it sees to it that unexpected warnings fail it. A class
// with an init() of its own calls this one first.
class TestCase : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

// Registers a Qt Test class with the executable's main(); use PICKET_TEST at namespace scope.
bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make);

} // namespace picket::test

#define PICKET_TEST(Class)                                                                                             \
    [[maybe_unused]] static const bool registered##Class =                                                             \
        picket::test::registerTest(#Class, [] { return std::make_unique<Class>(); });
