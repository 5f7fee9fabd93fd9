// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreigncrash.h"

#include "core/formats/valuetree.h"

#include <algorithm>
#include <array>

namespace picket::formats {

using model::Value;

namespace {

struct ForeignCrash {
    std::string_view attachmentType;
    std::string_view mechanism;
    std::string_view type; // of the exception
    std::string_view value;
};
constexpr std::array crashes{
    ForeignCrash{"unreal_report", "unreal", "Unreal", "Unreal Engine crash container"},
    ForeignCrash{"playstation.prosperodump", "playstation", "PlayStation", "PlayStation crash dump"},
    ForeignCrash{"nswitch.dying_message", "nswitch", "Nintendo Switch", "Nintendo Switch dying message"},
    ForeignCrash{"event.applecrashreport", "applecrashreport", "AppleCrashReport", "Apple crash report"},
};

} // namespace

Value foreignCrashEvent(std::string_view attachmentType)
{
    const auto crash = std::find_if(crashes.begin(), crashes.end(), [attachmentType](const ForeignCrash &one) {
        return one.attachmentType == attachmentType;
    });
    if (crash == crashes.end()) {
        return {};
    }
    Members mechanism;
    addText(mechanism, "type", crash->mechanism);
    mechanism.emplace_back("handled", Value::boolean(false));
    mechanism.emplace_back("synthetic", Value::boolean(true));
    Members exception;
    addText(exception, "type", crash->type);
    addText(exception, "value", crash->value);
    addObject(exception, "mechanism", std::move(mechanism));
    Members event;
    addText(event, "platform", "native");
    addText(event, "level", "fatal");
    addObject(event, "exception", {{"values", Value::array({Value::object(std::move(exception))})}});
    return Value::object(std::move(event));
}

} // namespace picket::formats
