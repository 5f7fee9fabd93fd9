// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "core/store/workspace.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <array>

namespace picket::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct CommandName {
    const char *name;
    Command command;
    int arguments; // beside the command itself
};

constexpr std::array commands{
    CommandName{"serve", Command::Serve, 0},           CommandName{"issues", Command::Issues, 0},
    CommandName{"events", Command::Events, 0},         CommandName{"show", Command::Show, 1},
    CommandName{"deliveries", Command::Deliveries, 0},
};

ParseOutcome wrong(const QString &error)
{
    return {std::nullopt, error};
}

QString readCommand(const QStringList &words, CommandLine &line)
{
    if (words.isEmpty()) {
        return {};
    }
    for (const CommandName &known : commands) {
        if (words.first() != QLatin1String(known.name)) {
            continue;
        }
        line.command = known.command;
        if (words.size() - 1 != known.arguments) {
            return known.arguments == 0
                ? tr("\"%1\" takes no further words.").arg(words.first())
                : tr("\"%1\" takes one id: event:N, issue:N or 32 hex digits.").arg(words.first());
        }
        line.id = known.arguments == 1 ? words.last().toStdString() : std::string();
        return {};
    }
    return tr("There is no command \"%1\".").arg(words.first());
}

QString readListen(const QString &text, CommandLine &line)
{
    const auto endpoint = http::parseEndpoint(text.toStdString());
    if (!endpoint) {
        return tr("--listen takes HOST:PORT, such as 127.0.0.1:8969 or [::1]:0.");
    }
    // Events hold secrets: a wider bind needs a key, which this version cannot demand yet.
    if (!http::isListenable(*endpoint)) {
        return tr("--listen takes a loopback host: localhost, 127.0.0.1 or [::1].");
    }
    line.listen = *endpoint;
    return {};
}

QString readIssue(const QString &text, CommandLine &line)
{
    bool isNumber = false;
    const QString digits = text.startsWith(QLatin1String("issue:")) ? text.mid(6) : text;
    const qlonglong id = digits.toLongLong(&isNumber);
    if (!isNumber || id <= 0) {
        return tr("--issue takes an issue's number.");
    }
    line.issue = IssueId{id};
    return {};
}

} // namespace

QString usage()
{
    return tr(
        "Usage:\n"
        "  picket [--workspace DIR] [--listen HOST:PORT]         open the window\n"
        "  picket serve [--workspace DIR] [--listen HOST:PORT]   receive without a window\n"
        "  picket issues [--workspace DIR] --json                one issue a line\n"
        "  picket events [--workspace DIR] [--issue N] --json    one event a line\n"
        "  picket show ID [--workspace DIR] --json               one whole event: event:N, issue:N, 32 hex digits\n"
        "  picket deliveries [--workspace DIR] --json            the latest requests\n"
        "  picket deliveries [--workspace DIR] --counts --json  what became of all requests and items\n"
        "  picket --help | --version\n"
        "\n"
        "Exit codes: 0 done, 1 wrong use or not found, 2 the database cannot be used,\n"
        "            3 the workspace belongs to another Picket, 4 the address cannot be listened on.\n");
}

ParseOutcome parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption workspace(QStringLiteral("workspace"), {}, QStringLiteral("DIR"));
    const QCommandLineOption listen(QStringLiteral("listen"), {}, QStringLiteral("HOST:PORT"));
    const QCommandLineOption issue(QStringLiteral("issue"), {}, QStringLiteral("N"));
    const QCommandLineOption json(QStringLiteral("json"));
    const QCommandLineOption counts(QStringLiteral("counts"));
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption version(QStringList{QStringLiteral("v"), QStringLiteral("version")});
    parser.addOptions({workspace, listen, issue, json, counts, help, version});
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }

    CommandLine line;
    QString error = readCommand(parser.positionalArguments(), line);
    if (error.isEmpty() && parser.isSet(listen)) {
        error = line.command == Command::Serve || line.command == Command::Window
            ? readListen(parser.value(listen), line)
            : tr("--listen goes with serve or the window.");
    }
    if (error.isEmpty() && parser.isSet(issue)) {
        error =
            line.command == Command::Events ? readIssue(parser.value(issue), line) : tr("--issue goes with events.");
    }
    if (error.isEmpty() && parser.isSet(counts) && line.command != Command::Deliveries) {
        error = tr("--counts goes with deliveries.");
    }
    if (!error.isEmpty()) {
        return wrong(error);
    }
    line.counts = parser.isSet(counts);
    line.command = parser.isSet(help) ? Command::Help : parser.isSet(version) ? Command::Version : line.command;
    line.json = parser.isSet(json);
    line.workspace = parser.isSet(workspace) ? QDir(parser.value(workspace)).absolutePath().toStdString()
                                             : store::defaultWorkspaceFolder();
    return {line, {}};
}

} // namespace picket::app
