// SPDX-License-Identifier: GPL-3.0-or-later
// What a compiler, a bundler or a deploy generates in a name splits no issue; what a person wrote does.
#include "core/grouping/functionname.h"
#include "core/grouping/names/bundlename.h"
#include "core/grouping/names/foldername.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket::test;
using namespace std::string_literals;

namespace {

struct Pair {
    const char *title;
    FrameParts one;
    FrameParts other;
};

FrameParts function(std::string name)
{
    return {.function = std::move(name)};
}

FrameParts method(std::string module, std::string name)
{
    return {.module = std::move(module), .function = std::move(name)};
}

FrameParts file(std::string name, std::string absPath = {})
{
    return {.filename = std::move(name), .function = "run", .absPath = std::move(absPath)};
}

// An event whose newest frame is the one in question.
Event eventWith(const std::string &platform, const FrameParts &parts)
{
    return crash(platform, {frame({.function = "begin"}), frame(parts)});
}

void addRows(const std::string &platform, const std::vector<Pair> &together, const std::vector<Pair> &apart)
{
    const auto add = [&platform](const Pair &pair, bool meet) {
        QTest::addRow("%s: %s (%s)", platform.c_str(), pair.title, meet ? "one issue" : "two issues")
            << eventWith(platform, pair.one) << eventWith(platform, pair.other)
            << eventWith(platform, function("something else")) << meet;
    };
    for (const Pair &pair : together) {
        add(pair, true);
    }
    for (const Pair &pair : apart) {
        add(pair, false);
    }
}

void addPhp()
{
    const std::string nul(1, '\0');
    addRows(
        "php",
        {{"a closure of a file", function("{closure:/srv/r1/web.php:38}"), function("{closure:/srv/r2/web.php:41}")},
         {"a closure of a file on Windows", function("{closure:C:\\a\\web.php:3}"),
          function("{closure:D:\\b\\web.php:4}")},
         {"a closure of a method", function("A\\B::{closure:A\\B::handle():41}"),
          function("A\\B::{closure:A\\B::handle():47}")},
         {"a closure of a function", function("{closure:total():3}"), function("{closure:total():9}")},
         {"a closure in a closure", function("{closure:{closure:/srv/r1/a.php:3}:4}"),
          function("{closure:{closure:/srv/r2/a.php:5}:6}")},
         {"a closure in a closure of a method", function("{closure:{closure:A::b():3}:4}"),
          function("{closure:{closure:A::b():5}:6}")},
         {"an anonymous class", function("class@anonymous" + nul + "/srv/r1/a.php:3$0::run"),
          function("class@anonymous" + nul + "/srv/r2/a.php:5$1f::run")},
         {"an anonymous class of a named one", function("App\\Job@anonymous" + nul + "/srv/r1/a.php:3$0::run"),
          function("App\\Job@anonymous" + nul + "/srv/r2/a.php:5$1::run")},
         {"an anonymous class without the NUL", function("App\\Job@anonymous/srv/r1/a.php:3$0::run"),
          function("App\\Job@anonymous/srv/r2/a.php:5$1::run")},
         {"a closure of an anonymous class",
          function("{closure:App\\Job@anonymous" + nul + "/srv/r1/a.php:3$0::run():4}"),
          function("{closure:App\\Job@anonymous" + nul + "/srv/r2/a.php:5$0::run():6}")},
         {"a compiled container", function("ContainerXyz12Ab\\App_Kernel::getMailer"),
          function("ContainerQrs98Zz\\App_Kernel::getMailer")},
         {"a ghost of the container", function("ContainerXyz12Ab\\EntityManagerGhostebeb667::find"),
          function("ContainerQrs98Zz\\EntityManagerGhost0a1b2c3::find")},
         {"a compiled template", file("0a1b2c3d4e5f60718293a4b5c6d7e8f901234567.php"),
          file("ff1b2c3d4e5f60718293a4b5c6d7e8f901234567.php")}},
        {{"closures of two methods", function("{closure:A::b():3}"), function("{closure:A::c():3}")},
         {"closures of two classes", function("{closure:A::b():3}"), function("{closure:Z::b():3}")},
         {"closures of two functions", function("{closure:a():3}"), function("{closure:b():3}")},
         {"methods of anonymous classes", function("class@anonymous" + nul + "/a.php:3$0::run"),
          function("class@anonymous" + nul + "/a.php:3$0::stop")},
         {"anonymous classes of two named ones", function("App\\Job@anonymous" + nul + "/a.php:3$0::run"),
          function("App\\Task@anonymous" + nul + "/a.php:3$0::run")},
         {"two functions", function("A::b"), function("A::c")},
         {"a namespace that begins like the container's", function("ContainerTools\\A::b"),
          function("ContainerOther\\A::b")},
         {"two files", file("web.php"), file("api.php")}});
}

void addBeam()
{
    addRows(
        "elixir",
        {{"arguments", function("A.b(\"sku-19\", 3, %{gift: true})"), function("A.b(\"sku-4\", 12, %{x: {1, 2}})")},
         {"arguments and the arity", function("A.b(1, [2, 3], \"a,b)\")"), function("A.b/3")},
         {"no arguments", function("A.b()"), function("A.b/0")},
         {"an argument with quotes", function("A.b(\"a\\\"),(\", 'c,d')"), function("A.b/2")},
         {"one structure", function("A.b(%A{x: 1, y: [1, 2]})"), function("A.b/1")},
         {"an anonymous function", function("anonymous fn/1 in A.b/2"), function("anonymous fn(3) in A.b/2")},
         {"a numbered function", function("-b/2-fun-0-"), function("-b/2-fun-3-")},
         {"a comprehension", function("-b/2-lc$^0/1-0-"), function("-b/2-lc$^1/1-2-")},
         {"an inspected function", function("#Function<7.126501267/0 in A.b/1>"),
          function("#Function<9.55550000/0 in A.b/1>")},
         {"a script's module", method("elixir_compiler_1", "__FILE__/1"), method("elixir_compiler_7", "__FILE__/1")}},
        {{"two arities", function("A.b(1, 2)"), function("A.b(1, 2, 3)")},
         {"two arities without arguments", function("A.b/2"), function("A.b/3")},
         {"two functions", function("A.b(1)"), function("A.c(1)")},
         {"functions of two functions", function("-b/2-fun-0-"), function("-c/2-fun-0-")},
         {"anonymous functions of two functions", function("anonymous fn/1 in A.b/2"),
          function("anonymous fn/1 in A.c/2")}});
    addRows("erlang",
            {{"arguments", function("shelf:reserve(<<\"sku,(\">>,3)"), function("shelf:reserve/2")},
             {"an atom with blanks", function("shelf:reserve('a, b',#{x => 1})"), function("shelf:reserve/2")},
             {"an operator among the arguments", function("erlang:'+'(1,a)"), function("erlang:'+'/2")}},
            {{"two modules", function("shelf:reserve(1)"), function("stock:reserve(1)")}});
    addRows("other",
            {{"Elixir known by its file",
              {.filename = "lib/a.ex", .function = "A.b(1)"},
              {.filename = "lib/a.ex", .function = "A.b(2)"}}},
            {{"no language", function("b(1)"), function("b(2)")}});
}

void addDotnet()
{
    addRows(
        "csharp",
        {{"a state machine", method("A.Page+<OnSend>d__12", "MoveNext"), method("A.Page+<OnSend>d__13", "MoveNext")},
         {"a closure", method("A.Page+<>c__DisplayClass3_0", "<Check>b__0"),
          method("A.Page+<>c__DisplayClass14_2", "<Check>b__1")},
         {"a lambda", method("A.Page+<>c", "<Check>b__3_0"), method("A.Page+<>c", "<Check>b__4_1")},
         {"a generic closure", method("A.Page+<>c__3`1", "<Check>b__3_0"), method("A.Page+<>c__4`1", "<Check>b__4_0")},
         {"a local function", method("A.Page", "<Check>g__Step|4_1"), method("A.Page", "<Check>g__Step|5_0")},
         {"an iterator", method("A.Page+<GetEnumerator>d__5`1", "MoveNext"),
          method("A.Page+<GetEnumerator>d__6`1", "MoveNext")},
         {"an asynchronous lambda", method("A.Page+<>c+<<Run>b__0_1>d", "MoveNext"),
          method("A.Page+<>c+<<Run>b__2_3>d", "MoveNext")},
         {"an anonymous type", method("<>f__AnonymousType0`2", "ToString"),
          method("<>f__AnonymousType7`2", "ToString")},
         {"an old compiler's iterator", method("A.Page+<Run>c__Iterator0", "MoveNext"),
          method("A.Page+<Run>c__Iterator4", "MoveNext")},
         {"a signature", method("A.Page", "bool Page.<Check>b__3_0(Line line)"),
          method("A.Page", "bool Page.<Check>b__9_0(Line line)")},
         {"F#'s closure", method("Shop", "total@45-1"), method("Shop", "total@51-3")},
         {"Visual Basic's lambda", method("Shop+_Closure$__3-0", "_Lambda$__1"),
          method("Shop+_Closure$__7-0", "_Lambda$__4")},
         {"Visual Basic's state machine", method("Shop+VB$StateMachine_12_Run", "MoveNext"),
          method("Shop+VB$StateMachine_13_Run", "MoveNext")},
         {"emitted code", function("lambda_method12"), function("lambda_method873")},
         {"a proxy", method("Castle.Proxies.OrderProxy_12", "Save"), method("Castle.Proxies.OrderProxy_3", "Save")}},
        {{"lambdas of two methods", method("A.Page+<>c", "<Check>b__3_0"), method("A.Page+<>c", "<Send>b__3_0")},
         {"state machines of two methods", method("A.Page+<OnSend>d__12", "MoveNext"),
          method("A.Page+<OnLoad>d__12", "MoveNext")},
         {"two local functions", method("A.Page", "<Check>g__Step|4_1"), method("A.Page", "<Check>g__Leap|4_1")},
         {"two kinds of one method", method("A.Page+<Run>d__1", "MoveNext"), method("A.Page+<Run>e__1", "MoveNext")},
         {"generic arity", method("A.List`1", "Add"), method("A.List`2", "Add")},
         {"a number that a person wrote", method("A.Page2", "Run1"), method("A.Page3", "Run1")},
         {"a method with a number", method("A.Page", "Step_1"), method("A.Page", "Step_2")},
         {"overloads", method("A.Page", "void Page.Run(int)"), method("A.Page", "void Page.Run(string)")}});
    addRows("native",
            {{"IL2CPP's hash", function("Basket_Add_m0123456789ABCDEF0123456789ABCDEF01234567"),
              function("Basket_Add_mFF23456789ABCDEF0123456789ABCDEF01234567")},
             {"IL2CPP's lambda", function("U3CU3Ec_U3CCheckU3Eb__3_0_m0123456789ABCDEF0123456789ABCDEF01234567"),
              function("U3CU3Ec_U3CCheckU3Eb__4_1_mFF23456789ABCDEF0123456789ABCDEF01234567")}},
            {{"two methods of IL2CPP", function("Basket_Add_m0123456789ABCDEF0123456789ABCDEF01234567"),
              function("Basket_Drop_m0123456789ABCDEF0123456789ABCDEF01234567")}});
}

void addJvm()
{
    addRows(
        "java",
        {{"an anonymous class", method("a.Foo$1", "run"), method("a.Foo$2", "run")},
         {"a lambda of Kotlin", method("a.Foo$total$1", "invoke"), method("a.Foo$total$2", "invoke")},
         {"nested lambdas of Kotlin", method("a.Foo$total$1$2", "invokeSuspend"),
          method("a.Foo$total$3$1", "invokeSuspend")},
         {"an inlined lambda", method("a.Foo$$inlined$map$1", "emit"), method("a.Foo$$inlined$map$4", "emit")},
         {"a lambda of Kotlin 2", method("a.Foo", "total$lambda$0"), method("a.Foo", "total$lambda$3")},
         {"a lambda in a lambda of Kotlin 2", method("a.Foo", "total$lambda$3$lambda$2"),
          method("a.Foo", "total$lambda$4$lambda$0")},
         {"a lambda of older Kotlin", method("a.Foo", "total$lambda-0"), method("a.Foo", "total$lambda-3")},
         {"a lambda of Java", method("a.Foo", "lambda$total$0"), method("a.Foo", "lambda$total$7")},
         {"a lambda of Android", method("a.Foo", "lambda$total$0$a-Foo"), method("a.Foo", "lambda$total$2$a-Foo")},
         {"a lambda without a method", method("a.Foo", "lambda$null$0"), method("a.Foo", "lambda$null$1")},
         {"a lambda class of Android", method("a.Foo$$ExternalSyntheticLambda0", "onClick"),
          method("a.Foo$$ExternalSyntheticLambda5", "onClick")},
         {"a lambda class of new Java", method("a.Foo$$Lambda/0x0000000800c03000", "run"),
          method("a.Foo$$Lambda/0x0000000800c99000", "run")},
         {"a composable", method("a.ComposableSingletons$MainKt$lambda-1$1", "invoke"),
          method("a.ComposableSingletons$MainKt$lambda-2$1", "invoke")},
         {"a function of Scala", method("a.Foo", "$anonfun$total$1"), method("a.Foo", "$anonfun$total$3")},
         {"a class of a function of Scala", method("a.Foo$$anonfun$total$1", "apply"),
          method("a.Foo$$anonfun$total$2", "apply")},
         {"an anonymous class of Scala", method("a.Foo$$anon$1", "run"), method("a.Foo$$anon$2", "run")},
         {"a closure of Groovy", method("a.Foo$_run_closure1", "doCall"), method("a.Foo$_run_closure4", "doCall")},
         {"an accessor", method("a.Foo", "access$100"), method("a.Foo", "access$200")},
         {"a proxy of Java", method("com.sun.proxy.$Proxy12", "save"), method("com.sun.proxy.$Proxy77", "save")},
         {"a proxy of new Java", method("jdk.proxy2.$Proxy12", "save"), method("jdk.proxy3.$Proxy77", "save")},
         {"a mock", method("a.Foo$MockitoMock$123456", "run"), method("a.Foo$MockitoMock$987", "run")},
         {"a hidden class", method("a.LambdaForm$MH/0x0000000800c03000", "invoke"),
          method("a.LambdaForm$MH/0x0000000900000000", "invoke")},
         {"Spring's proxy", method("a.Foo$$SpringCGLIB$$0", "run"), method("a.Foo$$SpringCGLIB$$1", "run")},
         {"R8's id", {.filename = "r8-map-id-5b6e", .function = "a"}, {.filename = "r8-map-id-77aa", .function = "a"}}},
        {{"local classes of one name", method("a.Foo$1Bar", "run"), method("a.Foo$2Bar", "run")},
         {"a local class and an anonymous one", method("a.Foo$1Bar", "run"), method("a.Foo$1", "run")},
         {"lambdas of two methods of Kotlin", method("a.Foo$total$1", "invoke"), method("a.Foo$count$1", "invoke")},
         {"lambdas of two methods of Java", method("a.Foo", "lambda$total$0"), method("a.Foo", "lambda$count$0")},
         {"anonymous classes of two classes", method("a.Foo$1", "run"), method("a.Bar$1", "run")},
         {"methods of an anonymous class", method("a.Foo$1", "run"), method("a.Foo$1", "stop")},
         {"inner classes", method("a.Foo$Bar", "run"), method("a.Foo$Baz", "run")},
         {"a class with a number", method("a.Foo1", "run"), method("a.Foo2", "run")},
         {"functions of Scala", method("a.Foo", "$anonfun$total$1"), method("a.Foo", "$anonfun$count$1")},
         {"a method with a number", method("a.Foo", "step1"), method("a.Foo", "step2")}});
}

void addGo()
{
    addRows(
        "go",
        {{"a closure", method("main", "handle.func1"), method("main", "handle.func2")},
         {"a closure of a method", method("main", "(*Server).handle.func1"), method("main", "(*Server).handle.func3")},
         {"a closure in a closure", method("main", "handle.func1.2"), method("main", "handle.func4.1")},
         {"a closure with its package", function("example.com/a/shop.handle.func1"),
          function("example.com/a/shop.handle.func2")},
         {"a closure of a variable", function("main.glob..func1"), function("main.glob..func7")},
         {"an inlined closure", method("main", "run.handle.func1.func2"), method("main", "run.handle.func3.func1")},
         {"what the compiler wraps", method("main", "run.gowrap1"), method("main", "run.gowrap4")},
         {"a deferred call", method("main", "run.deferwrap1"), method("main", "run.deferwrap2")},
         {"an init function", method("main", "init.0"), method("main", "init.3")},
         {"the body of a loop", method("main", "run-range1"), method("main", "run-range2")},
         {"type arguments", method("main", "Map[go.shape.int_0,go.shape.string_1]"), method("main", "Map[...]")},
         {"a method of a generic type", method("main", "(*List[go.shape.int_0]).Add"),
          method("main", "(*List[...]).Add")}},
        {{"closures of two functions", method("main", "handle.func1"), method("main", "serve.func1")},
         {"a closure and its function", method("main", "handle.func1"), method("main", "handle")},
         {"functions that are called so", method("main", "func1"), method("main", "func2")},
         {"functions that are called so, with the package", function("main.func1"), function("main.func2")},
         {"methods that are called so", method("main", "(*T).func1"), method("main", "(*T).func2")},
         {"closures of methods of two types", method("main", "(*A).run.func1"), method("main", "(*B).run.func1")},
         {"functions with a number", method("main", "step1"), method("main", "step2")},
         {"packages with a version", method("example.com/shop/v2", "run"), method("example.com/shop/v3", "run")}});
}

void addNative()
{
    addRows(
        "native",
        {{"a cold part", function("foo.cold"), function("foo")},
         {"numbered clones", function("foo.part.0"), function("foo.part.3")},
         {"several passes", function("foo.constprop.0.isra.1.cold"), function("foo")},
         {"Clang's words for them", function("foo(int) (.cold.1)"), function("foo(int)")},
         {"a parallel region", function("foo._omp_fn.0"), function("foo._omp_fn.4")},
         {"link-time optimisation", function("foo.llvm.1234567890"), function("foo.llvm.9876543210")},
         {"a unique internal name", function("foo.__uniq.1234567"), function("foo.__uniq.7654321")},
         {"a function renamed", function("foo.1234"), function("foo.77")},
         {"a hash of Rust", function("a::b::h0123456789abcdef"), function("a::b::hfedcba9876543210")},
         {"a mangled hash of Rust", function("_ZN1a1b17h0123456789abcdefE"), function("_ZN1a1b17hfedcba9876543210E")},
         {"a closure of Rust", function("a::b::{closure#0}"), function("a::b::{{closure}}::h0123456789abcdef")},
         {"an impl of Rust", function("a::{impl#0}::b"), function("a::{impl#3}::b")},
         {"an asynchronous block of Rust", function("a::b::{async_block#0}"), function("a::b::{async_block#2}")},
         {"a crate of Rust", function("core[0123456789abcdef]::fmt::write"),
          function("core[fedcba9876543210]::fmt::write")},
         {"a lambda of C++", function("a()::{lambda(int)#1}::run(int) const"),
          function("a()::{lambda(int)#2}::run(int) const")},
         {"a lambda of old GCC", function("a()::__lambda0::run"), function("a()::__lambda3::run")},
         {"a type without a name", function("a()::{unnamed type#1}::b"), function("a()::{unnamed type#2}::b")},
         {"a block of MSVC", function("a::`2'::B::run"), function("a::`7'::B::run")},
         {"a handler of MSVC", function("run$catch$3"), function("run$catch$5")},
         {"an anonymous namespace of MSVC", function("?A0x1234abcd::a"), function("?A0xffff0000::a")},
         {"a lambda of D", function("app.main.__lambda2"), function("app.main.__lambda5")},
         {"a lambda of newer D", function("app.main.__lambda_L12_C4"), function("app.main.__lambda_L19_C8")},
         {"a delegate of D", function("app.main.__dgliteral1"), function("app.main.__dgliteral2")},
         {"a unit test of D", function("app.__unittest_L12_C1"), function("app.__unittest_L30_C1")},
         {"a type of Zig", function("main.run__anon_1234"), function("main.run__anon_99")},
         {"a function of OCaml", function("camlShop__total_271"), function("camlShop__total_305")}},
        {{"two functions", function("foo.cold"), function("bar.cold")},
         {"closures of two functions", function("a::b::{{closure}}"), function("a::c::{{closure}}")},
         {"lambdas of two functions", function("a()::{lambda()#1}::run()"), function("b()::{lambda()#1}::run()")},
         {"lambdas of two functions of D", function("app.main.__lambda2"), function("app.run.__lambda2")},
         {"functions with a number", function("step1"), function("step2")},
         {"methods of two handlers", function("run$catch$3"), function("run$dtor$3")}});
    addRows(
        "cocoa",
        {{"a block", function("__12-[Foo bar:]_block_invoke"), function("__12-[Foo bar:]_block_invoke_2")},
         {"a block in a block", function("__12-[Foo bar:]_block_invoke_2.34"),
          function("__12-[Foo bar:]_block_invoke.7")},
         {"a private function", function("Foo.(save in _0123456789ABCDEF0123456789ABCDEF)(to:)"),
          function("Foo.(save in _FFFF456789ABCDEF0123456789ABCDEF)(to:)")},
         {"a part of an asynchronous function", function("(1) await resume partial function for Foo.save()"),
          function("(3) suspend resume partial function for Foo.save()")},
         {"a specialisation", function("generic specialization <Swift.Int> of Foo.save<A>(x: A)"),
          function("Foo.save<A>(x: A)")}},
        {{"blocks of two methods", function("__12-[Foo bar:]_block_invoke"), function("__12-[Foo baz:]_block_invoke")},
         {"private functions", function("Foo.(save in _0123456789ABCDEF0123456789ABCDEF)(to:)"),
          function("Foo.(load in _0123456789ABCDEF0123456789ABCDEF)(to:)")}});
    addRows("d", {{"a lambda", function("app.main.__lambda2"), function("app.main.__lambda5")}},
            {{"two functions", function("app.main.__lambda2"), function("app.run.__lambda2")}});
}

void addScripts()
{
    addRows(
        "ruby",
        {{"a compiled template", function("_app_views_a_show_html_erb__2183123_70123"),
          function("_app_views_a_show_html_erb__9987123_8")},
         {"a negative hash", function("_app_views_a_show_html_erb___2183123_70123"),
          function("_app_views_a_show_html_erb__9987123_8")},
         {"a class without a name", function("#<Class:0x00007f8b1c0>#run"), function("#<Class:0x00007fffee0>#run")}},
        {{"two templates", function("_app_views_a_show_html_erb__2183123_70123"),
          function("_app_views_a_edit_html_erb__2183123_70123")},
         {"methods with a number", function("step_1"), function("step_2")}});
    addRows(
        "other",
        {{"a private name of Dart",
          {.filename = "zone.dart", .function = "_rootRun@4048458"},
          {.filename = "zone.dart", .function = "_rootRun@5148458"}},
         {"a private method of Dart",
          {.filename = "a.dart", .function = "_Cart@12345._total@12345"},
          {.filename = "a.dart", .function = "_Cart@999._total@999"}},
         {"a closure of Dart on the web",
          {.filename = "main.dart", .function = "main_closure3.call$1"},
          {.filename = "main.dart", .function = "main_closure4.call$1"}},
         {"Perl's function without a name", function("Shop::__ANON__[/srv/r1/a.pm:12]"),
          function("Shop::__ANON__[/srv/r2/a.pm:14]")},
         {"Perl's eval", function("(eval 12)"), function("(eval 77)")},
         {"Lua's function without a name", function("function <r1/main.lua:12>"),
          function("function <r2/main.lua:15>")}},
        {{"closures of Dart",
          {.filename = "main.dart", .function = "a.<anonymous closure>"},
          {.filename = "main.dart", .function = "b.<anonymous closure>"}},
         {"functions of two files of Lua", function("function <main.lua:12>"), function("function <shop.lua:12>")}});
    addRows("python", {{"a cell of a notebook", file("<ipython-input-3-5b1f3c>"), file("<ipython-input-9-ffee01>")}},
            {{"two functions", function("total"), function("count")}});
    addRows("javascript",
            {{"a generator", function("_callee$"), function("_callee12$")},
             {"a loop", function("_loop"), function("_loop2")},
             {"TypeScript's loop", function("_loop_1"), function("_loop_2")},
             {"a closure of Hermes", function("?anon_0_render"), function("?anon_7_render")},
             {"an installed package", method("node_modules/.pnpm/a@1.2.3_b@4.5.6/node_modules/a/index", "run"),
              method("node_modules/.pnpm/a@1.2.4_b@4.6.0/node_modules/a/index", "run")},
             {"a release's folder", method("srv/releases/20261130201500/app/cart", "run"),
              method("srv/releases/20261201080000/app/cart", "run")},
             {"a bundle as the module", method("main.3f2a9c1b.js", "run"), method("main.77aa01cd.js", "run")},
             {"a temporary folder", method("tmp/x7Fa/app/cart", "run"), method("tmp/b9Qz/app/cart", "run")}},
            {{"two packages", method("node_modules/.pnpm/a@1.2.3/node_modules/a/index", "run"),
              method("node_modules/.pnpm/b@1.2.3/node_modules/b/index", "run")},
             {"functions with a number", function("_loopback2"), function("_loopback3")},
             {"hooks", function("useRef1"), function("useRef2")}});
}

void addBundles()
{
    for (const char *scheme : {"https://a.example/", "file:///opt/app/", "app:///", "capacitor://localhost/",
                               "ionic://localhost/", "tauri://localhost/assets/", "ms-appx-web:///js/",
                               "chrome-extension://abcdef/", "webpack:///", "/srv/app/"}) {
        const auto bundle = [scheme](const std::string &name) {
            return file("assets/" + name, scheme + name);
        };
        const std::string title = std::string("a bundle of ") + scheme;
        addRows("javascript", {{title.c_str(), bundle("main.3f2a9c1b.chunk.js"), bundle("main.77aa01cd.chunk.js")}},
                {});
    }
    addRows("javascript", {},
            {{"two bundles", file("cart.3f2a9c1b.js", "app:///cart.3f2a9c1b.js"),
              file("shop.3f2a9c1b.js", "app:///shop.3f2a9c1b.js")},
             {"two files", file("user-settings.js", "app:///user-settings.js"),
              file("user-overview.js", "app:///user-overview.js")}});
}

} // namespace

Q_DECLARE_METATYPE(picket::test::Event)

class TestNames final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void buildNoiseSplitsNoIssue_data()
    {
        QTest::addColumn<Event>("one");
        QTest::addColumn<Event>("other");
        QTest::addColumn<Event>("unlike"); // without it a frame that does not count would meet every other
        QTest::addColumn<bool>("meet");
        addPhp();
        addBeam();
        addDotnet();
        addJvm();
        addGo();
        addNative();
        addScripts();
        addBundles();
    }
    void buildNoiseSplitsNoIssue()
    {
        QFETCH(Event, one);
        QFETCH(Event, other);
        QFETCH(Event, unlike);
        QFETCH(bool, meet);
        QCOMPARE(shareIssue(one, other), meet);
        QVERIFY(!shareIssue(one, unlike));
    }

    void fingerprintsAndTemplatesLoseTheirFolders()
    {
        const auto fingerprinted = [](const char *variable, const std::string &path) {
            Event event = crash("javascript", {frame({.filename = path, .function = "run", .absPath = path})});
            event.fingerprint = {variable};
            return event;
        };
        for (const char *variable : {"{{ path }}", "{{ stack.filename }}"}) {
            QVERIFY(shareIssue(fingerprinted(variable, "/srv/releases/20261130201500/main.3f2a9c1b.js"),
                               fingerprinted(variable, "/srv/releases/20261201080000/main.77aa01cd.js")));
            QVERIFY(!shareIssue(fingerprinted(variable, "/srv/a/main.js"), fingerprinted(variable, "/srv/b/main.js")));
        }
        const auto rendered = [](const std::string &path) {
            Event event = message("");
            event.templ.emplace().filename = path;
            return event;
        };
        QVERIFY(shareIssue(rendered("/srv/releases/20261130201500/cart.html"),
                           rendered("/srv/releases/20261201080000/cart.html")));
        QVERIFY(!shareIssue(rendered("/srv/a/cart.html"), rendered("/srv/b/cart.html")));
    }

    void pathsLoseWhatIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *path, const char *expected) {
            QTest::newRow(path) << QByteArray(expected);
        };
        row("/srv/releases/20261130201500/app/cart.py", "/srv/releases/<auto>/app/cart.py");
        row("/srv/releases/42/app/cart.py", "/srv/releases/<auto>/app/cart.py");
        row("/srv/shop/r1841/web.php", "/srv/shop/<auto>/web.php");
        row("/tmp/x7Fa/cart.py", "/tmp/<auto>/cart.py");
        row("C:\\Temp\\x7Fa\\cart.py", "C:\\Temp\\<auto>\\cart.py");
        row("/v/lib/site-packages/numpy-1.26.4/core.py", "/v/lib/site-packages/numpy/core.py");
        row("node_modules/.pnpm/a@1.2.3_b@4.5.6/node_modules/a/i.js", "node_modules/.pnpm/a/node_modules/a/i.js");
        row("node_modules/.pnpm/@x+a@1.2.3/node_modules/@x/a/i.js", "node_modules/.pnpm/@x+a/node_modules/@x/a/i.js");
        row("/go/pkg/mod/example.com/a@v1.2.3/b.go", "/go/pkg/mod/example.com/a/b.go");
        row("/app/1.2.3/b.js", "/app/<auto>/b.js");
        row("/app/v2.0.0-rc.1/b.js", "/app/<auto>/b.js");
        row("/a/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f/b.js", "/a/<auto>/b.js");
        row("/rustc/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/core.rs", "/rustc/<auto>/core.rs");
        row("/api/v1/users.py", "/api/v1/users.py");
        row("/srv/python3.11/a.py", "/srv/python3.11/a.py");
        row("/srv/step-2/a.py", "/srv/step-2/a.py");
        row("/srv/2026/11/a.py", "/srv/2026/11/a.py");
        row("/srv/facade/decade/a.py", "/srv/facade/decade/a.py");
        row("/releases/notes/a.py", "/releases/notes/a.py");
        row("cart.py", "cart.py");
        row("/", "/");
        row("", "");
    }
    void pathsLoseWhatIsMadeAnew()
    {
        QFETCH(QByteArray, expected);
        picket::grouping::TextArena arena;
        const std::string path = QTest::currentDataTag();
        QCOMPARE(QByteArray::fromStdString(std::string(picket::grouping::stablePath(path, arena))), expected);
    }

    void fileNamesLoseTheirHashes_data()
    {
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *expected) {
            QTest::newRow(name) << QByteArray(expected);
        };
        row("main.3f2a9c1b.js", "main.js");
        row("main.3f2a9c1b.chunk.js", "main.chunk.js");
        row("vendors~main.1a2b3c4d5e6f7a8b9c0d.chunk.js", "vendors~main.chunk.js");
        row("_app-0123456789abcdef.js", "_app.js");
        row("index-BxK3f9_2.js", "index.js");
        row("index-BkzTrqWd.js", "index.js");
        row("my-OAuth2Client.ts", "my-OAuth2Client.ts");
        row("OAuth2Client.ts", "OAuth2Client.ts");
        row("x.getUserProfileById.js", "x.getUserProfileById.js");
        row("x-HTMLPage.js", "x-HTMLPage.js");
        row("app.Zk3x9Qq1pA7bC2dE4fG6.js", "app.js");
        row("index-D-x_3fK2.js", "index.js");
        row("index.a1B2c3D4.mjs", "index.mjs");
        row("chunk-4F3A2B1C.js", "chunk.js");
        row("chunk-QWJKTRVX.js", "chunk.js");
        row("4bd1b696-1e5f0f2d6b4e3c7a.js", "<auto>.js");
        row("app-20261130.js", "app.js");
        row("style.a1b2c3.css", "style.css");
        row("app.js?v=123", "app.js");
        row("main.jsbundle", "main.jsbundle");
        row("user-settings.js", "user-settings.js");
        row("UserCard.js", "UserCard.js");
        row("x-UserCard.js", "x-UserCard.js");
        row("vendor-legacy.js", "vendor-legacy.js");
        row("main-dashboard.js", "main-dashboard.js");
        row("jquery-3.6.0.min.js", "jquery-3.6.0.min.js");
        row("decade.js", "decade.js");
        row("facade-defaced.js", "facade-defaced.js");
        row("base64.js", "base64.js");
        row("step-12.js", "step-12.js");
        row("getUserProfile.js", "getUserProfile.js");
        row("my_long_name.js", "my_long_name.js");
        row("HTMLParser.ts", "HTMLParser.ts");
        row("web.php", "web.php");
        row("Foo.3f2a9c1b.java", "Foo.3f2a9c1b.java");
        row("README", "README");
        row(".js", ".js");
    }
    void fileNamesLoseTheirHashes()
    {
        QFETCH(QByteArray, expected);
        picket::grouping::TextArena arena;
        const std::string name = QTest::currentDataTag();
        QCOMPARE(QByteArray::fromStdString(std::string(picket::grouping::stableFileName(name, arena))), expected);
    }

    void everyNormaliserEndsOnAnyBytes()
    {
        using picket::grouping::Family;
        using picket::grouping::Language;
        const std::vector<std::string> parts = {"{closure:",
                                                "@anonymous",
                                                "(",
                                                "\"",
                                                "'",
                                                "-fun-",
                                                "#Function<",
                                                ">b__",
                                                "|",
                                                "$1",
                                                "/0x",
                                                "[",
                                                "]",
                                                ".func1",
                                                "@12",
                                                "__lambda",
                                                "<a:1>",
                                                "__ANON__[",
                                                "é",
                                                "\\",
                                                "`2'::",
                                                "-",
                                                "_block_invoke_2"};
        for (const Language language :
             {Language::Other, Language::Native, Language::JavaScript, Language::Php, Language::Beam, Language::Dotnet,
              Language::Jvm, Language::Go, Language::Dart, Language::Ruby}) {
            for (const std::string &part : parts) {
                std::string name = "x";
                for (int i = 0; i < 1000; ++i) {
                    name += part;
                }
                picket::grouping::TextArena arena;
                const auto stable =
                    picket::grouping::stableFunctionName({name, false, true}, Family::Other, language, arena);
                QVERIFY2(stable.size() <= 8 * name.size(), part.c_str());
                QVERIFY(picket::grouping::stableModuleName(name, language, arena).size() <= 8 * name.size());
            }
        }
    }
};

PICKET_TEST(TestNames)
#include "tst_names.moc"
