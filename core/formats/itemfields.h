// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/protocol/coercions.h"
#include "core/protocol/leftovers.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace picket::formats {

// The attributes of one JSON object with the coercions of PROTOCOL C.0; what does not fit is absent, and left over. A
// view into its document; any one thread at a time.
class ItemFields final
{
public:
    explicit ItemFields(const protocol::JsonNode &object)
        : m_object(object)
    {
    }
    ItemFields(const ItemFields &) = delete; // m_scope refers to m_problems
    ItemFields &operator=(const ItemFields &) = delete;

    [[nodiscard]] const protocol::JsonNode &object() const { return m_object; }
    [[nodiscard]] protocol::JsonNode node(std::string_view name) const { return m_object[name]; }

    template <class Keys> [[nodiscard]] bool hasAny(const Keys &names) const
    {
        return std::any_of(names.begin(), names.end(),
                           [this](std::string_view name) { return !node(name).isNothing(); });
    }

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
    // What is not among the members that are known, and what did not fit of those that were read; absent if nothing.
    template <class Keys> [[nodiscard]] model::Value rest(const Keys &known) const
    {
        return protocol::Leftovers(m_scope, 0).of(m_object, known);
    }
    // … only the latter.
    [[nodiscard]] model::Value misread() const
    {
        return protocol::Leftovers(m_scope, 0).notIn(m_object, [](std::string_view) { return true; });
    }
    // The member did not fit, for a reason that only its reader knows.
    void leave(std::string_view name) const { m_problems.keep(name); }
    // The fields of a member that is an object, or of none.
    [[nodiscard]] ItemFields inner(std::string_view name) const { return ItemFields(m_object[name]); }

private:
    protocol::JsonNode m_object;
    mutable protocol::Problems m_problems;
    const protocol::ReadScope m_scope{protocol::Detail::Full, &m_problems};
};

// Rows of a container {"items": […]}, a bare list, either with holes, or a single object. `read` says whether it
// understood one.
struct ItemCounts {
    std::uint64_t unreadable = 0; // items that are no objects, or lack what makes them one
    std::uint64_t overLimit = 0; // beyond limits::containerItems
};
[[nodiscard]] ItemCounts forEachItem(const protocol::JsonNode &payload,
                                     const std::function<bool(const ItemFields &item)> &read);

// Parses a payload whose root must be an object. Errors: those of the JSON parser, InvalidJson for another root.
[[nodiscard]] Result<protocol::JsonDocument> parseObject(std::string_view payload);

} // namespace picket::formats
