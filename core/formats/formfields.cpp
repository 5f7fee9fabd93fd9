// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formfields.h"

#include "core/base/limits.h"
#include "core/formats/bracketkeys.h"
#include "core/formats/text.h"
#include "core/formats/valuetree.h"
#include "core/protocol/auth.h"
#include "core/protocol/json.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace picket::formats {

namespace {

constexpr std::string_view sentryName = "sentry";
constexpr std::string_view chunkPrefix = "sentry__";

// 12 of "sentry__12".
std::optional<std::uint64_t> chunkNumber(std::string_view name)
{
    if (name.substr(0, chunkPrefix.size()) != chunkPrefix) {
        return std::nullopt;
    }
    name.remove_prefix(chunkPrefix.size());
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc() && end == name.data() + name.size() ? std::optional(number) : std::nullopt;
}

class SentryFormReader final
{
public:
    void add(FormField &&field)
    {
        if (field.name == sentryName) {
            addJson(field.value) ? void() : leave(std::move(field));
        } else if (const auto number = chunkNumber(field.name)) {
            m_chunks.emplace_back(*number, std::move(field));
        } else if (field.name.compare(0, sentryName.size(), sentryName) == 0) {
            addBrackets(std::move(field));
        } else {
            leave(std::move(field));
        }
    }

    SentryForm take()
    {
        joinChunks();
        m_form.event = merged(std::move(m_form.event), m_tree.take());
        return std::move(m_form);
    }

private:
    bool addJson(std::string_view text)
    {
        const auto document = text.size() <= limits::eventPayload
            ? protocol::JsonDocument::parse(text)
            : Result<protocol::JsonDocument>(failure(ErrorCode::TooLarge));
        if (!document || !document->root().isObject()) {
            problem(document || document.error().code != ErrorCode::TooLarge ? "invalid_json" : "over_limit");
            return false;
        }
        m_form.event = merged(std::move(m_form.event), protocol::toValue(document->root(), limits::jsonTreeDepth));
        return true;
    }

    void addBrackets(FormField &&field)
    {
        const auto path = parseBrackets(std::string_view(field.name).substr(sentryName.size()));
        if (!path) {
            leave(std::move(field));
        } else if (path->size() > limits::jsonTreeDepth || m_bracketFields == limits::formParts) {
            problem(path->size() > limits::jsonTreeDepth ? "too_deep" : "over_limit");
            leave(std::move(field));
        } else {
            ++m_bracketFields;
            m_tree.add(*path, std::move(field.value));
        }
    }

    void joinChunks()
    {
        std::stable_sort(m_chunks.begin(), m_chunks.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        std::string json;
        for (const auto &[number, field] : m_chunks) {
            json += field.value;
        }
        if (!m_chunks.empty() && !addJson(json)) {
            for (auto &[number, field] : m_chunks) {
                leave(std::move(field));
            }
        }
    }

    void leave(FormField &&field) { m_form.others.push_back(std::move(field)); }

    void problem(std::string_view code)
    {
        if (std::find(m_form.problems.begin(), m_form.problems.end(), code) == m_form.problems.end()) {
            m_form.problems.emplace_back(code);
        }
    }

    SentryForm m_form;
    BracketTree m_tree;
    std::size_t m_bracketFields = 0;
    std::vector<std::pair<std::uint64_t, FormField>> m_chunks;
};

} // namespace

UrlEncodedForm parseUrlEncoded(std::string_view body)
{
    UrlEncodedForm form;
    const auto decoded = [](std::string_view text) {
        return repairedUtf8(protocol::percentDecode(text, true));
    };
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('&'), body.size());
        const std::string_view field = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (field.empty()) {
            continue;
        }
        if (form.fields.size() == limits::formParts) {
            ++form.fieldsOverLimit;
            continue;
        }
        const std::size_t equals = std::min(field.find('='), field.size());
        form.fields.push_back(
            {decoded(field.substr(0, equals)), decoded(field.substr(std::min(equals + 1, field.size())))});
    }
    return form;
}

SentryForm readSentryForm(std::vector<FormField> fields)
{
    SentryFormReader reader;
    for (FormField &field : fields) {
        reader.add(std::move(field));
    }
    return reader.take();
}

} // namespace picket::formats
