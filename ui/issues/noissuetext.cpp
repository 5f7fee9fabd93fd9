// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/noissuetext.h"

#include "ui/state/issuescope.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::NoIssueText)
};

QString noneOf(const IssueScope &scope, Timestamp now)
{
    if (!scope.text().isEmpty()) {
        return Words::tr("No issue here has “%1” in its title or culprit.").arg(scope.text());
    }
    switch (scope.quickFilter()) {
    case QuickFilter::Unresolved:
        return Words::tr("No unresolved issue.");
    case QuickFilter::New:
        return scope.lastMark()
            ? Words::tr("Nothing new since %1.").arg(listTime(*scope.lastMark(), now))
            : Words::tr("Nothing was marked yet. Mark a moment, and what is new from then on is here.");
    case QuickFilter::Regressed:
        return Words::tr("No issue has come back after it was resolved.");
    case QuickFilter::Muted:
        return Words::tr("No issue is muted.");
    case QuickFilter::Resolved:
        return Words::tr("No issue is resolved.");
    case QuickFilter::All:
        break;
    }
    return Words::tr("There is no issue.");
}

} // namespace

QString noIssueText(const IssueScope &scope, Timestamp now)
{
    QString text = noneOf(scope, now);
    if (scope.project()) {
        text += u'\n' + Words::tr("Only one project is shown.");
    }
    if (scope.brush() || scope.period() != Period::All) {
        text += u'\n' + Words::tr("Only a part of the time is shown.");
    }
    return text;
}

} // namespace picket::ui
