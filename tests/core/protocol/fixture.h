// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/eventreader.h"

#include <QByteArray>
#include <QStringList>

#include <string>
#include <string_view>

namespace picket::test {

[[nodiscard]] inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}
[[nodiscard]] inline QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// The moment at which the tests' events arrive.
[[nodiscard]] Timestamp arrival();

// Reads an event that arrives then. Fails the test run when it cannot be read at all.
[[nodiscard]] model::Event readEvent(const QByteArray &json, protocol::Detail detail = protocol::Detail::Full);
[[nodiscard]] model::Event readEvent(const QByteArray &json, const protocol::ReadContext &context);

// The event as writeEvent() writes it.
[[nodiscard]] QByteArray documentOf(const model::Event &event, bool indented = false);

// Compact JSON of what stands at "exceptions/0/frames/1/vars" of a document; "absent" when there is nothing.
[[nodiscard]] QByteArray at(const QByteArray &document, const QByteArray &path);

// Below tests/data, sorted.
[[nodiscard]] QStringList dataFiles(const QString &folder, const QStringList &patterns);
[[nodiscard]] QByteArray readFile(const QString &path);

} // namespace picket::test
