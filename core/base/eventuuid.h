// SPDX-License-Identifier: GPL-3.0-or-later
// An event's own id as SDKs write it: 32 hex digits, or 36 characters with dashes, any case (PROTOCOL C.0 "UUID").
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace picket {

class EventUuid final
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    EventUuid() = default; // the nil id
    explicit EventUuid(const Bytes &bytes)
        : m_bytes(bytes)
    {
    }

    // Accepts 32 hex digits, or 36 characters in the 8-4-4-4-12 form; anything else is nullopt.
    [[nodiscard]] static std::optional<EventUuid> parse(std::string_view text);
    // A random (version 4) id.
    [[nodiscard]] static EventUuid generate();

    [[nodiscard]] bool isNil() const { return m_bytes == Bytes{}; }
    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    // 32 lower-case hex digits.
    [[nodiscard]] std::string hex() const;

    friend auto operator<=>(const EventUuid &, const EventUuid &) = default;

private:
    Bytes m_bytes{};
};

} // namespace picket
