// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace picket::http;

class TestResponse final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void serializes()
    {
        Response response = jsonResponse(200, "{}");
        response.headers.push_back({"X-A", "b"});
        QCOMPARE(serialize(response, true, false),
                 std::string("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-A: b\r\nContent-Length: 2\r\n"
                             "Connection: keep-alive\r\n\r\n{}"));
        QVERIFY(serialize(response, false, true).ends_with("Content-Length: 2\r\nConnection: close\r\n\r\n"));
    }

    void noContentHasNoLength()
    {
        Response response;
        response.status = 204;
        response.body = "ignored";
        QCOMPARE(serialize(response, true, false),
                 std::string("HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n"));
    }

    void textsCannotEndTheHeader()
    {
        const std::string bytes =
            serialize(errorResponse(400, "a\r\nSet-Cookie: b\n\r\n<script>\x7f\xc3\xa9"), false, true);
        QVERIFY(bytes.find("X-Sentry-Error: a  Set-Cookie: b   <script>   \r\n") != std::string::npos);
        QVERIFY(bytes.find("\r\nSet-Cookie") == std::string::npos);
    }

    void errorsAreJson()
    {
        const Response response = errorResponse(415, "say \"no\" \\ \x01\n", {"one", "two"});
        QCOMPARE(response.status, 415);
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
        QCOMPARE(json.value(QLatin1String("detail")).toString(), QStringLiteral("say \"no\" \\ \u0001\n"));
        QCOMPARE(json.value(QLatin1String("causes")).toArray(),
                 QJsonArray({QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(QByteArray::fromStdString(errorResponse(404, "x").body), QByteArray(R"({"detail":"x","causes":[]})"));
    }

    void phrases()
    {
        for (int status : {200, 201, 202, 204, 400, 401, 403, 404, 405, 408, 412, 413, 414, 415, 431, 500, 503, 505})
            QVERIFY2(reasonPhrase(status) != "Unknown", QByteArray::number(status).constData());
        QCOMPARE(reasonPhrase(799), std::string_view("Unknown"));
    }
};

PICKET_TEST(TestResponse)

#include "tst_response.moc"
