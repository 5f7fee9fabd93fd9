// SPDX-License-Identifier: GPL-3.0-or-later
// The other side of the decoders, for tests.
#pragma once

#include <QByteArray>

namespace picket::http::test {

[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);
[[nodiscard]] QByteArray zlibbed(const QByteArray &bytes);
[[nodiscard]] QByteArray rawDeflated(const QByteArray &bytes);
[[nodiscard]] QByteArray brotlied(const QByteArray &bytes);
[[nodiscard]] QByteArray zstded(const QByteArray &bytes); // with a checksum

} // namespace picket::http::test
