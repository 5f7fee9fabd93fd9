// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/eviction.h"

#include "core/http/filelimit.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <sys/resource.h>

using namespace picket::http;

namespace {

// "1:5 1:3 2:4": process and rank; ids count from 1.
std::vector<EvictionCandidate> parse(const QByteArray &text)
{
    std::vector<EvictionCandidate> all;
    for (const QByteArray &word : text.split(' ')) {
        if (!word.isEmpty()) {
            const auto parts = word.split(':');
            all.push_back({all.size() + 1, parts[0].toLongLong(), parts[1].toDouble()});
        }
    }
    return all;
}

} // namespace

class TestEviction final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<int>>("ids"); // in the order in which they go
        const auto row = [](const char *name, const char *all, int most, const QList<int> &ids) {
            QTest::newRow(name) << QByteArray(all) << most << ids;
        };
        row("nobody", "", 8, {});
        row("the only one", "1:5", 8, {1});
        row("of one process, who brought least first", "1:5 1:3 1:4", 8, {2, 3, 1});
        row("not more than asked for", "1:5 1:3 1:4", 2, {2, 3});
        row("of the process with the most, though another's brought less", "1:5 2:1 1:6", 8, {1});
        row("down to the share of the next process", "1:5 1:6 1:7 1:8 2:1 2:2", 8, {1, 2});
        row("equal shares: where least was brought, and one only", "1:5 1:6 2:4 2:9", 8, {3});
        row("those whose process is not known share as one", "0:5 0:6 0:7 3:1", 8, {1, 2});
        row("one that is known among many that are not", "0:2 0:3 0:4 0:5 9:1", 1, {1});
    }
    void chooses()
    {
        QFETCH(QByteArray, all);
        QFETCH(int, most);
        QList<int> ids;
        const auto chosen = chooseEvicted(parse(all), static_cast<std::size_t>(most));
        for (auto it = chosen.rbegin(); it != chosen.rend(); ++it) {
            ids.append(static_cast<int>(it->id));
        }
        QTEST(ids, "ids");
    }

    void placesFollowTheLimitOfFiles()
    {
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        const auto places = [&](rlim_t files, std::size_t wanted) {
            const rlimit now{files, before.rlim_max};
            ::setrlimit(RLIMIT_NOFILE, &now);
            return connectionsWithinFileLimit(wanted);
        };
        QCOMPARE(places(1024, 4096), 384u);
        QCOMPARE(places(1024, 3), 3u);
        QCOMPARE(places(256, 4096), 64u); // some places, whatever becomes of the rest
        raiseFileLimit();
        rlimit raised{};
        ::getrlimit(RLIMIT_NOFILE, &raised);
        QCOMPARE(raised.rlim_cur, before.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &before);
    }
};

PICKET_TEST(TestEviction)
#include "tst_eviction.moc"
