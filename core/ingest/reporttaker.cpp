// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/securityreport.h"
#include "core/ingest/takers.h"
#include "core/protocol/auth.h"

namespace picket::ingest {

namespace {

// Network errors have an item type of their own (PROTOCOL B.4); the others' is in the report.
std::string_view itemType(const formats::KeptReport &report)
{
    return report.type == "network-error" ? "nel" : "browser_report";
}

Result<formats::SecurityReports> readReports(const Arrival &arrival)
{
    if (arrival.body.size() > limits::eventPayload) {
        return failure(ErrorCode::TooLarge);
    }
    std::string release;
    std::string environment;
    for (auto &[name, value] : protocol::parseQuery(arrival.request.head.query)) {
        if (name == "sentry_release") {
            release = std::move(value);
        } else if (name == "sentry_environment") {
            environment = std::move(value);
        }
    }
    return formats::readSecurityReports(arrival.body,
                                        {arrival.request.received, arrival.header("User-Agent"), release, environment});
}

} // namespace

void takeBrowserReports(const Arrival &arrival, Prepared &prepared)
{
    store::Delivery &delivery = prepared.delivery;
    const auto reports = readReports(arrival);
    if (!reports) {
        addEvent(delivery, arrival.body, arrival.origin(), {}); // an unreadable one
        accept(prepared, http::Response());
        return;
    }
    for (const model::Value &event : reports->events) {
        addEvent(delivery, event, arrival.origin(), {});
    }
    for (const formats::KeptReport &report : reports->kept) {
        addItem(delivery, itemType(report), report.report, std::nullopt, {});
    }
    if (reports->reportsOverLimit > 0) {
        note(delivery, "reports_over_limit: " + std::to_string(reports->reportsOverLimit));
    }
    accept(prepared, http::Response());
}

} // namespace picket::ingest
