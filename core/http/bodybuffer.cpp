// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/bodybuffer.h"

#include "core/base/limits.h"

#include <algorithm>

namespace picket::http {

namespace {

// Reserved at once for an announced length. A peer can announce what it never sends: the rest grows as it comes.
constexpr std::size_t reservedAtMost = 256 * limits::KiB;

class MemoryBody final : public Body
{
public:
    explicit MemoryBody(std::string bytes)
        : m_bytes(std::move(bytes))
    {
    }
    [[nodiscard]] std::span<const char> bytes() const override { return m_bytes; }
    [[nodiscard]] std::size_t memory() const override { return m_bytes.size(); }

private:
    std::string m_bytes;
};

} // namespace

std::shared_ptr<const Body> bodyOf(std::string bytes)
{
    // An empty body is always the same one.
    static const auto empty = std::make_shared<const MemoryBody>(std::string());
    return bytes.empty() ? empty : std::make_shared<const MemoryBody>(std::move(bytes));
}

void BodyBuffer::begin(std::optional<std::uint64_t> expected, std::size_t memoryLimit)
{
    clear();
    m_memoryLimit = memoryLimit;
    m_bytes.reserve(
        static_cast<std::size_t>(std::min<std::uint64_t>(expected.value_or(0), std::min(memoryLimit, reservedAtMost))));
}

void BodyBuffer::clear()
{
    m_bytes.clear();
    m_file.reset();
    m_fault = {};
    m_size = 0;
}

bool BodyBuffer::append(std::string_view bytes)
{
    m_size += bytes.size();
    if (!m_file && m_bytes.size() + bytes.size() <= m_memoryLimit) {
        m_bytes.append(bytes);
        return true;
    }
    return spool(bytes);
}

bool BodyBuffer::spool(std::string_view bytes)
{
    Result<void> written;
    if (!m_file) {
        auto file = SpoolFile::create(m_spoolFolder, m_spoolFloor);
        if (!file) {
            m_fault = file.error();
            return false;
        }
        m_file = std::move(*file);
        written = m_file->append(m_bytes);
        const std::size_t kept = std::min(m_bytes.size(), limits::undecodableKept);
        m_bytes = m_bytes.substr(0, kept); // a new string: shrinking keeps the memory
    }
    if (written) {
        written = m_file->append(bytes);
    }
    if (!written) {
        m_fault = written.error();
    }
    return written.has_value();
}

Result<std::shared_ptr<const Body>> BodyBuffer::finish()
{
    if (m_file) {
        auto body = m_file->finish();
        if (!body) {
            m_fault = body.error();
        } else {
            clear();
        }
        return body;
    }
    auto body = bodyOf(std::move(m_bytes));
    m_bytes = std::string();
    clear();
    return body;
}

std::string_view BodyBuffer::firstBytes() const
{
    return std::string_view(m_bytes).substr(0, limits::undecodableKept);
}

} // namespace picket::http
