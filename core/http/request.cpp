// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request.h"

#include "core/http/ascii.h"

#include <algorithm>

namespace picket::http {

const std::string *RequestHead::header(std::string_view name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [name](const Header &each) { return equalsIgnoringCase(each.name, name); });
    return found == headers.end() ? nullptr : &found->value;
}

} // namespace picket::http
