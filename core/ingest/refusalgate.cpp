// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/refusalgate.h"

#include "core/base/limits.h"
#include "core/ingest/prepare.h"

#include <algorithm>
#include <string_view>

namespace picket::ingest {

namespace {

// Kinds are few, processes need not be: beyond this they are not told apart.
constexpr std::size_t kindsMost = 64;

} // namespace

bool RefusalGate::hasRoom(Time now)
{
    const double seconds = std::chrono::duration<double>(now - m_filled).count();
    constexpr auto most = static_cast<double>(limits::refusalRows);
    m_room = std::min(m_room + seconds * static_cast<double>(limits::refusalRowRate), most);
    m_filled = now;
    if (m_room < 1) {
        return false;
    }
    m_room -= 1;
    return true;
}

std::optional<store::Delivery> RefusalGate::add(const http::RequestHandler::Refusal &refusal, Time now)
{
    if (m_filled == Time()) {
        m_room = static_cast<double>(limits::refusalRows);
        m_filled = now;
    }
    if (hasRoom(now)) {
        return prepareRefusal(refusal);
    }
    const auto answer = refusal.peer.process ? refusal.peer.process->answer() : std::nullopt;
    Kind kind(refusal.status, refusal.reason.substr(0, refusal.reason.find(':')), answer ? answer->process : 0);
    if (m_counted.size() >= kindsMost && !m_counted.contains(kind)) {
        std::get<2>(kind) = 0;
    }
    const auto [found, isNew] = m_counted.try_emplace(kind);
    store::Delivery &counted = found->second;
    if (isNew) {
        // A row without the bytes: one of them would say nothing of the others.
        auto first = refusal;
        first.firstBytes.clear();
        counted = prepareRefusal(first);
    } else {
        ++counted.times;
        counted.row.bytesOnWire += refusal.bytesOnWire;
    }
    return std::nullopt;
}

std::vector<store::Delivery> RefusalGate::takeCounted()
{
    std::vector<store::Delivery> rows;
    for (auto &[kind, counted] : m_counted) {
        if (counted.times > 1) {
            counted.row.reason = std::get<1>(kind) + ": " + std::to_string(counted.times) + " requests, counted only";
        }
        rows.push_back(std::move(counted));
    }
    m_counted.clear();
    return rows;
}

} // namespace picket::ingest
