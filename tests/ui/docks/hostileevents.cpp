// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/docks/hostileevents.h"

namespace picket::test {

namespace {

// An event in which one text stands everywhere where text can stand.
std::string everywhere(const std::string &quoted)
{
    const std::string t = quoted;
    const std::string object = "{" + t + ":" + t + "}";
    return R"({"platform":"python","message":)" + t + R"(,"release":)" + t + R"(,"environment":)" + t
        + R"(,"server_name":)" + t + R"(,"transaction":)" + t + R"(,"logger":)" + t + R"(,"tags":)" + object
        + R"(,"extra":)" + object + R"(,"modules":)" + object + R"(,"user":{"id":)" + t + R"(,"email":)" + t
        + R"(},"contexts":{)" + t + ":" + object + R"(},"sdk":{"name":)" + t + R"(,"version":)" + t
        + R"(},"fingerprint":[)" + t + R"(],"request":{"url":)" + t + R"(,"method":)" + t + R"(,"headers":)" + object
        + R"(,"cookies":)" + object + R"(,"data":)" + t + R"(,"env":)" + object + R"(},"breadcrumbs":[{"type":)" + t
        + R"(,"category":)" + t + R"(,"message":)" + t + R"(,"data":)" + object + R"(}],"exception":[{"type":)" + t
        + R"(,"value":)" + t + R"(,"stacktrace":{"frames":[{"function":)" + t + R"(,"filename":)" + t
        + R"(,"in_app":true,"vars":)" + object + "}]}}]}";
}

std::string withVars(const std::string &vars)
{
    return R"({"platform":"python","extra":{"data":)" + vars + R"(},"request":{"data":)" + vars
        + R"(},"contexts":{"state":{"value":)" + vars + R"(}},"breadcrumbs":[{"message":"m","data":{"d":)" + vars
        + R"(}}],"exception":[{"type":"E","stacktrace":{"frames":[{"function":"f","in_app":true,"vars":{"v":)" + vars
        + "}}]}}]}";
}

std::string wideObject(int members)
{
    std::string json = "{";
    for (int i = 0; i < members; ++i) {
        json += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":" + std::to_string(i);
    }
    return json + "}";
}

std::string nested(int levels)
{
    std::string json;
    for (int i = 0; i < levels; ++i) {
        json += "{\"a\":";
    }
    return json + "1" + std::string(static_cast<std::size_t>(levels), '}');
}

std::string breadcrumbs(int count)
{
    std::string json = R"({"breadcrumbs":[)";
    for (int i = 0; i < count; ++i) {
        json += (i > 0 ? "," : "") + std::string(R"({"category":"loop","message":"crumb )") + std::to_string(i)
            + R"(","data":{"n":)" + std::to_string(i) + "}}";
    }
    return json + "]}";
}

std::string frames(int count)
{
    std::string json = R"({"platform":"python","exception":[{"type":"RecursionError","stacktrace":{"frames":[)";
    for (int i = 0; i < count; ++i) {
        json += (i > 0 ? "," : "") + std::string(R"({"function":"f)") + std::to_string(i % 7)
            + R"(","module":"app","in_app":true,"lineno":)" + std::to_string(i) + R"(,"vars":{"n":")"
            + std::to_string(i) + "\"}}";
    }
    return json + "]}}]}";
}

} // namespace

std::vector<std::pair<std::string, std::string>> hostileEvents()
{
    const std::string megabyte = '"' + std::string(1 << 20U, 'x') + '"';
    return {
        {"markup everywhere", everywhere('"' + std::string(markup) + '"')},
        {"NUL and control characters everywhere", everywhere(R"("a\u0000b\u0007\u001b[31m\r\n\tc")")},
        {"bidi controls everywhere", everywhere("\"\\u202etxt.exe\\u2066\"")},
        {"lone surrogates everywhere", everywhere(R"("x\ud800y")")},
        {"mnemonics and placeholders everywhere", everywhere(R"("&File %1 %2 %n")")},
        {"a text of a megabyte everywhere", everywhere(megabyte)},
        {"a megabyte of line ends",
         withVars('"' +
                  [] {
                      std::string lines;
                      for (int i = 0; i < (1 << 19); ++i) {
                          lines += "\\n";
                      }
                      return lines;
                  }()
                  + '"')},
        {"a hundred thousand members", withVars(wideObject(100'000))},
        {"a tree of 900 levels", withVars(nested(900))},
        {"a thousand breadcrumbs", breadcrumbs(1000)},
        {"five thousand breadcrumbs", breadcrumbs(5000)},
        {"11,427 frames", frames(11'427)},
        {"nothing", "{}"},
        {"null in every place",
         R"({"exception":[null,{"stacktrace":{"frames":[null,null]}}],"breadcrumbs":[null,null],"request":null,)"
         R"("user":null,"contexts":{"os":null},"tags":null,"extra":null,"threads":[null]})"},
        {"the wrong kind in every place",
         R"({"exception":7,"breadcrumbs":"x","request":[1],"user":"me","contexts":[1],"tags":3,"extra":"e",)"
         R"("modules":1,"sdk":4,"fingerprint":{"a":1},"level":{},"timestamp":[]})"},
    };
}

} // namespace picket::test
