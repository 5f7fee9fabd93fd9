// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/code/sourcelexer.h"

#include "ui/code/scintilla.h"
#include "ui/theme/theme.h"

#include <QHash>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexercsharp.h>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qscilexerjava.h>
#include <Qsci/qscilexerjavascript.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerlua.h>
#include <Qsci/qscilexerperl.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexerruby.h>
#include <Qsci/qscilexersql.h>
#undef signals
#undef slots

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// Languages that read like C, for which QScintilla has no lexer: their comments and strings are C's, their words not.
class CLikeLexer final : public QsciLexerCPP
{
public:
    CLikeLexer(const char *words, QObject *parent)
        : QsciLexerCPP(parent)
        , m_words(words)
    {
        setStylePreprocessor(false);
    }
    [[nodiscard]] const char *keywords(int set) const override { return set == 1 ? m_words : nullptr; }

private:
    const char *m_words;
};

constexpr auto goWords = "break case chan const continue default defer else fallthrough for func go goto if import "
                         "interface map package range return select struct switch type var nil true false";
constexpr auto rustWords =
    "as async await break const continue crate dyn else enum extern false fn for if impl in let "
    "loop match mod move mut pub ref return self Self static struct super trait true type unsafe "
    "use where while";
constexpr auto phpWords =
    "abstract and array as break callable case catch class clone const continue declare default do "
    "echo else elseif extends final finally fn for foreach function global if implements instanceof "
    "interface isset list match namespace new null or print private protected public readonly "
    "return static switch throw trait true false try use var while yield";
constexpr auto kotlinWords =
    "as break by catch class companion const continue data do else enum false final finally for "
    "fun if import in init interface internal is lateinit null object open operator override "
    "package private protected public return sealed super suspend this throw true try typealias "
    "val var when while";
constexpr auto swiftWords =
    "as associatedtype async await break case catch class continue default defer deinit do else "
    "enum extension fallthrough false fileprivate for func guard if import in init inout internal "
    "is let nil open operator override private protocol public repeat return self static struct "
    "super switch throw throws true try var where while";
constexpr auto dartWords =
    "abstract as assert async await break case catch class const continue default do dynamic else "
    "enum export extends extension external factory false final finally for get if implements "
    "import in is late library mixin new null on operator part required rethrow return set static "
    "super switch this throw true try typedef var void while with yield";

enum class Language {
    None,
    Python,
    JavaScript,
    Cpp,
    Java,
    CSharp,
    Ruby,
    Go,
    Rust,
    Php,
    Kotlin,
    Swift,
    Dart,
    Bash,
    Sql,
    Lua,
    Perl,
    Html,
    Json
};

Language byExtension(const QString &path)
{
    static const QHash<QString, Language> languages{
        {u"py"_s, Language::Python},      {u"pyx"_s, Language::Python},     {u"js"_s, Language::JavaScript},
        {u"mjs"_s, Language::JavaScript}, {u"cjs"_s, Language::JavaScript}, {u"jsx"_s, Language::JavaScript},
        {u"ts"_s, Language::JavaScript},  {u"tsx"_s, Language::JavaScript}, {u"vue"_s, Language::Html},
        {u"c"_s, Language::Cpp},          {u"h"_s, Language::Cpp},          {u"cc"_s, Language::Cpp},
        {u"cpp"_s, Language::Cpp},        {u"cxx"_s, Language::Cpp},        {u"hpp"_s, Language::Cpp},
        {u"m"_s, Language::Cpp},          {u"mm"_s, Language::Cpp},         {u"java"_s, Language::Java},
        {u"cs"_s, Language::CSharp},      {u"rb"_s, Language::Ruby},        {u"erb"_s, Language::Html},
        {u"go"_s, Language::Go},          {u"rs"_s, Language::Rust},        {u"php"_s, Language::Php},
        {u"kt"_s, Language::Kotlin},      {u"kts"_s, Language::Kotlin},     {u"swift"_s, Language::Swift},
        {u"dart"_s, Language::Dart},      {u"sh"_s, Language::Bash},        {u"sql"_s, Language::Sql},
        {u"lua"_s, Language::Lua},        {u"pl"_s, Language::Perl},        {u"pm"_s, Language::Perl},
        {u"html"_s, Language::Html},      {u"json"_s, Language::Json},
    };
    return languages.value(path.mid(path.lastIndexOf(u'.') + 1).toLower(), Language::None);
}

Language byPlatform(const QString &platform)
{
    static const QHash<QString, Language> languages{
        {u"python"_s, Language::Python},   {u"javascript"_s, Language::JavaScript},
        {u"node"_s, Language::JavaScript}, {u"c"_s, Language::Cpp},
        {u"native"_s, Language::Cpp},      {u"objc"_s, Language::Cpp},
        {u"cocoa"_s, Language::Swift},     {u"java"_s, Language::Java},
        {u"csharp"_s, Language::CSharp},   {u"ruby"_s, Language::Ruby},
        {u"go"_s, Language::Go},           {u"rust"_s, Language::Rust},
        {u"php"_s, Language::Php},         {u"dart"_s, Language::Dart},
        {u"perl"_s, Language::Perl},
    };
    return languages.value(platform, Language::None);
}

} // namespace

QsciLexer *makeLexer(const QString &path, const QString &platform, QObject *parent)
{
    const Language told = byExtension(path);
    switch (told == Language::None ? byPlatform(platform) : told) {
    case Language::None:
        return nullptr;
    case Language::Python:
        return new QsciLexerPython(parent);
    case Language::JavaScript:
        return new QsciLexerJavaScript(parent);
    case Language::Cpp:
        return new QsciLexerCPP(parent);
    case Language::Java:
        return new QsciLexerJava(parent);
    case Language::CSharp:
        return new QsciLexerCSharp(parent);
    case Language::Ruby:
        return new QsciLexerRuby(parent);
    case Language::Go:
        return new CLikeLexer(goWords, parent);
    case Language::Rust:
        return new CLikeLexer(rustWords, parent);
    case Language::Php:
        return new CLikeLexer(phpWords, parent);
    case Language::Kotlin:
        return new CLikeLexer(kotlinWords, parent);
    case Language::Swift:
        return new CLikeLexer(swiftWords, parent);
    case Language::Dart:
        return new CLikeLexer(dartWords, parent);
    case Language::Bash:
        return new QsciLexerBash(parent);
    case Language::Sql:
        return new QsciLexerSQL(parent);
    case Language::Lua:
        return new QsciLexerLua(parent);
    case Language::Perl:
        return new QsciLexerPerl(parent);
    case Language::Html:
        return new QsciLexerHTML(parent);
    case Language::Json:
        return new QsciLexerJSON(parent);
    }
    return nullptr;
}

// Style numbers differ from lexer to lexer; their descriptions say what each is for in the same few words.
void applyTheme(QsciLexer &lexer, const Theme &theme)
{
    const Colors &colors = theme.colors();
    lexer.setDefaultPaper(colors.base);
    lexer.setDefaultColor(colors.text);
    lexer.setDefaultFont(Theme::codeFont());
    for (int style = 0; style < 128; ++style) {
        const QString what = lexer.description(style).toLower();
        if (what.isEmpty()) {
            continue;
        }
        const auto about = [&](QStringView word) {
            return what.contains(word);
        };
        const QColor color = about(u"comment")         ? colors.muted
            : about(u"keyword") || about(u"decorator") ? colors.keyword
            : about(u"string") || about(u"character") || about(u"heredoc") || about(u"regular") || about(u"iri")
            ? colors.string
            : about(u"number")                                                                  ? colors.number
            : about(u"function") || about(u"class name") || about(u"property") || about(u"tag") ? colors.accent
                                                                                                : colors.text;
        lexer.setColor(color, style);
        lexer.setPaper(colors.base, style);
        lexer.setFont(Theme::codeFont(), style);
        lexer.setEolFill(false, style);
    }
}

} // namespace picket::ui
