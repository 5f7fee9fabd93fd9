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
Result<http::Inflated> unpacked(std::string_view dump, Container container)
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
    const auto plain = unpacked(dump, container);
    if (!plain) {
        return tl::unexpected(plain.error());
    }
    auto facts = formats::readMinidump({plain->body->bytes().data(), plain->body->bytes().size()});
    if (!plain->damage.empty() && facts) {
        facts->warnings.insert(facts->warnings.begin(), reasonOf({ErrorCode::BadEncoding, plain->damage}));
    } else if (!plain->damage.empty()) {
        facts.error().detail += ", " + plain->damage;
    }
    return facts;
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
std::vector<Value> joinedStreams(const std::vector<CrashFile> &streams, std::vector<CrashWarning> &warnings)
{
    std::vector<std::vector<Value>> lists;
    for (const CrashFile &stream : streams) {
        formats::MsgpackStream read = formats::parseMsgpackStream(stream.bytes);
        if (read.truncated) {
            warnings.push_back({"breadcrumbs_cut", stream.number});
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

void addBreadcrumbs(Value &event, const std::vector<CrashFile> &streams, std::vector<CrashWarning> &warnings)
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
    CrashEvent event{annotations(form.others), {}};
    for (std::string &problem : form.problems) {
        event.warnings.push_back({std::move(problem), std::nullopt});
    }
    for (const CrashFile &file : parts.events) {
        auto read = formats::parseMsgpack(file.bytes);
        if (!read || read->value.kind() != Value::Kind::Object) {
            event.warnings.push_back({"invalid_msgpack", file.number});
            continue;
        }
        event.tree = formats::merged(std::move(event.tree), std::move(read->value));
    }
    event.tree = formats::merged(std::move(event.tree), std::move(form.event));
    addBreadcrumbs(event.tree, parts.breadcrumbs, event.warnings);
    return event;
}

} // namespace

void CrashParts::add(const File &file, std::size_t number)
{
    const CrashFile added{file.bytes, number};
    if (file.attachmentType == "event.minidump") {
        dump = dump.bytes.empty() ? added : dump;
    } else if (file.attachmentType == "event.payload") {
        events.push_back(added);
    } else if (file.attachmentType == "event.breadcrumbs") {
        breadcrumbs.push_back(added);
    }
}

std::vector<std::string> CrashEvent::warningsOf(std::optional<std::size_t> file) const
{
    std::vector<std::string> texts;
    for (const CrashWarning &warning : warnings) {
        if (warning.file == file) {
            texts.push_back(warning.text);
        }
    }
    return texts;
}

std::vector<std::string> CrashEvent::allWarnings() const
{
    std::vector<std::string> texts;
    for (const CrashWarning &warning : warnings) {
        texts.push_back(warning.text);
    }
    return texts;
}

CrashEvent crashEvent(CrashParts parts)
{
    const CrashFile dump = parts.dump;
    const auto facts = dump.bytes.empty() ? failure(ErrorCode::EmptyBody, "no dump") : readDump(dump.bytes);
    const auto file = dump.bytes.empty() ? std::nullopt : std::optional(dump.number);
    CrashEvent event = reportedEvent(std::move(parts));
    Value dumped = facts ? formats::minidumpEvent(*facts) : formats::unreadableMinidumpEvent(reasonOf(facts.error()));
    event.tree = joinedEvents(std::move(dumped), std::move(event.tree));
    if (!facts) {
        event.warnings.push_back({"invalid_minidump: " + reasonOf(facts.error()), file});
        return event;
    }
    for (const std::string &warning : facts->warnings) {
        event.warnings.push_back({warning, file});
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
