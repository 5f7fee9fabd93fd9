// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/core/http/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::http;
using namespace picket::http::test;

// A table of raw bytes and what a peer then sees.
class TestListener final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void answersByteByByte_data();
    void answersByteByByte();
    void headers_data();
    void headers();
};

namespace {

const QByteArray host = "Host: localhost\r\n";

// `reason`: of the one refusal that the handler is told; empty: none. A refusal closes the connection.
void row(const char *name, const QByteArray &bytes, const QList<int> &statuses, const QByteArray &reason = {},
         bool closes = false)
{
    QTest::newRow(name) << bytes << statuses << reason << (closes || !reason.isEmpty());
}

void columns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("closes");
}

QByteArray withHeaders(const QByteArray &headers, const QByteArray &body = {})
{
    return "POST /api/1/envelope/ HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return withHeaders("Transfer-Encoding: chunked\r\n", body);
}

void goodRows()
{
    row("a delivery", post("/api/1/envelope/", "{}\n"), {200});
    row("a GET without a body", "GET /health HTTP/1.1\r\n" + host + "\r\n", {200});
    row("neither length nor chunks is an empty body", withHeaders({}), {200});
    row("Connection: close", withHeaders("Connection: close\r\n"), {200}, {}, true);
    row("sentry-cli's Connection: TE", withHeaders("Connection: TE\r\nTE: gzip\r\n"), {200});
    row("HTTP/1.0 closes", "GET / HTTP/1.0\r\n\r\n", {200}, {}, true);
    row("HTTP/1.0 with keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", {200});
    row("three pipelined requests", post("/a", "1") + "GET /b HTTP/1.1\r\n" + host + "\r\n" + post("/c", "22"),
        {200, 200, 200});
    row("a line end before the request", "\r\n" + post("/a", "1") + "\r\n" + post("/b", "2"), {200, 200});
    row("chunks with extensions and trailers", chunked("3;a=b\r\nabc\r\n0A\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n"),
        {200});
    row("chunks, then another request", chunked("3\r\nabc\r\n0\r\n\r\n") + post("/b", "2"), {200, 200});
    row("Transfer-Encoding in capitals", withHeaders("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), {200});
    row("an absolute-form target", "GET http://localhost:8969/api/ HTTP/1.1\r\n" + host + "\r\n", {200});
    row("OPTIONS *", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", {200});
    row("no blank behind the colon", "POST / HTTP/1.1\r\nhost:localhost\r\ncontent-length:2\r\n\r\nab", {200});
    row("an empty Content-Encoding, as Ruby sends it", withHeaders("Content-Encoding: \r\n"), {200});
    row("100-continue", post("/a", "12345", "Expect: 100-continue\r\n"), {100, 200});
    row("100-continue for no body", post("/a", "", "Expect: 100-continue\r\n"), {200});
    row("100-continue on HTTP/1.0 is not answered",
        "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na", {200}, {}, true);
    row("a GET store of 60 KiB",
        "GET /api/1/store/?sentry_data=" + QByteArray(60 * 1024, 'x') + " HTTP/1.1\r\n" + host + "\r\n", {200});
    row("99 headers and Host", withHeaders(QByteArray("A: b\r\n").repeated(99)), {200});
}

void framingRows()
{
    row("length, then chunks", withHeaders("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), {400},
        "malformed_header");
    row("chunks, then length", withHeaders("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), {400},
        "malformed_header");
    row("two equal lengths", withHeaders("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), {400},
        "several_content_lengths");
    row("two different lengths", withHeaders("Content-Length: 3\r\nContent-Length: 4\r\n", "abc"), {400},
        "malformed_header");
    row("a list of lengths", withHeaders("Content-Length: 3, 3\r\n", "abc"), {400}, "bad_content_length");
    row("a length with a sign", withHeaders("Content-Length: +3\r\n", "abc"), {400}, "malformed_header");
    row("a negative length", withHeaders("Content-Length: -3\r\n", "abc"), {400}, "malformed_header");
    row("a hexadecimal length", withHeaders("Content-Length: 0x3\r\n", "abc"), {400}, "malformed_header");
    row("an empty length", withHeaders("Content-Length:\r\n"), {400}, "malformed_header");
    row("a length beyond 64 bits", withHeaders("Content-Length: 99999999999999999999\r\n"), {400}, "malformed_header");
    row("a length beyond the limit", withHeaders("Content-Length: 209715201\r\n"), {413}, "body_too_large: 209715201");
    row("gzip, chunked", withHeaders("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), {400},
        "bad_transfer_encoding: gzip, chunked");
    row("xchunked", withHeaders("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), {400}, "bad_transfer_encoding");
    row("identity", withHeaders("Transfer-Encoding: identity\r\n"), {400}, "bad_transfer_encoding");
    row("an empty Transfer-Encoding", withHeaders("Transfer-Encoding:\r\n"), {400}, "bad_transfer_encoding");
    row("two Transfer-Encodings", withHeaders("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), {400},
        "malformed_header");
    row("chunked on HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400},
        "chunked_on_http_1_0");
    row("a chunk without a size", chunked("\r\n\r\n"), {400}, "malformed_chunk");
    row("a chunk size that is no number", chunked("x\r\nabc\r\n"), {400}, "malformed_chunk");
    row("a chunk size beyond 64 bits", chunked("11111111111111111\r\n"), {400}, "malformed_chunk");
    row("a chunk beyond the limit", chunked("C800001\r\n"), {413}, "body_too_large");
    row("a second chunk beyond the limit", chunked("1\r\na\r\nC800000\r\n"), {413}, "body_too_large");
    row("a chunk longer than its size", chunked("2\r\nabcdef\r\n"), {400}, "malformed_chunk");
    row("a chunk line that ends in LF", chunked("3\nabc\r\n0\r\n\r\n"), {400}, "bare_lf");
    row("a folded trailer", chunked("0\r\nA: b\r\n c\r\n\r\n"), {400}, "folded_header");
    row("a length among the trailers", chunked("0\r\nContent-Length: 3\r\n\r\n"), {400}, "malformed_chunk");
    row("NUL in a chunk extension", chunked(QByteArray("3;a=\0b\r\nabc\r\n", 14)), {400}, "nul_byte");
    row("trailers beyond the limit", chunked("0\r\n" + QByteArray("A: b\r\n").repeated(6000) + "\r\n"), {431},
        "trailers_too_large");
}

void headerRows()
{
    row("a folded header", withHeaders("A: b\r\n c\r\n"), {400}, "folded_header");
    row("a header folded with a tab", withHeaders("A: b\r\n\tc\r\n"), {400}, "folded_header");
    row("lines that end in LF", "GET / HTTP/1.1\nHost: localhost\n\n", {400}, "bare_lf");
    row("one line that ends in LF", withHeaders("A: b\n"), {400}, "bare_lf");
    row("a bare CR in a value", withHeaders("A: b\rc\r\n"), {400}, "bare_cr");
    row("NUL in a value", withHeaders(QByteArray("A: b\0c\r\n", 8)), {400}, "nul_byte");
    row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28), {400}, "nul_byte");
    row("a control character in a value", withHeaders("A: b\x01\r\n"), {400}, "malformed_header");
    row("a blank before the colon", withHeaders("Content-Length : 3\r\n", "abc"), {400}, "blank_before_colon");
    row("a tab before the colon", withHeaders("A\t: 3\r\n"), {400}, "blank_before_colon");
    row("a header without a colon", withHeaders("Nonsense\r\n"), {400}, "bad_header_line");
    row("a header without a name", withHeaders(": b\r\n"), {400}, "bad_header_line");
    row("two Hosts", withHeaders("Host: localhost\r\n"), {400}, "several_hosts");
    row("no Host", "GET / HTTP/1.1\r\n\r\n", {400}, "missing_host");
    row("no Host beside an absolute target", "GET http://localhost/ HTTP/1.1\r\n\r\n", {400}, "missing_host");
    row("HTTP/2.0", "GET / HTTP/2.0\r\n" + host + "\r\n", {505}, "bad_version");
    row("HTTP/0.9", "GET /\r\n\r\n", {400}, "malformed_header");
    row("a relative target", "GET api HTTP/1.1\r\n" + host + "\r\n", {400}, "bad_target: api");
    row("CONNECT", "CONNECT example.test:443 HTTP/1.1\r\n" + host + "\r\n", {400}, "bad_target");
    row("no method", " / HTTP/1.1\r\n" + host + "\r\n", {400}, "malformed_header");
    row("a TLS greeting", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), {400}, "tls");
    row("a request line of 8 KiB and more", "GET /" + QByteArray(8 * 1024, 'x') + " HTTP/1.1\r\n" + host + "\r\n",
        {414}, "request_line_too_long");
    row("an endless request line", "GET /" + QByteArray(9 * 1024, 'x'), {414}, "request_line_too_long");
    row("a POST store of 60 KiB", "POST /api/1/store/?x=" + QByteArray(60 * 1024, 'x') + " HTTP/1.1\r\n\r\n", {414},
        "request_line_too_long");
    row("a GET store beyond 64 KiB", "GET /api/1/store/?x=" + QByteArray(64 * 1024, 'x') + " HTTP/1.1\r\n\r\n", {414},
        "request_line_too_long");
    row("a header beyond 8 KiB", withHeaders("A: " + QByteArray(8 * 1024, 'x') + "\r\n"), {431}, "header_too_long: A:");
    row("headers beyond 32 KiB", withHeaders(("A: " + QByteArray(7 * 1024, 'x') + "\r\n").repeated(5)), {431},
        "headers_too_large");
    row("101 headers", withHeaders(QByteArray("A: b\r\n").repeated(100)), {431}, "too_many_headers");
    row("a good request, then a broken one", post("/a", "1") + "GET / HTTP/1.1\r\n\r\n", {200, 400}, "missing_host");
}

void expectOutcome(Server &server, Client &client)
{
    QFETCH(QList<int>, statuses);
    QFETCH(QByteArray, reason);
    QFETCH(bool, closes);
    QTRY_COMPARE(client.statuses(), statuses);
    if (closes)
        QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.isClosed(), closes);
    QCOMPARE(server.handler.refusals.size(), reason.isEmpty() ? 0U : 1U);
    if (reason.isEmpty())
        return;
    const auto &refusal = server.handler.refusals.front();
    QCOMPARE(refusal.status, statuses.last());
    QVERIFY2(QByteArray::fromStdString(refusal.reason).startsWith(reason), refusal.reason.c_str());
    QVERIFY(refusal.bytesOnWire > 0);
}

} // namespace

void TestListener::answers_data()
{
    columns();
    goodRows();
    framingRows();
    headerRows();
}

void TestListener::answers()
{
    QFETCH(QByteArray, bytes);
    Server server;
    Client client(server);
    client.write(bytes);
    expectOutcome(server, client);
}

void TestListener::answersByteByByte_data()
{
    answers_data();
}

// The same table, cut at every byte; rows that only exercise a size are long and add nothing here.
void TestListener::answersByteByByte()
{
    QFETCH(QByteArray, bytes);
    if (bytes.size() > 400)
        return;
    Server server;
    Client client(server);
    for (const char byte : bytes) {
        client.write(QByteArray(1, byte));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    expectOutcome(server, client);
}

void TestListener::headers_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("authority");
    const auto target = [](const char *name, const char *text, const char *path, const char *query = "",
                           const char *authority = "") {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(query) << QByteArray(authority);
    };
    target("repeated slashes", "//api///1//envelope/", "/api/1/envelope/");
    target("percent signs", "/%61pi/1%2Fstore%2f%2F", "/api/1/store/");
    target("a broken percent sign", "/a%2/b%zz%", "/a%2/b%zz%");
    target("a query stays encoded", "/a?b=%20//&c?", "/a", "b=%20//&c?");
    target("a fragment is cut off", "/a?b#c", "/a", "b");
    target("absolute", "http://LocalHost:8969//api/1/?x", "/api/1/", "x", "LocalHost:8969");
    target("absolute, capitals, no path", "HTTPS://a", "/", "", "a");
    target("absolute, query without a path", "http://a?b", "/", "b", "a");
    target("absolute with userinfo", "http://localhost@evil.test/", "/", "", "localhost@evil.test");
}

void TestListener::headers()
{
    QFETCH(QByteArray, target);
    Server server;
    Client client(server);
    client.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nX-A:  b c \t\r\nx-a: second\r\n\r\n");
    QTRY_COMPARE(client.statuses(), QList<int>{200});
    const RequestHead &head = server.handler.requests.front().head;
    QTEST(QByteArray::fromStdString(head.path), "path");
    QTEST(QByteArray::fromStdString(head.query), "query");
    QTEST(QByteArray::fromStdString(head.authority), "authority");
    QCOMPARE(QByteArray::fromStdString(head.target), target);
    QVERIFY(head.header("X-A") && head.header("host"));
    QCOMPARE(*head.header("X-A"), std::string("b c"));
    QVERIFY(!head.header("X-B"));
}

PICKET_TEST(TestListener)

#include "tst_listener.moc"
