// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestparser.h"

#include "core/base/limits.h"
#include "core/http/ascii.h"
#include "core/http/target.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <limits>
#include <string>
#include <utility>

namespace picket::http {

namespace beast = boost::beast;

namespace {

constexpr std::size_t shortestLastChunk = 5; // "0\r\n\r\n"

std::string_view toStd(beast::string_view text)
{
    return {text.data(), text.size()};
}

// The end of a chunk and the size of the next one: where a parser that gave up has found its fault.
std::string_view firstLines(std::string_view bytes)
{
    const std::size_t first = bytes.find('\n');
    const std::size_t second = first == std::string_view::npos ? first : bytes.find('\n', first + 1);
    return bytes.substr(0, second == std::string_view::npos ? second : second + 1);
}

// Beast as a pure byte parser: its callbacks fill a RequestHead and a BodySink. Handles one request, then is replaced.
class BeastParser final : public beast::http::basic_parser<true>
{
public:
    BeastParser(RequestHead &head, BodySink &sink, std::optional<Violation> &violation)
        : m_head(head)
        , m_sink(sink)
        , m_violation(violation)
    {
        // One element per put(), so that its raw bytes can be checked; the limits are checked by Picket itself.
        eager(false);
        header_limit(std::numeric_limits<std::uint32_t>::max());
        body_limit(boost::none);
    }

    [[nodiscard]] bool inChunkLines() const { return m_head.chunked && m_chunkLeft == 0; }

private:
    using Verb = beast::http::verb;
    using Field = beast::http::field;

    void on_request_impl(Verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code &) override
    {
        m_head.method = toStd(method);
        m_head.target = toStd(target);
        m_head.minorVersion = version % 10;
    }

    void on_response_impl(int, beast::string_view, int, beast::error_code &) override { }

    void on_field_impl(Field, beast::string_view name, beast::string_view value, beast::error_code &) override
    {
        if (!m_headerDone) { // trailers never count as headers
            m_head.headers.push_back({std::string(toStd(name)), std::string(toStd(value))});
        }
    }

    void on_header_impl(beast::error_code &) override { m_headerDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override { }
    void on_finish_impl(beast::error_code &) override { }

    std::size_t on_body_impl(beast::string_view body, beast::error_code &ec) override { return keep(body, ec); }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, beast::error_code &ec) override
    {
        if (size > limits::bodyOnWire || m_total + size > limits::bodyOnWire) {
            fail(413, "body_too_large", ec);
        }
        m_total += size;
        m_chunkLeft = size;
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code &ec) override
    {
        m_chunkLeft -= body.size();
        return keep(body, ec);
    }

    std::size_t keep(beast::string_view body, beast::error_code &ec)
    {
        if (!m_sink.append(toStd(body))) {
            fail(503, "spool_failed", ec);
        }
        return body.size();
    }

    void fail(int status, std::string_view code, beast::error_code &ec)
    {
        m_violation = Violation{status, code, {}};
        ec = beast::http::error::body_limit; // any error: the parser must stop
    }

    RequestHead &m_head;
    BodySink &m_sink;
    std::optional<Violation> &m_violation;
    std::uint64_t m_total = 0;
    std::uint64_t m_chunkLeft = 0;
    bool m_headerDone = false;
};

} // namespace

class RequestParser::Impl
{
public:
    explicit Impl(BodySink &bodySink)
        : sink(bodySink)
    {
        begin();
    }

    void begin();
    std::size_t feedHeader(std::string_view bytes);
    std::size_t feedBody(std::string_view bytes);
    std::size_t feedChunks(std::string_view bytes);
    void parseHeader(std::string_view header);
    void fail(Violation why);

    BodySink &sink;
    Stage stage = Stage::Blank;
    RequestHead head;
    HeaderScanner scanner;
    std::optional<BeastParser> parser;
    std::optional<Violation> violation;
    std::string carry; // an element that is not complete yet: the header, a chunk's size, trailers
    std::size_t blanks = 0; // line ends before the request line
};

void RequestParser::Impl::begin()
{
    stage = Stage::Blank;
    head = RequestHead();
    scanner = HeaderScanner();
    violation.reset();
    carry.clear();
    blanks = 0;
    parser.emplace(head, sink, violation);
}

void RequestParser::Impl::fail(Violation why)
{
    stage = Stage::Failed;
    if (!violation) {
        violation = std::move(why);
    }
}

std::size_t RequestParser::Impl::feedHeader(std::string_view bytes)
{
    std::size_t skipped = 0;
    if (stage == Stage::Blank) {
        // RFC 9112 2.2: old clients send a line end behind a body.
        constexpr std::size_t most = 4;
        while (skipped < bytes.size() && blanks < most && bytes[skipped] == "\r\n"[blanks % 2]) {
            ++skipped;
            ++blanks;
        }
        if (skipped == bytes.size()) {
            return skipped;
        }
        stage = Stage::Header;
        head.headers.reserve(16);
    }
    bytes.remove_prefix(skipped);
    const std::size_t before = carry.size();
    // The usual case, a header within one read, is parsed where it lies.
    if (before > 0) {
        carry.append(bytes);
    }
    const std::string_view all = before > 0 ? std::string_view(carry) : bytes;
    const std::size_t size = scanner.scan(all);
    if (size == 0 && before == 0) {
        carry = bytes;
    }
    if (scanner.violation()) {
        fail(*scanner.violation());
        return skipped + bytes.size();
    }
    if (size == 0) {
        return skipped + bytes.size();
    }
    parseHeader(all.substr(0, size));
    if (stage == Stage::Failed && before == 0) {
        carry = bytes.substr(0, size);
    } else if (stage != Stage::Failed) {
        carry.clear();
    }
    return skipped + size - before;
}

void RequestParser::Impl::parseHeader(std::string_view header)
{
    beast::error_code error;
    parser->put(boost::asio::buffer(header.data(), header.size()), error);
    if (error) {
        const bool version = error == beast::http::error::bad_version;
        fail({version ? 505 : 400, version ? "bad_version" : "malformed_header", error.message()});
        return;
    }
    if (auto why = checkHead(head)) {
        fail(std::move(*why));
        return;
    }
    auto target = parseTarget(head.target);
    if (!target) {
        fail({400, "bad_target", head.target.substr(0, 80)});
        return;
    }
    head.path = std::move(target->path);
    head.query = std::move(target->query);
    head.authority = std::move(target->authority);
    head.keepAlive = parser->keep_alive();
    const std::string *expect = head.header("Expect");
    head.expectContinue = expect && head.minorVersion > 0 && equalsIgnoringCase(*expect, "100-continue");
    stage = Stage::Admission;
}

std::size_t RequestParser::Impl::feedBody(std::string_view bytes)
{
    beast::error_code error;
    const std::size_t used = parser->put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error) {
        fail({400, "malformed_body", error.message()});
    } else if (parser->is_done()) {
        stage = Stage::Complete;
    }
    return used;
}

std::size_t RequestParser::Impl::feedChunks(std::string_view bytes)
{
    const std::size_t before = carry.size();
    if (before > 0) {
        carry.append(bytes);
    }
    const std::string_view all = before > 0 ? std::string_view(carry) : bytes;
    std::size_t done = 0;
    while (done < all.size() && stage == Stage::Body) {
        const std::string_view rest = all.substr(done);
        const bool isLines = parser->inChunkLines();
        // Beast asserts on less of a body that begins with its last chunk, though it may well come byte by byte.
        if (isLines && rest.front() == '0' && rest.size() < shortestLastChunk) {
            break;
        }
        beast::error_code error;
        const std::size_t used = parser->put(boost::asio::buffer(rest.data(), rest.size()), error);
        const bool needMore = error == beast::http::error::need_more;
        if (isLines) {
            const std::string_view lines = error ? firstLines(rest) : rest.substr(0, used);
            if (auto why = checkChunkLines(needMore ? rest : lines)) {
                fail(std::move(*why));
            }
        }
        if (error && !needMore) {
            fail({400, "malformed_chunk", error.message()});
        }
        done += used;
        if (needMore) {
            break;
        }
        if (parser->is_done() && stage == Stage::Body) {
            stage = Stage::Complete;
        }
    }
    if (stage == Stage::Body) {
        carry = std::string(all.substr(done));
        return bytes.size();
    }
    carry.clear();
    return stage == Stage::Failed ? bytes.size() : done - before;
}

RequestParser::RequestParser(BodySink &sink)
    : d(std::make_unique<Impl>(sink))
{
}

RequestParser::~RequestParser() = default;

std::size_t RequestParser::feed(std::string_view bytes)
{
    switch (d->stage) {
    case Stage::Blank:
    case Stage::Header:
        return d->feedHeader(bytes);
    case Stage::Body:
        return d->head.chunked ? d->feedChunks(bytes) : d->feedBody(bytes);
    case Stage::Admission:
    case Stage::Complete:
    case Stage::Failed:
        break;
    }
    return 0;
}

void RequestParser::admit()
{
    if (d->head.contentLength.value_or(0) > limits::bodyOnWire) {
        d->fail({413, "body_too_large", std::to_string(*d->head.contentLength)});
    } else {
        d->stage = d->parser->is_done() ? Stage::Complete : Stage::Body;
    }
}

void RequestParser::reset()
{
    d->begin();
}

RequestParser::Stage RequestParser::stage() const
{
    return d->stage;
}

RequestHead &RequestParser::head()
{
    return d->head;
}

const Violation &RequestParser::violation() const
{
    return *d->violation;
}

std::string_view RequestParser::headerBytes() const
{
    return d->carry;
}

} // namespace picket::http
