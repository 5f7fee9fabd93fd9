// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses the size of the pieces, the rest is what a peer sends. However it is cut, the same requests
// must come out of it.
#include "core/http/requestparser.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace picket::http;
using Stage = picket::http::RequestParser::Stage;

namespace {

class StringSink final : public BodySink
{
public:
    bool append(std::string_view bytes) override
    {
        body.append(bytes);
        return true;
    }

    std::string body;
};

// All requests of a connection as one text.
std::string transcript(std::string_view bytes, std::size_t piece)
{
    StringSink sink;
    RequestParser parser(sink);
    std::string text;
    while (!bytes.empty() && parser.stage() != Stage::Failed) {
        const std::string part(bytes.substr(0, piece)); // of its own size, for the address sanitizer
        bytes.remove_prefix(parser.feed(part));
        if (parser.stage() == Stage::Admission) {
            const RequestHead &head = parser.head();
            text += head.method + ' ' + head.authority + ' ' + head.path + '?' + head.query + '\n';
            for (const Header &each : head.headers)
                text += each.name + ':' + each.value + '\n';
            parser.admit();
        }
        if (parser.stage() == Stage::Complete) {
            text += sink.body + '\n';
            sink.body.clear();
            parser.reset();
        }
    }
    return text + (parser.stage() == Stage::Failed ? "failed" : "");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (transcript(bytes, bytes.size()) != transcript(bytes, std::max<std::size_t>(1, data[0])))
        std::abort();
    return 0;
}
