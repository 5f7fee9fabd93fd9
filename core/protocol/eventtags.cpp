// SPDX-License-Identifier: GPL-3.0-or-later
// indexedTags(): every tag costs a row, so that a second name of the same fact is left out.
#include "core/base/limits.h"
#include "core/protocol/eventreader.h"
#include "core/protocol/utf8.h"

#include <algorithm>
#include <unordered_set>

namespace picket::protocol {

namespace {

class TagCollector final
{
public:
    explicit TagCollector(const model::Event &event)
        : m_event(event)
    {
    }

    // A derived tag, unless the SDK set one of that name.
    void derive(std::string_view key, std::string_view value)
    {
        const auto &own = m_event.tags;
        if (std::none_of(own.begin(), own.end(), [key](const auto &tag) { return tag.first == key; })) {
            add(key, value);
        }
    }

    // The first of a key wins.
    void add(std::string_view key, std::string_view value)
    {
        if (key.empty() || value.empty() || m_tags.size() >= limits::indexedTags) {
            return;
        }
        std::string cutKey = cutWithMark(key, limits::tagKey);
        if (m_keys.insert(cutKey).second) {
            m_tags.emplace_back(std::move(cutKey), cutWithMark(value, limits::tagValue));
        }
    }

    std::vector<model::TextPair> take() { return std::move(m_tags); }

private:
    const model::Event &m_event;
    std::vector<model::TextPair> m_tags;
    std::unordered_set<std::string> m_keys;
};

const model::Value &contextOf(const model::Event &event, std::string_view type)
{
    static const model::Value none;
    for (const model::Context &context : event.contexts) {
        if (context.type == type) {
            return context.value;
        }
    }
    return none;
}

// "CPython 3.12.3" as `runtime`, "CPython" as `runtime.name`.
void addNamed(TagCollector &tags, const model::Event &event, const std::string &type)
{
    const model::Value &context = contextOf(event, type);
    const std::string &name = context["name"].text();
    const std::string &version = context["version"].text();
    if (name.empty()) {
        tags.derive(type, context["raw_description"].text());
        return;
    }
    tags.derive(type, version.empty() ? name : name + " " + version);
    if (!version.empty()) {
        tags.derive(type + ".name", name);
    }
}

void addDevice(TagCollector &tags, const model::Event &event)
{
    const model::Value &device = contextOf(event, "device");
    for (const std::string_view key : {"model", "family", "name"}) {
        if (const std::string &text = device[key].text(); !text.empty()) {
            tags.derive("device", text);
            return;
        }
    }
}

// Of the exception that was raised last, as the SDKs put the mechanism of the capture there.
void addMechanism(TagCollector &tags, const model::Event &event)
{
    for (auto exception = event.exceptions.rbegin(); exception != event.exceptions.rend(); ++exception) {
        if (exception->mechanism) {
            tags.derive("mechanism", exception->mechanism->type);
            if (exception->mechanism->handled.has_value()) {
                tags.derive("handled", event.isUnhandled() ? "no" : "yes");
            }
            return;
        }
    }
}

} // namespace

std::vector<model::TextPair> indexedTags(const model::Event &event)
{
    TagCollector tags(event);
    tags.add("level", model::levelName(event.level));
    tags.add("environment", event.environment);
    tags.add("release", event.release);
    tags.add("dist", event.dist);
    tags.add("server_name", event.serverName);
    tags.add("transaction", event.transaction);
    tags.add("user", event.user ? event.user->tag() : std::string());
    tags.derive("url", event.request ? event.request->url : std::string());
    tags.derive("logger", event.logger);
    addMechanism(tags, event);
    for (const std::string type : {"runtime", "os", "browser"}) {
        addNamed(tags, event, type);
    }
    addDevice(tags, event);
    for (const auto &[key, value] : event.tags) {
        tags.add(key, value);
    }
    return tags.take();
}

} // namespace picket::protocol
