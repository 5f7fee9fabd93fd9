// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/json.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace picket::protocol {

// Collects what the reader had to mend or could not understand, at most limits::problems of it and one that counts the
// rest; and which members these were, so that the reader of their object keeps them as they came (leftovers.h). Any one
// thread at a time.
class Problems final
{
public:
    // A member of the object that is being read. An absent value stands for the whole member.
    struct Left {
        std::string key;
        model::Value value;
    };

    // `type` and `name` as in model::Problem; long values are cut with a mark. False: it does not stand there whole.
    bool add(std::string_view type, std::string_view name, std::string_view value = {});
    // A value whose shape is not understood, of the member that `name` ends with; null and absent values are none.
    void invalid(std::string_view name, const JsonNode &node);
    // The member was understood in part, or has no place; that is no problem by itself.
    void keep(std::string_view key, model::Value value = {});

    // The members noted since then belong to the object whose reading began at the mark.
    [[nodiscard]] std::size_t mark() const { return m_left.size(); }
    [[nodiscard]] std::vector<Left> takeSince(std::size_t mark);

    [[nodiscard]] std::vector<model::Problem> take();

private:
    std::vector<model::Problem> m_problems;
    std::vector<Left> m_left;
    std::size_t m_beyond = 0; // problems that found no place
};

} // namespace picket::protocol
