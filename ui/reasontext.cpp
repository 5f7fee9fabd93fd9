// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reasontext.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr qsizetype longest = 500;

struct Sentence {
    std::string_view code;
    const char *text;
};

constexpr Sentence sentences[] = {
    // of a request
    {"bad_encoding", QT_TRANSLATE_NOOP("ReasonText", "the compressed body is broken")},
    {"unsupported_encoding", QT_TRANSLATE_NOOP("ReasonText", "the body is compressed in a way that is not supported")},
    {"too_large", QT_TRANSLATE_NOOP("ReasonText", "larger than Picket accepts")},
    {"empty_body", QT_TRANSLATE_NOOP("ReasonText", "the body is empty")},
    {"invalid_json", QT_TRANSLATE_NOOP("ReasonText", "no JSON, not even after repair")},
    {"too_deep", QT_TRANSLATE_NOOP("ReasonText", "nested too deeply")},
    {"invalid_envelope", QT_TRANSLATE_NOOP("ReasonText", "no envelope")},
    {"invalid_argument", QT_TRANSLATE_NOOP("ReasonText", "something in it is not understood")},
    {"forbidden_host", QT_TRANSLATE_NOOP("ReasonText", "sent to a host name that is not this machine's")},
    {"forbidden_origin", QT_TRANSLATE_NOOP("ReasonText", "sent by a page of another origin")},
    {"cross_site", QT_TRANSLATE_NOOP("ReasonText", "sent by a page of another site")},
    {"not_found", QT_TRANSLATE_NOOP("ReasonText", "there is nothing at this path")},
    {"method_not_allowed", QT_TRANSLATE_NOOP("ReasonText", "this path is not used with that method")},
    {"bad_project", QT_TRANSLATE_NOOP("ReasonText", "the project in the path is no positive number")},
    {"request_line_too_long", QT_TRANSLATE_NOOP("ReasonText", "the address is too long")},
    {"header_too_long", QT_TRANSLATE_NOOP("ReasonText", "a header field is too long")},
    {"headers_too_large", QT_TRANSLATE_NOOP("ReasonText", "the header is too large")},
    {"too_many_headers", QT_TRANSLATE_NOOP("ReasonText", "too many header fields")},
    {"bad_header_line", QT_TRANSLATE_NOOP("ReasonText", "a line of the header is malformed")},
    {"blank_before_colon", QT_TRANSLATE_NOOP("ReasonText", "a header field has a blank before its colon")},
    {"header_timeout", QT_TRANSLATE_NOOP("ReasonText", "the header took too long")},
    {"body_timeout", QT_TRANSLATE_NOOP("ReasonText", "the body took too long")},
    {"peer_closed", QT_TRANSLATE_NOOP("ReasonText", "the sender went away before it was done")},
    {"stopped", QT_TRANSLATE_NOOP("ReasonText", "Picket stopped before the request was complete")},
    {"spool_failed", QT_TRANSLATE_NOOP("ReasonText", "the body found no place on the disk")},
    {"full", QT_TRANSLATE_NOOP("ReasonText", "the disk is full")},
    {"io_error", QT_TRANSLATE_NOOP("ReasonText", "the disk could not be written")},
    {"busy", QT_TRANSLATE_NOOP("ReasonText", "the database was in use")},
    {"internal", QT_TRANSLATE_NOOP("ReasonText", "a fault in Picket, please report it")},
    // of an item
    {"bad_length", QT_TRANSLATE_NOOP("ReasonText", "its length was wrong, its end was found without it")},
    {"no_type", QT_TRANSLATE_NOOP("ReasonText", "it names no type")},
    {"bom", QT_TRANSLATE_NOOP("ReasonText", "a byte order mark stood before it")},
    {"too_many_items", QT_TRANSLATE_NOOP("ReasonText", "more items than Picket reads from one envelope")},
    {"rest", QT_TRANSLATE_NOOP("ReasonText", "what followed was no item")},
    {"bad_header", QT_TRANSLATE_NOOP("ReasonText", "its header is no JSON")},
    {"truncated", QT_TRANSLATE_NOOP("ReasonText", "it ended early")},
    {"missing_newline", QT_TRANSLATE_NOOP("ReasonText", "no line break behind it")},
    {"glued_lines", QT_TRANSLATE_NOOP("ReasonText", "lines were missing their breaks")},
    {"size", QT_TRANSLATE_NOOP("ReasonText", "larger than Picket keeps")},
    {"items_over_limit", QT_TRANSLATE_NOOP("ReasonText", "more items than Picket reads from one envelope")},
    {"parts_over_limit", QT_TRANSLATE_NOOP("ReasonText", "more parts than Picket reads from one form")},
    {"reports_over_limit", QT_TRANSLATE_NOOP("ReasonText", "more reports than Picket reads from one request")},
    {"bad_event_id", QT_TRANSLATE_NOOP("ReasonText", "the path names no event")},
    {"no_multipart", QT_TRANSLATE_NOOP("ReasonText", "the body is no form")},
    {"no_user_report", QT_TRANSLATE_NOOP("ReasonText", "it says nothing about an event")},
    {"invalid_msgpack", QT_TRANSLATE_NOOP("ReasonText", "no MessagePack")},
    {"invalid_minidump", QT_TRANSLATE_NOOP("ReasonText", "no minidump")},
    {"breadcrumbs_cut", QT_TRANSLATE_NOOP("ReasonText", "its breadcrumbs ended in the middle of one")},
    {"joined_with_minidump", QT_TRANSLATE_NOOP("ReasonText", "joined with what the minidump tells")},
    {"upload_missing", QT_TRANSLATE_NOOP("ReasonText", "what it names was not uploaded, or is gone")},
    {"upload_incomplete", QT_TRANSLATE_NOOP("ReasonText", "what it names was not uploaded to its end")},
    {"upload_not_named", QT_TRANSLATE_NOOP("ReasonText", "an upload that no envelope has named; what came is kept")},
    {"upload_unreadable", QT_TRANSLATE_NOOP("ReasonText", "what it names could not be read from the disk")},
    {"tus_version", QT_TRANSLATE_NOOP("ReasonText", "uploads are taken in version 1.0.0 of their protocol only")},
    {"no_upload_length", QT_TRANSLATE_NOOP("ReasonText", "it does not say how long the upload will be")},
    {"no_upload_offset", QT_TRANSLATE_NOOP("ReasonText", "it does not say where this part begins")},
    {"no_offset_stream", QT_TRANSLATE_NOOP("ReasonText", "its content type is not that of an upload's part")},
    {"wrong_offset", QT_TRANSLATE_NOOP("ReasonText", "the part does not begin where the last one ended")},
    {"otlp_not_read",
     QT_TRANSLATE_NOOP("ReasonText", "OpenTelemetry data is kept as sent, Picket does not read it yet")},
    {"log_drain_not_read",
     QT_TRANSLATE_NOOP("ReasonText", "a log drain's data is kept as sent, Picket does not read it yet")},
    {"rows_without_body", QT_TRANSLATE_NOOP("ReasonText", "logs without a message")},
    {"rows_without_trace", QT_TRANSLATE_NOOP("ReasonText", "spans without a trace")},
    {"item_count", QT_TRANSLATE_NOOP("ReasonText", "the header announces another number of rows")},
    {"attachments", QT_TRANSLATE_NOOP("ReasonText", "more attachments than Picket keeps of one envelope")},
};

// One code, with its detail in parentheses.
QString worded(std::string_view code, std::string_view detail)
{
    const auto *known = std::find_if(std::begin(sentences), std::end(sentences),
                                     [&](const Sentence &sentence) { return sentence.code == code; });
    QString text = known == std::end(sentences) ? toLine(std::string(code), longest).replace(u'_', u' ')
                                                : QCoreApplication::translate("ReasonText", known->text);
    if (!detail.empty()) {
        text += u" ("_s + toLine(std::string(detail), longest) + u')';
    }
    return text;
}

} // namespace

QString reasonText(std::string_view reason)
{
    if (const std::size_t colon = reason.find(": "); colon != std::string_view::npos) {
        return worded(reason.substr(0, colon), reason.substr(colon + 2));
    }
    QStringList parts;
    while (!reason.empty()) {
        const std::size_t comma = std::min(reason.find(", "), reason.size());
        parts.push_back(worded(reason.substr(0, comma), {}));
        reason.remove_prefix(std::min(comma + 2, reason.size()));
    }
    return parts.join(u", "_s);
}

} // namespace picket::ui
