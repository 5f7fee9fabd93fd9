// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// Names of classes and files that a JVM library makes up at run time, with the changing part replaced: CGLIB,
// javassist, ByteBuddy, Hibernate proxies, Clojure functions, reflection accessors (PROTOCOL D.4). Others are returned
// as they are.
[[nodiscard]] std::string_view withoutGeneratedPart(std::string_view javaName, TextArena &arena);

// Ruby: "_app_views_users_show_html_erb__2183_70123" -> "_app_views_users_show_html_erb".
[[nodiscard]] std::string_view withoutErbSuffix(std::string_view function);

} // namespace picket::grouping
