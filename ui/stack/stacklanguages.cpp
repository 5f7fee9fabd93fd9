// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stacklanguages.h"

#include "core/model/framenames.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace picket::ui {

namespace {

using Lines = std::vector<std::string>;

struct Spoken {
    std::string_view platform;
    StackLanguage language;
};

constexpr std::array spoken = std::to_array<Spoken>({{"python", StackLanguage::Python},
                                                     {"javascript", StackLanguage::JavaScript},
                                                     {"node", StackLanguage::JavaScript},
                                                     {"java", StackLanguage::Java},
                                                     {"groovy", StackLanguage::Java},
                                                     {"csharp", StackLanguage::DotNet},
                                                     {"ruby", StackLanguage::Ruby},
                                                     {"php", StackLanguage::Php},
                                                     {"go", StackLanguage::Go}});

const std::string &firstOf(std::initializer_list<const std::string *> texts)
{
    static const std::string none;
    for (const std::string *text : texts) {
        if (!text->empty()) {
            return *text;
        }
    }
    return none;
}

const std::string &functionOf(const model::Frame &frame)
{
    return firstOf({&frame.function, &frame.rawFunction, &frame.symbol});
}

std::string trimmed(const std::string &line)
{
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    const std::size_t last = line.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? std::string() : line.substr(first, last - first + 1);
}

// ":12", ":12:7"
std::string position(const model::Frame &frame, bool withColumn)
{
    std::string text;
    if (frame.lineno) {
        text += ':' + std::to_string(*frame.lineno);
        if (withColumn && frame.colno) {
            text += ':' + std::to_string(*frame.colno);
        }
    }
    return text;
}

std::string placeOf(const model::Frame &frame, bool withColumn)
{
    const std::string &file = firstOf({&frame.absPath, &frame.filename, &frame.module, &frame.package});
    return file.empty() ? std::string() : file + position(frame, withColumn);
}

Lines pythonFrame(const model::Frame &frame)
{
    const std::string &file = firstOf({&frame.absPath, &frame.filename, &frame.module});
    std::string line = "  File \"" + (file.empty() ? "<unknown>" : file) + '"';
    if (frame.lineno) {
        line += ", line " + std::to_string(*frame.lineno);
    }
    line += ", in " + (functionOf(frame).empty() ? "<unknown>" : functionOf(frame));
    Lines lines{std::move(line)};
    if (std::string code = trimmed(frame.contextLine); !code.empty()) {
        lines.push_back("    " + code);
    }
    return lines;
}

Lines javaScriptFrame(const model::Frame &frame)
{
    const std::string place = placeOf(frame, true);
    const std::string &function = functionOf(frame);
    if (function.empty()) {
        return {"    at " + (place.empty() ? "<anonymous>" : place)};
    }
    return {"    at " + function + " (" + (place.empty() ? "<anonymous>" : place) + ')'};
}

Lines javaFrame(const model::Frame &frame)
{
    std::string call = frame.module.empty() ? functionOf(frame) : frame.module + '.' + functionOf(frame);
    // Java writes the file's name without its folders.
    const std::string &path = firstOf({&frame.filename, &frame.absPath});
    std::string file = path.substr(path.rfind('/') + 1);
    // -2 is how the virtual machine calls a method that is not written in Java.
    const bool native = frame.lineno && *frame.lineno == -2;
    std::string place = native ? "Native Method" : file.empty() ? "Unknown Source" : file;
    if (!native && !file.empty() && frame.lineno && *frame.lineno > 0) {
        place += position(frame, false);
    }
    return {"\tat " + std::move(call) + '(' + place + ')'};
}

Lines dotNetFrame(const model::Frame &frame)
{
    std::string line = "   at " + (frame.module.empty() ? functionOf(frame) : frame.module + '.' + functionOf(frame));
    if (const std::string &file = firstOf({&frame.absPath, &frame.filename}); !file.empty()) {
        line += " in " + file + (frame.lineno ? ":line " + std::to_string(*frame.lineno) : std::string());
    }
    return {std::move(line)};
}

Lines rubyFrame(const model::Frame &frame, std::size_t number)
{
    std::string line = (number == 0 ? "" : "\tfrom ") + placeOf(frame, false);
    if (!functionOf(frame).empty()) {
        line += ":in `" + functionOf(frame) + '\'';
    }
    return {std::move(line)};
}

Lines phpFrame(const model::Frame &frame, std::size_t number)
{
    const std::string &file = firstOf({&frame.absPath, &frame.filename});
    std::string line = '#' + std::to_string(number) + ' ' + (file.empty() ? "[internal function]" : file);
    if (frame.lineno) {
        line += '(' + std::to_string(*frame.lineno) + ')';
    }
    return {line + ": " + (functionOf(frame).empty() ? "{main}" : functionOf(frame) + "()")};
}

Lines goFrame(const model::Frame &frame)
{
    std::string call = frame.module.empty() ? functionOf(frame) : frame.module + '.' + functionOf(frame);
    return {std::move(call) + "(...)", '\t' + placeOf(frame, false)};
}

// As debuggers of native programs do it.
Lines generalFrame(const model::Frame &frame, std::size_t number)
{
    std::string line = '#' + std::to_string(number);
    line.resize(std::max<std::size_t>(line.size() + 1, 4), ' ');
    if (!frame.instructionAddr.empty()) {
        line += frame.instructionAddr + " in ";
    }
    line += functionOf(frame).empty() ? "??" : functionOf(frame);
    if (const std::string &file = firstOf({&frame.absPath, &frame.filename, &frame.module}); !file.empty()) {
        line += " at " + file + position(frame, false);
    } else if (!frame.package.empty()) {
        line += " from " + frame.package;
    }
    return {std::move(line)};
}

} // namespace

StackLanguage stackLanguage(std::string_view platform)
{
    for (const Spoken &entry : spoken) {
        if (entry.platform == platform) {
            return entry.language;
        }
    }
    return StackLanguage::General;
}

bool printsNewestFirst(StackLanguage language)
{
    return language != StackLanguage::Python;
}

std::string exceptionLine(StackLanguage language, const model::Exception &exception)
{
    if (exception.isNull) {
        return "null";
    }
    const bool qualified = language == StackLanguage::Java
        || (language == StackLanguage::Python && exception.module != "builtins" && exception.module != "exceptions");
    std::string type = exception.type;
    if (qualified && !exception.module.empty() && !type.starts_with(exception.module + '.')) {
        type = exception.module + '.' + type;
    }
    return type.empty() ? exception.value : exception.value.empty() ? type : type + ": " + exception.value;
}

std::vector<std::string> frameLines(StackLanguage language, const model::Frame &frame, std::size_t number)
{
    if (frame.isNull) {
        return {"    null"};
    }
    if (model::isAsynchronousGap(frame)) {
        return {functionOf(frame).size() > 1 ? functionOf(frame) : "<asynchronous gap>"};
    }
    switch (language) {
    case StackLanguage::Python:
        return pythonFrame(frame);
    case StackLanguage::JavaScript:
        return javaScriptFrame(frame);
    case StackLanguage::Java:
        return javaFrame(frame);
    case StackLanguage::DotNet:
        return dotNetFrame(frame);
    case StackLanguage::Ruby:
        return rubyFrame(frame, number);
    case StackLanguage::Php:
        return phpFrame(frame, number);
    case StackLanguage::Go:
        return goFrame(frame);
    case StackLanguage::General:
        break;
    }
    return generalFrame(frame, number);
}

} // namespace picket::ui
