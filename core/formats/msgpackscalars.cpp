// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/msgpackscalars.h"

#include "core/formats/byteview.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace picket::formats {

using model::Value;

namespace {

constexpr std::int64_t firstSecond = -62135596800; // 0001-01-01
constexpr std::int64_t lastSecond = 253402300799; // 9999-12-31T23:59:59
constexpr std::uint64_t nanosPerSecond = 1'000'000'000;

template <class Float, class Bits> std::optional<std::string> floatToken(Bits bits)
{
    static_assert(sizeof(Float) == sizeof(Bits));
    Float number{};
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isfinite(number)) {
        return std::nullopt;
    }
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    std::string token(digits.data(), end);
    return token.find_first_of(".e") == std::string::npos ? token + ".0" : token;
}

} // namespace

std::optional<std::string> float32Token(std::uint32_t bits)
{
    return floatToken<float>(bits);
}

std::optional<std::string> float64Token(std::uint64_t bits)
{
    return floatToken<double>(bits);
}

std::optional<Timestamp> msgpackTimestamp(std::string_view bytes)
{
    const ByteView view(bytes, ByteOrder::Big);
    std::uint64_t nanos = 0;
    std::int64_t seconds = lastSecond + 1;
    if (bytes.size() == 4) {
        seconds = view.u32(0);
    } else if (bytes.size() == 8) { // 30 bits of nanoseconds and 34 of seconds
        nanos = view.u64(0) >> 34;
        seconds = static_cast<std::int64_t>(view.u64(0) & 0x3FFFFFFFFU);
    } else if (bytes.size() == 12) {
        nanos = view.u32(0);
        seconds = static_cast<std::int64_t>(view.u64(4));
    }
    if (seconds < firstSecond || seconds > lastSecond || nanos >= nanosPerSecond) {
        return std::nullopt;
    }
    return fromMicros(seconds * 1'000'000 + static_cast<std::int64_t>(nanos / 1000));
}

std::string msgpackKey(const Value &key)
{
    switch (key.kind()) {
    case Value::Kind::Array:
        return "array";
    case Value::Kind::Object:
        return "map";
    case Value::Kind::Null:
        return "null";
    default:
        return key.text();
    }
}

} // namespace picket::formats
