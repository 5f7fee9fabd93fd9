// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/queryservice.h"
#include "core/store/writer.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace picket::test {

// A workspace of its own with a real database, filled through the same code as the pipeline's, and the questions to it.
class WorkspaceFixture final
{
public:
    WorkspaceFixture();

    [[nodiscard]] query::QueryService &query() { return *m_query; }
    [[nodiscard]] const store::WorkspacePaths &paths() const { return m_paths; }

    // One request that brings the event, `age` before now. The answer is what the store says has changed.
    store::ChangeSet deliver(const std::string &eventJson, std::chrono::seconds age = std::chrono::seconds(0));
    // One request with that envelope.
    store::ChangeSet deliverEnvelope(std::string envelope, std::chrono::seconds age = std::chrono::seconds(0));
    // One request that is refused.
    store::ChangeSet refuse(const std::string &reason, int status);
    // An upload that no envelope named.
    store::ChangeSet giveUpUpload(const std::string &key, std::uint64_t length, std::string bytes);
    store::ChangeSet setPeer(DeliveryId row, const model::PeerProcess::Answer &peer);
    store::ChangeSet setStatus(const std::vector<IssueId> &issues, model::IssueStatus status);

    store::ChangeSet setDeleted(const std::vector<IssueId> &issues, bool deleted);
    store::ChangeSet addMark(const std::string &label, std::chrono::seconds age = std::chrono::seconds(0));
    store::ChangeSet allowOrigin(const std::string &origin);

    // Of a fresh reader.
    [[nodiscard]] std::vector<IssueId> issueIds() const;

private:
    QTemporaryDir m_folder;
    store::WorkspacePaths m_paths;
    std::optional<store::Writer> m_writer;
    std::unique_ptr<query::QueryService> m_query;
};

// An error of `type` that was raised in function `function` of app.py, which makes the issue.
[[nodiscard]] std::string errorJson(const std::string &type, const std::string &value, const std::string &function);

// An envelope with one item; `header` is JSON with the item's type, without its length.
[[nodiscard]] std::string itemEnvelope(const std::string &header, const std::string &payload);

} // namespace picket::test
