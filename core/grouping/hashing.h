// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grouping.h"

#include <string>
#include <string_view>

namespace picket::grouping {

// What a leaf, or the beginning of a composite, is. The letters go into the hash: never change one.
enum class Leaf : char {
    Exception = 'E', // begins an exception
    Frame = 'F', // begins a frame
    Type = 't',
    Value = 'v',
    NsDomain = 'd',
    NsCode = 'c',
    Module = 'm',
    Filename = 'f',
    Function = 'n',
    ContextLine = 'l',
    Place = 'a', // of a frame without a name: image and address, or line and column
    Message = 's',
    Security = 'y',
    Fingerprint = 'p',
    Checksum = 'k',
    Default = '*' // in a hybrid fingerprint: here the default leaves follow
};

// What a hash stands for. Equal leaves of different purposes never share a hash. The letters are hashed: never change.
enum class Purpose : char { Default = 'D', Hybrid = 'H', Fingerprint = 'P', Checksum = 'K', Fallback = 'N' };

// The contributing leaves of a variant in order, each as its letter, its length and its bytes: unambiguous, so that two
// variants are equal exactly when their bytes are.
class Leaves final
{
public:
    void begin(Leaf composite) { m_bytes.push_back(static_cast<char>(composite)); }
    void add(Leaf leaf, std::string_view value);
    void append(const Leaves &other) { m_bytes += other.m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }
    void reserve(std::size_t size) { m_bytes.reserve(size); }

    friend auto operator<=>(const Leaves &, const Leaves &) = default;

private:
    std::string m_bytes;
};

[[nodiscard]] model::GroupingHash hashOf(Purpose purpose, const Leaves &leaves);

} // namespace picket::grouping
