// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace picket::test {

class Lures;

// Envelopes with logs, spans, check-ins, sessions, client reports, feedback and items of no known type as an attacker
// or a broken program might send them, each with what it is. Each has an event, too, whose trace they belong to.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> hostileTelemetry(const Lures &lures);

} // namespace picket::test
