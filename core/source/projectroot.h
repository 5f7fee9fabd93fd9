// SPDX-License-Identifier: GPL-3.0-or-later
// What the text of a path says, without a look at any disk. Pure, any thread. Paths are absolute; all but the argument
// of normalPath() are normal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket::source {

// Without empty parts, "." and "..", and without a slash at the end.
[[nodiscard]] std::string normalPath(std::string_view path);

// The folder that probably holds the whole project of a source file: what stands before `shortName`, the file's name
// within its project (empty: unknown), else the folder above the first one that is named as projects name their parts
// (src, lib, node_modules …), else the file's own folder. Never a folder that holds far more than a project; nullopt
// when the file lies directly in "/" or in `home`, or above it.
[[nodiscard]] std::optional<std::string> projectRoot(std::string_view file, std::string_view shortName,
                                                     std::string_view home);

// True for what is inside `folder`, not for the folder itself. Nothing counts as below "/".
[[nodiscard]] bool isBelow(std::string_view path, std::string_view folder);

// Without the last part and its slash; "/" at the top.
[[nodiscard]] std::string_view parentFolder(std::string_view path);

} // namespace picket::source
