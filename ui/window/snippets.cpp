// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/snippets.h"

#include "core/base/limits.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// "1" means the usual port, whoever listens there (PROTOCOL A.3).
QString spotlightValue(const QString &dsn)
{
    const QUrl url(dsn);
    return url.port() == limits::defaultPort ? u"1"_s : u"http://%1/stream"_s.arg(url.authority().section(u'@', 1));
}

} // namespace

// A list of texts: long, and nothing to divide.
// NOLINTNEXTLINE(readability-function-size)
QList<Snippet> snippets(const QString &dsn)
{
    QList<Snippet> list{
        {u"Python"_s, u"a.py"_s, uR"(# pip install sentry-sdk
import sentry_sdk

sentry_sdk.init(
    dsn="%1",
    environment="development",
)
)"_s},
        {u"Node"_s, u"a.js"_s, uR"(// npm install @sentry/node
const Sentry = require("@sentry/node");

Sentry.init({
  dsn: "%1",
  environment: "development",
});
)"_s},
        {u"Browser"_s, u"a.js"_s, uR"(// npm install @sentry/browser
import * as Sentry from "@sentry/browser";

Sentry.init({
  dsn: "%1",
  environment: "development",
});
)"_s},
        {u"Go"_s, u"a.go"_s, uR"(// go get github.com/getsentry/sentry-go
err := sentry.Init(sentry.ClientOptions{
    Dsn:         "%1",
    Environment: "development",
})
defer sentry.Flush(2 * time.Second)
)"_s},
        {u"Java"_s, u"a.java"_s, uR"(// io.sentry:sentry
Sentry.init(options -> {
    options.setDsn("%1");
    options.setEnvironment("development");
});
)"_s},
        {u"Rust"_s, u"a.rs"_s, uR"(// cargo add sentry
let _guard = sentry::init(("%1", sentry::ClientOptions {
    release: sentry::release_name!(),
    environment: Some("development".into()),
    ..Default::default()
}));
)"_s},
        {u"C/C++"_s, u"a.cpp"_s, uR"(// sentry-native
sentry_options_t *options = sentry_options_new();
sentry_options_set_dsn(options, "%1");
sentry_options_set_environment(options, "development");
sentry_init(options);
// … and before the program ends:
sentry_close();
)"_s},
        {u".NET"_s, u"a.cs"_s, uR"(// dotnet add package Sentry
using var sentry = SentrySdk.Init(options =>
{
    options.Dsn = "%1";
    options.Environment = "development";
});
)"_s},
        {u"PHP"_s, u"a.php"_s, uR"(// composer require sentry/sentry
\Sentry\init([
    'dsn' => '%1',
    'environment' => 'development',
]);
)"_s},
        {u"Ruby"_s, u"a.rb"_s, uR"(# gem install sentry-ruby
Sentry.init do |config|
  config.dsn = "%1"
  config.environment = "development"
end
)"_s},
        {u"Swift"_s, u"a.swift"_s, uR"(// Swift package sentry-cocoa
import Sentry

SentrySDK.start { options in
    options.dsn = "%1"
    options.environment = "development"
}
)"_s},
        {u"Dart"_s, u"a.dart"_s, uR"(// dart pub add sentry
import 'package:sentry/sentry.dart';

Future<void> main() async {
  await Sentry.init((options) {
    options.dsn = '%1';
    options.environment = 'development';
  }, appRunner: () {
    // … the program
  });
}
)"_s},
        {u"Shell"_s, u"a.sh"_s, uR"(# For a program that has an SDK already: no change of its code.
export SENTRY_DSN=%1
export SENTRY_ENVIRONMENT=development

# SDKs that know Spotlight need only this:
export SENTRY_SPOTLIGHT=%2
)"_s},
    };
    for (Snippet &snippet : list) {
        snippet.code.replace(u"%1"_s, dsn).replace(u"%2"_s, spotlightValue(dsn));
    }
    return list;
}

} // namespace picket::ui
