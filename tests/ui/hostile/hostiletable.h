// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace picket::test {

class Lures;

// Events as an attacker or a broken program might send them, each with what it is: those that the tests of single
// docks use, and what only a whole window meets.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> hostileTable(const Lures &lures);

// Texts that may stand wherever a text stands, quoted as JSON has it, each with what it is.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> hostileTexts(const Lures &lures);

// A file that a frame names, and what the Source dock says of it; empty: nothing.
struct NamedFile {
    std::string path;
    std::string note;
};
// Traps below the agreed folder, what nobody agreed to, the system's, and at last one that may be read.
[[nodiscard]] std::vector<NamedFile> namedFiles(const Lures &lures);
// `lineno` of the frame at position n is firstLine + n.
inline constexpr int firstLine = 7001;
[[nodiscard]] std::string eventOfFiles(const std::vector<NamedFile> &files);

} // namespace picket::test
