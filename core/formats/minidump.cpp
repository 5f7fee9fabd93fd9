// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidump.h"

#include "core/formats/container.h"
#include "core/formats/minidumpannotations.h"
#include "core/formats/minidumpmodules.h"
#include "core/formats/minidumpsource.h"
#include "core/formats/minidumpsystem.h"
#include "core/formats/minidumpthreads.h"

namespace picket::formats {

namespace {

constexpr std::string_view littleMagic = "MDMP";
constexpr std::string_view bigMagic = "PMDM";
constexpr std::string_view microdumpMark = "-----BEGIN BREAKPAD MICRODUMP";
constexpr std::size_t headerSize = 32;
constexpr std::size_t directoryEntrySize = 12;
constexpr std::uint32_t unusedStream = 0;

void readDirectory(MinidumpSource &source, MinidumpFacts &facts, std::uint64_t count, std::uint64_t offset)
{
    if (count > limits::minidumpStreams) {
        source.warn("streams_over_limit");
    }
    for (std::uint64_t i = 0; i < count && i < limits::minidumpStreams; ++i) {
        const ByteView entry = source.file().part(offset + i * directoryEntrySize, directoryEntrySize);
        if (entry.isEmpty()) {
            source.warn("directory_outside");
            break;
        }
        if (const std::uint32_t type = entry.u32(0); type != unusedStream) {
            facts.streams.push_back(type);
            source.addStream(type, entry.u32(4), entry.u32(8));
        }
    }
}

std::string describeWrongMagic(std::string_view bytes)
{
    const bool isMicrodump = bytes.substr(0, limits::previewSniffed).find(microdumpMark) != std::string_view::npos;
    return isMicrodump ? "microdump: text, not a minidump" : "minidump magic";
}

} // namespace

bool isMinidump(std::string_view bytes)
{
    const std::string_view magic = bytes.substr(0, littleMagic.size());
    return magic == littleMagic || magic == bigMagic;
}

Result<MinidumpFacts> readMinidump(std::string_view bytes)
{
    if (bytes.empty()) {
        return failure(ErrorCode::EmptyBody);
    }
    if (const Container container = containerOf(bytes); container != Container::None) {
        return failure(ErrorCode::UnsupportedEncoding, std::string(containerName(container)));
    }
    if (!isMinidump(bytes)) {
        return failure(ErrorCode::InvalidArgument, describeWrongMagic(bytes));
    }
    if (bytes.size() < headerSize) {
        return failure(ErrorCode::InvalidArgument, "minidump header");
    }
    const bool isBig = bytes.substr(0, bigMagic.size()) == bigMagic;
    const ByteView file(bytes, isBig ? ByteOrder::Big : ByteOrder::Little);
    MinidumpSource source(file);
    MinidumpFacts facts;
    if (const std::uint32_t seconds = file.u32(20); seconds != 0) {
        facts.time = Timestamp(std::chrono::seconds(seconds));
    }
    readDirectory(source, facts, file.u32(8), file.u32(12));
    readSystem(source, facts);
    readThreads(source, facts);
    readException(source, facts);
    readModules(source, facts);
    readAnnotations(source, facts);
    facts.warnings = source.takeWarnings();
    return facts;
}

} // namespace picket::formats
