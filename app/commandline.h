// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/http/listener.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace picket::app {

enum class Command { Window, Serve, Issues, Events, Show, Deliveries, Help, Version };

// Documented in the README and the man page; other programs rely on them.
enum ExitCode { Ok = 0, Usage = 1, Database = 2, Owned = 3, Listen = 4 };

struct CommandLine {
    Command command = Command::Window;
    std::string workspace; // folder; the default one when none was given
    std::optional<http::Endpoint> listen;
    std::optional<IssueId> issue; // of `events --issue N`
    std::string id; // of `show ID`
    bool json = false;
    bool counts = false; // of `deliveries --counts`
};

struct ParseOutcome {
    std::optional<CommandLine> commandLine;
    QString error; // worded for people, when there is no command line
};

// Pure, but for the default workspace's place.
[[nodiscard]] ParseOutcome parseCommandLine(const QStringList &arguments);
[[nodiscard]] QString usage();

} // namespace picket::app
