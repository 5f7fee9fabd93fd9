// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpmodules.h"

#include "core/formats/minidump.h"
#include "core/formats/minidumpsource.h"

#include <algorithm>

namespace picket::formats {

namespace {

constexpr std::size_t moduleSize = 108;
constexpr std::uint32_t versionSignature = 0xFEEF04BD;
constexpr std::uint32_t pdb70Signature = 0x53445352; // "RSDS"
constexpr std::uint32_t pdb20Signature = 0x3031424E; // "NB10"
constexpr std::uint32_t buildIdSignature = 0x4270454C; // "LEpB"
constexpr std::size_t uuidSize = 16;

std::string hexDigits(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (const char c : bytes) {
        hex += digits[static_cast<std::uint8_t>(c) >> 4];
        hex += digits[static_cast<std::uint8_t>(c) & 0x0F];
    }
    return hex;
}

std::string paddedHex(std::uint32_t number, std::size_t width)
{
    const std::string digits = hexNumber(number).substr(2);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// A GUID as text: its first three numbers are in the file's byte order, the rest is bytes.
std::string uuidText(const ByteView &guid)
{
    return paddedHex(guid.u32(0), 8) + '-' + paddedHex(guid.u16(4), 4) + '-' + paddedHex(guid.u16(6), 4) + '-'
        + hexDigits(guid.part(8, 2).bytes()) + '-' + hexDigits(guid.part(10, 6).bytes());
}

bool isZero(std::string_view bytes)
{
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

std::string ageSuffix(std::uint32_t age)
{
    return age == 0 ? std::string() : '-' + hexNumber(age).substr(2);
}

void readPdb70(MinidumpSource &source, const ByteView &record, MinidumpOs os, MinidumpModule &module)
{
    const ByteView guid = record.part(4, uuidSize);
    module.debugFile = source.text(record.from(24).bytes());
    if (guid.isEmpty() || isZero(guid.bytes())) {
        return;
    }
    module.debugId = uuidText(guid) + ageSuffix(record.u32(20));
    if (os == MinidumpOs::MacOs || os == MinidumpOs::Ios) {
        std::string uuid = uuidText(guid);
        uuid.erase(std::remove(uuid.begin(), uuid.end(), '-'), uuid.end());
        module.codeId = uuid;
    }
}

// The id of an ELF image: its build id's first 16 bytes read as a little-endian GUID, short ones filled with zeros.
void readBuildId(const ByteView &record, MinidumpModule &module)
{
    const std::string_view buildId = record.from(4).bytes();
    if (isZero(buildId)) {
        return;
    }
    std::string guid(buildId.substr(0, uuidSize));
    guid.resize(uuidSize, '\0');
    module.debugId = uuidText(ByteView(guid, ByteOrder::Little));
    module.codeId = hexDigits(buildId.substr(0, limits::buildId));
}

void readCodeView(MinidumpSource &source, const ByteView &record, MinidumpOs os, MinidumpModule &module)
{
    switch (record.u32(0)) {
    case pdb70Signature:
        readPdb70(source, record, os, module);
        break;
    case pdb20Signature: // a timestamp takes the GUID's place
        module.debugFile = source.text(record.from(16).bytes());
        module.debugId = paddedHex(record.u32(8), 8) + ageSuffix(record.u32(12));
        break;
    case buildIdSignature:
        readBuildId(record, module);
        break;
    default:
        break;
    }
}

std::string fileVersion(const ByteView &entry)
{
    const std::uint32_t high = entry.u32(32);
    const std::uint32_t low = entry.u32(36);
    if (entry.u32(24) != versionSignature || (high == 0 && low == 0)) {
        return {};
    }
    return std::to_string(high >> 16) + '.' + std::to_string(high & 0xFFFF) + '.' + std::to_string(low >> 16) + '.'
        + std::to_string(low & 0xFFFF);
}

} // namespace

void readModules(MinidumpSource &source, MinidumpFacts &facts)
{
    const MinidumpList list(source.stream(MinidumpStream::Modules), moduleSize, limits::minidumpModules);
    if (list.isCut()) {
        source.warn("modules_over_limit");
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ByteView entry = list[i];
        MinidumpModule module;
        module.base = entry.u64(0);
        module.size = entry.u32(8);
        module.name = source.utf16(entry.u32(20));
        module.version = fileVersion(entry);
        if (facts.system.os == MinidumpOs::Windows) {
            module.codeId = paddedHex(entry.u32(16), 8) + hexNumber(module.size).substr(2);
        }
        readCodeView(source, source.located(entry, 76), facts.system.os, module);
        facts.modules.push_back(std::move(module));
    }
}

} // namespace picket::formats
