// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket::http;
using namespace picket::http::test;

// Raw bytes in, status lines out.
class TestListener final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void answersByteByByte_data() { answers_data(); }
    void answersByteByByte();
};

void TestListener::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QByteArray>("reason"); // of the refusal; empty: none

    const QByteArray host = "Host: localhost\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, const QList<int> &statuses, bool closes,
                        const QByteArray &reason = {}) {
        QTest::newRow(name) << bytes << statuses << closes << reason;
    };

    row("a delivery", post("/api/1/envelope/", "{}\n"), {200}, false);
    row("a GET without a body", "GET /health HTTP/1.1\r\n" + host + "\r\n", {200}, false);
    row("neither length nor chunks is an empty body", "POST /x HTTP/1.1\r\n" + host + "\r\n", {200}, false);
    row("Connection: close", "GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", {200}, true);
    row("sentry-cli's Connection: TE", "GET / HTTP/1.1\r\n" + host + "Connection: TE\r\nTE: gzip\r\n\r\n", {200},
        false);
    row("HTTP/1.0 closes", "GET / HTTP/1.0\r\n\r\n", {200}, true);
    row("HTTP/1.0 with keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", {200}, false);
    row("three pipelined requests", post("/a", "1") + "GET /b HTTP/1.1\r\n" + host + "\r\n" + post("/c", "22"),
        {200, 200, 200}, false);
    row("a line end before the request", "\r\n" + post("/a", "1") + "\r\n" + post("/b", "2"), {200, 200}, false);
    row("chunks with extensions and trailers",
        "POST /c HTTP/1.1\r\n" + host
            + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0A\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n",
        {200}, false);
    row("an absolute-form target", "GET http://localhost:8969/api/ HTTP/1.1\r\n" + host + "\r\n", {200}, false);
    row("no blank behind the colon", "POST / HTTP/1.1\r\nhost:localhost\r\ncontent-length:2\r\n\r\nab", {200}, false);
    row("100-continue", post("/a", "12345", "Expect: 100-continue\r\n"), {100, 200}, false);

    row("length and chunks", "POST / HTTP/1.1\r\n" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        {400}, true, "m");
    row("chunks and length", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
        {400}, true, "");
    row("two equal lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", {400},
        true, "several_content_lengths");
}

void TestListener::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, statuses);
    QFETCH(bool, closes);
    Server server;
    Client client(server);
    client.write(bytes);
    QTRY_COMPARE(client.statuses(), statuses);
    if (closes)
        QTRY_VERIFY(client.isClosed());
    else
        QVERIFY(!client.isClosed());
}

void TestListener::answersByteByByte() { }

PICKET_TEST(TestListener)

#include "tst_listener.moc"
