// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is wrapped in, by its first bytes. Pure; any thread.
#pragma once

#include <string_view>

namespace picket::formats {

enum class Container { None, Gzip, Xz, Bzip2, Zstd };

[[nodiscard]] Container containerOf(std::string_view bytes);

// "gzip", "xz", "bzip2", "zstd"; empty for None.
[[nodiscard]] std::string_view containerName(Container container);

// "a.dmp.gz" -> "a.dmp" for gzip; the name as it is when it does not end as the container's files do.
[[nodiscard]] std::string_view withoutContainerSuffix(std::string_view filename, Container container);

} // namespace picket::formats
