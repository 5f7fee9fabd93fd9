// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/loggingframes.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

// Names of modules, packages and classes; what is below one of them belongs to it.
constexpr auto modules = std::to_array<std::string_view>({
    // Java, Kotlin, Android
    "org.apache.commons.logging",
    "org.apache.logging.log4j",
    "org.apache.log4j",
    "org.apache.juli.logging",
    "org.slf4j",
    "ch.qos.logback",
    "java.util.logging",
    "java.lang.System$Logger",
    "org.jboss.logging",
    "org.jboss.logmanager",
    "org.tinylog",
    "com.google.common.flogger",
    "io.github.oshai.kotlinlogging",
    "mu.internal",
    "mu.KLogger",
    "com.typesafe.scalalogging",
    "android.util.Log",
    "timber.log.Timber",
    "io.sentry.logback",
    "io.sentry.log4j2",
    "io.sentry.jul",
    "io.sentry.android.timber",
    "io.sentry.logger",
    "io.sentry.SentryLogger",
    // .NET
    "Serilog",
    "NLog",
    "log4net",
    "Microsoft.Extensions.Logging",
    "Sentry.Extensions.Logging",
    "Sentry.Log4Net",
    "Sentry.NLog",
    "Sentry.Serilog",
    "System.Diagnostics.Trace",
    "System.Diagnostics.TraceListener",
    "System.Diagnostics.TraceInternal",
    "UnityEngine.Debug",
    "UnityEngine.Logger",
    "UnityEngine.DebugLogHandler",
    // Python
    "structlog",
    "loguru",
    "sentry_sdk.integrations.logging",
    "raven.handlers.logging",
    // PHP, by namespace
    "Monolog",
    "Psr\\Log",
    "Sentry\\Monolog",
    "Illuminate\\Log",
    // Go
    "log/slog",
    "github.com/sirupsen/logrus",
    "github.com/rs/zerolog",
    "github.com/getsentry/sentry-go/logrus",
    "github.com/getsentry/sentry-go/slog",
    "github.com/getsentry/sentry-go/zap",
    "go.uber.org/zap",
    "k8s.io/klog",
});

// Module names that an application may have as well: they count unless the frame is in-app.
constexpr auto commonModules = std::to_array<std::string_view>({"logging", "log", "Logger", "winston", "pino"});

// Folders of packages, and files that only loggers have.
constexpr auto folders = std::to_array<std::string_view>({
    "/node_modules/winston",
    "/node_modules/pino",
    "/node_modules/bunyan/",
    "/node_modules/log4js/",
    "/node_modules/loglevel/",
    "/node_modules/consola/",
    "/node_modules/signale/",
    "/node_modules/@sentry/",
    "/node_modules/@sentry-internal/",
    "/vendor/monolog/",
    "/vendor/psr/log/",
    "/vendor/sentry/sentry/src/Monolog/",
    "/laravel/framework/src/Illuminate/Log/",
    "/active_support/logger",
    "/activesupport/lib/active_support/logger",
    "/semantic_logger/",
    "package:logging/",
    "package:logger/",
    "package:sentry_logging/",
    "node:internal/console/",
    "internal/console/",
});

// Native names, of C, C++ and Rust.
constexpr auto functions = std::to_array<std::string_view>({
    "spdlog::",
    "google::LogMessage",
    "log::__private_api",
    "tracing_core::",
    "sentry_log::",
    "sentry_tracing::",
    "UnityEngine.Debug:",
    "UnityEngine.Logger:",
    "FMsg::Logf",
    "UE::Logging::Private::",
});

bool isBelow(std::string_view name, std::string_view parent)
{
    if (!name.starts_with(parent)) {
        return false;
    }
    const std::string_view rest = name.substr(parent.size());
    constexpr std::string_view separators = ".$/\\:";
    return rest.empty() || separators.find(rest.front()) != std::string_view::npos;
}

template <std::size_t N> bool isBelowOne(std::string_view name, const std::array<std::string_view, N> &parents)
{
    return !name.empty() && std::any_of(parents.begin(), parents.end(), [name](std::string_view parent) {
        return isBelow(name, parent);
    });
}

} // namespace

bool isLoggingFrame(const FrameComponent &frame)
{
    const model::Frame &sent = *frame.frame;
    if (isBelowOne(sent.module, modules) || (sent.inApp != true && isBelowOne(sent.module, commonModules))) {
        return true;
    }
    const std::string_view path = sent.absPath.empty() ? std::string_view(sent.filename) : sent.absPath;
    const auto liesIn = [path](std::string_view folder) {
        return contains(path, folder);
    };
    if (!path.empty() && std::any_of(folders.begin(), folders.end(), liesIn)) {
        return true;
    }
    const std::string_view function = sent.function;
    return std::any_of(functions.begin(), functions.end(),
                       [function](std::string_view beginning) { return function.starts_with(beginning); });
}

} // namespace picket::grouping
