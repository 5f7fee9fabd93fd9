// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/level.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket::model;

namespace {

// The words of many loggers; "-" is not understood.
const QList<std::pair<QByteArray, QByteArrayList>> spoken{
    {"trace",
     {"trace", "TRACE", "Verbose", "VERBOSE", "V", "VRB", "trce", "FINEST", "finer", "silly", "Level.FINER", "5000"}},
    {"debug", {"debug", "Debug", "DEBUG", "D", "DBG", "dbug", "FINE", "CONFIG", "10", "100", "10000", "DEBUG-1"}},
    {"info", {"info",   "Info",   "INFORMATION", "Information",      "informational", "I",        "INF",
              "notice", "NOTICE", "log",         "Display",          "default",       "20",       "25",
              "200",    "250",    "20000",       "SentryLevel.info", "INFO+2",        "E_NOTICE", " info "}},
    {"warn",
     {"warn", "warning", "Warning", "WARN", "W", "WRN", "30", "300", "30000", "[WARN]", "logging.WARNING", "E_WARNING",
      "E_USER_DEPRECATED", "<warning>"}},
    {"error",
     {"error", "Error", "ERROR", "err", "E", "ERR", "fail", "SEVERE", "Exception", "40", "400", "40000",
      "LogLevel.Error", "level:error", "E_USER_ERROR"}},
    {"fatal",
     {"fatal", "FATAL", "critical", "Critical", "crit",  "alert", "ALERT", "emergency", "emerg", "panic", "dpanic",
      "WTF",   "F",     "FTL",      "fault",    "SHOUT", "50",    "60",    "500",       "550",   "600",   "50000"}},
    {"-",
     {"", " ", "loud", "7", "0", "-4", "1000", "4827.25", "fatalistic", "warn ing", "...", "[]", "99999999999999999999",
      "a very long word that no logger has for a level at all, and more"}},
};

} // namespace

class TestLevel final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWordsOfLoggers_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("severity");
        for (const auto &[severity, words] : spoken) {
            for (const QByteArray &word : words) {
                QTest::newRow(("'" + word + "'").constData()) << word << severity;
            }
        }
    }
    void readsTheWordsOfLoggers()
    {
        QFETCH(QByteArray, word);
        QFETCH(QByteArray, severity);
        const std::string_view text(word.constData(), static_cast<std::size_t>(word.size()));
        const std::string_view name = severityName(severityOf(text));
        QCOMPARE(name.empty() ? QByteArray("-") : QByteArray(name.data(), static_cast<qsizetype>(name.size())),
                 severity);
        // An event has no level below debug, and the field's own word for warn.
        const auto level = parseLevel(text);
        const QByteArray expected = severity == "trace" ? "debug" : severity == "warn" ? "warning" : severity;
        QCOMPARE(level ? QByteArray(levelName(*level).data()) : QByteArray("-"), expected);
    }

    void ownWordsAreRead()
    {
        for (const Level level : {Level::Debug, Level::Info, Level::Warning, Level::Error, Level::Fatal}) {
            QCOMPARE(int(parseLevel(levelName(level)).value()), int(level));
        }
        for (int number = 1; number <= 24; ++number) {
            const Severity severity = severityOf(std::int64_t(number));
            QCOMPARE(int(severityOf(severityName(severity))), int(severity));
        }
        QCOMPARE(int(severityOf(std::int64_t(0))), int(Severity::Unknown));
        QCOMPARE(int(severityOf(std::int64_t(25))), int(Severity::Unknown));
    }
};

PICKET_TEST(TestLevel)
#include "tst_level.moc"
