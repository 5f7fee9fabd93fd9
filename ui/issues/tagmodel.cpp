// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/tagmodel.h"

#include "core/protocol/eventreader.h"
#include "ui/values/valueroles.h"
#include "ui/wording/text.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

QString decoded(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

std::vector<model::TextPair> allTags(const model::Event &event)
{
    std::vector<model::TextPair> tags = protocol::indexedTags(event);
    tags.reserve(tags.size() + event.tags.size()); // keys are referred to below
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        places.emplace(tags[i].first, i);
    }
    for (const model::TextPair &tag : event.tags) {
        const auto [place, isNew] = places.emplace(tag.first, tags.size());
        if (isNew) {
            tags.push_back(tag);
        } else {
            tags[place->second].second = tag.second;
        }
    }
    return tags;
}

void TagModel::setEvent(const model::Event *event)
{
    beginResetModel();
    m_tags.clear();
    if (event) {
        const std::vector<model::TextPair> counted = protocol::indexedTags(*event);
        for (auto &[key, value] : allTags(*event)) {
            // Those that are counted come first, in the same order.
            const std::size_t row = m_tags.size();
            m_tags.push_back({key, value, row < counted.size() ? counted[row].second : value});
        }
    }
    endResetModel();
}

void TagModel::setPinned(const QStringList &keys)
{
    m_pinned = keys;
    if (rows() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rows() - 1, 0));
    }
}

bool TagModel::isPinned(const Tag &tag) const
{
    return !m_pinned.isEmpty() && m_pinned.contains(decoded(tag.key));
}

std::string TagModel::keyAt(int row) const
{
    return row >= 0 && row < rows() ? m_tags[static_cast<std::size_t>(row)].key : std::string();
}

int TagModel::rowOf(const std::string &key) const
{
    const auto found = std::find_if(m_tags.begin(), m_tags.end(), [&](const Tag &tag) { return tag.key == key; });
    return found == m_tags.end() ? -1 : static_cast<int>(found - m_tags.begin());
}

std::string TagModel::valueAt(int row) const
{
    return row >= 0 && row < rows() ? m_tags[static_cast<std::size_t>(row)].value : std::string();
}

std::string TagModel::countedValueAt(int row) const
{
    return row >= 0 && row < rows() ? m_tags[static_cast<std::size_t>(row)].counted : std::string();
}

QVariant TagModel::cell(int row, int column, int role) const
{
    const Tag &tag = m_tags[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::DisplayRole:
        return column > 0   ? toLine(tag.value)
            : isPinned(tag) ? QString(u"★ "_s + toLine(tag.key, 200))
                            : toLine(tag.key, 200);
    case Qt::ToolTipRole:
        return QString(toLine(tag.key, 200) + u": "_s + toLine(tag.value));
    case Qt::AccessibleTextRole:
        return column > 0 ? toLine(tag.value)
                          : (isPinned(tag) ? tr("Pinned tag %1 is %2") : tr("Tag %1 is %2"))
                                .arg(toLine(tag.key, 200), toLine(tag.value, 300));
    case ToneRole:
        return int(column == 0 ? Tone::Quiet : Tone::Normal);
    case CopyRole:
        return decoded(tag.value);
    case PathRole:
        return QString(decoded(tag.key) + u':' + decoded(tag.value));
    default:
        return {};
    }
}

QVariant TagModel::header(int column, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    return column == 0 ? tr("Tag") : tr("Of this event");
}

} // namespace picket::ui
