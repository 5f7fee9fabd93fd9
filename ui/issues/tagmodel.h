// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "ui/widgets/tablemodel.h"

#include <QStringList>

#include <vector>

namespace picket::ui {

// The tags of an event, unique by key: those that the issue counts (the SDK's and the derived ones), with their whole
// values, then the SDK's further ones. Pure.
[[nodiscard]] std::vector<model::TextPair> allTags(const model::Event &event);

// GUI thread only. The tags of one event: those that the issue counts (the SDK's and the derived ones), then the SDK's
// further ones.
class TagModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Key, Value };
    Q_ENUM(Column)

    using TableModel::TableModel;

    // Null empties the list. The event is not kept.
    void setEvent(const model::Event *event);

    // Keys that are marked as pinned.
    void setPinned(const QStringList &keys);

    // Empty for a row that does not exist.
    [[nodiscard]] std::string keyAt(int row) const;
    // -1 when the event has no such tag.
    [[nodiscard]] int rowOf(const std::string &key) const;
    // The whole value, as it was sent.
    [[nodiscard]] std::string valueAt(int row) const;
    // The value by which the issue counts it: cut to limits::tagValue.
    [[nodiscard]] std::string countedValueAt(int row) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_tags.size()); }
    [[nodiscard]] int columns() const override { return 2; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    struct Tag {
        std::string key;
        std::string value;
        std::string counted;
    };

    [[nodiscard]] bool isPinned(const Tag &tag) const;

    std::vector<Tag> m_tags;
    QStringList m_pinned;
};

} // namespace picket::ui
