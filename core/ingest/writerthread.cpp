// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/writerthread.h"

#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/store/deliverycounts.h"

#include <chrono>
#include <iterator>

namespace picket::ingest {

namespace {

using namespace std::chrono_literals;

// So long without work counts as idle: time to empty the write-ahead log.
constexpr std::chrono::milliseconds idleAfter = 1000ms;

// A removal takes the disk for itself no longer than half of the time.
constexpr std::chrono::milliseconds betweenPortions = 20ms;

// The trace that a delivery leaves in the wire log when it could not be stored.
store::Delivery failedRow(store::Delivery &&delivery, const Error &error)
{
    store::Delivery failed;
    failed.project = delivery.project;
    failed.row = std::move(delivery.row);
    failed.peer = std::move(delivery.peer);
    failed.times = delivery.times;
    for (model::ItemOutcome &item : failed.row.items) {
        item.outcome = "failed";
    }
    if (delivery.cookie == 0) {
        return failed; // answered long ago: its status and reason stand
    }
    failed.row.outcome = model::Outcome::Failed;
    failed.row.status = 503;
    failed.row.reason = std::string(errorName(error.code)) + ": " + error.detail;
    return failed;
}

} // namespace

WriterThread::WriterThread(store::Writer writer, Callbacks callbacks)
    : m_writer(std::move(writer))
    , m_callbacks(std::move(callbacks))
    , m_jobs(limits::writerMailbox)
    , m_thread([this] { run(); })
{
}

WriterThread::~WriterThread()
{
    finish();
}

void WriterThread::push(store::Delivery &&delivery)
{
    m_jobs.forcePush(std::move(delivery));
}

void WriterThread::push(Edit &&edit)
{
    m_jobs.forcePush(std::move(edit));
}

bool WriterThread::isFull() const
{
    return m_jobs.size() >= m_jobs.capacity();
}

void WriterThread::finish()
{
    m_jobs.close();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void WriterThread::run()
{
    // Said at the start, not with the first event that is lost by it.
    if (auto space = m_writer.checkSpace(); !space) {
        noteTrouble(std::move(space.error()));
    }
    std::optional<std::chrono::milliseconds> patience = idleAfter; // none: until something comes
    while (true) {
        const bool isOwing = m_writer.isOwing();
        const auto wait = isOwing   ? store::DeliveryCounts::interval
            : m_latePeers.isEmpty() ? patience
                                    : LatePeers::interval;
        std::vector<Job> jobs =
            wait ? m_jobs.waitAndTakeFor(*wait, limits::writerBatch) : m_jobs.waitAndTake(limits::writerBatch);
        if (!jobs.empty()) {
            handle(std::move(jobs));
            checkpoint(false);
            patience = idleAfter;
        } else if (m_jobs.isClosed()) {
            break;
        } else if (isOwing) {
            settle();
        } else if (m_latePeers.isEmpty()) {
            patience = idle();
        }
        tellLatePeers();
    }
    retryUnlogged();
    for (const store::Delivery &delivery : m_unlogged) {
        m_writer.countUnkept(delivery.row, delivery.times);
    }
    if (m_writer.isOwing()) {
        settle();
    }
    m_writer.checkpoint(true);
}

void WriterThread::checkpoint(bool truncate)
{
    m_writer.checkpoint(truncate);
    noteLog();
}

void WriterThread::settle()
{
    auto changes = m_writer.settle();
    noteReplacement();
    if (changes) {
        m_callbacks.changes(std::move(*changes));
    } else {
        qCInfo(lcIngest, "the wire log's counters were not written: %s", changes.error().detail.c_str()); // later, then
    }
}

// How soon to look again.
std::optional<std::chrono::milliseconds> WriterThread::idle()
{
    retryUnlogged();
    if (m_unlogged.empty() && m_trouble && m_writer.checkSpace()) {
        noteTrouble(std::nullopt);
    }
    const auto more = m_writer.purge(now() - limits::deletedKept);
    noteReplacement();
    if (!more) {
        qCInfo(lcIngest, "removing deleted issues failed: %s", more.error().detail.c_str()); // later, then
    } else if (*more) {
        checkpoint(false);
        return betweenPortions;
    }
    checkpoint(true);
    if (!m_unlogged.empty() || m_trouble || m_heldLog) {
        return idleAfter; // it may be over
    }
    return std::nullopt;
}

void WriterThread::handle(std::vector<Job> &&jobs)
{
    std::vector<store::Delivery> deliveries;
    deliveries.reserve(jobs.size());
    for (Job &job : jobs) {
        if (auto *delivery = std::get_if<store::Delivery>(&job)) {
            deliveries.push_back(std::move(*delivery));
            continue;
        }
        // What came before a change of state is written before it, or a regression would be missed.
        write(std::exchange(deliveries, {}));
        auto &edit = std::get<Edit>(job);
        auto changes = edit.apply(m_writer);
        noteReplacement();
        if (changes) {
            m_callbacks.changes(std::move(*changes));
        } else {
            m_callbacks.news(FailedEdit{edit.kind, std::move(edit.issues), std::move(changes.error())});
        }
    }
    write(std::move(deliveries));
}

void WriterThread::write(std::vector<store::Delivery> &&deliveries)
{
    if (deliveries.empty()) {
        return;
    }
    const auto answered = std::chrono::steady_clock::now();
    for (store::Delivery &delivery : deliveries) {
        delivery.row.durationMicros =
            std::chrono::duration_cast<std::chrono::microseconds>(answered - delivery.started).count();
    }
    commit(std::move(deliveries));
}

// Nobody may deliver for hours after the trouble: the rows it left, and the news that it is over, do not wait for that.
void WriterThread::retryUnlogged()
{
    if (!m_unlogged.empty()) {
        commit({});
    }
}

void WriterThread::tellLatePeers()
{
    const auto news = m_latePeers.take();
    if (news.empty()) {
        return;
    }
    if (auto changes = m_writer.setPeers(news)) {
        m_callbacks.changes(std::move(*changes));
    } else {
        qCInfo(lcIngest, "peers could not be told: %s", changes.error().detail.c_str());
    }
}

void WriterThread::commit(std::vector<store::Delivery> &&deliveries)
{
    const std::size_t unlogged = m_unlogged.size();
    deliveries.insert(deliveries.begin(), std::make_move_iterator(m_unlogged.begin()),
                      std::make_move_iterator(m_unlogged.end()));
    m_unlogged.clear();
    for (store::Delivery &delivery : deliveries) {
        fillPeer(delivery);
    }
    store::WriteOutcome outcome = m_writer.write(deliveries);
    noteReplacement();
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        if (!outcome.receipts[i].error) {
            m_latePeers.add(deliveries[i]);
        }
    }
    noteOutcome(outcome.receipts, std::move(deliveries));
    outcome.receipts.erase(outcome.receipts.begin(), outcome.receipts.begin() + static_cast<std::ptrdiff_t>(unlogged));
    m_callbacks.receipts(std::move(outcome.receipts));
    m_callbacks.changes(std::move(outcome.changes));
}

void WriterThread::noteOutcome(const std::vector<store::Receipt> &receipts, std::vector<store::Delivery> &&deliveries)
{
    std::optional<Error> trouble;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (receipts[i].error) {
            trouble = receipts[i].error;
            keepUnlogged(failedRow(std::move(deliveries[i]), *receipts[i].error));
        }
    }
    noteTrouble(std::move(trouble));
}

// The wire log has the last rows, those that would have left it are counted.
void WriterThread::keepUnlogged(store::Delivery &&delivery)
{
    m_unlogged.push_back(std::move(delivery));
    if (m_unlogged.size() > limits::deliveriesKept) {
        m_writer.countUnkept(m_unlogged.front().row, m_unlogged.front().times);
        m_unlogged.pop_front();
    }
}

void WriterThread::noteTrouble(std::optional<Error> &&trouble)
{
    // The detail may change with every batch ("402 MiB free"); one sentence does for all of them.
    const bool isNews = trouble.has_value() != m_trouble.has_value() || (trouble && trouble->code != m_trouble->code);
    m_trouble = std::move(trouble);
    if (isNews) {
        m_callbacks.news(m_trouble ? StoreNews(StoreTrouble{*m_trouble}) : StoreNews(StoreRecovered()));
    }
}

void WriterThread::noteReplacement()
{
    if (!m_writer.takeReplaced()) {
        return;
    }
    m_latePeers.clear();
    store::ChangeSet everything;
    everything.marks = everything.origins = everything.peers = everything.counters = everything.telemetry = true;
    everything.issuesReordered = everything.replaced = true;
    m_callbacks.changes(std::move(everything));
    m_callbacks.news(StoreReplaced());
}

// Said once for each reader, not each time that the log has grown.
void WriterThread::noteLog()
{
    const auto &held = m_writer.heldLog();
    const bool isNews = held.has_value() != m_heldLog.has_value() || (held && held->holders != m_heldLog->holders);
    m_heldLog = held;
    if (isNews) {
        m_callbacks.news(held ? StoreNews(*held) : StoreNews(LogReleased()));
    }
}

} // namespace picket::ingest
