// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/functionname.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket::grouping;

class TestFunctionName final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void trims_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *title, const char *name, const char *expected) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(expected);
        };
        row("a C function", "main", "main");
        row("arguments", "foo::bar(int, char const*)", "foo::bar");
        row("a return type", "static unsigned long foo::bar(int)", "foo::bar");
        row("trailing qualifiers", "Foo::bar(int) const &", "Foo::bar");
        row("noexcept", "Foo::bar() noexcept", "Foo::bar");
        row("template arguments", "std::map<std::string, std::vector<int>>::operator[](int)",
            "std::map<T>::operator[]");
        row("a template function with its return type", "void foo<bar(int)>(int)", "foo<T>");
        row("an arrow is no closing bracket", "foo<a->b>(int)", "foo<T>");
        row("the call operator", "Foo::operator()(int) const", "Foo::operator()");
        row("a shift operator", "std::ostream& operator<<(std::ostream&, int)", "operator<<");
        row("a comparing operator", "bool operator<(A const&, A const&)", "operator<");
        row("a conversion operator", "Foo::operator bool() const", "Foo::operator bool");
        row("an anonymous namespace", "(anonymous namespace)::foo(int)", "(anonymous namespace)::foo");
        row("an anonymous namespace of MSVC", "`anonymous namespace'::foo", "(anonymous namespace)::foo");
        row("an anonymous namespace of older MSVC", "?A0x1234abcd::foo", "(anonymous namespace)::foo");
        row("a GCC lambda", "foo(int)::{lambda(int)#1}::operator()(int) const", "foo::lambda::operator()");
        row("a Clang lambda", "foo()::'lambda'(int)#1::operator()(int) const", "foo::lambda::operator()");
        row("an Objective-C++ lambda", "foo()::$_0::operator()() const", "foo::lambda::operator()");
        row("an MSVC lambda", "foo::<lambda_5db8c5c9c0b9e8ad>::operator()", "foo::lambda::operator()");
        row("a clone", "foo(int) [clone .isra.0]", "foo");
        row("compiler passes", "foo.constprop.3.isra.0", "foo");
        row("a cold part", "foo.cold.1", "foo");
        row("a cold part of newer compilers", "foo.cold", "foo");
        row("a version of a symbol", "memcpy@@GLIBC_2.14", "memcpy");
        row("a jump table entry", "memcpy@plt", "memcpy");
        row("a standard call", "_DoIt@12", "_DoIt");
        row("a hash of Rust", "core::panicking::panic::h0123456789abcdef", "core::panicking::panic");
        row("a trait of Rust", "<alloc::vec::Vec<T> as core::iter::FromIterator<T>>::from_iter",
            "alloc::vec::Vec<T>::from_iter");
        row("a type of Rust", "<str>::len", "str::len");
        row("a closure of Rust", "foo::bar::{{closure}}::h0123456789abcdef", "foo::bar::{{closure}}");
        row("a closure of newer Rust", "foo::bar::{closure#0}", "foo::bar::{{closure}}");
        row("a method of Objective-C", "-[NSArray objectAtIndex:]", "-[NSArray objectAtIndex:]");
        row("a class method of Objective-C", "+[Foo bar:baz:]", "+[Foo bar:baz:]");
        row("a closure of Swift", "closure #1 in Foo.bar()", "closure");
        row("a specialised function of Swift", "specialized Foo.bar(baz:)", "Foo.bar");
        row("a partial application of Swift", "partial apply for closure #2 in Foo.bar()", "closure");
        row("a throwing function of Swift", "Foo.bar(baz:) throws -> Swift.Int", "Foo.bar");
        row("a block of Objective-C", "__12-[Foo bar:baz qux]_block_invoke", "__12-[Foo bar:baz qux]_block_invoke");
        row("no name", "<redacted>", "<redacted>");
        row("a name in angle brackets", "<compiler-generated>", "<compiler-generated>");
        row("a type of Rust in angle brackets", "<&mut T as core::fmt::Write>::write_str", "&mut T::write_str");
        row("an unbalanced argument list", "foo(int, std::vector<", "foo");
        row("unbalanced template arguments", "foo<int", "foo<int");
        row("only brackets", "((((", "((((");
        row("only spaces", "   ", "");
        row("empty", "", "");
    }
    void trims()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, expected);
        TextArena arena;
        const std::string text = name.toStdString();
        QCOMPARE(QByteArray::fromStdString(std::string(trimNativeFunction(text, arena))), expected);
    }

    void endsOnAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("part");
        for (const char *part : {"<", "(", "{", "'lambda", "<a as ", "operator", "operator<", " ", "$_", "?A0x",
                                 "::", "`", "@", ".isra", ".cold.1", "é"}) {
            QTest::newRow(part) << QByteArray(part);
        }
    }
    void endsOnAnyBytes()
    {
        QFETCH(QByteArray, part);
        TextArena arena;
        for (const QByteArray &name : {part.repeated(1000), "x" + part.repeated(1000) + ")>}"}) {
            const std::string text = name.toStdString();
            QVERIFY(trimNativeFunction(text, arena).size() <= 8 * text.size());
        }
    }
};

PICKET_TEST(TestFunctionName)
#include "tst_functionname.moc"
