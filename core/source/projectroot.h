// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket::source {

// The folder above a file (canonical) that holds its whole project, told by what lies in it (.git, package.json …): the
// nearest one, or the file's own folder where no folder looks like a project. Never "/" or `home` (canonical) itself:
// to agree to those would be to agree to everything; nullopt when nothing else is left. Any thread; asks the disk.
[[nodiscard]] std::optional<std::string> projectRoot(std::string_view file, std::string_view home);

// True for what is inside `folder`, not for the folder itself; both canonical. Nothing counts as below "/".
[[nodiscard]] bool isBelow(std::string_view path, std::string_view folder);

// Without the last part and its slash; "/" at the top.
[[nodiscard]] std::string_view parentFolder(std::string_view path);

} // namespace picket::source
