// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"
#include "core/store/boundedcache.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::store {

// So that a lookup with a string_view makes no string.
struct TextHash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// Writer thread only. Ids of the tables `text` and `tag`, where strings that many events share are stored once.
class Dictionary final
{
public:
    explicit Dictionary(const Database &database);

    // 0 for an empty text.
    [[nodiscard]] Result<std::int64_t> textId(std::string_view text);
    [[nodiscard]] Result<std::int64_t> tagId(const model::TextPair &tag);
    // Packed ids of tags.
    [[nodiscard]] Result<std::string> tagIds(const std::vector<model::TextPair> &tags);

    // After a rollback: what was learned may be gone.
    void forget();

private:
    Statement m_findText;
    Statement m_addText;
    Statement m_findTag;
    Statement m_addTag;
    const Database &m_database;
    BoundedCache<std::string, std::int64_t, TextHash> m_texts;
    BoundedCache<std::string, std::int64_t, TextHash> m_tags;
    std::string m_tagKey; // scratch: "key\0value"
};

} // namespace picket::store
