// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "tests/support/testmain.h"
#include "tests/support/threadclock.h"

#include <QTest>

using namespace picket;

class TestParameteriser final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("an id in a sentence", "User 42 not found", "User <int> not found");
        row("durations", "took 12.5s after 300ms", "took <duration> after <duration>");
        row("an address with a port", "0.0.0.0:80", "<ip>:<int>");
        row("numbers with colons are no time", "12345:6:789", "<int>:<int>:<int>");
        row("three digits are no hour", "908:31", "<int>:<int>");
        row("an invalid day is no date", "2006-01-40", "<int>-<int>-<int>");
        row("thousands with commas", "4,150,908", "<int>,<int>,<int>");
        row("seven digits", "1234567", "<int>");
        row("eight digits", "12345678", "<hex>");
        row("hex letters without a digit are a word", "deadbeef deadbee", "deadbeef deadbee");
        row("a quoted number behind a blank", "b = '1'", "b = '<int>'");
        row("a quoted text behind an equals sign", "b='1'", "b=<quoted_str>");
        row("a double-quoted text", "b=\"x y\"", "b=<quoted_str>");
        row("a truth value needs an equals sign before it", "a = true a=true", "a = true a=<bool>");
        row("a hyphen between word characters is no minus", "utf-8", "utf-<int>");
        row("a minus", "was -8 and -1.5", "was <int> and <float>");
        row("a path of Rust", "called Option::unwrap() on a None", "called Option::unwrap() on a None");
        row("a mixed-case id is kept", "invoice k9Mtd2gDcgG", "invoice k9Mtd2gDcgG");
        row("another scheme is no URL", "tcp://db:5432/x", "tcp://db:<int>/x");
        row("address and URL", "foo@example.com at https://a.b/c?d=1", "<email> at <url>");
        row("a version is covered in part", "v1.2.3", "v1.<float>");
        row("digits within a word", "user_42 1e5 0b1010", "user_42 1e5 0b1010");
        row("a duration within a word", "v10s and 5 s", "v<duration> and <int> s");
        row("a host name", "cannot reach api.example.com or API.EXAMPLE.COM", "cannot reach <hostname> or <hostname>");
        row("a file name is no host", "cannot open settings.yaml", "cannot open settings.yaml");
        row("IPv6 in its forms", "::1 2001:db8::8a2e:370:7334 1:2:3:4:5:6:7:8 ::ffff:10.0.0.1 fe80::1%eth0",
            "<ip> <ip> <ip> <ip> <ip>");
        row("an octet above 255", "300.1.2.3", "<float>.<float>");
        row("an uuid", "id 6f9619ff-8b86-d011-b42d-00cf4fc964ff gone", "id <uuid> gone");
        row("digests", "356a192b7913b04c54574d18c28d46e6395428ab 5d41402abc4b2a76b9719d911017c592", "<sha1> <md5>");
        row("a git revision", "at 3f2a91c", "at <git_sha>");
        row("a trace", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 1-5759e988-bd862e3fe1be46a994272793",
            "<traceparent> <traceparent>");
        row("a Swift transaction", "tx274a77a8975c4a66aeb24-0052d95365 failed", "<swift_txn_id> failed");
        row("hex with a prefix", "at 0xDEADbeef", "at <hex>");
        row("ISO dates", "2020-01-02T03:04:05.678Z 2020-01-02 03:04:05+02:00 2020-01-02", "<date> <date> <date>");
        row("a compact date", "20200102T030405Z", "<date>");
        row("dates of mail and HTTP", "Mon, 02 Jan 2006 15:04:05 GMT Monday, 02-Jan-06 15:04:05 UTC", "<date> <date>");
        row("a date of C", "Mon Jan  2 15:04:05 2006", "<date>");
        row("a date of JavaScript", "Mon Jan 02 2006 15:04:05 GMT-0700 (Mountain Standard Time)", "<date>");
        row("a date of Python", "datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(0)))",
            "<date>");
        row("times of day", "13:05 13:05:30 1:05 PM", "<date> <date> <date>");
        row("text that is not ASCII", "Größe 42 für 你好 ☃", "Größe <int> für 你好 ☃");
        row("nothing to replace", "it broke", "it broke");
        row("empty", "", "");
        row("everything at once",
            "Mon Jan 02, 2006: dog@example.com logged in (error 1234) time spent 0.25 --- correlation id "
            "6f9619ff-8b86-d011-b42d-00cf4fc964ff, checksum 356a192b7913b04c54574d18c28d46e6395428ab (md5 "
            "5d41402abc4b2a76b9719d911017c592); payload timestamp 2006-01-02T15:04:05Z (submitted from 10.0.0.1 via "
            "2001:db8::1 via ::1) at offset 0x1f",
            "<date>: <email> logged in (error <int>) time spent <float> --- correlation id <uuid>, checksum <sha1> "
            "(md5 <md5>); payload timestamp <date> (submitted from <ip> via <ip> via <ip>) at offset <hex>");
    }
    void replaces()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(grouping::parameterise(text.toStdString())), expected);
    }

    void keepsNulCharacters()
    {
        using namespace std::string_literals;
        QVERIFY(grouping::parameterise("a\0b 42"s) == "a\0b <int>"s);
    }

    void cutsLongTextBetweenCharacters()
    {
        std::string text(limits::parameterised - 1, 'x');
        text += "ü and more";
        const std::string result = grouping::parameterise(text);
        QVERIFY(result == std::string(limits::parameterised - 1, 'x') + "...");
    }

    void staysFastOnHostileText_data()
    {
        QTest::addColumn<QByteArray>("part");
        for (const char *part :
             {"a",  "1",        "a.",   "1.",  "1:",          ":",      "::",   "-",
              "f",  "0x",       "=",    "='",  "=\"",         "a@",     "a@a.", "datetime.datetime((",
              "((", "https://", "Mon ", "12:", "2020-01-01T", "1 Jan ", "é1"}) {
            QTest::newRow(part) << QByteArray(part);
        }
    }
    void staysFastOnHostileText()
    {
        QFETCH(QByteArray, part);
        const std::string text =
            part.repeated(static_cast<qsizetype>(limits::parameterised) / part.size()).toStdString();
        const test::ThreadClock timer;
        QVERIFY(!grouping::parameterise(text).empty());
        const auto took = timer.elapsed();
        QVERIFY2(took < test::most(500), qPrintable(QString::number(took)));
    }
};

PICKET_TEST(TestParameteriser)
#include "tst_parameteriser.moc"
