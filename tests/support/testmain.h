// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace picket::test {

// Registers a Qt Test class with the executable's main(); use PICKET_TEST at namespace scope.
bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make);

// The next warnings that contain `text` are expected and do not fail the test; until the end of the test function.
void expectWarning(const char *text);

} // namespace picket::test

#define PICKET_TEST(Class)                                                                                             \
    [[maybe_unused]] static const bool registered##Class =                                                             \
        picket::test::registerTest(#Class, [] { return std::make_unique<Class>(); });
