// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/originpolicy.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace picket::http;

Q_DECLARE_METATYPE(picket::http::OriginVerdict)

class TestOriginPolicy final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void judges_data();
    void judges();
    void everyFetchSiteCounts();
    void oldBrowsersAreJudgedByTheReferer_data();
    void oldBrowsersAreJudgedByTheReferer();
    void cors();
    void preflight();
};

namespace {

const OriginPolicy &policy()
{
    static const OriginPolicy configured{{"devbox.lan", "192.168.1.20"}, {"https://myapp.test", "null"}};
    return configured;
}

RequestHead headWith(const QByteArray &host, const QByteArray &origin = {}, const QByteArray &site = {})
{
    RequestHead head;
    head.method = "POST";
    if (!host.isNull())
        head.headers.push_back({"Host", host.toStdString()});
    if (!origin.isNull())
        head.headers.push_back({"origin", origin.toStdString()});
    if (!site.isNull())
        head.headers.push_back({"Sec-Fetch-Site", site.toStdString()});
    return head;
}

std::string header(const Response &response, std::string_view name)
{
    const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                    [name](const Header &each) { return each.name == name; });
    return found == response.headers.end() ? std::string() : found->value;
}

void rows(bool isAllowed, std::initializer_list<const char *> texts)
{
    for (const char *text : texts)
        QTest::addRow("%s is %s", *text ? text : "nothing", isAllowed ? "allowed" : "forbidden")
            << QByteArray(text) << isAllowed;
}

} // namespace

void TestOriginPolicy::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("allowed");
    rows(true,
         {"localhost",
          "localhost:8969",
          "LOCALHOST:1",
          "localhost.",
          "localhost.:80",
          "localhost:",
          "a.localhost",
          "a.B.localhost.:3000",
          "127.0.0.1",
          "127.0.0.1.",
          "127.0.0.1:8969",
          "127.255.0.9",
          "[::1]",
          "[::1]:8969",
          "[0:0:0:0:0:0:0:1]:80",
          "10.0.2.2:8969",
          "host.docker.internal",
          "Host.Docker.Internal.:8969",
          "host.containers.internal:1",
          "devbox.lan:8969",
          "DEVBOX.lan",
          "192.168.1.20"});
    rows(false,
         {"",
          ":80",
          ".",
          ".localhost",
          "a..localhost",
          "localhost..",
          "localhost.evil.test",
          "127.0.0.1.evil.test",
          "evillocalhost",
          "evil.test",
          "evil.test:8969",
          "localhost:80:80",
          "localhost:x",
          "localhost:123456",
          "localhost@evil.test",
          "evil.test@localhost",
          "localhost:80@evil.test",
          "localhost/evil",
          "localhost evil.test",
          "localhost,evil.test",
          "localhost%00",
          "localhost\\evil.test",
          "128.0.0.1",
          "127.1",
          "0x7f.0.0.1",
          "2130706433",
          "0177.0.0.1",

          "0.0.0.0",
          "10.0.2.3",
          "[::1",
          "[::1]x",
          "[::1]:x",
          "[::2]",
          "[::]",
          "[::ffff:127.0.0.1]",
          "[::1%lo]",
          "[localhost]",
          "::1",
          "devbox.lan.evil.test",
          "xdocker.internal"});
}

void TestOriginPolicy::hosts()
{
    QFETCH(QByteArray, host);
    QTEST(isAllowedHost(host.toStdString(), policy()), "allowed");
    const OriginVerdict verdict = judge(headWith(host), policy());
    QTEST(verdict == OriginVerdict::Allowed, "allowed");
    QVERIFY(verdict == OriginVerdict::Allowed || verdict == OriginVerdict::ForbiddenHost);
}

void TestOriginPolicy::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("allowed");
    rows(true,
         {"http://localhost",
          "http://localhost:3000",
          "https://LOCALHOST:3000",
          "http://shop.localhost:5173",
          "http://127.0.0.1:8080",
          "https://127.8.8.8",
          "http://[::1]:3000",
          "http://tauri.localhost",
          "https://tauri.localhost",
          "tauri://localhost",
          "capacitor://localhost",
          "ionic://localhost",
          "app://.",
          "app://obsidian.md",
          "electron://app",
          "chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb",
          "moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc",
          "wails://wails:34115",
          "https://myapp.test",
          "HTTPS://MyApp.test"});
    rows(false,
         {"",
          "null",
          "NULL",
          "https://evil.test",
          "http://localhost.evil.test",
          "https://127.0.0.1.evil.test",
          "http://evil-localhost",
          "http://localhost@evil.test",
          "http://evil.test@localhost",
          "http://localhost/",
          "http://localhost/path",
          "http://localhost?",
          "http://localhost#",
          "http://localhost\\.evil.test",
          "http://localhost http://evil.test",
          "http://localhost:80:80",
          "http://",
          "http:/localhost",
          "http:localhost",
          "localhost",
          "//localhost",
          "file://",
          "file:///etc",
          "data:text/html",
          "blob:http://localhost",
          "javascript:alert(1)",
          "ftp://localhost",
          "ws://localhost",
          "about:blank",
          "about://localhost",
          "tauri:",
          "tauri://",
          "tauri://localhost/x",
          "tauri://a@b",
          "xtauri://localhost",
          "tauri.evil://localhost",
          "http://10.0.2.2",
          "http://devbox.lan",
          "http://192.168.1.20",
          "https://myapp.test:444",
          "http://myapp.test",
          "https://myapp.test.evil.test"});
}

void TestOriginPolicy::origins()
{
    QFETCH(QByteArray, origin);
    QTEST(isAllowedOrigin(origin.toStdString(), policy()), "allowed");
    const OriginVerdict verdict = judge(headWith("localhost:8969", origin, "cross-site"), policy());
    QTEST(verdict == OriginVerdict::Allowed, "allowed");
    QVERIFY(verdict == OriginVerdict::Allowed || verdict == OriginVerdict::ForbiddenOrigin);
    Response response;
    addCorsHeaders(response, headWith("localhost", origin), policy());
    QFETCH(bool, allowed);
    QCOMPARE(header(response, "Access-Control-Allow-Origin"), allowed ? origin.toStdString() : std::string());
}

void TestOriginPolicy::judges_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<int>("minorVersion");
    QTest::addColumn<OriginVerdict>("verdict");
    const QByteArray none;
    const auto row = [](const char *name, const QByteArray &host, const QByteArray &origin, const QByteArray &site,
                        const QByteArray &authority, OriginVerdict verdict, int minorVersion = 1) {
        QTest::newRow(name) << host << origin << site << authority << minorVersion << verdict;
    };
    row("an SDK", "localhost:8969", none, none, none, OriginVerdict::Allowed);
    row("a page of this machine", "localhost:8969", "http://127.0.0.1:3000", "cross-site", none,
        OriginVerdict::Allowed);
    row("a foreign page", "localhost:8969", "https://evil.test", "cross-site", none, OriginVerdict::ForbiddenOrigin);
    row("a sandboxed frame", "localhost:8969", "null", "cross-site", none, OriginVerdict::ForbiddenOrigin);
    row("an allowed page", "localhost:8969", "https://myapp.test", "cross-site", none, OriginVerdict::Allowed);
    row("a foreign page's image", "localhost:8969", none, "cross-site", none, OriginVerdict::CrossSite);
    row("the same in capitals", "localhost:8969", none, "Cross-Site", none, OriginVerdict::CrossSite);
    row("a page's own image", "localhost:8969", none, "same-origin", none, OriginVerdict::Allowed);
    row("typed into the address bar", "localhost:8969", none, "none", none, OriginVerdict::Allowed);
    row("another port of localhost", "localhost:8969", none, "same-site", none, OriginVerdict::Allowed);
    row("a name rebound to this machine", "evil.test:8969", none, none, none, OriginVerdict::ForbiddenHost);
    row("rebound, with its own origin", "evil.test", "http://evil.test", "same-origin", none,
        OriginVerdict::ForbiddenHost);
    row("no Host", none, none, none, none, OriginVerdict::ForbiddenHost);
    row("no Host on HTTP/1.0", none, none, none, none, OriginVerdict::Allowed, 0);
    row("a foreign Host on HTTP/1.0", "evil.test", none, none, none, OriginVerdict::ForbiddenHost, 0);
    row("the target's authority counts: foreign", "localhost", none, none, "evil.test:80",
        OriginVerdict::ForbiddenHost);
    row("the target's authority counts: ours", "evil.test", none, none, "localhost:8969", OriginVerdict::Allowed);
    row("userinfo in the target", "localhost", none, none, "localhost@evil.test", OriginVerdict::ForbiddenHost);
}

void TestOriginPolicy::judges()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, site);
    QFETCH(QByteArray, authority);
    QFETCH(int, minorVersion);
    RequestHead head = headWith(host, origin, site);
    head.authority = authority.toStdString();
    head.minorVersion = minorVersion;
    QTEST(judge(head, policy()), "verdict");
    // A second Origin does not hide behind the first.
    head.headers.push_back({"Origin", "https://evil.test"});
    QVERIFY(judge(head, policy()) != OriginVerdict::Allowed);
}

void TestOriginPolicy::everyFetchSiteCounts()
{
    RequestHead head = headWith("localhost", {}, "none");
    head.headers.push_back({"Sec-Fetch-Site", "cross-site"});
    QCOMPARE(judge(head, policy()), OriginVerdict::CrossSite);
    for (const char *value : {"cross-site, none", "none, cross-site", " CROSS-SITE"})
        QCOMPARE(judge(headWith("localhost", {}, value), policy()), OriginVerdict::CrossSite);
}

void TestOriginPolicy::oldBrowsersAreJudgedByTheReferer_data()
{
    QTest::addColumn<QByteArray>("referer");
    QTest::addColumn<bool>("allowed");
    rows(true,
         {"http://localhost", "http://localhost/", "http://LOCALHOST:3000/a/b?c=https://evil.test#d",
          "https://127.0.0.1:8443/x", "http://[::1]:3000/", "http://app.localhost/?q", "tauri://localhost/index.html",
          "capacitor://localhost", "chrome-extension://abcdef/popup.html", "https://myapp.test/page", "", "/relative",
          "about:blank"});
    rows(false,
         {"https://evil.test", "https://evil.test/", "http://evil.test:8969/localhost", "http://localhost.evil.test/",
          "http://localhost@evil.test/", "http://user@localhost/", "http://evil.test?http://localhost",
          "http://evil.test#http://localhost/", "https://myapp.test.evil.test/", "http://192.168.1.5/",
          "android-app://com.example/", "HTTPS://EVIL.TEST/", "http://evil.test\\@localhost/", "http://", "://",
          "file:///srv/page.html"});
}

void TestOriginPolicy::oldBrowsersAreJudgedByTheReferer()
{
    QFETCH(QByteArray, referer);
    RequestHead head = headWith("localhost");
    head.headers.push_back({"referer", referer.toStdString()});
    QTEST(judge(head, policy()) == OriginVerdict::Allowed, "allowed");
    // What a browser of today says itself decides.
    RequestHead newer = headWith("localhost", {}, "same-origin");
    newer.headers.push_back(head.headers.back());
    QCOMPARE(judge(newer, policy()), OriginVerdict::Allowed);
    RequestHead page = headWith("localhost", "http://localhost:3000");
    page.headers.push_back(head.headers.back());
    QCOMPARE(judge(page, policy()), OriginVerdict::Allowed);
    // A second one does not hide behind the first.
    head.headers.push_back({"Referer", "https://evil.test/"});
    QCOMPARE(judge(head, policy()), OriginVerdict::CrossSite);
}

void TestOriginPolicy::cors()
{
    Response response;
    addCorsHeaders(response, headWith("localhost"), policy());
    QVERIFY(response.headers.empty());
    const RequestHead head = headWith("localhost", "http://LocalHost:3000");
    addCorsHeaders(response, head, policy());
    addCorsHeaders(response, head, policy()); // twice is once: browsers refuse a doubled header
    QCOMPARE(response.headers.size(), 3U);
    QCOMPARE(header(response, "Access-Control-Allow-Origin"), std::string("http://LocalHost:3000"));
    QCOMPARE(header(response, "Vary"), std::string("Origin"));
    QCOMPARE(header(response, "Access-Control-Expose-Headers"),
             std::string("x-sentry-error, x-sentry-rate-limits, retry-after, location, tus-resumable, tus-version, "
                         "upload-length, upload-offset"));
}

void TestOriginPolicy::preflight()
{
    RequestHead head = headWith("localhost", "http://localhost:3000");
    Response response = preflightResponse(head);
    QCOMPARE(response.status, 204);
    QCOMPARE(header(response, "Access-Control-Allow-Origin"), std::string("http://localhost:3000"));
    QCOMPARE(header(response, "Access-Control-Allow-Methods"), std::string("GET, POST, PATCH, HEAD, OPTIONS"));
    QCOMPARE(header(response, "Access-Control-Max-Age"), std::string("3600"));
    for (const char *name : {"x-sentry-auth", "content-type", "baggage", "upload-offset"})
        QVERIFY(header(response, "Access-Control-Allow-Headers").find(name) != std::string::npos);
    QVERIFY(header(response, "Access-Control-Allow-Private-Network").empty());

    head.headers.push_back({"Access-Control-Request-Headers", "x-custom,x-sentry-auth"});
    head.headers.push_back({"Access-Control-Request-Private-Network", "true"});
    response = preflightResponse(head);
    QCOMPARE(header(response, "Access-Control-Allow-Headers"), std::string("x-custom,x-sentry-auth"));
    QCOMPARE(header(response, "Access-Control-Allow-Private-Network"), std::string("true"));

    head.headers[2].value = "x-custom: *"; // not a list of names: not echoed
    QVERIFY(header(preflightResponse(head), "Access-Control-Allow-Headers").starts_with("x-sentry-auth"));
}

PICKET_TEST(TestOriginPolicy)

#include "tst_originpolicy.moc"
