// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpevent.h"

#include "core/formats/crashreason.h"
#include "core/formats/text.h"
#include "core/formats/valuetree.h"

#include <algorithm>

namespace picket::formats {

using model::Value;

namespace {

constexpr std::string_view exceptionType = "Minidump";
constexpr std::string_view unreadableValue = "Invalid Minidump";

// Finds the module that an address lies in.
class ModuleMap final
{
public:
    explicit ModuleMap(const std::vector<MinidumpModule> &modules)
    {
        for (const MinidumpModule &module : modules) {
            m_byBase.push_back(&module);
        }
        std::stable_sort(m_byBase.begin(), m_byBase.end(),
                         [](const MinidumpModule *a, const MinidumpModule *b) { return a->base < b->base; });
    }

    [[nodiscard]] const MinidumpModule *find(std::uint64_t address) const
    {
        const auto behind =
            std::upper_bound(m_byBase.begin(), m_byBase.end(), address,
                             [](std::uint64_t wanted, const MinidumpModule *module) { return wanted < module->base; });
        if (behind == m_byBase.begin() || address - (*(behind - 1))->base >= (*(behind - 1))->size) {
            return nullptr;
        }
        return *(behind - 1);
    }

private:
    std::vector<const MinidumpModule *> m_byBase;
};

// The one frame that is known without walking the stack.
Members stacktrace(std::optional<std::uint64_t> instructionAddr, const ModuleMap &modules)
{
    if (!instructionAddr) {
        return {};
    }
    Members frame;
    addText(frame, "instruction_addr", hexNumber(*instructionAddr));
    addText(frame, "trust", "context");
    if (const MinidumpModule *module = modules.find(*instructionAddr)) {
        addText(frame, "package", module->name);
        addText(frame, "image_addr", hexNumber(module->base));
    }
    Members trace;
    addArray(trace, "frames", {Value::object(std::move(frame))});
    return trace;
}

Members mechanismMeta(const MinidumpException &exception, MinidumpOs os)
{
    Members code;
    addNumber(code, os == MinidumpOs::MacOs || os == MinidumpOs::Ios ? "exception" : "number", exception.code);
    addNumber(code, "code", exception.flags);
    Members meta;
    if (os == MinidumpOs::Linux || os == MinidumpOs::Android) {
        addText(code, "name", signalName(exception.code));
        addText(code, "code_name", signalCodeName(exception.code, exception.flags));
        addObject(meta, "signal", std::move(code));
    } else if (os == MinidumpOs::MacOs || os == MinidumpOs::Ios) {
        addText(code, "name", machExceptionName(exception.code));
        addObject(meta, "mach_exception", std::move(code));
    }
    return meta;
}

Members mechanism()
{
    Members members;
    addText(members, "type", "minidump");
    members.emplace_back("handled", Value::boolean(false));
    members.emplace_back("synthetic", Value::boolean(true));
    return members;
}

std::string exceptionValue(const MinidumpFacts &facts)
{
    if (!facts.exception) {
        return "DUMP_REQUESTED";
    }
    const std::string reason = crashReason(*facts.exception, facts.system.os);
    return hasCrashAddress(*facts.exception, facts.system.os) ? reason + " / " + hexNumber(facts.exception->crashAddr)
                                                              : reason;
}

Value crash(const MinidumpFacts &facts, const ModuleMap &modules)
{
    Members members;
    addText(members, "type", exceptionType);
    addText(members, "value", exceptionValue(facts));
    Members how = mechanism();
    if (facts.exception) {
        addNumber(members, "thread_id", facts.exception->threadId);
        Members data;
        addText(data, "code", hexNumber(facts.exception->code));
        addText(data, "relevant_address", hexNumber(facts.exception->crashAddr));
        addObject(how, "data", std::move(data));
        addObject(how, "meta", mechanismMeta(*facts.exception, facts.system.os));
        Members trace = stacktrace(facts.exception->instructionAddr, modules);
        Members registers;
        for (const MinidumpRegister &one : facts.exception->registers) {
            addText(registers, one.name, hexNumber(one.value));
        }
        addObject(trace, "registers", std::move(registers));
        addObject(members, "stacktrace", std::move(trace));
    }
    addObject(members, "mechanism", std::move(how));
    return Value::object(std::move(members));
}

std::vector<Value> threads(const MinidumpFacts &facts, const ModuleMap &modules)
{
    std::vector<Value> values;
    for (const MinidumpThread &thread : facts.threads) {
        const bool crashed = facts.exception && facts.exception->threadId == thread.id;
        Members members;
        addNumber(members, "id", thread.id);
        addText(members, "name", thread.name);
        members.emplace_back("crashed", Value::boolean(crashed));
        if (!crashed) { // the crashed one's stack is the exception's
            addObject(members, "stacktrace", stacktrace(thread.instructionAddr, modules));
        }
        values.push_back(Value::object(std::move(members)));
    }
    return values;
}

std::string_view imageType(MinidumpOs os)
{
    switch (os) {
    case MinidumpOs::Windows:
        return "pe";
    case MinidumpOs::MacOs:
    case MinidumpOs::Ios:
        return "macho";
    case MinidumpOs::Linux:
    case MinidumpOs::Android:
    case MinidumpOs::Other:
    case MinidumpOs::Unknown:
        break;
    }
    return "elf";
}

std::vector<Value> images(const MinidumpFacts &facts)
{
    std::vector<Value> values;
    for (const MinidumpModule &module : facts.modules) {
        Members members;
        addText(members, "type", imageType(facts.system.os));
        addText(members, "image_addr", hexNumber(module.base));
        addNumber(members, "image_size", module.size);
        addText(members, "code_file", module.name);
        addText(members, "code_id", module.codeId);
        addText(members, "debug_file", module.debugFile);
        addText(members, "debug_id", module.debugId);
        addText(members, "version", module.version);
        addText(members, "arch", facts.system.arch);
        values.push_back(Value::object(std::move(members)));
    }
    return values;
}

Members osContext(const MinidumpFacts &facts)
{
    const MinidumpSystem &system = facts.system;
    const bool isLinux = system.os == MinidumpOs::Linux || system.os == MinidumpOs::Android;
    Members os;
    addText(os, "name", system.osName);
    addText(os, isLinux ? "kernel_version" : "version", system.osVersion);
    addText(os, "build", system.osBuild);
    addText(os, "raw_description", system.osDescription);
    for (const auto &[key, value] : facts.distribution) {
        if (key == "DISTRIB_ID" || key == "DISTRIB_RELEASE") {
            addText(os, key == "DISTRIB_ID" ? "distribution_name" : "distribution_version", value);
        }
    }
    return withUniqueKeys(std::move(os));
}

Members annotationContext(const std::vector<Annotation> &annotations)
{
    Members members;
    std::size_t unnamed = 0;
    for (const auto &[key, value] : annotations) {
        addText(members, key.empty() ? std::to_string(unnamed++) : key, value);
    }
    addText(members, "type", members.empty() ? "" : "crashpad");
    return withUniqueKeys(std::move(members));
}

Members contexts(const MinidumpFacts &facts)
{
    Members device;
    addText(device, "arch", facts.system.arch);
    addText(device, "cpu_description", facts.system.cpuVendor);
    if (facts.system.processors > 0) {
        addNumber(device, "processor_count", facts.system.processors);
    }
    Members members;
    addObject(members, "os", osContext(facts));
    addObject(members, "device", std::move(device));
    addObject(members, "crashpad", annotationContext(facts.annotations));
    for (const MinidumpModule &module : facts.modules) {
        addObject(members, "crashpad " + std::string(baseName(module.name)), annotationContext(module.annotations));
    }
    return withUniqueKeys(std::move(members));
}

Members eventHead()
{
    Members event;
    addText(event, "platform", "native");
    addText(event, "level", "fatal");
    return event;
}

void addException(Members &event, Value exception)
{
    addObject(event, "exception", {{"values", Value::array({std::move(exception)})}});
}

} // namespace

Value minidumpEvent(const MinidumpFacts &facts)
{
    const ModuleMap modules(facts.modules);
    Members event = eventHead();
    addText(event, "timestamp", facts.time ? toRfc3339(*facts.time) : std::string());
    addException(event, crash(facts, modules));
    if (std::vector<Value> all = threads(facts, modules); !all.empty()) {
        addObject(event, "threads", {{"values", Value::array(std::move(all))}});
    }
    if (std::vector<Value> all = images(facts); !all.empty()) {
        addObject(event, "debug_meta", {{"images", Value::array(std::move(all))}});
    }
    addObject(event, "contexts", contexts(facts));
    Members extra;
    addText(extra, "command_line", facts.commandLine);
    if (facts.processId) {
        addNumber(extra, "process_id", *facts.processId);
    }
    addObject(event, "extra", std::move(extra));
    return Value::object(std::move(event));
}

Value unreadableMinidumpEvent(std::string_view detail)
{
    Members how = mechanism();
    addObject(how, "data", detail.empty() ? Members() : Members{{"error", Value::string(std::string(detail))}});
    Members exception;
    addText(exception, "type", exceptionType);
    addText(exception, "value", unreadableValue);
    addObject(exception, "mechanism", std::move(how));
    Members event = eventHead();
    addException(event, Value::object(std::move(exception)));
    return Value::object(std::move(event));
}

} // namespace picket::formats
