// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/descriptor.h"
#include "core/http/request.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace picket::http {

// A body too large for memory: a file that has no name, so that nothing is left behind whatever happens, and that
// nobody else can open. Any thread, one at a time.
class SpoolFile final
{
public:
    [[nodiscard]] static Result<SpoolFile> create(const std::string &folder);

    [[nodiscard]] Result<void> append(std::string_view bytes);

    // Maps the file for reading; the file object is of no use afterwards.
    [[nodiscard]] Result<std::shared_ptr<const Body>> finish();

private:
    explicit SpoolFile(Descriptor file)
        : m_file(std::move(file))
    {
    }

    Descriptor m_file;
    std::size_t m_size = 0;
};

} // namespace picket::http
