// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostile/hostiletable.h"

#include "tests/ui/docks/hostileevents.h"
#include "tests/ui/hostile/lures.h"

#include <functional>

namespace picket::test {

namespace {

std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

std::string repeated(const std::string &text, std::size_t times)
{
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

// "[a,b,c]" or "{a,b,c}" of what `make` says of each number.
std::string list(char open, std::size_t count, const std::function<std::string(std::size_t)> &make)
{
    std::string out(1, open);
    for (std::size_t i = 0; i < count; ++i) {
        out += i > 0 ? "," : "";
        out += make(i);
    }
    return out + (open == '[' ? ']' : '}');
}

// An event in which one quoted text stands everywhere where text can stand, and where it cannot.
std::string everywhere(const std::string &t)
{
    const std::string object = "{" + t + ":" + t + R"(,"list":[)" + t + "]}";
    const std::string frame = R"({"function":)" + t + R"(,"filename":)" + t + R"(,"abs_path":)" + t + R"(,"module":)"
        + t + R"(,"package":)" + t + R"(,"lineno":3,"in_app":true,"pre_context":[)" + t + "," + t
        + R"(],"context_line":)" + t + R"(,"post_context":[)" + t + R"(],"vars":)" + object + "}";
    const std::string stack = R"("stacktrace":{"frames":[)" + frame + "," + frame + "]}";
    return R"({"platform":"python","message":{"formatted":)" + t + R"(,"message":)" + t + R"(,"params":[)" + t
        + R"(]},"level":)" + t + R"(,"release":)" + t + R"(,"dist":)" + t + R"(,"environment":)" + t
        + R"(,"server_name":)" + t + R"(,"transaction":)" + t + R"(,"logger":)" + t + R"(,"culprit":)" + t
        + R"(,"tags":)" + object + R"(,"extra":)" + object + R"(,"modules":)" + object + R"(,"user":{"id":)" + t
        + R"(,"email":)" + t + R"(,"username":)" + t + R"(,"ip_address":)" + t + R"(,"data":)" + object
        + R"(},"contexts":{)" + t + ":" + object + R"(,"os":{"type":"os","name":)" + t + R"(},"trace":)" + object
        + R"(},"sdk":{"name":)" + t + R"(,"version":)" + t + R"(,"integrations":[)" + t + R"(]},"fingerprint":[)" + t
        + R"(],"request":{"url":)" + t + R"(,"method":)" + t + R"(,"query_string":)" + t + R"(,"headers":)" + object
        + R"(,"cookies":)" + object + R"(,"data":)" + t + R"(,"env":)" + object + R"(},"breadcrumbs":[{"type":)" + t
        + R"(,"level":)" + t + R"(,"category":)" + t + R"(,"message":)" + t + R"(,"timestamp":)" + t + R"(,"data":)"
        + object + R"(}],"exception":[{"type":)" + t + R"(,"value":)" + t + R"(,"module":)" + t
        + R"(,"mechanism":{"type":)" + t + R"(,"data":)" + object + "}," + stack + R"(}],"threads":[{"id":)" + t
        + R"(,"name":)" + t + "," + stack + "}]}";
}

std::string withValue(const std::string &value)
{
    return R"({"platform":"python","extra":{"value":)" + value + R"(},"contexts":{"state":{"value":)" + value
        + R"(}},"request":{"url":"http://x/","data":)" + value + R"(},"breadcrumbs":[{"message":"m","data":{"d":)"
        + value
        + R"(}}],"exception":[{"type":"E","value":"v","stacktrace":{"frames":[{"function":"f","in_app":true,"vars":{"v":)"
        + value + "}}]}}]}";
}

std::string withFrame(const std::string &members)
{
    return R"({"platform":"python","exception":[{"type":"E","value":"frame","stacktrace":{"frames":[{"function":"f",)"
           R"("filename":"a.py","in_app":true,)"
        + members + "}]}}]}";
}

std::string nestedLists(std::size_t levels)
{
    return repeated("[", levels) + "1" + repeated("]", levels);
}

std::string markupWith(const Lures &lures)
{
    const std::string fifo = "file://" + lures.path("fifo");
    return quoted("<qt><link rel='stylesheet' href='file://" + lures.path("style.css")
                  + "'><h1>big</h1><img src='file://" + lures.path("picture.png") + "'><img src='" + fifo
                  + "'><img src='" + lures.path("picture.png") + "'><a href='" + fifo
                  + "'>click</a><style>@import url(file://" + lures.path("style.css") + ")</style>");
}

// Exceptions that name each other as their parent, in groups.
std::string cyclicExceptions(std::size_t count)
{
    return R"({"exception":)"
        + list('[', count,
               [count](std::size_t i) {
                   const std::string id = std::to_string(i);
                   const std::string parent = std::to_string((i * 7 + 1) % count);
                   return R"({"type":"E)" + id + R"(","value":"v","mechanism":{"type":"chained","is_exception_group":)"
                       + (i % 3 == 0 ? "true" : "false") + R"(,"exception_id":)" + id + R"(,"parent_id":)" + parent
                       + R"(},"stacktrace":{"frames":[{"function":"f","in_app":true,"lineno":1}]}})";
               })
        + "}";
}

std::string absurdTimes()
{
    const std::vector<std::string> times = {R"("0001-01-01T00:00:00Z")",
                                            R"("9999-12-31T23:59:59.999999Z")",
                                            "1e308",
                                            "-1e308",
                                            "-1",
                                            "0",
                                            "99999999999999999999",
                                            R"("1e400")",
                                            R"("-0001-01-01T00:00:00Z")",
                                            R"("2026-02-30T25:61:61Z")",
                                            R"("")",
                                            "{}",
                                            "9223372036854775807",
                                            "253402300800",
                                            "-62135596801",
                                            R"("now")"};
    std::string crumbs = list('[', times.size(), [&](std::size_t i) {
        return R"({"category":"time","message":"at","timestamp":)" + times[i] + "}";
    });
    return R"({"message":"absurd times","timestamp":1e308,"start_timestamp":-1e308,"breadcrumbs":)" + crumbs
        + R"(,"contexts":{"app":{"app_start_time":"9999-12-31T23:59:59Z"},"device":{"boot_time":1e308}}})";
}

std::string atTime(const std::string &time)
{
    return R"({"message":"at )" + std::to_string(time.size()) + R"( an absurd time","timestamp":)" + time
        + R"(,"breadcrumbs":[{"message":"m","timestamp":)" + time + "}]}";
}

std::string manyThreads(std::size_t count)
{
    return R"({"platform":"java","threads":)"
        + list('[', count,
               [](std::size_t i) {
                   return R"({"id":)" + std::to_string(i) + R"(,"name":"pool","crashed":)" + (i == 0 ? "true" : "false")
                       + R"(,"stacktrace":{"frames":)"
                       + list('[', 30,
                              [](std::size_t j) {
                                  return R"({"function":"run)" + std::to_string(j) + R"(","module":"java.lang"})";
                              })
                       + "}}";
               })
        + "}";
}

std::string richBreadcrumbs(std::size_t count)
{
    return R"({"message":"with data","breadcrumbs":)"
        + list('[', count,
               [](std::size_t i) {
                   return R"({"type":"http","category":"c)" + std::to_string(i) + R"(","message":")"
                       + repeated("long message ", 100) + R"(","timestamp":)" + std::to_string(1'700'000'000 + i)
                       + R"(,"data":{"url":"http://x/","body":)"
                       + list('[', 50, [](std::size_t j) { return std::to_string(j); }) + "}}";
               })
        + "}";
}

std::string thirtyMegabytesOfFrames()
{
    const std::string line = repeated("    total = price * count  # ", 20);
    return R"({"platform":"python","exception":[{"type":"RecursionError","value":"30 MB","stacktrace":{"frames":)"
        + list('[', 11'427,
               [&](std::size_t i) {
                   return R"({"function":"recurse","module":"shop.cart","filename":"cart.py","in_app":true,"lineno":)"
                       + std::to_string(i) + R"(,"pre_context":[)" + quoted(line) + "," + quoted(line)
                       + R"(],"context_line":)" + quoted(line) + R"(,"vars":{"depth":)" + std::to_string(i)
                       + R"(,"payload":)" + quoted(line) + "}}";
               })
        + "}}]}";
}

std::string wrongKinds()
{
    return R"({"event_id":[1],"platform":{"a":1},"message":[["x"]],"level":12,"logger":["a"],"release":7,)"
           R"("environment":{"b":2},"transaction":false,"server_name":1e3,"dist":[],"timestamp":{"t":1},)"
           R"("tags":[["a"],["a","b","c"],[1,2],[null,null],"x",{"key":{},"value":[]}],"extra":["e"],)"
           R"("user":{"id":{"a":1},"email":[1],"username":1.5,"ip_address":false,"data":"d","geo":"g"},)"
           R"("contexts":{"os":"linux","device":[1,2],"trace":7,"runtime":{"name":{},"version":[]}},)"
           R"("request":{"url":{"a":1},"method":["GET"],"headers":[["a"],["b","c"],7,{"x":"y"}],"cookies":[["a","b"]],)"
           R"("query_string":{"q":[1]},"env":"e","data":12},"sdk":{"name":{},"version":[],"integrations":"x","packages":7},)"
           R"("breadcrumbs":{"values":[1,"two",[3],{"message":{"a":1},"category":[1],"data":"text","level":9,)"
           R"("timestamp":[1]}]},"fingerprint":"{{ default }}","modules":["a","b"],"debug_meta":{"images":"x"},)"
           R"("exception":{"values":[{"type":{"a":1},"value":["v"],"module":3,"mechanism":"m","stacktrace":{"frames":)"
           R"([{"function":{"f":1},"filename":["a","b"],"abs_path":7,"lineno":"x","colno":{},"in_app":"yes","vars":[1,2],)"
           R"("pre_context":"line","context_line":7,"post_context":{"a":1}},"frame",7,[]]}},{"stacktrace":[]},"e",8]},)"
           R"("threads":{"values":[{"id":[1],"name":{},"crashed":"no","stacktrace":{"frames":"none"}},"t"]},"spans":7})";
}

using Table = std::vector<std::pair<std::string, std::string>>;

// Four marks a time.
std::string combiningMarks()
{
    return "Z" + repeated("\xCC\x81\xCC\xB4\xCD\x9D\xD2\x89", 25'000);
}

constexpr const char *family = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6";
constexpr const char *arabic = "\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\xA9";

void addTexts(Table &table, const Lures &lures)
{
    for (const auto &[what, text] : hostileTexts(lures)) {
        table.emplace_back(what + " everywhere", everywhere(text));
    }
    table.emplace_back("a megabyte of tabs", withValue(quoted(repeated("\\t", 1 << 20U))));
    table.emplace_back("a megabyte of separated words", withValue(quoted(repeated("word ", 200'000))));
    table.emplace_back("a megabyte on one source line",
                       withFrame(R"("lineno":9,"context_line":)" + quoted(repeated("x = 1; ", 150'000))));
    table.emplace_back("a megabyte of brackets on one source line",
                       withFrame(R"("lineno":9,"context_line":)" + quoted(repeated("((\\\"'''{{", 100'000))));
    const auto screenOf = [](const std::string &text) {
        return list('[', 100, [&](std::size_t) { return quoted(text); });
    };
    for (const auto &[what, text] : {std::pair{"letters", std::string(4000, 'x')},
                                     {"combining marks", combiningMarks().substr(0, 8001)},
                                     {"joined emoji", repeated(family, 500)},
                                     {"Arabic", repeated(arabic, 580)},
                                     {"brackets and quotes", repeated("({'\\\"", 700)}}) {
        table.emplace_back(std::string("a screen full of long lines of ") + what,
                           withFrame(R"("lineno":99,"context_line":"here","pre_context":)" + screenOf(text)
                                     + R"(,"post_context":)" + screenOf(text) + R"(,"vars":)" + screenOf(text)));
    }
    table.emplace_back("100,000 source lines",
                       withFrame(R"("lineno":50000,"context_line":"here","post_context":)"
                                 + list('[', 100'000, [](std::size_t) { return R"("  line")"; })));
    table.emplace_back("100,000 source lines before",
                       withFrame(R"("lineno":1e18,"context_line":"here","pre_context":)"
                                 + list('[', 100'000, [](std::size_t) { return R"("/* '''")"; })));
}

void addCounts(Table &table)
{
    const auto numbered = [](std::size_t i) {
        return "\"key " + std::to_string(i) + "\":\"value " + std::to_string(i) + '"';
    };
    table.emplace_back("5,000 tags", R"({"message":"tags","tags":)" + list('{', 5000, numbered) + "}");
    table.emplace_back("20,000 modules, headers and cookies",
                       R"({"message":"wide","modules":)" + list('{', 20'000, numbered)
                           + R"(,"request":{"url":"http://x/","headers":)" + list('{', 20'000, numbered)
                           + R"(,"cookies":)" + list('{', 20'000, numbered) + "}}");
    table.emplace_back("20,000 contexts",
                       R"({"message":"contexts","contexts":)" + list('{', 20'000, [](std::size_t i) {
                           return "\"c" + std::to_string(i) + R"(":{"type":"x","a":1})";
                       }) + "}");
    table.emplace_back("a list of 100,000 numbers",
                       withValue(list('[', 100'000, [](std::size_t i) { return std::to_string(i); })));
    table.emplace_back("a list of 100,000 objects",
                       R"({"message":"objects","extra":{"v":)" + list('[', 100'000, [](std::size_t i) {
                           return R"({"id":)" + std::to_string(i) + "}";
                       }) + "}}");
    table.emplace_back("10,000 parts of a fingerprint",
                       R"({"message":"f","fingerprint":)" + list('[', 10'000, [](std::size_t i) {
                           return quoted("part " + std::to_string(i));
                       }) + "}");
    table.emplace_back("500 exceptions that are each other's parents", cyclicExceptions(500));
    table.emplace_back("two exceptions that are each other's parents", cyclicExceptions(2));
    table.emplace_back("1,000 threads", manyThreads(1000));
    table.emplace_back("1,000 breadcrumbs with data", richBreadcrumbs(1000));
    table.emplace_back("30 MB of frames", thirtyMegabytesOfFrames());
    table.emplace_back("30 MB in one text",
                       R"({"message":"30 MB","extra":{"v":)" + quoted(std::string(30U << 20U, 'x')) + "}}");
    table.emplace_back("30 MB of small values",
                       R"({"message":"30 MB of values","extra":)" + list('{', 1'400'000, [](std::size_t i) {
                           return "\"k" + std::to_string(i) + "\":\"value\"";
                       }) + "}");
}

void addShapes(Table &table)
{
    table.emplace_back("120 nested objects", withValue(repeated(R"({"a":)", 120) + "1" + std::string(120, '}')));
    table.emplace_back("120 nested lists", withValue(nestedLists(120)));
    table.emplace_back("900 nested lists", withValue(nestedLists(900)));
    table.emplace_back("nested deeper than any reader goes", withValue(nestedLists(100'000)));
    table.emplace_back("objects that double at each level", withValue([] {
                           std::string value = "1";
                           for (int level = 0; level < 16; ++level) {
                               value = R"({"a":)" + value + R"(,"b":)" + value + "}";
                           }
                           return value;
                       }()));
    const std::string huge = quoted(std::string(28U << 20U, 'x'));
    table.emplace_back("28 MB on one source line", withFrame(R"("lineno":9,"context_line":)" + huge));
    table.emplace_back("28 MB in one variable", withFrame(R"("lineno":9,"vars":{"v":)" + huge + "}"));
    table.emplace_back("28 MB of message", R"({"message":)" + huge + "}");
    table.emplace_back("2 MB of line ends in a message", R"({"message":)" + quoted(repeated(R"(\n)", 2'000'000)) + "}");
    table.emplace_back("2 MB of line ends in an exception",
                       R"({"exception":[{"type":"E","value":)" + quoted(repeated(R"(\n)", 2'000'000)) + "}]}");
    table.emplace_back("2 MB of line ends between members",
                       R"({"message":"m",)" + std::string(2'000'000, '\n') + R"("extra":{}})");
    table.emplace_back("absurd times", absurdTimes());
    for (const char *time : {R"("0001-01-01T00:00:00Z")", R"("9999-12-31T23:59:59Z")", "1e308", "-1e308", "-5"}) {
        table.emplace_back(std::string("the time ") + time, atTime(time));
    }
    table.emplace_back("impossible line numbers",
                       withFrame(R"("lineno":9223372036854775807,"colno":-1,"pre_context":["a"],"context_line":"b")"));
    table.emplace_back("a negative line number", withFrame(R"("lineno":-5,"pre_context":["a"],"context_line":"b")"));
    table.emplace_back("wrong kinds inside of everything", wrongKinds());
    table.emplace_back("no JSON at all",
                       std::string("\x00\x01\xFE\xFF<html><img src=x>", 21) + std::string(1 << 20U, '\xFF'));
    table.emplace_back("a megabyte of opened brackets", std::string(1 << 20U, '['));
    table.emplace_back("an event that ends in the middle", R"({"message":"cut","extra":{"a":[1,2,)");
}

} // namespace

std::vector<std::pair<std::string, std::string>> hostileTexts(const Lures &lures)
{
    return {
        {"markup that names files", markupWith(lures)},
        {"2,000 nested tables", quoted(repeated("<table><tr><td>", 2000) + "x")},
        {"100 KB of combining marks", quoted(combiningMarks())},
        {"100 KB of joined emoji", quoted(repeated(family, 6000))},
        {"100 KB of Arabic without a blank", quoted(repeated(arabic, 7000))},
        {"overrides and zero-width characters",
         quoted(repeated(R"(\u202ea\u200b\u200c\u200d\u2060\ufeff\u2066b\u2069)", 200))},
        {"surrogates in the wrong order", R"("\udc00\ud800\ud800 \udfff")"},
        {"bytes that are no UTF-8", "\"\xC0\xAF\xED\xA0\x80\xF5\x80\x80\x80\xFF\""},
        {"100 KB of line ends", quoted(repeated(R"(\n)", 100'000))},
        {"line and paragraph separators", quoted(repeated(R"(a\u2028b\u2029c\u0085d\u000be\u000c)", 2000))},
    };
}

std::vector<NamedFile> namedFiles(const Lures &lures)
{
    const std::string agreed = lures.agreedFolder();
    return {
        {agreed + "/fifo.py", "not on this disk"},
        {agreed + "/folder.py", "not on this disk"},
        {agreed + "/link.py", ""},
        {agreed + "/../secret.py", ""},
        {agreed + "/../fifo", ""},
        {agreed + "/large.py", "on this disk, too long to show"},
        {agreed + "/longline.py", "on this disk"},
        {agreed + "/lines.py", "on this disk, too long to show"},
        {agreed + "/nul.py", "on this disk"},
        {lures.path("fifo"), ""},
        {lures.path("secret.py"), ""},
        {lures.path("folder"), ""},
        {lures.path("absent"), ""},
        {"/dev/zero", ""},
        {"/dev/stdin", ""},
        {"/proc/self/mem", ""},
        {"/proc/kmsg", ""},
        {"../../../etc/passwd", ""},
        {"~/.ssh/id_rsa", ""},
        {"file:///etc/passwd", ""},
        {"/", ""},
        {"/net/nowhere.invalid/share/a.py", ""},
        {agreed + "/none.py", "not on this disk"},
        {agreed + "/a/b/../../../agreed/./honest.py", "on this disk"},
        {'/' + std::string(5000, 'a'), ""},
        {repeated("/a", 5000), ""},
        {agreed + "/honest.py", "on this disk"},
    };
}

std::string eventOfFiles(const std::vector<NamedFile> &files)
{
    return R"({"platform":"python","exception":[{"type":"E","value":"paths","stacktrace":{"frames":)"
        + list('[', files.size(),
               [&](std::size_t i) {
                   return R"({"function":"f","in_app":true,"abs_path":)" + quoted(files[i].path) + R"(,"lineno":)"
                       + std::to_string(static_cast<std::size_t>(firstLine) + i) + "}";
               })
        + "}}]}";
}

std::vector<std::pair<std::string, std::string>> hostileTable(const Lures &lures)
{
    Table table = hostileEvents();
    addTexts(table, lures);
    addCounts(table);
    addShapes(table);
    return table;
}

} // namespace picket::test
