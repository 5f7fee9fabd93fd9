// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

void install(const QLocale &locale, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, file, u"_"_s, folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

void installTranslations(const QLocale &locale)
{
    const QString own = u":/picket/translations"_s;
    install(QLocale(QLocale::English), u"picket"_s, own); // the last one installed is asked first
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"picket"_s, own);
}

} // namespace picket::ui
