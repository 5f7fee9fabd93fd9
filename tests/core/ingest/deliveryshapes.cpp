// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/deliveryshapes.h"

#include <QByteArray>

namespace picket::test {

namespace {

std::string zlibbed(std::string_view text)
{
    const QByteArray compressed = qCompress(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    return compressed.mid(4).toStdString(); // qCompress puts the length before the zlib stream
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
}

} // namespace

std::vector<Shape> shapes()
{
    const std::string id = eventId(1);
    const std::string envelope = errorEnvelope(id, "ValueError", "total");
    const std::string event = errorEvent(id, "ValueError", "total");
    const std::string withDsn =
        R"({"event_id":")" + id + R"(","dsn":"http://key@localhost:8969/9"})" + envelope.substr(envelope.find('\n'));
    const ProjectId spotlight;
    const ProjectId one{1};
    return {
        {"envelope", "POST", "/api/1/envelope/", envelope, {}, one},
        {"envelope without the final slash", "POST", "/api/1/envelope", envelope, {}, one},
        {"envelope under a path prefix", "POST", "/a/b/api/42/envelope/", envelope, {}, ProjectId{42}},
        {"envelope with repeated slashes", "POST", "//api//1//envelope/", envelope, {}, one},
        {"envelope with its key in the query",
         "POST",
         "/api/1/envelope/?sentry_key=abc&sentry_version=7",
         envelope,
         {},
         one},
        {"envelope as text/plain, as browsers send it",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Content-Type", "text/plain;charset=UTF-8"}, {"Origin", "http://localhost:3000"}},
         one},
        {"envelope, deflate", "POST", "/api/1/envelope/", zlibbed(envelope), {{"Content-Encoding", "deflate"}}, one},
        {"envelope, zlib without saying so", "POST", "/api/1/envelope/", zlibbed(envelope), {}, one},
        {"envelope with an empty Content-Encoding, as Ruby sends it",
         "POST",
         "/api/1/envelope/",
         envelope,
         {{"Content-Encoding", ""}},
         one},
        {"envelope with a final newline missing",
         "POST",
         "/api/1/envelope/",
         envelope.substr(0, envelope.size() - 1),
         {},
         one},
        {"stream without a project", "POST", "/stream", envelope, {}, spotlight},
        {"stream whose envelope names its DSN", "POST", "/stream", withDsn, {}, ProjectId{9}},
        {"tunnel", "POST", "/tunnel", withDsn, {}, ProjectId{9}},
        {"store, plain", "POST", "/api/1/store/", event, {}, one},
        {"store, raven's zlib", "POST", "/api/1/store/", zlibbed(event), {{"Content-Encoding", "deflate"}}, one},
        {"store, raven's undeclared base64 of zlib", "POST", "/api/1/store/", base64(zlibbed(event)), {}, one},
        {"store that holds an envelope", "POST", "/api/1/store/", envelope, {}, one},
        {"store without a project", "POST", "/api/store/", event, {}, spotlight},
        {"store by GET",
         "GET",
         "/api/1/store/?sentry_data="
             + QByteArray::fromStdString(base64(zlibbed(event))).toPercentEncoding().toStdString(),
         "",
         {},
         one},
    };
}

std::string acceptedBody(std::string_view id)
{
    return R"({"id":")" + std::string(id) + R"("})";
}

std::string largeEvent(std::string_view id)
{
    std::string event = errorEvent(id, "RecursionError", "deep");
    event.insert(event.size() - 1, R"(,"extra":{"pad":")" + std::string(6000000, 'x') + "\"}");
    return event;
}

std::string attachmentFirst(std::string_view headerId, std::string_view id)
{
    const std::string header =
        headerId.empty() ? std::string("{}") : R"({"event_id":")" + std::string(headerId) + R"("})";
    return header + "\n{\"type\":\"attachment\",\"length\":5,\"filename\":\"a.txt\"}\nhello\n{\"type\":\"event\"}\n"
        + errorEvent(id, "KeyError", "lookup") + "\n";
}

std::string namedItem(std::string_view type)
{
    return "{}\n{\"type\":\"" + std::string(type) + "\"}\n{}\n";
}

std::string mixedEnvelope(std::string_view first, std::string_view second)
{
    return R"({"event_id":")" + std::string(first)
        + "\"}\n{\"type\":\"attachment\",\"length\":5,\"filename\":\"a.txt\"}\nhello\n"
          "{\"type\":\"event\"}\nthis is no json\n{\"type\":\"mystery\",\"length\":2}\n\xff\xfe\n"
          "{\"type\":\"event\"}\n"
        + errorEvent(second, "KeyError", "lookup") + "\n";
}

} // namespace picket::test
