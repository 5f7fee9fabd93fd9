// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/rootlist.h"

namespace picket::ui {

ValueRoot *RootList::push(const QString &heading, std::shared_ptr<const model::Value> value, ValueStyle style)
{
    ValueRoot root;
    root.key = heading.toStdString();
    root.value = std::move(value);
    root.style = style;
    root.heading = true;
    m_roots.push_back(std::move(root));
    return &m_roots.back();
}

ValueRoot *RootList::share(const QString &heading, const model::Value &value, ValueStyle style)
{
    const bool nothing = value.isAbsent() || (value.isContainer() && value.members().empty());
    return nothing ? nullptr : push(heading, std::shared_ptr<const model::Value>(m_detail, &value), style);
}

ValueRoot *RootList::add(const QString &heading, std::vector<model::Value::Member> members)
{
    if (members.empty()) {
        return nullptr;
    }
    return push(heading, std::make_shared<const model::Value>(model::Value::object(std::move(members))),
                ValueStyle::Plain);
}

ValueRoot *RootList::add(const QString &heading, const std::vector<model::TextPair> &pairs)
{
    std::vector<model::Value::Member> members;
    members.reserve(pairs.size());
    for (const auto &[name, value] : pairs) {
        members.emplace_back(name, model::Value::string(value));
    }
    return add(heading, std::move(members));
}

void addText(std::vector<model::Value::Member> &members, const QString &name, const std::string &utf8)
{
    if (!utf8.empty()) {
        members.emplace_back(name.toStdString(), model::Value::string(utf8));
    }
}

} // namespace picket::ui
