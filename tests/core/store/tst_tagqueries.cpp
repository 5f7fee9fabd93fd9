// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/store/reader.h"
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

// One event with its tags; those of every third one differ.
store::NewEvent tagged(std::int64_t number, int issue)
{
    store::NewEvent event = newEvent("title", {issue});
    event.tags = {{"level", "error"}, {"region", number % 3 == 0 ? "us" : "eu"}};
    return event;
}

std::vector<std::string> linesOf(const std::vector<store::TagCount> &tags)
{
    std::vector<std::string> lines;
    for (const store::TagCount &tag : tags) {
        lines.push_back(tag.key + ":" + tag.value + "=" + std::to_string(tag.count));
    }
    return lines;
}

} // namespace

class TagQueriesTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // The same question before, right after and well after a merge of runs.
    void tagsAreCountedMergedOrNot()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::int64_t number = 0;
        std::int64_t us = 0;
        for (const std::int64_t size : {std::int64_t(90), limits::indexRun, std::int64_t(90)}) {
            std::vector<store::Delivery> batch;
            for (std::int64_t i = 0; i < size; ++i) {
                us += ++number % 3 == 0 ? 1 : 0;
                batch.push_back(deliver(one, tagged(number, 1)));
            }
            batch.push_back(deliver(one, tagged(1, 2))); // of another issue
            write(writer, batch);
            store::Reader reader = folder.reader();
            QCOMPARE(linesOf(take(reader.issueTags({1}))),
                     (std::vector<std::string>{"level:error=" + std::to_string(number),
                                               "region:eu=" + std::to_string(number - us),
                                               "region:us=" + std::to_string(us)}));
        }
    }

    void rareValuesBecomeOneSum()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<store::Delivery> batch;
        const auto values = static_cast<int>(limits::tagValues) + 25;
        for (int i = 0; i < values; ++i) {
            for (int times = 0; times < (i == 7 ? 3 : 1); ++times) {
                store::NewEvent event = newEvent("title", {1});
                event.tags = {{"user", "u" + std::to_string(i)}};
                batch.push_back(deliver(one, std::move(event)));
            }
        }
        write(writer, batch);
        const auto tags = take(folder.reader().issueTags({1}));
        QCOMPARE(tags.size(), limits::tagValues + 1);
        QCOMPARE(tags.front().value, std::string("u7"));
        QCOMPARE(tags.front().count, std::int64_t(3));
        QCOMPARE(tags.front().rarerValues, std::int64_t(0));
        QCOMPARE(tags.back().rarerValues, std::int64_t(25));
        QCOMPARE(tags.back().count, std::int64_t(25));
    }

    void anUnknownIssueHasNoTags()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        QVERIFY(take(folder.reader().issueTags({77})).empty());
    }
};

PICKET_TEST(TagQueriesTest)
#include "tst_tagqueries.moc"
