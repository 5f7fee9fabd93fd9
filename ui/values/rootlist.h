// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/eventdetail.h"
#include "ui/values/valuesearch.h"

#include <memory>
#include <vector>

namespace picket::ui {

// One thread at a time. Gathers the groups of a tree; groups without anything in them are left out.
class RootList final
{
public:
    explicit RootList(std::shared_ptr<const query::EventDetail> detail)
        : m_detail(std::move(detail))
    {
    }

    // A group around a tree that the event holds.
    ValueRoot *share(const QString &heading, const model::Value &value, ValueStyle style);
    // A group around members gathered here.
    ValueRoot *add(const QString &heading, std::vector<model::Value::Member> members);
    ValueRoot *add(const QString &heading, const std::vector<model::TextPair> &pairs);

    [[nodiscard]] std::vector<ValueRoot> take() { return std::move(m_roots); }

private:
    ValueRoot *push(const QString &heading, std::shared_ptr<const model::Value> value, ValueStyle style);

    std::shared_ptr<const query::EventDetail> m_detail;
    std::vector<ValueRoot> m_roots;
};

// Appends a member unless there is nothing to tell.
void addText(std::vector<model::Value::Member> &members, const QString &name, const std::string &utf8);

} // namespace picket::ui
