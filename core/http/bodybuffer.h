// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/requestparser.h"
#include "core/http/spoolfile.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace picket::http {

// Bytes in memory as a body.
[[nodiscard]] std::shared_ptr<const Body> bodyOf(std::string bytes);

// Gathers the body of one request after the other: in memory, and from a limit on in a spool file. Any thread, one at
// a time.
class BodyBuffer final : public BodySink
{
public:
    // `spoolFloor`: see SpoolFile.
    explicit BodyBuffer(std::string spoolFolder, std::uint64_t spoolFloor = 0)
        : m_spoolFolder(std::move(spoolFolder))
        , m_spoolFloor(spoolFloor)
    {
    }

    // `expected`: the announced length, if any; only a hint. Larger bodies than `memoryLimit` are spooled.
    void begin(std::optional<std::uint64_t> expected, std::size_t memoryLimit);
    // May fall while a body arrives, when other connections need the memory.
    void setMemoryLimit(std::size_t limit) { m_memoryLimit = limit; }

    [[nodiscard]] bool append(std::string_view bytes) override;

    // The complete body; never null. Empties the buffer.
    [[nodiscard]] Result<std::shared_ptr<const Body>> finish();
    void clear();

    [[nodiscard]] std::size_t memory() const { return m_bytes.size(); }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    // The first limits::undecodableKept bytes, also of a spooled body.
    [[nodiscard]] std::string_view firstBytes() const;
    // Why append() failed.
    [[nodiscard]] const Error &fault() const { return m_fault; }

private:
    [[nodiscard]] bool spool(std::string_view bytes);

    std::string m_spoolFolder;
    std::uint64_t m_spoolFloor;
    std::string m_bytes; // the whole body, or the first bytes of a spooled one
    std::optional<SpoolFile> m_file;
    Error m_fault;
    std::size_t m_memoryLimit = 0;
    std::uint64_t m_size = 0;
};

} // namespace picket::http
