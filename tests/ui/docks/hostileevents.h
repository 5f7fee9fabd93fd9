// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace picket::test {

// Events as an attacker or a broken program might send them, each with what it is.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> hostileEvents();

// Text that Qt takes for markup: it would show a picture, a link and a heading.
inline constexpr const char *markup = "<h1>big</h1><img src='file:///etc/passwd'><a href='x'>click</a>";

} // namespace picket::test
