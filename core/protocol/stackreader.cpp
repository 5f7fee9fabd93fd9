// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/stackreader.h"

#include "core/base/limits.h"
#include "core/model/framenames.h"
#include "core/protocol/keytable.h"
#include "core/protocol/leftovers.h"

#include <algorithm>

namespace picket::protocol {

namespace {

enum class FrameKey {
    Function,
    RawFunction,
    Symbol,
    Module,
    Package,
    Filename,
    AbsPath,
    Platform,
    Lineno,
    Colno,
    InApp,
    ContextLine,
    PreContext,
    PostContext,
    SourceLink,
    ImageAddr,
    InstructionAddr,
    SymbolAddr,
    AddrMode,
    Trust,
    Vars,
    Data,
    Lock,
};

constexpr KeyTable frameKeys(std::array<std::string_view, 23>{
    "function",
    "raw_function",
    "symbol",
    "module",
    "package",
    "filename",
    "abs_path",
    "platform",
    "lineno",
    "colno",
    "in_app",
    "context_line",
    "pre_context",
    "post_context",
    "source_link",
    "image_addr",
    "instruction_addr",
    "symbol_addr",
    "addr_mode",
    "trust",
    "vars",
    "data",
    "lock",
});

using FrameFields = Fields<FrameKey, 23>;

// Only where a host stands behind the scheme is the rest a path: in "res://scenes/door.gd" and "file://server/share/a"
// the first folder does.
bool namesHost(std::string_view scheme, std::string_view authority)
{
    static constexpr std::array<std::string_view, 6> network{"http", "https", "ws", "wss", "ftp", "ftps"};
    const std::string_view name = authority.substr(0, authority.find(':'));
    const auto isSame = [scheme](std::string_view known) {
        return std::equal(scheme.begin(), scheme.end(), known.begin(), known.end(),
                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
    };
    return authority.empty() || name == "localhost" || scheme.ends_with("-extension")
        || std::any_of(network.begin(), network.end(), isSame);
}

// The path of a URL, without query and fragment; the text itself when it is no URL or has no path to speak of.
std::string_view urlPath(std::string_view text)
{
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos || scheme == 0) {
        return text;
    }
    const std::size_t authority = scheme + 3;
    const std::size_t path = text.find('/', authority);
    if (path == std::string_view::npos
        || !namesHost(text.substr(0, scheme), text.substr(authority, path - authority))) {
        return text;
    }
    const std::string_view cut = text.substr(path, std::min(text.find_first_of("?#", path), text.size()) - path);
    return cut == "/" ? text : cut;
}

void derivePaths(model::Frame &frame)
{
    if (frame.absPath.empty()) {
        frame.absPath = std::move(frame.filename);
        frame.filename.clear();
    }
    if (frame.filename.empty()) {
        frame.filename = urlPath(frame.absPath);
    }
}

// Dart sends the line between two parts of an asynchronous call as a file.
void moveGapText(model::Frame &frame)
{
    if (frame.function.empty() && model::isGapText(frame.filename) && model::isAsynchronousGap(frame)) {
        frame.function = std::move(frame.filename);
        frame.filename.clear();
        frame.absPath.clear();
    }
}

void readContextLines(model::Frame &frame, const FrameFields &fields, const ReadScope &scope)
{
    const JsonNode &pre = fields[FrameKey::PreContext];
    const JsonNode &post = fields[FrameKey::PostContext];
    const auto hasLines = [](const JsonNode &node) {
        return listItems(node) && !node.members.empty();
    };
    const bool hasNeighbours = hasLines(pre) || hasLines(post);
    frame.hasContext = !fields[FrameKey::ContextLine].isNothing() || hasNeighbours;
    frame.contextLine = readText(fields[FrameKey::ContextLine], "frame.context_line", scope);
    if (scope.isFull()) {
        frame.preContext = readTexts(pre, "frame.pre_context", scope);
        frame.postContext = readTexts(post, "frame.post_context", scope);
    }
}

void readAddresses(model::Frame &frame, const FrameFields &fields, const ReadScope &scope)
{
    frame.imageAddr = readText(fields[FrameKey::ImageAddr], "frame.image_addr", scope);
    frame.instructionAddr = readText(fields[FrameKey::InstructionAddr], "frame.instruction_addr", scope);
    frame.symbolAddr = readText(fields[FrameKey::SymbolAddr], "frame.symbol_addr", scope);
    frame.addrMode = readText(fields[FrameKey::AddrMode], "frame.addr_mode", scope);
    frame.trust = readText(fields[FrameKey::Trust], "frame.trust", scope);
}

// An object, or a list of positional values.
model::Value readVars(const JsonNode &node, const ReadScope &scope)
{
    return node.isArray() && !node.members.empty() ? readAnything(node) : readBag(node, "frame.vars", scope);
}

void readFrame(const JsonNode &node, const ReadScope &scope, model::Frame &frame)
{
    const Leftovers left(scope);
    if (!node.isObject()) {
        scope.problems->invalid("frame", node);
        frame.isNull = true;
        frame.other = left.whole(node);
        return;
    }
    const FrameFields fields(node, frameKeys);
    frame.function = readText(fields[FrameKey::Function], "frame.function", scope);
    if (frame.function == "?") {
        frame.function.clear();
    }
    frame.rawFunction = readText(fields[FrameKey::RawFunction], "frame.raw_function", scope);
    frame.symbol = readText(fields[FrameKey::Symbol], "frame.symbol", scope);
    frame.module = readText(fields[FrameKey::Module], "frame.module", scope);
    frame.package = readText(fields[FrameKey::Package], "frame.package", scope);
    frame.filename = readText(fields[FrameKey::Filename], "frame.filename", scope);
    frame.absPath = readText(fields[FrameKey::AbsPath], "frame.abs_path", scope);
    derivePaths(frame);
    frame.platform = readPlatform(fields[FrameKey::Platform], scope);
    frame.lineno = readInteger(fields[FrameKey::Lineno], "frame.lineno", scope);
    frame.colno = readInteger(fields[FrameKey::Colno], "frame.colno", scope);
    frame.inApp = readBool(fields[FrameKey::InApp], "frame.in_app", scope);
    readContextLines(frame, fields, scope);
    readAddresses(frame, fields, scope);
    moveGapText(frame);
    frame.data = readBag(fields[FrameKey::Data], "frame.data", scope);
    if (scope.isFull()) {
        frame.sourceLink = readText(fields[FrameKey::SourceLink], "frame.source_link", scope);
        frame.vars = readVars(fields[FrameKey::Vars], scope);
        frame.lock = readBag(fields[FrameKey::Lock], "frame.lock", scope);
    }
    frame.other =
        left.notIn(node, [](std::string_view key) { return frameKeys.find(key) != decltype(frameKeys)::none; });
}

} // namespace

std::optional<model::Stacktrace> readStacktrace(const JsonNode &node, std::string_view key, const ReadScope &scope)
{
    static constexpr std::array<std::string_view, 2> known{"frames", "registers"};
    const auto bare = listItems(node);
    if (!bare && !node.isObject()) {
        scope.problems->invalid(key, node);
        return std::nullopt;
    }
    const Leftovers left(scope);
    const ValueList frames(bare ? node : node["frames"], "stacktrace.frames", scope);
    model::Stacktrace stacktrace;
    stacktrace.frames.resize(frames.items().size());
    for (std::size_t i = 0; i < stacktrace.frames.size(); ++i) {
        readFrame(frames.items()[i].value, scope, stacktrace.frames[i]);
    }
    const JsonNode registers = node["registers"];
    stacktrace.snapshot = readBool(node["snapshot"], "stacktrace.snapshot", scope);
    if (scope.isFull()) {
        stacktrace.registers = readBag(registers, "stacktrace.registers", scope);
    }
    if (!bare) {
        keepRest(key, left.of(node, known), scope);
    }
    return stacktrace.frames.empty() && registers.members.empty() ? std::nullopt : std::optional(std::move(stacktrace));
}

std::optional<model::Template> readTemplate(const JsonNode &node, const ReadScope &scope)
{
    static constexpr std::array<std::string_view, 6> known{"filename",     "abs_path",    "lineno",
                                                           "context_line", "pre_context", "post_context"};
    if (!node.isObject() || node.members.empty()) {
        if (!node.isObject() && !isEmptyList(node)) {
            scope.problems->invalid("template", node);
        }
        return std::nullopt;
    }
    const Leftovers left(scope);
    model::Template result;
    result.filename = readText(node["filename"], "template.filename", scope);
    result.absPath = readText(node["abs_path"], "template.abs_path", scope);
    result.lineno = readInteger(node["lineno"], "template.lineno", scope);
    result.contextLine = readText(node["context_line"], "template.context_line", scope);
    if (scope.isFull()) {
        result.preContext = readTexts(node["pre_context"], "template.pre_context", scope);
        result.postContext = readTexts(node["post_context"], "template.post_context", scope);
    }
    keepRest("template", left.of(node, known), scope);
    return result;
}

std::string readPlatform(const JsonNode &node, const ReadScope &scope)
{
    std::string platform = normalisedPlatform(readText(node, "platform", scope));
    if (platform == "other" && node.text != platform) {
        scope.problems->keep("platform"); // its own word for it
    }
    return platform;
}

std::string normalisedPlatform(std::string_view text)
{
    static constexpr std::array<std::string_view, 23> known{
        "as3",    "c",       "cfml", "cocoa",      "csharp", "dart",   "elixir", "go",
        "groovy", "haskell", "java", "javascript", "kotlin", "native", "node",   "objc",
        "other",  "perl",    "php",  "python",     "ruby",   "rust",   "swift",
    };
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower == "unity") {
        return "csharp";
    }
    return lower.empty() || std::find(known.begin(), known.end(), lower) != known.end() ? lower : "other";
}

} // namespace picket::protocol
