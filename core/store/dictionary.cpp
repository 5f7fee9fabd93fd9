// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dictionary.h"

#include "core/base/limits.h"
#include "core/store/packed.h"

namespace picket::store {

namespace {

// FNV-1a, 32 bits. Stored: never change it.
std::uint32_t storedHash(std::string_view text)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

template <class... Values>
Result<std::int64_t> findOrAdd(const Database &database, Statement &find, Statement &add, const Values &...values)
{
    {
        Cursor row(find, values...);
        if (row.next()) {
            return row.integer(0);
        }
        if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return add.run(values...).map([&] { return database.lastRowId(); });
}

} // namespace

Dictionary::Dictionary(const Database &database)
    : m_findText(database.prepare("SELECT id FROM text WHERE hash = ?1 AND value = ?2"))
    , m_addText(database.prepare("INSERT INTO text (hash, value) VALUES (?1, ?2)"))
    , m_findTag(database.prepare("SELECT id FROM tag WHERE hash = ?1 AND key = ?2 AND value = ?3"))
    , m_addTag(database.prepare("INSERT INTO tag (hash, key, value) VALUES (?1, ?2, ?3)"))
    , m_database(database)
    , m_texts(limits::dictionaryCache)
    , m_tags(limits::dictionaryCache)
{
}

Result<std::int64_t> Dictionary::textId(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    if (const std::int64_t *known = m_texts.find(text)) {
        return *known;
    }
    auto id = findOrAdd(m_database, m_findText, m_addText, storedHash(text), text);
    if (id) {
        m_texts.put(std::string(text), *id);
    }
    return id;
}

Result<std::int64_t> Dictionary::tagId(const model::TextPair &tag)
{
    m_tagKey.assign(tag.first).push_back('\0');
    m_tagKey += tag.second;
    if (const std::int64_t *known = m_tags.find(m_tagKey)) {
        return *known;
    }
    auto id = findOrAdd(m_database, m_findTag, m_addTag, storedHash(m_tagKey), std::string_view(tag.first),
                        std::string_view(tag.second));
    if (id) {
        m_tags.put(m_tagKey, *id);
    }
    return id;
}

Result<std::string> Dictionary::tagIds(const std::vector<model::TextPair> &tags)
{
    std::string packed;
    for (const model::TextPair &tag : tags) {
        const auto id = tagId(tag);
        if (!id) {
            return tl::unexpected<Error>(id.error());
        }
        packInteger(packed, static_cast<std::uint64_t>(*id));
    }
    return packed;
}

void Dictionary::forget()
{
    m_texts.clear();
    m_tags.clear();
}

} // namespace picket::store
