// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/target.h"

#include "core/http/ascii.h"

namespace picket::http {

namespace {

std::string decodedPath(std::string_view raw)
{
    std::string path;
    path.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%' && i + 2 < raw.size() && hexValue(raw[i + 1]) >= 0 && hexValue(raw[i + 2]) >= 0) {
            c = static_cast<char>(hexValue(raw[i + 1]) * 16 + hexValue(raw[i + 2]));
            i += 2;
        }
        if (c != '/' || path.empty() || path.back() != '/') {
            path += c;
        }
    }
    return path;
}

} // namespace

std::optional<Target> parseTarget(std::string_view target)
{
    Target result;
    if (target == "*") {
        result.path = "*";
        return result;
    }
    target = target.substr(0, target.find('#'));
    if (target.empty()) {
        return std::nullopt;
    }
    if (target.front() != '/') {
        const std::size_t scheme = target.find("://");
        if (scheme == std::string_view::npos) {
            return std::nullopt;
        }
        const std::string_view name = target.substr(0, scheme);
        if (!equalsIgnoringCase(name, "http") && !equalsIgnoringCase(name, "https")) {
            return std::nullopt;
        }
        target.remove_prefix(scheme + 3);
        const std::size_t end = target.find_first_of("/?");
        result.authority = target.substr(0, end);
        if (result.authority.empty()) {
            return std::nullopt;
        }
        target.remove_prefix(result.authority.size());
    }
    const std::size_t question = target.find('?');
    result.path = decodedPath(target.substr(0, question));
    if (result.path.empty()) {
        result.path = "/";
    }
    if (question != std::string_view::npos) {
        result.query = target.substr(question + 1);
    }
    return result;
}

} // namespace picket::http
