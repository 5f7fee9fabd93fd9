// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/stackwriter.h"

namespace picket::protocol {

namespace {

void writeFrame(JsonWriter &writer, const model::Frame &frame)
{
    if (frame.isNull && frame.other.isAbsent()) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member("function", frame.function);
    writer.member("raw_function", frame.rawFunction);
    writer.member("symbol", frame.symbol);
    writer.member("module", frame.module);
    writer.member("package", frame.package);
    writer.member("filename", frame.filename);
    writer.member("abs_path", frame.absPath);
    writer.member("platform", frame.platform);
    writeOptional(writer, "lineno", frame.lineno);
    writeOptional(writer, "colno", frame.colno);
    writeOptional(writer, "in_app", frame.inApp);
    writer.key("context_line");
    if (frame.hasContext) {
        writer.string(frame.contextLine);
    } else {
        writer.null();
    }
    writeTexts(writer, "pre_context", frame.preContext);
    writeTexts(writer, "post_context", frame.postContext);
    writer.member("source_link", frame.sourceLink);
    writer.member("image_addr", frame.imageAddr);
    writer.member("instruction_addr", frame.instructionAddr);
    writer.member("symbol_addr", frame.symbolAddr);
    writer.member("addr_mode", frame.addrMode);
    writer.member("trust", frame.trust);
    writeValue(writer, "vars", frame.vars);
    writeValue(writer, "data", frame.data);
    writeValue(writer, "lock", frame.lock);
    writeOther(writer, frame.other);
    writer.endObject();
}

void writeMechanism(JsonWriter &writer, const model::Mechanism &mechanism)
{
    writer.beginObject();
    writer.member("type", mechanism.type);
    writeOptional(writer, "handled", mechanism.handled);
    writer.key("synthetic");
    writer.boolean(mechanism.synthetic);
    writer.member("description", mechanism.description);
    writer.member("help_link", mechanism.helpLink);
    writer.member("source", mechanism.source);
    writeOptional(writer, "exception_id", mechanism.exceptionId);
    writeOptional(writer, "parent_id", mechanism.parentId);
    writer.key("is_exception_group");
    writer.boolean(mechanism.isExceptionGroup);
    writeValue(writer, "data", mechanism.data);
    writeValue(writer, "meta", mechanism.meta);
    writer.endObject();
}

// `frames` is null when there is no stack, and so tells it from one without frames.
void writeStack(JsonWriter &writer, const std::optional<model::Stacktrace> &stacktrace)
{
    writer.key("frames");
    if (stacktrace) {
        writeFrames(writer, stacktrace->frames);
    } else {
        writer.null();
    }
    writeValue(writer, "registers", stacktrace ? stacktrace->registers : model::Value());
}

} // namespace

void writeOptional(JsonWriter &writer, std::string_view name, const std::optional<std::int64_t> &value)
{
    writer.key(name);
    if (value) {
        writer.number(*value);
    } else {
        writer.null();
    }
}

void writeOptional(JsonWriter &writer, std::string_view name, const std::optional<bool> &value)
{
    writer.key(name);
    if (value) {
        writer.boolean(*value);
    } else {
        writer.null();
    }
}

void writeValue(JsonWriter &writer, std::string_view name, const model::Value &value)
{
    writer.key(name);
    writer.value(value);
}

void writeOther(JsonWriter &writer, const model::Value &other)
{
    if (!other.isAbsent()) {
        writeValue(writer, "other", other);
    }
}

void writeTexts(JsonWriter &writer, std::string_view name, const std::vector<std::string> &texts)
{
    writer.key(name);
    writer.beginArray();
    for (const std::string &text : texts) {
        writer.string(text);
    }
    writer.endArray();
}

void writeFrames(JsonWriter &writer, const std::vector<model::Frame> &frames)
{
    writer.beginArray();
    for (const model::Frame &frame : frames) {
        writeFrame(writer, frame);
    }
    writer.endArray();
}

void writeException(JsonWriter &writer, const model::Exception &exception)
{
    if (exception.isNull) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member("type", exception.type);
    writer.member("value", exception.value);
    writer.member("module", exception.module);
    writer.member("thread_id", exception.threadId);
    writer.key("mechanism");
    if (exception.mechanism) {
        writeMechanism(writer, *exception.mechanism);
    } else {
        writer.null();
    }
    writeStack(writer, exception.stacktrace);
    writer.key("raw_frames");
    if (exception.rawStacktrace) {
        writeFrames(writer, exception.rawStacktrace->frames);
    } else {
        writer.null();
    }
    writeOther(writer, exception.other);
    writer.endObject();
}

void writeThread(JsonWriter &writer, const model::Thread &thread)
{
    if (thread.isNull && thread.other.isAbsent()) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member("id", thread.id);
    writer.member("name", thread.name);
    writer.member("state", thread.state);
    writeOptional(writer, "crashed", thread.crashed);
    writeOptional(writer, "current", thread.current);
    writeOptional(writer, "main", thread.main);
    writeStack(writer, thread.stacktrace);
    writeValue(writer, "held_locks", thread.heldLocks);
    writeOther(writer, thread.other);
    writer.endObject();
}

} // namespace picket::protocol
