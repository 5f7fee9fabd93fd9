// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/crashevent.h"

#include "core/base/limits.h"
#include "core/formats/container.h"
#include "core/formats/foreigncrash.h"
#include "core/formats/minidumpevent.h"
#include "core/formats/msgpack.h"
#include "core/formats/valuetree.h"
#include "core/http/decompressors.h"
#include "core/ingest/arrival.h"

#include <algorithm>

namespace picket::ingest {

using formats::Container;
using model::Value;

namespace {

// A dump is at most an attachment, packed or not.
Result<std::shared_ptr<const http::Body>> unpacked(std::string_view dump, Container container)
{
    if (container == Container::Gzip) {
        return http::inflateAll(dump, http::ZlibFormat::Gzip, {limits::attachment});
    }
    if (container == Container::Zstd) {
        return http::zstdDecodeAll(dump, {limits::attachment});
    }
    return failure(ErrorCode::UnsupportedEncoding, std::string(formats::containerName(container)));
}

Result<formats::MinidumpFacts> readDump(std::string_view dump)
{
    const Container container = formats::containerOf(dump);
    if (container == Container::None) {
        return formats::readMinidump(dump);
    }
    return unpacked(dump, container).and_then([](const std::shared_ptr<const http::Body> &body) {
        return formats::readMinidump({body->bytes().data(), body->bytes().size()});
    });
}

// What comes as a list, as an object with a list of values, or as one object alone (PROTOCOL C.0).
std::vector<Value> listOf(const Value &values)
{
    if (values.kind() == Value::Kind::Object && !values["values"].isAbsent()) {
        return listOf(values["values"]);
    }
    if (values.kind() == Value::Kind::Object && !values.isEmpty()) {
        return {values};
    }
    std::vector<Value> list;
    for (const auto &[key, value] : values.members()) {
        list.push_back(value);
    }
    return list;
}

// An SDK writes to two files in turn, so that it need not remove the oldest lines of one: the one that begins earlier
// is the older. Times of one writer compare as text.
std::vector<Value> joinedStreams(const std::vector<std::string_view> &streams, std::vector<std::string> &warnings)
{
    std::vector<std::vector<Value>> lists;
    for (const std::string_view stream : streams) {
        formats::MsgpackStream read = formats::parseMsgpackStream(stream);
        if (read.truncated) {
            warnings.emplace_back("breadcrumbs_cut");
        }
        if (!read.values.empty()) {
            lists.push_back(std::move(read.values));
        }
    }
    std::stable_sort(lists.begin(), lists.end(), [](const auto &a, const auto &b) {
        return a.front()["timestamp"].text() < b.front()["timestamp"].text();
    });
    std::vector<Value> all;
    for (std::vector<Value> &list : lists) {
        std::move(list.begin(), list.end(), std::back_inserter(all));
    }
    return all;
}

void addBreadcrumbs(Value &event, const std::vector<std::string_view> &streams, std::vector<std::string> &warnings)
{
    std::vector<Value> written = joinedStreams(streams, warnings);
    if (written.empty()) {
        return;
    }
    std::vector<Value> all = listOf(event["breadcrumbs"]);
    std::move(written.begin(), written.end(), std::back_inserter(all));
    // A list in the place of an object is replaced, not merged.
    event = formats::merged(std::move(event), Value::object({{"breadcrumbs", Value::array(std::move(all))}}));
}

Value annotations(const std::vector<formats::FormField> &fields)
{
    formats::Members extra;
    for (const formats::FormField &field : fields) {
        formats::addText(extra, field.name, field.value);
    }
    formats::Members event;
    formats::addObject(event, "extra", formats::withUniqueKeys(std::move(extra)));
    return Value::object(std::move(event));
}

// What the SDK said, alone.
CrashEvent reportedEvent(CrashParts &&parts)
{
    formats::SentryForm form = formats::readSentryForm(std::move(parts.fields));
    CrashEvent event{annotations(form.others), std::move(form.problems)};
    for (const std::string_view bytes : parts.events) {
        auto read = formats::parseMsgpack(bytes);
        if (!read || read->value.kind() != Value::Kind::Object) {
            event.warnings.emplace_back("invalid_msgpack");
            continue;
        }
        event.tree = formats::merged(std::move(event.tree), std::move(read->value));
    }
    event.tree = formats::merged(std::move(event.tree), std::move(form.event));
    addBreadcrumbs(event.tree, parts.breadcrumbs, event.warnings);
    return event;
}

} // namespace

void CrashParts::add(const File &file)
{
    if (file.attachmentType == "event.minidump") {
        dump = dump.empty() ? file.bytes : dump;
    } else if (file.attachmentType == "event.payload") {
        events.push_back(file.bytes);
    } else if (file.attachmentType == "event.breadcrumbs") {
        breadcrumbs.push_back(file.bytes);
    }
}

CrashEvent crashEvent(CrashParts parts)
{
    const auto facts = parts.dump.empty() ? failure(ErrorCode::EmptyBody, "no dump") : readDump(parts.dump);
    CrashEvent event = reportedEvent(std::move(parts));
    Value dumped = facts ? formats::minidumpEvent(*facts) : formats::unreadableMinidumpEvent(reasonOf(facts.error()));
    event.tree = joinedEvents(std::move(dumped), std::move(event.tree));
    if (facts) {
        event.warnings.insert(event.warnings.end(), facts->warnings.begin(), facts->warnings.end());
    } else {
        event.warnings.emplace_back("invalid_minidump");
    }
    return event;
}

CrashEvent foreignCrash(std::string_view attachmentType, CrashParts parts)
{
    CrashEvent event = reportedEvent(std::move(parts));
    event.tree = joinedEvents(formats::foreignCrashEvent(attachmentType), std::move(event.tree));
    return event;
}

bool hasException(const Value &event)
{
    return !listOf(event["exception"]).empty();
}

Value joinedEvents(Value base, Value over)
{
    if (over.kind() == Value::Kind::Object && !hasException(over)) {
        formats::Members members = over.members();
        std::erase_if(members, [](const Value::Member &member) { return member.first == "exception"; });
        over = Value::object(std::move(members));
    }
    return formats::merged(std::move(base), std::move(over));
}

} // namespace picket::ingest
