// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace picket::grouping {

// A demangled name of C++, Rust or Swift without return type, arguments and trailing qualifiers; template arguments as
// <T>, lambdas and anonymous namespaces in one spelling (PROTOCOL D.5). Empty if nothing is left.
[[nodiscard]] std::string trimNativeName(std::string_view name);

} // namespace picket::grouping
