// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace picket {

Q_LOGGING_CATEGORY(lcHttp, "picket.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcIngest, "picket.ingest", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "picket.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcQuery, "picket.query", QtWarningMsg)

} // namespace picket
