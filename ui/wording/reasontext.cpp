// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/reasontext.h"

#include "ui/wording/text.h"

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
    {"crowded_out",
     QT_TRANSLATE_NOOP("ReasonText", "closed to make room for others; of all connections it had brought least")},
    {"peer_closed", QT_TRANSLATE_NOOP("ReasonText", "the sender went away before it was done")},
    {"stopping", QT_TRANSLATE_NOOP("ReasonText", "Picket stopped before the request's turn came")},
    {"stopped", QT_TRANSLATE_NOOP("ReasonText", "Picket stopped before the request was complete")},
    {"spool_failed", QT_TRANSLATE_NOOP("ReasonText", "the body found no place on the disk")},
    {"full", QT_TRANSLATE_NOOP("ReasonText", "too little room on the disk")},
    {"read_only", QT_TRANSLATE_NOOP("ReasonText", "the database cannot be written")},
    {"cannot_open", QT_TRANSLATE_NOOP("ReasonText", "the database cannot be opened")},
    {"corrupt", QT_TRANSLATE_NOOP("ReasonText", "the database is damaged")},
    {"no_memory", QT_TRANSLATE_NOOP("ReasonText", "not enough memory")},
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
    {"upload_pushed_out",
     QT_TRANSLATE_NOOP("ReasonText", "an upload that gave its place to others; what came is kept")},
    {"upload_unreadable", QT_TRANSLATE_NOOP("ReasonText", "what it names could not be read from the disk")},
    {"tus_version", QT_TRANSLATE_NOOP("ReasonText", "uploads are taken in version 1.0.0 of their protocol only")},
    {"no_upload_length", QT_TRANSLATE_NOOP("ReasonText", "it does not say how long the upload will be")},
    {"no_upload_offset", QT_TRANSLATE_NOOP("ReasonText", "it does not say where this part begins")},
    {"no_offset_stream", QT_TRANSLATE_NOOP("ReasonText", "its content type is not that of an upload's part")},
    {"wrong_offset", QT_TRANSLATE_NOOP("ReasonText", "the part does not begin where the last one ended")},
    {"over_limit", QT_TRANSLATE_NOOP("ReasonText", "beyond what Picket keeps of one envelope")},
    {"wrong_encoding_label", QT_TRANSLATE_NOOP("ReasonText", "the header names another encoding than the body has")},
    {"no_envelope", QT_TRANSLATE_NOOP("ReasonText", "an event without an envelope around it")},
    {"directory_outside", QT_TRANSLATE_NOOP("ReasonText", "the dump ends before its table of contents")},
    {"stream_outside", QT_TRANSLATE_NOOP("ReasonText", "a part of the dump lies behind its end")},
    {"stream_twice", QT_TRANSLATE_NOOP("ReasonText", "a part of the dump is in it twice")},
    {"exception_cut", QT_TRANSLATE_NOOP("ReasonText", "the dump's exception is cut short")},
    {"streams_over_limit", QT_TRANSLATE_NOOP("ReasonText", "the dump has more parts than Picket reads")},
    {"threads_over_limit", QT_TRANSLATE_NOOP("ReasonText", "the dump has more threads than Picket reads")},
    {"modules_over_limit", QT_TRANSLATE_NOOP("ReasonText", "the dump has more modules than Picket reads")},
    {"annotations_over_limit", QT_TRANSLATE_NOOP("ReasonText", "the dump has more annotations than Picket reads")},
    {"text_over_limit", QT_TRANSLATE_NOOP("ReasonText", "the dump has longer names than Picket reads")},
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

bool startsWithCode(std::string_view text)
{
    const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
    const std::string_view behind = text.substr(std::min(end, text.size()));
    return end != 0 && (behind.empty() || behind.starts_with(", ") || behind.starts_with(": "));
}

// Of several, up to the comma; a detail may have commas of its own.
std::size_t endOfFirst(std::string_view reasons)
{
    std::size_t comma = reasons.find(", ");
    while (comma != std::string_view::npos && !startsWithCode(reasons.substr(comma + 2))) {
        comma = reasons.find(", ", comma + 2);
    }
    return std::min(comma, reasons.size());
}

} // namespace

QString reasonText(std::string_view reason)
{
    QStringList parts;
    while (!reason.empty()) {
        const std::size_t comma = endOfFirst(reason);
        const std::string_view first = reason.substr(0, comma);
        const std::size_t colon = std::min(first.find(": "), first.size());
        parts.push_back(worded(first.substr(0, colon), first.substr(std::min(colon + 2, first.size()))));
        reason.remove_prefix(std::min(comma + 2, reason.size()));
    }
    return parts.join(u", "_s);
}

} // namespace picket::ui
