// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/hashing.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdint>

namespace picket::grouping {

void Leaves::add(Leaf leaf, std::string_view value)
{
    m_bytes.push_back(static_cast<char>(leaf));
    auto size = static_cast<std::uint64_t>(value.size()); // as LEB128: one byte for nearly all values
    while (size >= 0x80) {
        m_bytes.push_back(static_cast<char>(0x80U | (size & 0x7FU)));
        size >>= 7U;
    }
    m_bytes.push_back(static_cast<char>(size));
    m_bytes.append(value);
}

model::GroupingHash hashOf(Purpose purpose, const Leaves &leaves)
{
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    const char letter = static_cast<char>(purpose);
    sha256.addData(QByteArrayView(&letter, 1));
    sha256.addData(QByteArrayView(leaves.bytes().data(), static_cast<qsizetype>(leaves.bytes().size())));
    const QByteArrayView digest = sha256.resultView();
    model::GroupingHash hash;
    std::transform(digest.begin(), digest.begin() + static_cast<qsizetype>(hash.bytes.size()), hash.bytes.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    return hash;
}

} // namespace picket::grouping
