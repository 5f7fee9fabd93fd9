// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workspacefixture.h"

#include "core/http/bodybuffer.h"
#include "core/ingest/prepare.h"
#include "core/protocol/jsonwriter.h"
#include "core/store/reader.h"

#include <cstdio>
#include <cstdlib>

namespace picket::test {

namespace {

template <class T> T take(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "FAIL!  %s\n", result.error().detail.c_str());
        std::abort();
    }
    return std::move(*result);
}

class TextBody final : public http::Body
{
public:
    explicit TextBody(std::string text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] std::span<const char> bytes() const override { return m_text; }
    [[nodiscard]] std::size_t memory() const override { return m_text.size(); }

private:
    std::string m_text;
};

http::RequestHead envelopeHead()
{
    http::RequestHead head;
    head.method = "POST";
    head.target = head.path = "/api/1/envelope/";
    head.headers = {{"Host", "localhost:8969"},
                    {"X-Sentry-Auth", "Sentry sentry_client=sentry.python/2.0, sentry_key=k"}};
    return head;
}

} // namespace

WorkspaceFixture::WorkspaceFixture()
    : m_paths(store::workspacePaths(m_folder.path().toStdString()))
    , m_writer(take(store::Writer::open(m_paths, {store::Durability::Normal, 0, 1000})))
    , m_query(std::make_unique<query::QueryService>(m_paths))
{
}

store::ChangeSet WorkspaceFixture::deliver(const std::string &eventJson, std::chrono::seconds age)
{
    return deliverEnvelope(itemEnvelope(R"({"type":"event"})", eventJson), age);
}

store::ChangeSet WorkspaceFixture::deliverEnvelope(std::string envelope, std::chrono::seconds age)
{
    http::Request request;
    request.head = envelopeHead();
    request.peer = {"127.0.0.1", 40000, nullptr};
    request.received = now() - age;
    request.started = std::chrono::steady_clock::now();
    request.body = std::make_shared<TextBody>(std::move(envelope));
    auto prepared = ingest::prepare(request, {256U << 20U});
    store::Delivery deliveries[] = {std::move(prepared->delivery)};
    store::WriteOutcome outcome = m_writer->write(deliveries);
    if (outcome.receipts.front().error) {
        std::fprintf(stderr, "FAIL!  %s\n", outcome.receipts.front().error->detail.c_str());
        std::abort();
    }
    return std::move(outcome.changes);
}

store::ChangeSet WorkspaceFixture::setPeer(DeliveryId row, const model::PeerProcess::Answer &peer)
{
    const store::Writer::PeerNews news[] = {{row, peer}};
    return m_writer->setPeers(news).value();
}

store::ChangeSet WorkspaceFixture::refuse(const std::string &reason, int status)
{
    http::RequestHandler::Refusal refusal;
    refusal.head = envelopeHead();
    refusal.peer = {"127.0.0.1", 40000, nullptr};
    refusal.received = now();
    refusal.started = std::chrono::steady_clock::now();
    refusal.status = status;
    refusal.reason = reason;
    store::Delivery deliveries[] = {ingest::prepareRefusal(refusal)};
    return m_writer->write(deliveries).changes;
}

store::ChangeSet WorkspaceFixture::giveUpUpload(const std::string &key, std::uint64_t length, std::string bytes)
{
    const ingest::UploadProgress progress{length, bytes.size()};
    store::Delivery deliveries[] = {ingest::prepareGivenUp({key, progress, http::bodyOf(std::move(bytes))})};
    return m_writer->write(deliveries).changes;
}

store::ChangeSet WorkspaceFixture::setStatus(const std::vector<IssueId> &issues, model::IssueStatus status)
{
    return take(m_writer->setStatus(issues, status));
}

store::ChangeSet WorkspaceFixture::setDeleted(const std::vector<IssueId> &issues, bool deleted)
{
    return take(m_writer->setDeleted(issues, deleted));
}

store::ChangeSet WorkspaceFixture::addMark(const std::string &label, std::chrono::seconds age)
{
    return take(m_writer->addMark(model::MarkKind::Mark, now() - age, {}, label));
}

store::ChangeSet WorkspaceFixture::allowOrigin(const std::string &origin)
{
    return take(m_writer->allowOrigin(origin));
}

std::vector<IssueId> WorkspaceFixture::issueIds() const
{
    store::Reader reader = take(store::Reader::open(m_paths));
    return take(reader.issueIds({}, store::IssueOrder::LastSeen, true));
}

std::string itemEnvelope(const std::string &header, const std::string &payload)
{
    return R"({"event_id":")" + EventUuid::generate().hex() + "\"}\n" + header.substr(0, header.size() - 1)
        + ",\"length\":" + std::to_string(payload.size()) + "}\n" + payload + "\n";
}

std::string errorJson(const std::string &type, const std::string &value, const std::string &function)
{
    protocol::JsonWriter json;
    json.beginObject();
    json.member("platform", "python");
    json.member("release", "shop@1.4.2");
    json.member("environment", "development");
    json.key("exception");
    json.beginArray();
    json.beginObject();
    json.member("type", type);
    json.member("value", value);
    json.key("stacktrace");
    json.beginObject();
    json.key("frames");
    json.beginArray();
    json.beginObject();
    json.member("function", function);
    json.member("module", "shop.app");
    json.member("filename", "shop/app.py");
    json.member("lineno", 41);
    json.key("in_app");
    json.boolean(true);
    json.key("pre_context");
    json.beginArray();
    json.string("def " + function + "():");
    json.string("    x = 1");
    json.endArray();
    json.member("context_line", "    raise " + type + "()");
    json.key("post_context");
    json.beginArray();
    json.string("    return x");
    json.endArray();
    json.endObject();
    json.endArray();
    json.endObject();
    json.endObject();
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace picket::test
