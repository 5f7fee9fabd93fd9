// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A class, file or method of a JVM language with "<auto>" in place of what compilers count and libraries make up at run
// time: the ordinals of Java, Kotlin, Scala, Groovy and Clojure ("Cart$total$1"), lambdas, proxies of CGLIB, javassist,
// ByteBuddy, Hibernate, Guice, Mockito, reflection accessors, hidden classes (PROTOCOL D.4). "Foo$1Bar", a local class
// with a name, keeps its number: it tells two classes of one name apart.
[[nodiscard]] std::string_view stableJvmName(std::string_view name, TextArena &arena);

// A class that the run time makes for a lambda; nothing in its name outlives the process.
[[nodiscard]] bool isLambdaClass(std::string_view module);

// "lambda$total$0" -> "lambda$total": what the compiler makes of a lambda, without its ordinal and, of Android's, the
// class behind it. Empty for names without a method of their own ("lambda$null$1", "lambda$0"), and for others.
[[nodiscard]] std::string_view lambdaMethod(std::string_view function);

} // namespace picket::grouping
