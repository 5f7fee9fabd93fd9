// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/fixture.h"

#include "core/protocol/json.h"
#include "core/protocol/jsonwriter.h"

#include <QDirIterator>
#include <QFile>

namespace picket::test {

Timestamp arrival()
{
    return *parseRfc3339("2026-01-31T12:00:00Z");
}

model::Event readEvent(const QByteArray &json, protocol::Detail detail)
{
    protocol::ReadContext context;
    context.received = arrival();
    context.detail = detail;
    return readEvent(json, context);
}

model::Event readEvent(const QByteArray &json, const protocol::ReadContext &context)
{
    auto event = protocol::readEvent(view(json), context);
    if (!event) {
        qFatal("unreadable event: %s", json.left(200).constData());
    }
    return std::move(*event);
}

QByteArray documentOf(const model::Event &event, bool indented)
{
    using protocol::JsonWriter;
    JsonWriter writer(indented ? JsonWriter::Style::Indented : JsonWriter::Style::Compact);
    writer.beginObject();
    protocol::writeEvent(writer, event);
    writer.endObject();
    return bytes(writer.take());
}

QByteArray at(const QByteArray &document, const QByteArray &path)
{
    const auto parsed = protocol::JsonDocument::parse(view(document));
    if (!parsed) {
        return "invalid document";
    }
    protocol::JsonNode node = parsed->root();
    for (const QByteArray &step : path.split('/')) {
        if (node.isArray()) {
            const auto index = static_cast<std::size_t>(step.toULongLong());
            node = index < node.members.size() ? node.members[index].value : protocol::JsonNode();
        } else {
            node = node[view(step)];
        }
    }
    return node.kind == protocol::JsonNode::Kind::Absent ? QByteArray("absent") : bytes(protocol::toJson(node));
}

QStringList dataFiles(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator it(QStringLiteral(PICKET_TEST_DATA "/") + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        if (!file.endsWith(QStringLiteral(".expected.json"))) {
            files.append(file);
        }
    }
    files.sort();
    return files;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace picket::test
