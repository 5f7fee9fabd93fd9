// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/descriptor.h"
#include "core/http/request.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace picket::http {

// A body too large for memory: a file that has no name, so that nothing is left behind whatever happens, and that
// nobody else can open. Any thread, one at a time.
class SpoolFile final
{
public:
    // `floor`: below this many free bytes of the disk, and limits::spoolMargin, it takes no more; 0: no check. Errors:
    // Full, IoError.
    [[nodiscard]] static Result<SpoolFile> create(const std::string &folder, std::uint64_t floor = 0);

    // Errors: Full, IoError.
    [[nodiscard]] Result<void> append(std::string_view bytes);

    // Maps the file for reading; the file object is of no use afterwards.
    [[nodiscard]] Result<std::shared_ptr<const Body>> finish();

private:
    SpoolFile(Descriptor file, std::string folder, std::uint64_t floor)
        : m_file(std::move(file))
        , m_folder(std::move(folder))
        , m_floor(floor)
    {
    }
    [[nodiscard]] Result<void> checkSpace();

    Descriptor m_file;
    std::string m_folder;
    std::uint64_t m_floor;
    std::size_t m_size = 0;
    std::size_t m_checkedAt = 0; // its size when the disk was asked last
    std::chrono::steady_clock::time_point m_checked{};
};

} // namespace picket::http
