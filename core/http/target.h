// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket::http {

// The parts of a request target; the members of RequestHead with the same names.
struct Target {
    std::string path;
    std::string query;
    std::string authority;
};

// Origin-form, absolute-form (http and https) and "*"; nullopt for anything else. Pure, any thread. A "%" without two
// hexadecimal digits stays as it is: no endpoint has one.
[[nodiscard]] std::optional<Target> parseTarget(std::string_view target);

} // namespace picket::http
