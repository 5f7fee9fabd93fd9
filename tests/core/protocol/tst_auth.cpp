// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/auth.h"
#include "tests/core/protocol/fixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::protocol;
using test::bytes;
using test::view;

class TestAuth final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void parsesDsns_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("formatted"); // empty: not a DSN
        QTest::addColumn<QByteArray>("parts"); // key|host|port|prefix|project
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &formatted,
                            const QByteArray &parts) {
            QTest::newRow(name) << text << formatted << parts;
        };
        row("plain", "http://abc@localhost:8969/1", "http://abc@localhost:8969/1", "abc|localhost|8969||1");
        row("without a port", "https://abc@o1.example.com/42", "https://abc@o1.example.com/42",
            "abc|o1.example.com|||42");
        row("with a secret", "http://abc:secret@h/1", "http://abc@h/1", "abc|h|||1");
        row("with a path prefix", "http://k@h/a/b/42", "http://k@h/a/b/42", "k|h||/a/b|42");
        row("with doubled slashes", "http://k@h//a//42/", "http://k@h/a/42", "k|h||/a|42");
        row("IPv6", "http://k@[::1]:80/7", "http://k@[::1]:80/7", "k|[::1]|80||7");
        row("IPv6 without a port", "http://k@[::1]/7", "http://k@[::1]/7", "k|[::1]|||7");
        row("query and fragment are dropped", "http://k@h/1?x=1#y", "http://k@h/1", "k|h|||1");
        row("project as wide as 63 bits", "http://k@h/9223372036854775807", "http://k@h/9223372036854775807",
            "k|h|||9223372036854775807");
        row("project too wide", "http://k@h/9223372036854775808", "", "");
        row("project that is a word", "http://k@h/shop", "", "");
        row("project zero", "http://k@h/0", "", "");
        row("negative project", "http://k@h/-1", "", "");
        row("without a project", "http://k@h/", "", "");
        row("without a path", "http://k@h", "", "");
        row("without a key", "http://@h/1", "", "");
        row("without an at sign", "http://h/1", "", "");
        row("without a host", "http://k@/1", "", "");
        row("port that is no number", "http://k@h:x/1", "", "");
        row("port too large", "http://k@h:65536/1", "", "");
        row("another scheme", "ftp://k@h/1", "", "");
        row("nothing", "", "", "");
    }
    void parsesDsns()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, formatted);
        QFETCH(QByteArray, parts);
        const auto dsn = parseDsn(view(text));
        QCOMPARE(dsn.has_value(), !formatted.isEmpty());
        if (dsn) {
            QCOMPARE(bytes(formatDsn(*dsn)), formatted);
            const QByteArray port = dsn->port ? QByteArray::number(*dsn->port) : QByteArray();
            QCOMPARE(bytes(dsn->publicKey) + "|" + bytes(dsn->host) + "|" + port + "|" + bytes(dsn->pathPrefix) + "|"
                         + QByteArray::number(qulonglong(dsn->project.value)),
                     parts);
        }
    }

    void parsesHeaders_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("auth"); // key|version|client; "none": another kind of header
        const auto row = [](const char *name, const QByteArray &header, const QByteArray &auth) {
            QTest::newRow(name) << header << auth;
        };
        row("Python", "Sentry sentry_key=abc, sentry_version=7, sentry_client=sentry.python/2.40.0",
            "abc|7|sentry.python/2.40.0");
        row("Java: no blanks, version first", "Sentry sentry_version=7,sentry_client=sentry.java/8,sentry_key=abc",
            "abc|7|sentry.java/8");
        row("raven: with timestamp and secret",
            "Sentry sentry_timestamp=1.5, sentry_client=raven-python/6.10.0, sentry_version=6, sentry_key=k, "
            "sentry_secret=s",
            "k|6|raven-python/6.10.0");
        row("raven-go: no client", "Sentry sentry_version=4, sentry_timestamp=1, sentry_key=k", "k|4|");
        row("native: no blank after the colon", "Sentry sentry_key=k,sentry_version=7", "k|7|");
        row("scheme in lower case", "sentry sentry_key=k", "k||");
        row("blanks around", "  Sentry   sentry_key = k , sentry_version= 7.0 ", "k|7.0|");
        row("quoted values", "Sentry sentry_key=\"k\", sentry_client=\"a/1\"", "k||a/1");
        row("percent-encoded values", "Sentry sentry_key=k, sentry_client=a%2F1", "k||a/1");
        row("unknown and broken pairs", "Sentry x=1, garbage, sentry_key=k,,", "k||");
        row("only the scheme", "Sentry", "||");
        row("Basic with a user", "Basic " + QByteArray("abc:").toBase64(), "abc||");
        row("Basic with a user only", "Basic " + QByteArray("abc").toBase64(), "abc||");
        row("Basic that is no base64", "Basic !!!", "none");
        row("Bearer", "Bearer abc", "none");
        row("nothing", "", "none");
    }
    void parsesHeaders()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, auth);
        const auto parsed = parseAuthHeader(view(header));
        QCOMPARE(parsed ? bytes(parsed->key + "|" + parsed->version + "|" + parsed->client) : QByteArray("none"), auth);
    }

    void collectsFromEverywhere_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("auth");
        const QByteArray none;
        QTest::newRow("nowhere") << none << none << none << QByteArray("||");
        QTest::newRow("query in any order")
            << QByteArray("sentry_client=sentry.javascript.node%2F10&sentry_key=q&sentry_version=7") << none << none
            << QByteArray("q|7|sentry.javascript.node/10");
        QTest::newRow("query before header")
            << QByteArray("sentry_key=q") << QByteArray("Sentry sentry_key=h, sentry_version=7") << none
            << QByteArray("q|7|");
        QTest::newRow("header before authorization")
            << none << QByteArray("Sentry sentry_key=h") << QByteArray("Sentry sentry_key=a, sentry_client=c")
            << QByteArray("h||c");
        QTest::newRow("authorization of another kind") << none << none << QByteArray("Bearer x") << QByteArray("||");
    }
    void collectsFromEverywhere()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, auth);
        const Auth collected = collectAuth(view(query), view(header), view(authorization));
        QCOMPARE(bytes(collected.key + "|" + collected.version + "|" + collected.client), auth);
    }

    void decodesQueries_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("pairs");
        QTest::newRow("pairs in order") << QByteArray("b=2&a=1") << QByteArray("b=2;a=1;");
        QTest::newRow("a plus is a blank") << QByteArray("a=x+y") << QByteArray("a=x y;");
        QTest::newRow("percent sequences") << QByteArray("a%3Db=%C3%a9") << QByteArray("a=b=\u00e9;");
        QTest::newRow("broken sequences stay") << QByteArray("a=%&b=%4&c=%zz") << QByteArray("a=%;b=%4;c=%zz;");
        QTest::newRow("without a value") << QByteArray("a&b=") << QByteArray("a=;b=;");
        QTest::newRow("empty parts") << QByteArray("&&a=1&") << QByteArray("a=1;");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void decodesQueries()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, pairs);
        QByteArray text;
        for (const auto &[name, value] : parseQuery(view(query))) {
            text += bytes(name) + "=" + bytes(value) + ";";
        }
        QCOMPARE(text, pairs);
    }
};

PICKET_TEST(TestAuth)
#include "tst_auth.moc"
