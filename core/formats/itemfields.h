// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/protocol/coercions.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace picket::formats {

// The attributes of one JSON object with the coercions of PROTOCOL C.0; what does not fit is absent. A view into its
// document; any one thread at a time.
class ItemFields final
{
public:
    explicit ItemFields(const protocol::JsonNode &object)
        : m_object(object)
    {
    }

    [[nodiscard]] const protocol::JsonNode &object() const { return m_object; }
    [[nodiscard]] protocol::JsonNode node(std::string_view name) const { return m_object[name]; }

    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view name) const;
    // Also as text; never NaN or infinite.
    [[nodiscard]] std::optional<double> decimal(std::string_view name) const;
    [[nodiscard]] std::optional<bool> boolean(std::string_view name) const;
    [[nodiscard]] std::optional<Timestamp> time(std::string_view name) const;
    // Nanoseconds since the epoch, as OpenTelemetry counts: a number or its text.
    [[nodiscard]] std::optional<Timestamp> nanoseconds(std::string_view name) const;
    [[nodiscard]] std::optional<EventUuid> uuid(std::string_view name) const;
    // An object; absent for anything else.
    [[nodiscard]] model::Value bag(std::string_view name) const;
    // The fields of a member that is an object, or of none.
    [[nodiscard]] ItemFields inner(std::string_view name) const { return ItemFields(m_object[name]); }

private:
    protocol::JsonNode m_object;
    mutable protocol::Problems m_ignored;
};

// Rows of a container {"items": […]}, a bare list, or a single object. `read` says whether it understood one.
struct ItemCounts {
    std::uint64_t unreadable = 0; // items that are no objects, or lack what makes them one
    std::uint64_t overLimit = 0; // beyond limits::containerItems
};
[[nodiscard]] ItemCounts forEachItem(const protocol::JsonNode &payload,
                                     const std::function<bool(const ItemFields &item)> &read);

// Parses a payload whose root must be an object. Errors: those of the JSON parser, InvalidJson for another root.
[[nodiscard]] Result<protocol::JsonDocument> parseObject(std::string_view payload);

} // namespace picket::formats
