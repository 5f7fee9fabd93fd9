// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/storewatch.h"

#include "core/query/queryservice.h"

namespace picket::ui {

namespace {

constexpr std::chrono::milliseconds interval{250};

} // namespace

StoreWatch::StoreWatch(query::QueryService &query, QObject *parent)
    : QObject(parent)
    , m_query(query)
    , m_channel(query.newChannel())
{
    // Single shots: a slow answer delays the next question instead of piling up.
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &StoreWatch::ask);
    ask();
}

void StoreWatch::ask()
{
    m_query.ask<store::DataVersion>(
        query::Lane::Lists, m_channel, this, [](store::Reader &reader) { return reader.dataVersion(); },
        [this](Result<store::DataVersion> version) {
            m_timer.start();
            if (version && m_version != *version) {
                const auto before = std::exchange(m_version, *version);
                if (before) {
                    Q_EMIT changed(before->file != version->file);
                }
            }
        });
}

} // namespace picket::ui
